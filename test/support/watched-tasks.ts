import { addWorkingDays, isWorkingDay } from '../../src/domain/calendar/working-calendar.ts';
import { addDays, type Day } from '../../src/domain/days.ts';
import {
  type EscalationPolicy,
  listOwedNotices,
  type OwedNotice,
  type WatchedTask,
} from '../../src/domain/escalation/owed-notices.ts';
import { calendar } from './working-days.ts';

/** The default policy of the plan. */
export const policy: EscalationPolicy = {
  dueSoon: { offsets: [7, 3, 1, 0], headFrom: 3 },
  overdue: { normal: { first: 1, repeatEvery: 5 }, focus: { first: 1, repeatEvery: 1 } },
  ladder: {
    normal: [
      { after: 1, to: 'head' },
      { after: 3, to: 'office' },
      { after: 5, to: 'leaderInCharge' },
      { after: 10, to: 'director' },
    ],
    focus: [
      { after: 1, to: 'head' },
      { after: 1, to: 'office' },
      { after: 2, to: 'leaderInCharge' },
      { after: 3, to: 'director' },
    ],
  },
  dueOnDayOff: 'untilNextWorkingDay',
};

/** An ordinary Wednesday with nothing but working weeks for a month on both sides. */
export const DUE_ON: Day = '2026-07-15';

/** An ordinary task in progress, issued long ago, due on `DUE_ON`. */
export function aTask(fields: Partial<WatchedTask> = {}): WatchedTask {
  return {
    id: 12,
    priority: 'normal',
    state: 'inProgress',
    dueOn: DUE_ON,
    aliveOn: '2026-06-01',
    firstExtensionAskedOn: null,
    isHeldUp: false,
    ...fields,
  };
}

export const aFocusTask = (fields: Partial<WatchedTask> = {}): WatchedTask =>
  aTask({ priority: 'focus', ...fields });

/** The day `count` working days after (negative: before) a day. */
export const workingDaysFrom = (day: Day, count: number): Day => addWorkingDays(calendar, day, count);

export const owedOn = (
  task: WatchedTask,
  today: Day,
  settings: Partial<EscalationPolicy> = {},
): OwedNotice[] => listOwedNotices(task, today, calendar, { ...policy, ...settings });

/** What is owed in the words of the policy: `overdue → head`. */
export const wordsOn = (task: WatchedTask, today: Day, settings: Partial<EscalationPolicy> = {}): string[] =>
  owedOn(task, today, settings).map(({ kind, to }) => `${kind} → ${to}`);

export interface Said extends OwedNotice {
  on: Day;
}

/**
 * Runs the morning of every working day from one day to another, except those on which the process was stopped,
 * and says what is owed and was not said before to the same role.
 */
export function runMornings(
  task: WatchedTask,
  days: { from: Day; to: Day },
  isStopped: (day: Day) => boolean = () => false,
): Said[] {
  const said: Said[] = [];
  for (let on = days.from; on <= days.to; on = addDays(on, 1)) {
    if (!isWorkingDay(calendar, on) || isStopped(on)) continue;
    const isNew = (notice: OwedNotice) => !said.some((s) => s.to === notice.to && s.key === notice.key);
    said.push(
      ...owedOn(task, on)
        .filter(isNew)
        .map((notice) => ({ ...notice, on })),
    );
  }
  return said;
}
