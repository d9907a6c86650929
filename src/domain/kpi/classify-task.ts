import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { workingDayOnOrAfter } from '../calendar/working-calendar.ts';
import type { Day } from '../days.ts';
import type { TaskState } from '../task/task.ts';

/** What the figures need to know of one task, as recorded by the moment that the figures speak of. */
export interface FigureTask {
  id: number;
  unitId: number;
  state: TaskState;
  /** The due day in force: the last approved extension, else the original one. */
  dueOn: Day | null;
  /** The first due day that was given; `null` when it is the same as `dueOn`. */
  originalDueOn: Day | null;
  /** The day of the product of a reported or confirmed completion; without one a completion is not yet shown. */
  productOn: Day | null;
  /** Was already late or pending before the campaign was launched ("tồn đọng trước phát động"). */
  isBacklog: boolean;
  /** The lateness has an objective cause that a competent person confirmed (R116). */
  isExcused: boolean;
}

/** The day that figures are seen from and, where they are those of a period, its first and last day. */
export interface FigureScope {
  asOfOn: Day;
  from?: Day;
  to?: Day;
  calendar: WorkingCalendar;
  /** Whether a due day on a day off is in time until the next working day ends, or only on that day itself. */
  dueOnDayOff: 'untilNextWorkingDay' | 'thatDay';
}

/** How one task counts; a task never counts as two of these. */
export type FigureClass =
  | 'doneEarly'
  | 'doneOnDay'
  | 'doneLate'
  | 'overdueOpen'
  | 'awaitingConfirmation'
  | 'openInTime'
  | 'noDeadline';

/** `dueOn` is the due day to judge by: the one in force or the one first given. */
type Classify = (task: FigureTask, dueOn: Day | null) => FigureClass | null;

/**
 * How a task counts in a scope (R22), or `null` when it does not: it is a draft, suspended or cancelled, or belongs
 * to another period.
 *
 * - Done early counts in the period of its product day, everything else in the period of its due day; overdue and
 *   open counts in every later period too, until closed.
 * - A period is seen at its end: what was done after it was still open in it. Only a due day that days off stretch
 *   beyond the period's end is judged when its last day in time is over, so that no task falls between two periods.
 * - Confirmed as "basically done" is not done in time: it counts as open.
 * - A task without a due day belongs to no period; it counts only in figures without one.
 */
export function classifyTask(task: FigureTask, scope: FigureScope): FigureClass | null {
  return createClassifier(scope)(task, task.dueOn);
}

/** `classifyTask` for many tasks of one scope: looks each due day up in the calendar only once. */
export function createClassifier(scope: FigureScope): Classify {
  const lastDayInTime = rememberLastDays(scope);
  return (task, dueOn) => {
    if (!isCounted(task.state)) return null;
    if (dueOn === null) return hasPeriod(scope) ? null : 'noDeadline';
    return classifyDated(task, dueOn, lastDayInTime(dueOn), scope);
  };
}

function classifyDated(task: FigureTask, dueOn: Day, lastOn: Day, scope: FigureScope): FigureClass | null {
  const isDueInPeriod = isWithin(dueOn, scope);
  const productOn = completedOn(task, dueOn, lastOn, scope);
  if (productOn === null) {
    if (lastOn < scope.asOfOn && !isAfterPeriod(dueOn, scope)) return 'overdueOpen';
    return isDueInPeriod ? 'openInTime' : null;
  }
  if (task.state === 'reportedDone') return isDueInPeriod ? 'awaitingConfirmation' : null;
  if (productOn < dueOn) return isWithin(productOn, scope) ? 'doneEarly' : null;
  if (!isDueInPeriod) return null;
  return productOn <= lastOn ? 'doneOnDay' : 'doneLate';
}

/** The product day of a completion that was there when the period is looked at; `null` = still open then. */
function completedOn(task: FigureTask, dueOn: Day, lastOn: Day, scope: FigureScope): Day | null {
  if (task.state !== 'done' && task.state !== 'reportedDone') return null;
  const { productOn } = task;
  if (productOn === null || productOn > scope.asOfOn) return null;
  const isLastDayAfterPeriod = !isAfterPeriod(dueOn, scope) && isAfterPeriod(lastOn, scope);
  const isTooLate = isLastDayAfterPeriod ? productOn > lastOn : isAfterPeriod(productOn, scope);
  return isTooLate ? null : productOn;
}

/** The last day on which a task due on `dueOn` is still in time. */
function rememberLastDays({ calendar, dueOnDayOff }: FigureScope): (dueOn: Day) => Day {
  if (dueOnDayOff === 'thatDay') return (dueOn) => dueOn;
  const known = new Map<Day, Day>();
  return (dueOn) => {
    const knownOn = known.get(dueOn);
    if (knownOn !== undefined) return knownOn;
    const lastOn = workingDayOnOrAfter(calendar, dueOn);
    known.set(dueOn, lastOn);
    return lastOn;
  };
}

const isCounted = (state: TaskState): boolean =>
  state !== 'draft' && state !== 'suspended' && state !== 'cancelled';

const hasPeriod = ({ from, to }: FigureScope): boolean => from !== undefined || to !== undefined;

/** Whether a day lies before the first day of the scope's period; never, where it has none. */
export const isBeforePeriod = (day: Day, { from }: FigureScope): boolean => from !== undefined && day < from;

const isAfterPeriod = (day: Day, { to }: FigureScope): boolean => to !== undefined && day > to;

const isWithin = (day: Day, scope: FigureScope): boolean =>
  !isBeforePeriod(day, scope) && !isAfterPeriod(day, scope);
