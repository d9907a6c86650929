import { describe, expect, it } from 'vitest';
import { aTask, DUE_ON, owedOn, runMornings, wordsOn, workingDaysFrom } from '../../support/watched-tasks.ts';

const ASSIGNEE_ONLY = ['dueSoon → assignee'];
const WITH_HEAD = ['dueSoon → assignee', 'dueSoon → head'];

describe('due soon: T−7, T−3, T−1 and T0 to the assignee, to the head from T−3', () => {
  it.each([
    [-8, []],
    [-7, ASSIGNEE_ONLY],
    [-3, WITH_HEAD],
    [-1, WITH_HEAD],
    [0, WITH_HEAD],
  ])('T%i', (offset, words) => {
    expect(wordsOn(aTask(), workingDaysFrom(DUE_ON, offset))).toEqual(words);
  });

  it('says each of the four once, on its day', () => {
    const said = runMornings(aTask(), { from: '2026-06-15', to: DUE_ON });
    expect(said.map(({ on, to }) => `${on} ${to}`)).toEqual([
      '2026-07-06 assignee',
      '2026-07-10 assignee',
      '2026-07-10 head',
      '2026-07-14 assignee',
      '2026-07-14 head',
      '2026-07-15 assignee',
      '2026-07-15 head',
    ]);
  });

  it('after a stop over T−7 and T−3 says the nearest one, once, and not the other', () => {
    const stopped = (day: string) => day < workingDaysFrom(DUE_ON, -2);
    const said = runMornings(aTask(), { from: '2026-06-15', to: workingDaysFrom(DUE_ON, -2) }, stopped);
    expect(said.map(({ to, key }) => `${to} ${key}`)).toEqual([
      'assignee dueSoon:12:2026-07-15:3',
      'head dueSoon:12:2026-07-15:3',
    ]);
  });

  it('does not owe a reminder whose day was over when the task was issued', () => {
    const issuedOn = workingDaysFrom(DUE_ON, -2);
    const said = runMornings(aTask({ aliveOn: issuedOn }), { from: issuedOn, to: DUE_ON });
    expect(said.map(({ on }) => on)).toEqual([
      workingDaysFrom(DUE_ON, -1),
      workingDaysFrom(DUE_ON, -1),
      DUE_ON,
      DUE_ON,
    ]);
  });

  it('reminds again of a due day that was moved, since it is another due day', () => {
    const before = owedOn(aTask(), DUE_ON);
    const moved = owedOn(aTask({ dueOn: '2026-07-20' }), workingDaysFrom('2026-07-20', -3));
    expect(moved.map(({ key }) => key)).not.toContain(before[0]?.key);
  });

  it('counts working days over Tết 2027: T−3 of 15/02/2027 is 03/02', () => {
    const task = aTask({ dueOn: '2027-02-15' });
    expect(wordsOn(task, '2027-02-03')).toEqual(WITH_HEAD);
    expect(owedOn(task, '2027-02-02')[0]?.key).toBe('dueSoon:12:2027-02-15:7');
  });

  it('counts the Saturday that makes up for 31/8/2026: T−7 of 28/8 is 20/8', () => {
    const task = aTask({ dueOn: '2026-08-28' });
    expect(owedOn(task, '2026-08-19')).toEqual([]);
    expect(wordsOn(task, '2026-08-20')).toEqual(ASSIGNEE_ONLY);
  });
});

describe('a due day on a day off', () => {
  // Saturday 01/5/2027; off from Friday 30/4 to Monday 03/5.
  const task = aTask({ dueOn: '2027-05-01' });

  it('has its T0 on the last working day before it', () => {
    expect(owedOn(task, '2027-04-29')[0]?.key).toBe('dueSoon:12:2027-05-01:0');
    expect(owedOn(task, '2027-04-28')[0]?.key).toBe('dueSoon:12:2027-05-01:1');
  });

  it('is in time until the next working day ends, and T0 is not said again on it', () => {
    const said = runMornings(task, { from: '2027-04-29', to: '2027-05-04' });
    expect(said.map(({ on }) => on)).toEqual(['2027-04-29', '2027-04-29']);
  });

  it('counts T−n from there: issued on Wednesday for a Saturday, T−3 was on Tuesday', () => {
    expect(owedOn(aTask({ dueOn: '2026-07-18', aliveOn: '2026-07-15' }), '2026-07-15')).toEqual([]);
    expect(owedOn(aTask({ dueOn: '2026-07-18', aliveOn: '2026-07-14' }), '2026-07-14')).not.toEqual([]);
  });

  it('is overdue on the working day after that', () => {
    expect(wordsOn(task, '2027-05-05')).toContain('overdue → assignee');
  });

  it('is overdue on that next working day already where the setting says so', () => {
    expect(wordsOn(task, '2027-05-04', { dueOnDayOff: 'thatDay' })).toContain('overdue → assignee');
  });
});
