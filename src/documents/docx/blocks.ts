import type { FileChild } from 'docx';
import { formatDay } from '../../domain/days.ts';
import type { ReportAppendix, ReportBlock } from '../../domain/plan/plan-shape.ts';
import type { ReportBlocker, ReportModel, ReportTask } from '../../domain/report/report-model.ts';
import {
  awaitedTasks,
  countCauses,
  doneTasks,
  lateTasks,
  openTasks,
} from '../../domain/report/report-parts.ts';
import { isFocus } from '../../domain/task/task.ts';
import { countDone } from '../figure-rows.ts';
import {
  DOCUMENT_CAUSE_WORDS,
  describeLateness,
  describePeriod,
  describeProduct,
  describeReason,
  endSentence,
  writeCount,
  writeShare,
} from '../report-words.ts';
import { CHANGE_COLUMNS, figureTable, INDICATOR_COLUMNS, UNIT_COLUMNS } from './block-tables.ts';
import { bodyParagraph, listItem } from './paragraphs.ts';
import { dataTable } from './tables.ts';

/** What each block of an outline looks like. A block without a row does not compile. */
const BLOCKS: Record<ReportBlock, (model: ReportModel) => FileChild[]> = {
  overview: (model) => [bodyParagraph(describeFigures(model)), figureTable(model), afterTable()],
  comparison: compare,
  units: ({ units }) => (units.length === 0 ? [] : [dataTable(UNIT_COLUMNS, units), afterTable()]),
  products: (model) =>
    listed(doneTasks(model.tasks), 'Trong kỳ chưa ghi nhận sản phẩm hoàn thành.', {
      write: (task) => item(task, [describeProduct(task)]),
      isAppended: isAppended(model, 'products'),
    }),
  productsAwaited: ({ tasks }) =>
    listed(awaitedTasks(tasks), 'Không có sản phẩm đang chờ hoàn thành.', {
      write: (task) => item(task, [task.product ?? '', dueOf(task)]),
    }),
  late: (model) =>
    listed(lateTasks(model.tasks), 'Không có nhiệm vụ chậm tiến độ.', {
      write: (task) => item(task, [dueOf(task), lowerLateness(task), `lý do: ${describeReason(task)}`]),
      isAppended: isAppended(model, 'late'),
    }),
  causes: ({ tasks }) => [bodyParagraph(describeCauses(tasks))],
  explanations: explain,
  blockers: ({ blockers }) =>
    listed(blockers, 'Không có khó khăn, vướng mắc đang chờ tháo gỡ.', { write: describeBlocker }),
  next: planNext,
  open: (model) =>
    listed(openTasks(model.tasks), 'Không còn nhiệm vụ chuyển tiếp.', {
      write: (task) => item(task, [dueOf(task)]),
      isAppended: isAppended(model, 'tasks'),
    }),
  changes: ({ changes }) =>
    changes.length === 0
      ? [bodyParagraph('Trong kỳ không có đề nghị điều chỉnh, bổ sung nhiệm vụ.')]
      : [dataTable(CHANGE_COLUMNS, changes), afterTable()],
  indicators: ({ indicators }) =>
    indicators.length === 0
      ? [bodyParagraph('Chưa có số liệu chỉ tiêu của kỳ này.')]
      : [dataTable(INDICATOR_COLUMNS, indicators), afterTable()],
};

export const drawBlock = (block: ReportBlock, model: ReportModel): FileChild[] => BLOCKS[block](model);

/** A table needs a paragraph after it, or the next text sticks to it. */
const afterTable = (): FileChild => bodyParagraph('');

/** The sentence with which reports begin their figures (NĐ 30/2020 counts). */
function describeFigures({ figures, asOfOn, tasks }: ReportModel): string {
  const open = figures.tasks - countDone(figures);
  const adjusted =
    figures.onTimeRateAdjusted === figures.onTimeRate
      ? ''
      : `; đã trừ nguyên nhân khách quan đạt ${writeShare(figures.onTimeRateAdjusted)}`;
  const late = lateTasks(tasks).length;
  return (
    `Tính đến ngày ${formatDay(asOfOn)}, tổng số nhiệm vụ được giao là ${writeCount(figures.tasks)} nhiệm vụ; ` +
    `đã hoàn thành ${writeCount(countDone(figures))} nhiệm vụ (trước hạn: ${writeCount(figures.doneEarly)}, ` +
    `đúng hạn: ${writeCount(figures.doneOnDay)}, quá hạn: ${writeCount(figures.doneLate)}); chưa hoàn thành ` +
    `${writeCount(open)} nhiệm vụ (trong hạn: ${writeCount(figures.openInTime)}, quá hạn: ` +
    `${writeCount(figures.overdueOpen)}, chờ xác nhận: ${writeCount(figures.awaitingConfirmation)}` +
    `${figures.noDeadline === 0 ? '' : `, không có thời hạn: ${writeCount(figures.noDeadline)}`}). ` +
    (figures.onTimeRate === null
      ? 'Trong kỳ chưa có nhiệm vụ đến hạn.'
      : `Tỷ lệ hoàn thành đúng hạn và trước hạn đạt ${writeShare(figures.onTimeRate)}${adjusted}.`) +
    (late === 0 ? '' : ` Có ${writeCount(late)} nhiệm vụ chậm tiến độ.`)
  );
}

