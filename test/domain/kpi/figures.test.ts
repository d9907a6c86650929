import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../../src/domain/calendar/working-calendar.ts';
import { addDays, type Day } from '../../../src/domain/days.ts';
import {
  classifyTask,
  computeFigures,
  computeFiguresByUnit,
  type FigureClass,
  type FigureScope,
  type FigureTask,
} from '../../../src/domain/kpi/figures.ts';
import type { TaskState } from '../../../src/domain/task/task.ts';
import {
  anyDay,
  anyTask,
  anyTasks,
  calendar,
  FIRST_DAY,
  LAST_DAY,
  seenOn,
  taskWith,
  WEEKS,
} from './figure-cases.ts';

describe('how one task counts', () => {
  const friday = '2026-06-05';
  const cases: [string, Partial<FigureTask>, Day, FigureClass | null][] = [
    [
      'done the day before its due day is early',
      { state: 'done', productOn: '2026-06-04' },
      '2026-06-10',
      'doneEarly',
    ],
    ['done on its due day is on the day', { state: 'done', productOn: friday }, '2026-06-10', 'doneOnDay'],
    ['done the day after is late', { state: 'done', productOn: '2026-06-06' }, '2026-06-10', 'doneLate'],
    ['open on its due day is in time: the day is not over', {}, friday, 'openInTime'],
    ['open the day after is overdue', {}, '2026-06-06', 'overdueOpen'],
    ['submitted is still open', { state: 'submitted' }, '2026-06-06', 'overdueOpen'],
    [
      'reported done waits for its confirmation',
      { state: 'reportedDone', productOn: friday },
      '2026-06-10',
      'awaitingConfirmation',
    ],
    [
      'basically done is not done in time',
      { state: 'basicallyDone', productOn: friday },
      '2026-06-10',
      'overdueOpen',
    ],
    [
      'basically done before its due day is open in time',
      { state: 'basicallyDone', productOn: '2026-06-02' },
      '2026-06-03',
      'openInTime',
    ],
    [
      'a product of a later day is not there yet',
      { state: 'done', productOn: '2026-06-09' },
      '2026-06-08',
      'overdueOpen',
    ],
    ['a completion without a product day is not shown', { state: 'done' }, '2026-06-10', 'overdueOpen'],
    ['open without a due day has no deadline', { dueOn: null }, '2026-06-10', 'noDeadline'],
    [
      'done without a due day has no deadline either',
      { dueOn: null, state: 'done', productOn: friday },
      '2026-06-10',
      'noDeadline',
    ],
  ];
  it.each(cases)('%s', (_, fields, asOfOn, expected) => {
    expect(classifyTask(taskWith(fields), seenOn(asOfOn))).toBe(expected);
  });

  it.each<TaskState>(['draft', 'suspended', 'cancelled'])('a task that is %s does not count', (state) => {
    expect(classifyTask(taskWith({ state }), seenOn('2026-06-10'))).toBeNull();
  });
});

describe('a due day on a day off', () => {
  const done = (dueOn: Day, productOn: Day, scope: Partial<FigureScope> = {}) =>
    classifyTask(taskWith({ state: 'done', dueOn, productOn }), seenOn('2027-12-31', scope));

  it('is in time until the next working day ends: the plan’s Sunday 31/01/2027', () => {
    expect(done('2027-01-31', '2027-02-01')).toBe('doneOnDay');
    expect(done('2027-01-31', '2027-02-02')).toBe('doneLate');
    expect(done('2027-01-31', '2027-01-30')).toBe('doneEarly');
  });

  it('waits for the end of Tết', () => {
    expect(done('2027-02-05', '2027-02-12')).toBe('doneOnDay');
    expect(done('2027-02-05', '2027-02-13')).toBe('doneLate');
  });

  it('waits for the end of National Day, begun by a swapped Monday', () => {
    expect(done('2026-08-31', '2026-09-03')).toBe('doneOnDay');
    expect(done('2026-08-31', '2026-09-04')).toBe('doneLate');
  });

  it('does not stretch where the Saturday is worked', () => {
    expect(done('2026-08-22', '2026-08-24')).toBe('doneLate');
  });

  it('does not stretch where the setting says that day', () => {
    expect(done('2026-11-24', '2026-11-25')).toBe('doneOnDay');
    expect(done('2026-11-24', '2026-11-25', { dueOnDayOff: 'thatDay' })).toBe('doneLate');
  });

  it('is overdue only when the stretched day is over', () => {
    const task = taskWith({ dueOn: '2026-11-24' });
    expect(classifyTask(task, seenOn('2026-11-25'))).toBe('openInTime');
    expect(classifyTask(task, seenOn('2026-11-26'))).toBe('overdueOpen');
  });
});

