import { describe, expect, it } from 'vitest';
import {
  mayConfirmHoldup,
  mayMoveBottleneck,
  mayReadBottleneck,
} from '../../../src/domain/task/holdup-rights.ts';
import {
  aDeputyHeadOf,
  aDirector,
  aHeadOf,
  aLeaderInChargeOf,
  anAdmin,
  anOperator,
  aStaffMemberOf,
  UNITS,
} from '../../support/people.ts';

const unitId = UNITS.leading;
const byAnother = { unitId, reportedById: 1 };

describe('who vouches for what holds a unit up', () => {
  it.each([
    ['its head', aHeadOf(unitId), true],
    ['its deputy', aDeputyHeadOf(unitId), true],
    ['whoever stands in for its head', standInFor('all'), true],
    ['whoever only decides for its head', standInFor('decisions'), false],
    ['its staff', aStaffMemberOf(unitId), false],
    ['another head', aHeadOf(UNITS.other), false],
    ['the office', anOperator(), false],
    ['the leader in charge', aLeaderInChargeOf(unitId), false],
    ['the director', aDirector(), false],
    ['the admin', anAdmin(), false],
  ])('%s: %#', (_, actor, may) => {
    expect(mayConfirmHoldup(actor, byAnother)).toBe(may);
  });

  it('what one reported oneself only as the head, in person', () => {
    const own = (actor: { personId: number }) => ({ unitId, reportedById: actor.personId });
    const head = aHeadOf(unitId);
    const deputy = aDeputyHeadOf(unitId);
    const standIn = standInFor('all');
    expect(mayConfirmHoldup(head, own(head))).toBe(true);
    expect(mayConfirmHoldup(deputy, own(deputy))).toBe(false);
    expect(mayConfirmHoldup(standIn, own(standIn))).toBe(false);
  });
});

describe('who moves a bottleneck on, and who reads it', () => {
  const concerned = { unitId, mustActUnitId: UNITS.coordinating };
  it.each([
    ['its head', aHeadOf(unitId), true, true],
    ['the office', anOperator(), true, true],
    ['the leader in charge', aLeaderInChargeOf(unitId), true, true],
    ['the director', aDirector(), true, true],
    ['its staff', aStaffMemberOf(unitId), false, true],
    ['the head of the unit that must act', aHeadOf(UNITS.coordinating), false, true],
    ['a leader of another field', aLeaderInChargeOf(UNITS.other), false, true],
    ['another head', aHeadOf(UNITS.other), false, false],
    ['the admin', anAdmin(), false, false],
  ])('%s', (_, actor, mayMove, mayRead) => {
    expect(mayMoveBottleneck(actor, unitId)).toBe(mayMove);
    expect(mayReadBottleneck(actor, concerned)).toBe(mayRead);
  });
});

function standInFor(scope: 'all' | 'decisions') {
  return { ...aStaffMemberOf(unitId), inPlaceOf: [{ of: aHeadOf(unitId), scope }] };
}
