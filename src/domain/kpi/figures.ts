import type { FigureClass, FigureScope, FigureTask } from './classify-task.ts';
import { createClassifier, isBeforePeriod } from './classify-task.ts';

export type { FigureClass, FigureScope, FigureTask } from './classify-task.ts';
export { classifyTask } from './classify-task.ts';

/**
 * The figures of a set of tasks. `tasks` = `due` + `awaitingConfirmation` + `openInTime` + `noDeadline`, and
 * `due` = `doneEarly` + `doneOnDay` + `doneLate` + `overdueOpen`. Rates are 0–1, `null` where nothing was due.
 */
export interface Figures {
  tasks: number;
  due: number;
  doneEarly: number;
  doneOnDay: number;
  doneLate: number;
  overdueOpen: number;
  /** Those of `overdueOpen` that were due before the period began. */
  carriedOverdue: number;
  awaitingConfirmation: number;
  openInTime: number;
  noDeadline: number;
  /** Early or on the day ÷ due: the plan's 98 % (R22). */
  onTimeRate: number | null;
  /** Done, however late ÷ due: the Government Office's way of counting ("theo cách tính của VPCP"). */
  vpcpRate: number | null;
  /** Both rates again, against the due days first given, whatever was extended since. */
  onTimeRateOriginal: number | null;
  vpcpRateOriginal: number | null;
  /** `onTimeRate` without the late tasks whose cause was confirmed as objective (R116). */
  onTimeRateAdjusted: number | null;
  /** Those of all the above that were pending before the campaign was launched. */
  backlog: { tasks: number; overdueOpen: number };
}

/** The figures of all the given tasks together. */
export function computeFigures(tasks: Iterable<FigureTask>, scope: FigureScope): Figures {
  const count = createCounter(scope);
  const tally = createTally();
  for (const task of tasks) count(tally, task);
  return toFigures(tally);
}

/** The figures of each unit that has a task among those given, by unit id; a unit may have none that counts. */
export function computeFiguresByUnit(tasks: Iterable<FigureTask>, scope: FigureScope): Map<number, Figures> {
  const count = createCounter(scope);
  const tallies = new Map<number, Tally>();
  for (const task of tasks) {
    const tally = tallies.get(task.unitId) ?? createTally();
    tallies.set(task.unitId, tally);
    count(tally, task);
  }
  return new Map([...tallies].map(([unitId, tally]) => [unitId, toFigures(tally)]));
}

type ClassCounts = Record<FigureClass, number>;

/** Running counts, kept apart from `Figures` so that rates are computed once, at the end. */
interface Tally {
  byClass: ClassCounts;
  byOriginalClass: ClassCounts;
  carriedOverdue: number;
  excusedLate: number;
  backlog: { tasks: number; overdueOpen: number };
}

function createTally(): Tally {
  return {
    byClass: createCounts(),
    byOriginalClass: createCounts(),
    carriedOverdue: 0,
    excusedLate: 0,
    backlog: { tasks: 0, overdueOpen: 0 },
  };
}

function createCounts(): ClassCounts {
  return {
    doneEarly: 0,
    doneOnDay: 0,
    doneLate: 0,
    overdueOpen: 0,
    awaitingConfirmation: 0,
    openInTime: 0,
    noDeadline: 0,
  };
}

function createCounter(scope: FigureScope): (tally: Tally, task: FigureTask) => void {
  const classify = createClassifier(scope);
  return (tally, task) => {
    const figureClass = classify(task, task.dueOn);
    if (figureClass !== null) countTask(tally, task, figureClass, scope);
    // The original due day may lie in another period than the one in force, so it is asked of every task.
    const isMoved = task.originalDueOn !== null && task.originalDueOn !== task.dueOn;
    const originalClass = isMoved ? classify(task, task.originalDueOn) : figureClass;
    if (originalClass !== null) tally.byOriginalClass[originalClass] += 1;
  };
}

function countTask(tally: Tally, task: FigureTask, figureClass: FigureClass, scope: FigureScope): void {
  const isOverdue = figureClass === 'overdueOpen';
  tally.byClass[figureClass] += 1;
  if (isOverdue && task.dueOn !== null && isBeforePeriod(task.dueOn, scope)) tally.carriedOverdue += 1;
  if (task.isExcused && (isOverdue || figureClass === 'doneLate')) tally.excusedLate += 1;
  if (!task.isBacklog) return;
  tally.backlog.tasks += 1;
  if (isOverdue) tally.backlog.overdueOpen += 1;
}

function toFigures(tally: Tally): Figures {
  const { byClass, byOriginalClass, carriedOverdue, excusedLate, backlog } = tally;
  const due = dueOf(byClass);
  const originallyDue = dueOf(byOriginalClass);
  return {
    tasks: due + byClass.awaitingConfirmation + byClass.openInTime + byClass.noDeadline,
    due,
    ...byClass,
    carriedOverdue,
    onTimeRate: ratio(onTimeOf(byClass), due),
    vpcpRate: ratio(due - byClass.overdueOpen, due),
    onTimeRateOriginal: ratio(onTimeOf(byOriginalClass), originallyDue),
    vpcpRateOriginal: ratio(originallyDue - byOriginalClass.overdueOpen, originallyDue),
    onTimeRateAdjusted: ratio(onTimeOf(byClass), due - excusedLate),
    backlog: { ...backlog },
  };
}

const onTimeOf = (counts: ClassCounts): number => counts.doneEarly + counts.doneOnDay;

const dueOf = (counts: ClassCounts): number => onTimeOf(counts) + counts.doneLate + counts.overdueOpen;

/** A share, or `null` of nothing: an empty denominator is no data, never 0 %. */
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