function compare({ figures, previous }: ReportModel): FileChild[] {
  if (previous === null) return [];
  return [
    bodyParagraph(
      `So với ${describePeriod(previous.period)}: tỷ lệ đúng hạn, trước hạn ${writeShare(previous.figures.onTimeRate)} ` +
        `(kỳ này ${writeShare(figures.onTimeRate)}); hoàn thành ${writeCount(countDone(previous.figures))} nhiệm vụ ` +
        `(kỳ này ${writeCount(countDone(figures))}); chậm tiến độ ${writeCount(previous.figures.overdueOpen)} nhiệm vụ ` +
        `(kỳ này ${writeCount(figures.overdueOpen)}).`,
    ),
  ];
}

function describeCauses(tasks: readonly ReportTask[]): string {
  const { objective, subjective, both, unknown } = countCauses(tasks);
  if (objective + subjective + both + unknown === 0)
    return 'Không có nhiệm vụ chậm tiến độ cần xác định nguyên nhân.';
  return (
    `Nguyên nhân chậm tiến độ: khách quan ${writeCount(objective)} nhiệm vụ; chủ quan ${writeCount(subjective)} nhiệm vụ; ` +
    `khách quan và chủ quan ${writeCount(both)} nhiệm vụ; chưa xác định ${writeCount(unknown)} nhiệm vụ.`
  );
}

/** Each late task in full: what was due, what came of it, why, what is done about it (R57, R104). */
function explain({ tasks }: ReportModel): FileChild[] {
  const late = lateTasks(tasks);
  if (late.length === 0) return [bodyParagraph('Không có nhiệm vụ phải giải trình.')];
  return late.flatMap((task) => {
    const { reason } = task;
    return [
      bodyParagraph(`${task.code}. ${endSentence(task.title)}`),
      listItem(`Đơn vị, người thực hiện: ${ownerOf(task)}.`),
      listItem(`Thời hạn: ${formatDay(task.dueOn ?? '')}; ${lowerLateness(task)}.`),
      listItem(`Lý do: ${reason === null ? 'Chưa có giải trình.' : endSentence(reason.text)}`),
      ...(reason?.cause == null ? [] : [listItem(`Nguyên nhân: ${DOCUMENT_CAUSE_WORDS[reason.cause]}.`)]),
      ...(reason?.remedy == null ? [] : [listItem(`Giải pháp: ${endSentence(reason.remedy)}`)]),
      ...(reason?.newDueOn == null ? [] : [listItem(`Thời hạn mới đề nghị: ${formatDay(reason.newDueOn)}.`)]),
    ];
  });
}

const lowerLateness = (task: ReportTask): string => describeLateness(task).toLocaleLowerCase('vi');

const dueOf = ({ dueOn }: ReportTask): string => (dueOn === null ? '' : `thời hạn ${formatDay(dueOn)}`);

const ownerOf = ({ unit, assignee }: ReportTask): string =>
  assignee === null ? unit : `${unit}, ${assignee}`;

/** "NV12. Tên việc (P.CĐS): thời hạn …; sản phẩm …". */
function item(task: ReportTask, details: readonly string[]): string {
  const said = details.filter((detail) => detail !== '').join('; ');
  return endSentence(`${task.code}. ${task.title} (${task.unit})${said === '' ? '' : `: ${said}`}`);
}

/** What is to be done next: the focus tasks by name and the true total; where there are none, all of them. */
function planNext({ next }: ReportModel): FileChild[] {
  const focus = next.filter(({ priority }) => isFocus(priority));
  const named = focus.length === 0 ? next : focus;
  const total =
    `Trong kỳ tới có ${writeCount(next.length)} nhiệm vụ đến hạn` +
    `${focus.length === 0 ? '' : `, trong đó ${writeCount(focus.length)} nhiệm vụ trọng tâm`}:`;
  return [
    ...(next.length === 0 ? [] : [bodyParagraph(total)]),
    ...listed(named, 'Không có nhiệm vụ đến hạn trong kỳ tới.', {
      write: (task) => item(task, [dueOf(task), task.product ?? '']),
    }),
  ];
}

function describeBlocker({ code, title, unit, text, waitingFor, openedOn }: ReportBlocker): string {
  const waiting = waitingFor === null ? '' : ` (chờ ${waitingFor})`;
  return `${code}. ${title} (${unit}): ${endSentence(`${text}${waiting}, từ ngày ${formatDay(openedOn)}`)}`;
}

/** So many are named in the body where an appendix names them all. */
const NAMED_IN_BODY = 10;

const isAppended = ({ appendices }: ReportModel, name: ReportAppendix): boolean => appendices.includes(name);

function listed<Item>(
  items: readonly Item[],
  none: string,
  { write, isAppended: isElsewhere = false }: { write: (one: Item) => string; isAppended?: boolean },
): FileChild[] {
  if (items.length === 0) return [bodyParagraph(none)];
  const named = isElsewhere ? items.slice(0, NAMED_IN_BODY) : items;
  const rest = items.length - named.length;
  return [
    ...named.map((one) => listItem(write(one))),
    ...(rest === 0 ? [] : [listItem(`Còn ${writeCount(rest)} nhiệm vụ khác nêu tại phụ lục kèm theo.`)]),
  ];
}