describe('the rates', () => {
  const early = taskWith({ state: 'done', productOn: '2026-06-01' });
  const late = taskWith({ state: 'done', productOn: '2026-06-08' });
  const overdue = taskWith({});
  const scope = seenOn('2026-06-10');

  it('divide what was on time, and what was done at all, by what was due (R22)', () => {
    const figures = computeFigures([early, early, late, overdue], scope);
    expect(figures).toMatchObject({ tasks: 4, due: 4, onTimeRate: 0.5, vpcpRate: 0.75 });
  });

  it('leave out what waits for confirmation, is not due or has no deadline', () => {
    const waiting = taskWith({ state: 'reportedDone', productOn: '2026-06-09' });
    const figures = computeFigures(
      [early, waiting, taskWith({ dueOn: '2026-06-30' }), taskWith({ dueOn: null })],
      scope,
    );
    expect(figures).toMatchObject({
      tasks: 4,
      due: 1,
      awaitingConfirmation: 1,
      openInTime: 1,
      noDeadline: 1,
    });
    expect(figures.onTimeRate).toBe(1);
  });

  it('are no data, not zero, where nothing was due', () => {
    const figures = computeFigures([taskWith({ dueOn: '2026-06-30' })], scope);
    expect(figures).toMatchObject({
      onTimeRate: null,
      vpcpRate: null,
      onTimeRateOriginal: null,
      vpcpRateOriginal: null,
      onTimeRateAdjusted: null,
    });
  });

  it('are shown against the first due days too, however often extended', () => {
    const extended = taskWith({ state: 'done', productOn: '2026-06-05', originalDueOn: '2026-05-29' });
    const figures = computeFigures([early, extended], scope);
    expect(figures).toMatchObject({ onTimeRate: 1, onTimeRateOriginal: 0.5, vpcpRateOriginal: 1 });
  });

  it('count an extended task not yet due as overdue against its first due day', () => {
    const extended = taskWith({ dueOn: '2026-06-30', originalDueOn: '2026-05-29' });
    const figures = computeFigures([early, extended], scope);
    expect(figures).toMatchObject({ due: 1, onTimeRate: 1, onTimeRateOriginal: 0.5, vpcpRateOriginal: 0.5 });
  });

  it('drop the late tasks with a confirmed objective cause from the adjusted rate only (R116)', () => {
    const excused = [late, overdue].map((task) => ({ ...task, isExcused: true }));
    const figures = computeFigures([early, late, ...excused], scope);
    expect(figures).toMatchObject({ due: 4, onTimeRate: 0.25, onTimeRateAdjusted: 0.5 });
    expect(computeFigures(excused, scope).onTimeRateAdjusted).toBeNull();
  });

  it('show the inherited backlog apart, inside the same totals', () => {
    const backlog = [early, overdue].map((task) => ({ ...task, isBacklog: true }));
    const figures = computeFigures([late, ...backlog], scope);
    expect(figures).toMatchObject({ tasks: 3, overdueOpen: 1, backlog: { tasks: 2, overdueOpen: 1 } });
  });
});

describe('a period', () => {
  const week = { from: '2026-06-01', to: '2026-06-07' };
  const nextWeek = { from: '2026-06-08', to: '2026-06-14' };
  const asOfOn = '2026-06-20';
  const classIn = (period: { from: Day; to: Day }, fields: Partial<FigureTask>) =>
    classifyTask(taskWith(fields), seenOn(asOfOn, period));

  it('has what was done early in it, whenever it was due', () => {
    const early = { state: 'done', dueOn: '2026-06-12', productOn: '2026-06-03' } as const;
    expect(classIn(week, early)).toBe('doneEarly');
    expect(classIn(nextWeek, early)).toBeNull();
  });

  it('shows as overdue what was done only after its end, and never counts it again', () => {
    const late = { state: 'done', productOn: '2026-06-10' } as const;
    expect(classIn(week, late)).toBe('overdueOpen');
    expect(classIn(nextWeek, late)).toBeNull();
  });

  it('carries what is still overdue, and says how many were carried', () => {
    const figures = computeFigures(
      [taskWith({}), taskWith({ dueOn: '2026-06-10' })],
      seenOn(asOfOn, nextWeek),
    );
    expect(figures).toMatchObject({ tasks: 2, due: 2, overdueOpen: 2, carriedOverdue: 1 });
  });

  it('settles a due day on its last day off by the working day after it', () => {
    const sunday = '2026-06-07';
    expect(classIn(week, { dueOn: sunday, state: 'done', productOn: '2026-06-08' })).toBe('doneOnDay');
    expect(classIn(nextWeek, { dueOn: sunday, state: 'done', productOn: '2026-06-08' })).toBeNull();
    expect(classIn(week, { dueOn: sunday })).toBe('overdueOpen');
  });

  it('is seen from the moment asked while it still runs', () => {
    const scope = seenOn('2026-06-03', week);
    expect(classifyTask(taskWith({}), scope)).toBe('openInTime');
    expect(classifyTask(taskWith({ dueOn: '2026-06-02' }), scope)).toBe('overdueOpen');
  });

  it('has neither later due days nor tasks without one', () => {
    expect(classIn(week, { dueOn: '2026-06-08' })).toBeNull();
    expect(classIn(week, { dueOn: null })).toBeNull();
  });
});

