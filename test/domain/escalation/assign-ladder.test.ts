import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLadder, LADDER_ROLES, type LadderRole } from '../../../src/domain/escalation/owed-notices.ts';
import { policy } from '../../support/watched-tasks.ts';

const steps = policy.ladder.normal;
const standing = (people: Partial<Record<LadderRole, string>>) => (role: LadderRole) => people[role] ?? null;

describe('who stands on each step of a ladder', () => {
  it('is the person of its role', () => {
    const people = { head: 'Bình', office: 'Dung', leaderInCharge: 'Hòa', director: 'Trinh' };
    expect(assignLadder(steps, standing(people))).toEqual(['Bình', 'Dung', 'Hòa', 'Trinh']);
  });

  it('is the next one when two steps meet in one person: the head of the office is late', () => {
    const people = { head: 'Dung', office: 'Dung', leaderInCharge: 'Hòa', director: 'Trinh' };
    expect(assignLadder(steps, standing(people))).toEqual(['Dung', 'Hòa', 'Trinh', null]);
  });

  it('is the next one when the director is the leader in charge', () => {
    const people = { head: 'Bình', office: 'Dung', leaderInCharge: 'Trinh', director: 'Trinh' };
    expect(assignLadder(steps, standing(people))).toEqual(['Bình', 'Dung', 'Trinh', null]);
  });

  it('is the next one when nobody holds the role', () => {
    const people = { office: 'Dung', leaderInCharge: 'Hòa', director: 'Trinh' };
    expect(assignLadder(steps, standing(people))).toEqual(['Dung', 'Hòa', 'Trinh', null]);
  });

  it('spends no two steps on one person, and reaches everybody whom the policy names', () => {
    const anyPerson = fc.option(fc.constantFrom('An', 'Bình', 'Châu'));
    const anyPeople = fc.record({
      head: anyPerson,
      office: anyPerson,
      leaderInCharge: anyPerson,
      director: anyPerson,
    });
    fc.assert(
      fc.property(anyPeople, (people) => {
        const told = assignLadder(steps, (role) => people[role]).filter((person) => person !== null);
        expect(new Set(told).size).toBe(told.length);
        expect(new Set(told)).toEqual(
          new Set(LADDER_ROLES.map((role) => people[role]).filter((p) => p !== null)),
        );
      }),
    );
  });
});
