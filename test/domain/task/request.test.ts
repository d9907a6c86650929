import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../../src/domain/calendar/working-calendar.ts';
import { addDays } from '../../../src/domain/days.ts';
import {
  type AskedDueDay,
  listLikelyDueDays,
  proposeDueDay,
} from '../../../src/domain/task/request-due-day.ts';
import {
  isDecidedInUnit,
  mayDecideRequest,
  mayGrantAtOnce,
  type RequestSubject,
} from '../../../src/domain/task/request-rights.ts';
import {
  aDeputyHeadOf,
  aDirector,
  aHeadOf,
  aLeaderInChargeOf,
  anAdmin,
  anOperator,
  aStaffMemberOf,
  aTaskOf,
  UNITS,
} from '../../support/people.ts';
import { calendar } from '../../support/working-days.ts';

/** A Wednesday a week before the due day. */
const facts = { today: '2026-07-08', dueOn: '2026-07-15', calendar };

describe('the day that an extension proposes', () => {
  it.each<[string, AskedDueDay, string, string | null]>([
    ['a day that is named', { on: '2026-07-20' }, '2026-07-20', null],
    ['the next working day, when a day off is named', { on: '2026-07-18' }, '2026-07-20', '2026-07-18'],
    ['some days more', { extendBy: { count: 5, unit: 'day' } }, '2026-07-20', null],
    ['some working days more', { extendBy: { count: 5, unit: 'workingDay' } }, '2026-07-22', null],
    ['a week more', { extendBy: { count: 1, unit: 'week' } }, '2026-07-22', null],
    ['a month more, on a Saturday', { extendBy: { count: 1, unit: 'month' } }, '2026-08-17', '2026-08-15'],
  ])('%s', (_, asked, dueOn, movedFrom) => {
    expect(proposeDueDay(facts, asked)).toEqual({ kind: 'proposed', dueOn, movedFrom });
  });

  it('counts a length from today when the task is late already', () => {
    const late = { ...facts, dueOn: '2026-07-01' };
    expect(proposeDueDay(late, { extendBy: { count: 1, unit: 'workingDay' } })).toMatchObject({
      dueOn: '2026-07-09',
    });
  });

  it('ends in the last day of a shorter month', () => {
    const january = { ...facts, dueOn: '2027-01-31' };
    expect(proposeDueDay(january, { extendBy: { count: 1, unit: 'month' } })).toMatchObject({
      movedFrom: '2027-02-28',
      dueOn: '2027-03-01',
    });
  });

  it.each<[AskedDueDay, string]>([
    [{}, 'wanted'],
    [{ on: '2026-07-15' }, 'notLater'],
    [{ on: '2026-07-01' }, 'notLater'],
    [{ on: '2028-07-15' }, 'tooFar'],
    [{ extendBy: { count: 999_999, unit: 'month' } }, 'tooFar'],
  ])('%j is %s', (asked, kind) => {
    expect(proposeDueDay(facts, asked)).toEqual({ kind });
  });

  it('is never a past day, nor the present due day, nor a day off', () => {
    const anyDay = fc.integer({ min: -60, max: 400 }).map((offset) => addDays('2026-07-08', offset));
    const anyLength = fc.record({
      count: fc.nat(300),
      unit: fc.constantFrom('workingDay', 'day', 'week', 'month'),
    });
    const anyAsked = fc.oneof(
      anyDay.map((on) => ({ on })),
      anyLength.map((extendBy) => ({ extendBy })),
    );
    fc.assert(
      fc.property(anyDay, anyAsked, (dueOn, asked) => {
        const proposed = proposeDueDay({ ...facts, dueOn }, asked);
        if (proposed.kind !== 'proposed') return;
        expect(proposed.dueOn > facts.today && proposed.dueOn > dueOn).toBe(true);
        expect(isWorkingDay(calendar, proposed.dueOn)).toBe(true);
      }),
    );
  });

  it('is offered as 3, 5 and 10 working days more', () => {
    expect(listLikelyDueDays(facts)).toEqual(['2026-07-20', '2026-07-22', '2026-07-29']);
  });
});