describe('whatever the tasks', () => {
  it('every task counts as the rule read word by word says', () => {
    fc.assert(
      fc.property(anyTask, anyDay, (task, asOfOn) => {
        expect(classifyTask(task, seenOn(asOfOn))).toBe(readRule(task, asOfOn));
      }),
      { numRuns: 1000 },
    );
  });

  it('the counts add up, of all tasks and of each unit', () => {
    fc.assert(
      fc.property(anyTasks, anyDay, (tasks, asOfOn) => {
        const scope = seenOn(asOfOn);
        const all = computeFigures(tasks, scope);
        expect(all.due).toBe(all.doneEarly + all.doneOnDay + all.doneLate + all.overdueOpen);
        expect(all.tasks).toBe(all.due + all.awaitingConfirmation + all.openInTime + all.noDeadline);
        const units = [...computeFiguresByUnit(tasks, scope).values()];
        for (const key of ['tasks', 'due', 'doneEarly', 'overdueOpen', 'openInTime'] as const) {
          expect(units.reduce((sum, unit) => sum + unit[key], 0)).toBe(all[key]);
        }
      }),
    );
  });

  it('consecutive weeks count every dated task once, besides the overdue ones carried', () => {
    fc.assert(
      fc.property(anyTasks, anyDay, (tasks, asOfOn) => {
        const weeks = weeklyScopes(asOfOn).map((scope) => computeFigures(tasks, scope));
        const counted = weeks.reduce((sum, week) => sum + week.tasks - week.carriedOverdue, 0);
        const whole = computeFigures(tasks, seenOn(asOfOn, { from: FIRST_DAY, to: LAST_DAY }));
        expect(counted).toBe(whole.tasks);
      }),
      { numRuns: 300 },
    );
  });

  it('a task closed in a week is in no later one', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        fc.pre(task.state === 'done' && task.productOn !== null && task.dueOn !== null);
        const after = weeklyScopes('2026-12-31').filter(
          ({ from }) => from !== undefined && from > (task.productOn ?? '') && from > (task.dueOn ?? ''),
        );
        expect(after.map((scope) => classifyTask(task, scope))).toEqual(after.map(() => null));
      }),
      { numRuns: 1000 },
    );
  });
});

function weeklyScopes(asOfOn: Day): FigureScope[] {
  return Array.from({ length: WEEKS }, (_, i) => {
    const from = addDays(FIRST_DAY, i * 7);
    return seenOn(asOfOn, { from, to: addDays(from, 6) });
  });
}

/** The definitions of R22 without a period, day by day and without the shared calendar functions but one. */
function readRule(task: FigureTask, asOfOn: Day): FigureClass | null {
  if (['draft', 'suspended', 'cancelled'].includes(task.state)) return null;
  if (task.dueOn === null) return 'noDeadline';
  let lastOn = task.dueOn;
  while (!isWorkingDay(calendar, lastOn)) lastOn = addDays(lastOn, 1);
  const isThere = task.productOn !== null && task.productOn <= asOfOn;
  if (task.state === 'reportedDone' && isThere) return 'awaitingConfirmation';
  if (task.state !== 'done' || !isThere) return asOfOn > lastOn ? 'overdueOpen' : 'openInTime';
  const productOn = task.productOn ?? '';
  if (productOn > lastOn) return 'doneLate';
  return productOn < task.dueOn ? 'doneEarly' : 'doneOnDay';
}
