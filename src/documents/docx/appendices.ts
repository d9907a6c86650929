import type { FileChild } from 'docx';
import { formatDay } from '../../domain/days.ts';
import type { ReportAppendix } from '../../domain/plan/plan-shape.ts';
import type { ReportIndicator, ReportModel, ReportTask } from '../../domain/report/report-model.ts';
import { doneTasks, lateTasks, warnedTasks } from '../../domain/report/report-parts.ts';
import { baselineWords, INDICATOR_ASSESSMENTS, targetWords, valueWords } from '../indicator-words.ts';
import { CLASS_WORDS, describeLateness, describeProduct, describeReason, roman } from '../report-words.ts';
import { belongsTo } from './frame.ts';
import { BODY_SIZE, points } from './measures.ts';
import { centred } from './paragraphs.ts';
import { type DocumentColumn, dataTable } from './tables.ts';

type TaskColumns = readonly DocumentColumn<ReportTask>[];

const ordinal = {
  header: 'STT',
  width: 13,
  align: 'center',
  cell: (_: unknown, index: number) => String(index + 1),
} as const;
const dueCell = ({ dueOn }: ReportTask): string => (dueOn === null ? 'Không có' : formatDay(dueOn));
const ownerCell = ({ unit, assignee }: ReportTask): string =>
  [unit, assignee ?? ''].filter(Boolean).join('\n');
const taskCell = ({ code, title }: ReportTask): string => `${code}. ${title}`;
const percentCell = ({ percent }: ReportTask): string =>
  percent === null ? '' : `${percent.toLocaleString('vi-VN', { maximumFractionDigits: 1 })}%`;

/** Widths add up to the 247 mm of a landscape page. */
const TASK_COLUMNS: TaskColumns = [
  ordinal,
  { header: 'Nội dung nhiệm vụ', width: 61, cell: taskCell },
  { header: 'Chủ trì', width: 33, cell: ownerCell },
  { header: 'Phối hợp', width: 31, cell: ({ coordinating }) => coordinating.join('; ') },
  { header: 'Sản phẩm', width: 34, cell: describeProduct },
  { header: 'Thời hạn', width: 24, align: 'center', cell: dueCell },
  { header: 'Tiến độ', width: 20, align: 'center', cell: percentCell },
  { header: 'Trạng thái', width: 31, cell: ({ figureClass }) => CLASS_WORDS[figureClass] },
];

const LATE_COLUMNS: TaskColumns = [
  ordinal,
  { header: 'Nhiệm vụ', width: 62, cell: taskCell },
  { header: 'Đơn vị, người thực hiện', width: 36, cell: ownerCell },
  { header: 'Thời hạn', width: 24, align: 'center', cell: dueCell },
  { header: 'Số ngày chậm', width: 28, align: 'center', cell: describeLateness },
  { header: 'Trạng thái', width: 26, cell: ({ figureClass }) => CLASS_WORDS[figureClass] },
  { header: 'Lý do, biện pháp khắc phục', width: 58, cell: describeReason },
];

const WARNING_COLUMNS: TaskColumns = [
  ordinal,
  { header: 'Nhiệm vụ', width: 58, cell: taskCell },
  { header: 'Đơn vị, người thực hiện', width: 36, cell: ownerCell },
  { header: 'Thời hạn', width: 24, align: 'center', cell: dueCell },
  { header: 'Số ngày chậm, còn lại', width: 28, align: 'center', cell: describeLateness },
  { header: 'Tiến độ', width: 20, align: 'center', cell: percentCell },
  { header: 'Lý do', width: 48, cell: describeReason },
  { header: 'Lần nhắc', width: 20, align: 'center', cell: ({ reminders }) => String(reminders) },
];

const PRODUCT_COLUMNS: TaskColumns = [
  ordinal,
  { header: 'Sản phẩm', width: 66, cell: describeProduct },
  { header: 'Nhiệm vụ', width: 76, cell: taskCell },
  { header: 'Đơn vị, người thực hiện', width: 38, cell: ownerCell },
  { header: 'Thời hạn', width: 24, align: 'center', cell: dueCell },
  { header: 'Mức độ hoàn thành', width: 30, cell: ({ figureClass }) => CLASS_WORDS[figureClass] },
];

const INDICATOR_COLUMNS: readonly DocumentColumn<ReportIndicator>[] = [
  { header: 'Mã', width: 22, align: 'center', cell: ({ code }) => code },
  { header: 'Chỉ tiêu', width: 105, cell: ({ name }) => name },
  { header: 'Mục tiêu', width: 30, align: 'center', cell: targetWords },
  { header: 'Số liệu gốc', width: 26, align: 'center', cell: ({ baseline }) => baselineWords(baseline) },
  { header: 'Kỳ này', width: 26, align: 'center', cell: valueWords },
  { header: 'Đánh giá', width: 38, cell: ({ light }) => INDICATOR_ASSESSMENTS[light] },
];

interface Appendix {
  title: string;
  /** How many rows the table has, and the table itself. */
  count: (model: ReportModel) => number;
  draw: (model: ReportModel) => FileChild;
}

const ofTasks = (
  title: string,
  columns: TaskColumns,
  pick: (tasks: ReportTask[]) => ReportTask[],
): Appendix => ({
  title,
  count: ({ tasks }) => pick(tasks).length,
  draw: ({ tasks }) => dataTable(columns, pick(tasks)),
});

/** What each appendix is called and shows. One without a row does not compile. */
const APPENDICES: Record<ReportAppendix, Appendix> = {
  tasks: ofTasks('Danh mục nhiệm vụ', TASK_COLUMNS, (tasks) => tasks),
  late: ofTasks('Danh sách nhiệm vụ chậm tiến độ, lý do', LATE_COLUMNS, lateTasks),
  warnings: ofTasks('Danh sách cảnh báo nhiệm vụ chậm tiến độ', WARNING_COLUMNS, warnedTasks),
  products: ofTasks('Danh mục sản phẩm', PRODUCT_COLUMNS, doneTasks),
  indicators: {
    title: 'Kết quả thực hiện chỉ tiêu',
    count: ({ indicators }) => indicators.length,
    draw: ({ indicators }) => dataTable(INDICATOR_COLUMNS, indicators),
  },
};

/** The appendices that have something to show, each with its title; numbered when there are several. */
export function drawAppendices(model: ReportModel): FileChild[][] {
  const shown = model.appendices.map((name) => APPENDICES[name]).filter(({ count }) => count(model) > 0);
  return shown.map(({ title, draw }, index) => [
    centred(
      shown.length > 1 ? `Phụ lục ${roman(index + 1)}` : 'Phụ lục',
      { size: BODY_SIZE, bold: true },
      0,
      true,
    ),
    centred(title.toLocaleUpperCase('vi'), { size: points(13), bold: true }, 0, true),
    centred(belongsTo(model), { size: points(13), italics: true }, 8, true),
    draw(model),
  ]);
}