describe('who decides a request', () => {
  const { leading, other, office } = UNITS;
  const assignee = aStaffMemberOf(leading);
  const head = aHeadOf(leading);
  const task = aTaskOf(leading, { assigneeId: assignee.personId, reportedById: null });
  const asked = (fields: Partial<RequestSubject> = {}): RequestSubject => ({
    kind: 'extension',
    askedBy: assignee,
    unitId: leading,
    toUnitId: null,
    ...fields,
  });
  const leader = aLeaderInChargeOf(leading);

  it('of more time: the leader in charge and the director, nobody of the unit and not the office', () => {
    for (const person of [leader, aDirector()]) expect(mayDecideRequest(person, asked(), task)).toBe(true);
    const others = [
      assignee,
      head,
      aDeputyHeadOf(leading),
      aLeaderInChargeOf(other),
      anOperator(),
      anAdmin(),
    ];
    for (const person of others) expect(mayDecideRequest(person, asked(), task)).toBe(false);
  });

  it('of a trọng tâm task: the director alone', () => {
    const focus = { ...task, isFocus: true };
    expect(mayDecideRequest(leader, asked(), focus)).toBe(false);
    expect(mayDecideRequest(aDirector(), asked(), focus)).toBe(true);
  });

  it('of an absence: the head; of the head’s own, the leader in charge', () => {
    const absence = asked({ kind: 'substitution' });
    expect(isDecidedInUnit(absence)).toBe(true);
    expect(mayDecideRequest(head, absence, task)).toBe(true);
    expect(mayDecideRequest(aHeadOf(other), absence, task)).toBe(false);
    const own = asked({ kind: 'substitution', askedBy: head });
    expect(mayDecideRequest(aDeputyHeadOf(leading), own, task)).toBe(false);
    expect(mayDecideRequest(leader, own, { ...task, isFocus: true })).toBe(true);
  });

  it('of another person: the head inside the unit, the approver beyond it', () => {
    const inside = asked({ kind: 'reassignment', toUnitId: leading });
    const beyond = asked({ kind: 'reassignment', toUnitId: other });
    expect(mayDecideRequest(head, inside, task)).toBe(true);
    expect(mayDecideRequest(head, beyond, task)).toBe(false);
    expect(mayDecideRequest(leader, beyond, task)).toBe(true);
  });

  it('never whoever asked; the director’s own goes to the office', () => {
    const director = aDirector();
    const own = asked({ askedBy: director });
    expect(mayDecideRequest(director, own, task)).toBe(false);
    expect(mayDecideRequest(anOperator(), own, task)).toBe(true);
    expect(mayDecideRequest(head, asked({ askedBy: head, kind: 'substitution' }), task)).toBe(false);
  });

  it('a task is handed over without asking by the head inside the unit, to another unit by its approver', () => {
    const mayHandOver = (actor: typeof head, toUnitId: number) =>
      mayGrantAtOnce(actor, task, { kind: 'reassignment', toUnitId });
    expect(mayHandOver(head, leading)).toBe(true);
    expect(mayHandOver(anOperator(), leading)).toBe(true);
    expect(mayHandOver(head, other)).toBe(false);
    expect(mayHandOver(anOperator(), office)).toBe(false);
    expect(mayHandOver(leader, other)).toBe(true);
    expect(mayHandOver(assignee, leading)).toBe(false);
  });

  it.each(['change', 'suspension', 'resumption', 'cancellation'] as const)(
    'a task meets its %s without asking only by whoever would approve it',
    (kind) => {
      const mayDoIt = (actor: typeof head) => mayGrantAtOnce(actor, task, { kind, toUnitId: null });
      expect(mayDoIt(leader)).toBe(true);
      expect([head, assignee, anOperator()].map(mayDoIt)).toEqual([false, false, false]);
    },
  );

  it.each(['extension', 'substitution', 'return'] as const)('%s is always asked', (kind) => {
    expect(mayGrantAtOnce(leader, task, { kind, toUnitId: null })).toBe(false);
  });
});
