import fc from 'fast-check';
import { createCalendar } from '../../../src/domain/calendar/working-calendar.ts';
import { addDays, type Day } from '../../../src/domain/days.ts';
import type { FigureScope, FigureTask } from '../../../src/domain/kpi/figures.ts';
import { TASK_STATES } from '../../../src/domain/task/task.ts';

/** National Day 2026 with its swapped Monday, Culture Day 2026, Tết 2027. */
export const calendar = createCalendar({
  daysOff: [
    '2026-08-31',
    '2026-09-01',
    '2026-09-02',
    '2026-11-24',
    '2027-02-05',
    '2027-02-08',
    '2027-02-09',
    '2027-02-10',
    '2027-02-11',
  ],
  workingSaturdays: ['2026-08-22'],
});

export function seenOn(asOfOn: Day, rest: Partial<FigureScope> = {}): FigureScope {
  return { asOfOn, calendar, dueOnDayOff: 'untilNextWorkingDay', ...rest };
}

export function taskWith(fields: Partial<FigureTask>): FigureTask {
  return {
    id: 1,
    unitId: 1,
    state: 'inProgress',
    dueOn: '2026-06-05',
    originalDueOn: null,
    productOn: null,
    isBacklog: false,
    isExcused: false,
    ...fields,
  };
}

/** First and last of the days that generated tasks use: eight weeks around National Day 2026, Monday to Sunday. */
export const FIRST_DAY: Day = '2026-08-03';
export const WEEKS = 8;
export const LAST_DAY: Day = addDays(FIRST_DAY, WEEKS * 7 - 1);

export const anyDay = fc.nat(WEEKS * 7 - 1).map((offset) => addDays(FIRST_DAY, offset));

export const anyTask: fc.Arbitrary<FigureTask> = fc
  .record({
    id: fc.nat(),
    unitId: fc.nat(4),
    state: fc.constantFrom(...TASK_STATES),
    dueOn: fc.option(anyDay, { freq: 8 }),
    originalDueOn: fc.option(anyDay),
    day: anyDay,
    isBacklog: fc.boolean(),
    isExcused: fc.boolean(),
  })
  .map(({ day, ...task }) => ({
    ...task,
    productOn: ['reportedDone', 'done', 'basicallyDone'].includes(task.state) ? day : null,
  }));

export const anyTasks = fc.array(anyTask, { maxLength: 60 });
