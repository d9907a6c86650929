import { describe, expect, it } from 'vitest';
import { lastDayInTime, workingDaysLate } from '../../../src/domain/escalation/owed-notices.ts';
import { TASK_STATES } from '../../../src/domain/task/task.ts';
import {
  aFocusTask,
  aTask,
  DUE_ON,
  owedOn,
  runMornings,
  type Said,
  wordsOn,
  workingDaysFrom,
} from '../../support/watched-tasks.ts';
import { calendar } from '../../support/working-days.ts';

const THREE_WEEKS = { from: DUE_ON, to: workingDaysFrom(DUE_ON, 15) };

/** T+n on which a role heard of the task, of one kind of notice. */
const daysOf = (said: Said[], kind: Said['kind'], to: Said['to']): number[] =>
  said
    .filter((notice) => notice.kind === kind && notice.to === to)
    .map(({ on }) => workingDaysLate(calendar, DUE_ON, on, 'untilNextWorkingDay'));

describe('overdue', () => {
  it('is not said on the due day itself', () => {
    expect(wordsOn(aTask(), DUE_ON).filter((words) => words.startsWith('overdue'))).toEqual([]);
  });

  it('is said to the assignee and the head at T+1, then weekly', () => {
    const said = runMornings(aTask(), THREE_WEEKS);
    expect(daysOf(said, 'overdue', 'assignee')).toEqual([1, 6, 11]);
    expect(daysOf(said, 'overdue', 'head')).toEqual([1, 6, 11]);
  });

  it.each(['focus', 'key', 'breakthrough'] as const)('is said daily when the task is %s', (priority) => {
    const said = runMornings(aTask({ priority }), THREE_WEEKS);
    expect(daysOf(said, 'overdue', 'assignee')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
  });

  it('is said weekly again when a task that was trọng tâm for a week is so no more', () => {
    const daily = runMornings(aFocusTask(), { from: DUE_ON, to: workingDaysFrom(DUE_ON, 5) });
    const keysSaid = new Set(daily.map(({ key }) => key));
    const weekly = owedOn(aTask(), workingDaysFrom(DUE_ON, 6)).find(({ kind }) => kind === 'overdue');
    expect(keysSaid).not.toContain(weekly?.key);
  });

  it('counts no day of Tết 2027: due on Thursday 04/02, T+1 is Friday 12/02', () => {
    const said = runMornings(aTask({ dueOn: '2027-02-04' }), { from: '2027-02-04', to: '2027-02-12' });
    const first = said.find(({ kind }) => kind === 'overdue');
    expect(first?.on).toBe('2027-02-12');
  });

  it('counts the working Saturday 22/8/2026: due on Friday 21/8, T+1 is that Saturday', () => {
    expect(wordsOn(aTask({ dueOn: '2026-08-21' }), '2026-08-22')).toContain('overdue → head');
  });
});

describe('the ladder', () => {
  it('climbs T+1 head · T+3 office · T+5 leader in charge · T+10 director, each step once', () => {
    const said = runMornings(aTask(), THREE_WEEKS);
    expect(daysOf(said, 'ladder', 'head')).toEqual([1]);
    expect(daysOf(said, 'ladder', 'office')).toEqual([3]);
    expect(daysOf(said, 'ladder', 'leaderInCharge')).toEqual([5]);
    expect(daysOf(said, 'ladder', 'director')).toEqual([10]);
  });

  it('climbs T+1 office · T+2 leader in charge · T+3 director when the task is trọng tâm', () => {
    const said = runMornings(aFocusTask(), THREE_WEEKS);
    expect(daysOf(said, 'ladder', 'office')).toEqual([1]);
    expect(daysOf(said, 'ladder', 'leaderInCharge')).toEqual([2]);
    expect(daysOf(said, 'ladder', 'director')).toEqual([3]);
  });

  it('names the step of the policy that a notice is', () => {
    const steps = owedOn(aTask(), workingDaysFrom(DUE_ON, 5)).filter(({ kind }) => kind === 'ladder');
    expect(steps.map(({ to, step }) => [to, step])).toEqual([
      ['head', 0],
      ['office', 1],
      ['leaderInCharge', 2],
    ]);
  });

  it('climbs over 30/4–03/5/2027: due on Wednesday 28/4, the office hears on Wednesday 05/5', () => {
    const said = runMornings(aTask({ dueOn: '2027-04-28' }), { from: '2027-04-28', to: '2027-05-10' });
    const office = said.find(({ kind, to }) => kind === 'ladder' && to === 'office');
    expect(office?.on).toBe('2027-05-05');
  });

  it('after a stop from T+2 to T+5 tells the office and the leader once, on the first morning', () => {
    const stopped = (day: string) => day > workingDaysFrom(DUE_ON, 1) && day < workingDaysFrom(DUE_ON, 6);
    const said = runMornings(aTask(), THREE_WEEKS, stopped);
    expect(daysOf(said, 'ladder', 'office')).toEqual([6]);
    expect(daysOf(said, 'ladder', 'leaderInCharge')).toEqual([6]);
    expect(daysOf(said, 'overdue', 'head')).toEqual([1, 6, 11]);
  });
});

describe('going live floods nobody', () => {
  const longAgo = '2026-06-01';
  const startedOn = '2026-09-07';

  it('a task already late starts at the first step of its ladder that day', () => {
    const task = aTask({ dueOn: longAgo, aliveOn: startedOn });
    expect(wordsOn(task, startedOn)).toEqual(['overdue → assignee', 'overdue → head', 'ladder → head']);
  });

  it('and climbs from there as if it had been due the working day before', () => {
    const said = runMornings(aTask({ dueOn: longAgo, aliveOn: startedOn }), {
      from: startedOn,
      to: workingDaysFrom(startedOn, 12),
    });
    const dayOf = (to: string) => said.find((notice) => notice.kind === 'ladder' && notice.to === to)?.on;
    expect(dayOf('office')).toBe(workingDaysFrom(startedOn, 2));
    expect(dayOf('leaderInCharge')).toBe(workingDaysFrom(startedOn, 4));
    expect(dayOf('director')).toBe(workingDaysFrom(startedOn, 9));
  });

  it('started on a day off, the first step is on the next working day', () => {
    const task = aTask({ dueOn: longAgo, aliveOn: '2026-09-05' });
    expect(wordsOn(task, '2026-09-07')).toEqual(['overdue → assignee', 'overdue → head', 'ladder → head']);
  });

  it('a task that becomes late after the start climbs by its own due day', () => {
    const task = aTask({ aliveOn: DUE_ON });
    expect(wordsOn(task, workingDaysFrom(DUE_ON, 3))).toContain('ladder → office');
  });
});

describe('what is not spoken of', () => {
  const late = workingDaysFrom(DUE_ON, 20);

  it.each(['draft', 'done', 'basicallyDone', 'suspended', 'cancelled'] as const)(
    'a task that is %s',
    (state) => {
      expect(owedOn(aTask({ state }), late)).toEqual([]);
      expect(owedOn(aTask({ state }), DUE_ON)).toEqual([]);
    },
  );

  it.each(['issued', 'inProgress', 'submitted'] as const)('but a late one that is %s is', (state) => {
    expect(owedOn(aTask({ state }), late)).not.toEqual([]);
  });

  it('a task without a deadline', () => {
    expect(owedOn(aTask({ dueOn: null }), late)).toEqual([]);
  });

  it.each(TASK_STATES)('any task before it is issued and gone live (%s)', (state) => {
    expect(owedOn(aTask({ state, aliveOn: workingDaysFrom(late, 1) }), late)).toEqual([]);
  });
});

describe('a task reported done waits for its confirmer', () => {
  const reported = aTask({ state: 'reportedDone' });

  it('and is not overdue for anybody else', () => {
    expect(wordsOn(reported, workingDaysFrom(DUE_ON, 4))).toEqual(['waitsForConfirmation → confirmer']);
  });

  it('every working day anew', () => {
    const said = runMornings(reported, { from: '2026-07-13', to: '2026-07-19' });
    expect(said).toHaveLength(5);
  });
});

describe('how late a task is', () => {
  it.each([
    ['2026-07-15', '2026-07-15', 0, 'on its due day'],
    ['2026-07-15', '2026-07-16', 1, 'the day after'],
    ['2026-07-17', '2026-07-18', 1, 'on the Saturday after a Friday'],
    ['2026-07-17', '2026-07-20', 1, 'on the Monday after a Friday'],
    ['2026-07-18', '2026-07-20', 0, 'on the Monday after a Saturday'],
    ['2026-07-18', '2026-07-21', 1, 'on the Tuesday after a Saturday'],
    ['2027-02-04', '2027-02-15', 2, 'over Tết 2027'],
  ])('due %s, on %s: %i (%s)', (dueOn, today, days) => {
    expect(workingDaysLate(calendar, dueOn, today, 'untilNextWorkingDay')).toBe(days);
  });

  it('its last day in time is the due day, or the next working day where that is off', () => {
    expect(lastDayInTime(calendar, '2026-07-15', 'untilNextWorkingDay')).toBe('2026-07-15');
    expect(lastDayInTime(calendar, '2026-08-29', 'untilNextWorkingDay')).toBe('2026-09-03');
    expect(lastDayInTime(calendar, '2026-08-29', 'thatDay')).toBe('2026-08-29');
  });
});
