import { countWorkingDays, type WorkingCalendar } from '../calendar/working-calendar.ts';
import { type Day, daysBetween } from '../days.ts';
import type { Figures } from '../kpi/figures.ts';
import { isOpen, type TaskFlag, type TaskState } from '../task/task.ts';
import {
  cutAgainst,
  type Indicator,
  type IndicatorFormula,
  type IndicatorValue,
  share,
} from './indicator.ts';

/** A task as indicators look at it, as recorded by a moment. */
export interface IndicatorTask {
  unitId: number;
  state: TaskState;
  isFocus: boolean;
  flags: readonly TaskFlag[];
  dueOn: Day | null;
  productOn: Day | null;
  startOn: Day;
  /** All six facets are stated or confirmed, none filled in by the product. */
  isSixClear: boolean;
  legalBasis: string | null;
  percent: number;
  lastReportOn: Day | null;
}

/** Everything that the rows say, for all indicators at once. */
export interface IndicatorFacts {
  on: Day;
  calendar: WorkingCalendar;
  /** Working days after which a trọng tâm task is no longer "sống" (R13). */
  staleFocusDays: number;
  tasks: readonly IndicatorTask[];
  figures: Figures;
  /** Units that are given tasks. */
  workingUnits: readonly number[];
  bottlenecks: { resolved: number; all: number };
  reports: { submitted: number; due: number };
  baselines: ReadonlyMap<string, number>;
  /** Numbers of documents by the key that an indicator names. */
  documents: ReadonlyMap<string, string>;
}

const isClosed = ({ state }: IndicatorTask): boolean => state === 'done' || state === 'basicallyDone';
const isFinishedInTime = ({ state, dueOn, productOn }: IndicatorTask): boolean =>
  state === 'done' && (dueOn === null || productOn === null || productOn <= dueOn);
const counts = ({ state }: IndicatorTask): boolean =>
  state !== 'draft' && state !== 'suspended' && state !== 'cancelled';

/** How much of a task should be done by a day, 0–100: straight from its first day to its due day (R26). */
export function plannedPercent(task: Pick<IndicatorTask, 'startOn' | 'dueOn'>, on: Day): number {
  if (task.dueOn === null || on <= task.startOn) return 0;
  if (on >= task.dueOn) return 100;
  return (100 * daysBetween(task.startOn, on)) / daysBetween(task.startOn, task.dueOn);
}

type Read = (facts: IndicatorFacts, indicator: Indicator) => IndicatorValue;

const shareOf = (tasks: readonly IndicatorTask[], holds: (task: IndicatorTask) => boolean): IndicatorValue =>
  share(tasks.filter(holds).length, tasks.length);

const READERS: Partial<Record<IndicatorFormula, Read>> = {
  sixFacetsShare: ({ tasks }) => shareOf(tasks.filter(counts), ({ isSixClear }) => isSixClear),
  onTimeRate: ({ figures }) => share(figures.doneEarly + figures.doneOnDay, figures.due),
  overdueTasksCut: ({ figures, baselines }, { code }) =>
    cutAgainst(baselines.get(code) ?? null, figures.overdueOpen),
  freshFocusShare: ({ tasks, on, calendar, staleFocusDays }) =>
    shareOf(
      tasks.filter((task) => task.isFocus && isOpen(task.state)),
      ({ lastReportOn }) =>
        lastReportOn !== null && countWorkingDays(calendar, lastReportOn, on) <= staleFocusDays,
    ),
  focusOnScheduleShare: ({ tasks, on }) =>
    shareOf(
      tasks.filter((task) => task.isFocus && counts(task)),
      (task) =>
        isFinishedInTime(task) ||
        (!isClosed(task) &&
          (task.dueOn === null || on <= task.dueOn) &&
          task.percent >= plannedPercent(task, on)),
    ),
  bottlenecksResolvedShare: ({ bottlenecks }) => share(bottlenecks.resolved, bottlenecks.all),
  completableDoneShare: ({ tasks }) =>
    shareOf(
      tasks.filter((task) => counts(task) && task.flags.includes('completableInPhase')),
      isClosed,
    ),
  activeUnitsShare: ({ tasks, workingUnits, on }) => {
    const month = on.slice(0, 7);
    const withWork = workingUnits.filter((unitId) =>
      tasks.some((task) => task.unitId === unitId && isOpen(task.state)),
    );
    const active = withWork.filter((unitId) =>
      tasks.some((task) => task.unitId === unitId && task.lastReportOn?.startsWith(month)),
    );
    return share(active.length, withWork.length);
  },
  basisTasksDone: ({ tasks, documents }, { basis }) => {
    const number = documents.get(basis ?? '');
    const based = tasks.filter(
      (task) => counts(task) && number !== undefined && task.legalBasis?.includes(number) === true,
    );
    return shareOf(based, isClosed);
  },
  reportsSubmittedShare: ({ reports }) => share(reports.submitted, reports.due),
};

/** What the rows say of an indicator (R18–R36). */
export function valueOfRows(indicator: Indicator, facts: IndicatorFacts): IndicatorValue {
  const read = READERS[indicator.formula];
  if (read === undefined) throw new Error(`${indicator.code} is not answered by rows`);
  return read(facts, indicator);
}
