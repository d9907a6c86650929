import ExcelJS from 'exceljs';
import { formatDay } from '../../domain/days.ts';
import { warnedTasks } from '../../domain/report/report-parts.ts';
import type { TaskWorkbook, WorkbookKind, WorkbookTask } from '../../domain/report/task-workbook.ts';
import { listFigureRows } from '../figure-rows.ts';
import { fixZipTimes } from '../fixed-zip.ts';
import {
  assignee,
  type Column,
  code,
  coordinating,
  day,
  daysLate,
  dueOn,
  handedIn,
  handedInOn,
  ordinal,
  originalDueOn,
  percent,
  priority,
  product,
  reason,
  responsibility,
  status,
  title,
  unit,
} from './task-columns.ts';
import { addTable, type TableColumn } from './write-table.ts';

/** What each sheet is called, which tasks it holds, and what it says of them. */
const SHEETS: Record<
  WorkbookKind,
  { name: string; title: string; columns: readonly Column[]; pick: (tasks: WorkbookTask[]) => WorkbookTask[] }
> = {
  tasks: {
    name: 'Danh mục nhiệm vụ',
    title: 'DANH MỤC NHIỆM VỤ',
    columns: [
      ordinal,
      code,
      title,
      unit,
      assignee,
      coordinating,
      product,
      originalDueOn,
      dueOn,
      priority,
      percent,
      status,
      handedIn,
      handedInOn,
    ],
    pick: (tasks) => tasks,
  },
  sixFacets: {
    name: 'Giao việc 6 rõ',
    title: 'BẢNG GIAO VIỆC THEO 6 RÕ',
    columns: [
      ordinal,
      code,
      {
        header: 'Rõ việc',
        width: 38,
        cell: (task) => [task.title, task.content ?? ''].filter((text) => text !== '').join('\n'),
      },
      {
        header: 'Rõ người',
        width: 24,
        cell: (task) =>
          [`${task.unit}${task.assignee === null ? '' : `: ${task.assignee}`}`, coordinatingLine(task)]
            .filter((text) => text !== '')
            .join('\n'),
      },
      { header: 'Rõ thời gian', width: 17, cell: (task) => task.deadlineWording },
      { header: 'Bắt đầu', width: 12, align: 'center', cell: (task) => day(task.startOn) },
      dueOn,
      { header: 'Rõ trách nhiệm', width: 24, cell: responsibility },
      { header: 'Rõ thẩm quyền', width: 15, cell: (task) => task.authority },
      {
        header: 'Rõ kết quả',
        width: 22,
        cell: (task) => [task.product, task.measure].filter((text) => text !== null).join('; '),
      },
      { header: 'Căn cứ', width: 18, cell: (task) => task.legalBasis },
    ],
    pick: (tasks) => tasks,
  },
  warnings: {
    name: 'Cảnh báo',
    title: 'DANH SÁCH CẢNH BÁO NHIỆM VỤ CHẬM TIẾN ĐỘ',
    columns: [
      ordinal,
      code,
      title,
      unit,
      assignee,
      dueOn,
      daysLate,
      percent,
      reason,
      { header: 'Số lần nhắc', width: 10, align: 'center', cell: (task) => task.reminders },
    ],
    pick: pickWarned,
  },
  products: {
    name: 'Sản phẩm',
    title: 'DANH MỤC SẢN PHẨM',
    columns: [ordinal, code, product, handedIn, handedInOn, title, unit, assignee, dueOn, status],
    pick: (tasks) => tasks.filter((task) => task.product !== null || task.productText !== null),
  },
};

const coordinatingLine = ({ coordinating: units }: WorkbookTask): string =>
  units.length === 0 ? '' : `Phối hợp: ${units.join('; ')}`;

/** In the order of the warning list. */
function pickWarned(tasks: WorkbookTask[]): WorkbookTask[] {
  const byId = new Map(tasks.map((task) => [task.taskId, task]));
  return warnedTasks(tasks).flatMap(({ taskId }) => byId.get(taskId) ?? []);
}

/**
 * A workbook of lists with real days and numbers, filters, frozen headers and a print area; its first sheet holds the
 * figures. The same model gives the same bytes.
 */
export async function makeTaskWorkbook(model: TaskWorkbook): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(model.asOf);
  workbook.modified = workbook.created;
  workbook.creator = model.organisation;
  workbook.lastModifiedBy = model.organisation;
  const subtitle = describeScope(model);
  addFigures(workbook, model, subtitle);
  for (const kind of model.kinds) {
    const { name, title: heading, columns, pick } = SHEETS[kind];
    const lines = pick(model.tasks).map((task, index) =>
      columns.map(({ cell }) => cell(task, index) ?? undefined),
    );
    addTable(workbook, { name, title: heading, subtitle, columns, lines, hasFilter: true });
  }
  return fixZipTimes(Buffer.from(await workbook.xlsx.writeBuffer()));
}

function addFigures(workbook: ExcelJS.Workbook, model: TaskWorkbook, subtitle: string): void {
  const columns: TableColumn[] = [
    { header: 'Nội dung', width: 60 },
    { header: 'Kết quả', width: 18, align: 'center' },
  ];
  const rows = listFigureRows(model);
  const lines = rows.map(({ label, value }) => [label, value ?? 'Chưa có dữ liệu'] as const);
  const sheet = addTable(workbook, {
    name: 'Tổng hợp',
    title: 'KẾT QUẢ THỰC HIỆN NHIỆM VỤ',
    subtitle,
    columns,
    lines,
  });
  rows.forEach(({ isShare }, index) => {
    if (isShare) sheet.getCell(sheet.rowCount - rows.length + 1 + index, 2).numFmt = '0.00%';
  });
}

function describeScope({ scopeName, asOfOn, period }: TaskWorkbook): string {
  const days = period === null ? '' : `, từ ngày ${formatDay(period.from)} đến ngày ${formatDay(period.to)}`;
  return `${scopeName}${days}, số liệu đến ngày ${formatDay(asOfOn)}`;
}
