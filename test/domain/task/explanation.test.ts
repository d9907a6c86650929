import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWorkingDays, isWorkingDay } from '../../../src/domain/calendar/working-calendar.ts';
import { addDays } from '../../../src/domain/days.ts';
import { createDirectory } from '../../../src/domain/organisation/directory.ts';
import { deciderOf, isStillAsked, replyByOf, statusOf } from '../../../src/domain/task/explanation.ts';
import { TASK_STATES } from '../../../src/domain/task/task.ts';
import { calendar } from '../../support/working-days.ts';

const anyDay = fc.nat(400).map((offset) => addDays('2026-06-01', offset));
const anyDecision = fc.constantFrom(null, 'accepted', 'returned');

describe('the answer is due two working days after it is asked', () => {
  it.each([
    ['2026-07-08', '2026-07-10'],
    ['2026-07-10', '2026-07-14'],
    ['2026-08-28', '2026-09-04'],
  ])('asked on %s by %s', (askedOn, replyBy) => {
    expect(replyByOf(calendar, askedOn)).toBe(replyBy);
  });

  it('whatever the day', () => {
    fc.assert(
      fc.property(anyDay, (askedOn) => {
        const replyBy = replyByOf(calendar, askedOn);
        expect(isWorkingDay(calendar, replyBy)).toBe(true);
        expect(countWorkingDays(calendar, askedOn, replyBy)).toBe(2);
      }),
    );
  });
});

describe('how an explanation stands', () => {
  const asked = { replyBy: '2026-07-10' };

  it.each([
    [null, '2026-07-10', 'asked', '2026-07-10', false],
    [null, '2026-07-11', 'asked', '2026-07-10', true],
    [{ decision: null, decidedOn: null }, '2026-07-20', 'answered', '2026-07-10', false],
    [{ decision: 'accepted', decidedOn: '2026-07-09' }, '2026-07-20', 'accepted', '2026-07-10', false],
    [{ decision: 'returned', decidedOn: '2026-07-13' }, '2026-07-15', 'returned', '2026-07-15', false],
    [{ decision: 'returned', decidedOn: '2026-07-13' }, '2026-07-16', 'returned', '2026-07-15', true],
  ] as const)('%j on %s', (newest, today, standing, replyBy, isLate) => {
    expect(statusOf(asked, newest, today, calendar)).toEqual({ standing, replyBy, isLate });
  });

  it('is late only when somebody owes an answer and its day is over', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDecision, fc.boolean(), (replyBy, today, decision, isAnswered) => {
        const newest = isAnswered ? { decision, decidedOn: decision === null ? null : replyBy } : null;
        const status = statusOf({ replyBy }, newest, today, calendar);
        const isOwed = newest === null || decision === 'returned';
        expect(status.isLate).toBe(isOwed && today > status.replyBy);
        expect(status.replyBy >= replyBy).toBe(true);
      }),
    );
  });
});

describe('an explanation is still asked', () => {
  const asked = { dueOn: '2026-07-03', lastInTime: '2026-07-03' };
  const open = { state: 'inProgress', dueOn: '2026-07-03', productOn: null } as const;

  it.each([
    ['of an open task', open, true],
    ['of one that was done late', { ...open, state: 'done', productOn: '2026-07-06' }, true],
    [
      'of one done basically, which counts as open',
      { ...open, state: 'basicallyDone', productOn: '2026-07-02' },
      true,
    ],
    ['not once the due day was moved', { ...open, dueOn: '2026-07-20' }, false],
    [
      'not of one whose product turned out to be in time',
      { ...open, state: 'done', productOn: '2026-07-03' },
      false,
    ],
    [
      'not while that waits for its confirmation',
      { ...open, state: 'reportedDone', productOn: '2026-07-03' },
      false,
    ],
    ['not of a suspended one', { ...open, state: 'suspended' }, false],
    ['not of a cancelled one', { ...open, state: 'cancelled' }, false],
  ] as const)('%s', (_, task, expected) => {
    expect(isStillAsked(task, asked)).toBe(expected);
  });

  it('never of another due day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TASK_STATES), anyDay, (state, dueOn) => {
        fc.pre(dueOn !== asked.dueOn);
        expect(isStillAsked({ state, dueOn, productOn: null }, asked)).toBe(false);
      }),
    );
  });
});

describe('who decides an explanation', () => {
  const [DIRECTOR, LEADER, HEAD] = [1, 2, 3];
  const directory = createDirectory({
    units: [],
    people: [],
    memberships: [
      { personId: DIRECTOR, unitId: 1, role: 'director', isActing: false },
      { personId: HEAD, unitId: 4, role: 'head', isActing: false },
    ],
    leadersInCharge: [{ unitId: 4, personId: LEADER }],
    operators: [],
    reachable: new Set([DIRECTOR, LEADER, HEAD]),
  });
  const task = { leadUnitId: 4, leaderInChargeId: null, assigneeId: 9 };

  it('is the leader in charge', () => {
    expect(deciderOf(directory, task, HEAD)).toBe(LEADER);
  });

  it('is one step up when the leader gave it or does the work', () => {
    expect(deciderOf(directory, task, LEADER)).toBe(DIRECTOR);
    expect(deciderOf(directory, { ...task, assigneeId: LEADER }, HEAD)).toBe(DIRECTOR);
  });

  it('is nobody above the director', () => {
    const own = { ...task, leaderInChargeId: DIRECTOR, assigneeId: DIRECTOR };
    expect(deciderOf(directory, own, HEAD)).toBeNull();
  });
});
