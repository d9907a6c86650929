import type { FigureClass } from '../kpi/figures.ts';
import type { OutlinePart, OutlineSection } from '../plan/plan-shape.ts';
import type { LatenessCause } from '../task/explanation.ts';
import type { ReportModel, ReportPart, ReportSection, ReportTask } from './report-model.ts';

const DONE: readonly FigureClass[] = ['doneEarly', 'doneOnDay', 'doneLate'];
const LATE: readonly FigureClass[] = ['overdueOpen', 'doneLate'];
const OPEN: readonly FigureClass[] = ['overdueOpen', 'openInTime', 'awaitingConfirmation', 'noDeadline'];
/** Not late yet, and due within so many working days. */
const NEAR_WORKING_DAYS = 3;

type Tasks = readonly ReportTask[];

/** Tasks that were late: overdue and open, or done after their day. The longest first. */
export const lateTasks = (tasks: Tasks): ReportTask[] =>
  tasks
    .filter((task) => LATE.includes(task.figureClass))
    .sort((a, b) => (b.daysLate ?? 0) - (a.daysLate ?? 0) || a.taskId - b.taskId);

/** Tasks whose product was handed in and confirmed. */
export const doneTasks = (tasks: Tasks): ReportTask[] =>
  tasks.filter((task) => DONE.includes(task.figureClass));

export const openTasks = (tasks: Tasks): ReportTask[] =>
  tasks.filter((task) => OPEN.includes(task.figureClass));

/** Open tasks whose product is still owed and not late. */
export const awaitedTasks = (tasks: Tasks): ReportTask[] =>
  openTasks(tasks).filter((task) => task.figureClass !== 'overdueOpen');

/** What the warning list names (R49, R106): overdue, or due within three working days. */
export const warnedTasks = (tasks: Tasks): ReportTask[] =>
  openTasks(tasks)
    .filter((task) => task.figureClass === 'overdueOpen' || isNear(task))
    .sort((a, b) => (b.daysLate ?? 0) - (a.daysLate ?? 0) || a.taskId - b.taskId);

const isNear = ({ figureClass, daysLate }: ReportTask): boolean =>
  figureClass === 'openInTime' && daysLate !== null && daysLate >= -NEAR_WORKING_DAYS;

/** Late tasks of which nobody said why: with one of them a report is not accepted (R56). */
export const tasksWithoutReason = (tasks: Tasks): ReportTask[] =>
  lateTasks(tasks).filter((task) => task.reason === null);

/** How many late tasks have which cause. */
export function countCauses(tasks: Tasks): Record<LatenessCause | 'unknown', number> {
  const counts = { objective: 0, subjective: 0, both: 0, unknown: 0 };
  for (const task of lateTasks(tasks)) counts[task.reason?.cause ?? 'unknown'] += 1;
  return counts;
}

/** An outline with what was written in its parts, by key. */
export function fillOutline(
  outline: readonly OutlineSection[],
  written: Readonly<Record<string, string>>,
): ReportSection[] {
  return outline.map((section) => ({
    ...fillPart(section, written),
    parts: (section.parts ?? []).map((part) => fillPart(part, written)),
  }));
}

function fillPart(
  { title, shows, asks }: OutlinePart,
  written: Readonly<Record<string, string>>,
): ReportPart {
  return {
    title,
    shows: shows ?? [],
    narrative: asks === undefined ? null : { ...asks, text: written[asks.key] ?? null },
  };
}

/** Every part in reading order: a section, then the parts inside it. */
export const listParts = ({ sections }: Pick<ReportModel, 'sections'>): ReportPart[] =>
  sections.flatMap((section) => [section, ...section.parts]);
