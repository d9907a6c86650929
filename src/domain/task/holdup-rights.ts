import { type Actor, mayActInOffice, mayAssignTo } from '../access/access.ts';
import type { Hand } from '../access/subject.ts';

/** A blocker or bottleneck: the unit that it holds up, and who said so. */
export interface HoldupSubject {
  unitId: number;
  reportedById: number;
}

/** A person's own roles, and those of a head who is away. */
const rolesOf = (actor: Actor): Hand['roles'] => [
  ...actor.roles,
  ...(actor.inPlaceOf ?? []).flatMap(({ of, scope }) => (scope === 'all' ? of.roles : [])),
];

/**
 * Whether this person may confirm that something holds the unit up, which mutes reminders before the due day: its head
 * or deputy, or whoever stands in for them. What somebody reported themselves only the head confirms.
 */
export function mayConfirmHoldup(actor: Actor, { unitId, reportedById }: HoldupSubject): boolean {
  const isOwn = actor.personId === reportedById;
  const roles = isOwn ? actor.roles : rolesOf(actor);
  return roles.some(
    (held) => held.unitId === unitId && (held.role === 'head' || (!isOwn && held.role === 'deputyHead')),
  );
}

/** Whether this person may say how far a bottleneck of the unit has come: its head, the office, a leader above. */
export const mayMoveBottleneck = (actor: Actor, unitId: number): boolean =>
  mayAssignTo(actor, unitId) || mayActInOffice(actor, 'handleTickets');

/** Whether this person may read a bottleneck: the people of the units concerned, and whoever may move it. */
export const mayReadBottleneck = (
  actor: Actor,
  concerned: { unitId: number; mustActUnitId: number | null },
): boolean =>
  mayMoveBottleneck(actor, concerned.unitId) ||
  rolesOf(actor).some(
    ({ unitId, role }) =>
      unitId === concerned.unitId || unitId === concerned.mustActUnitId || role === 'deputyDirector',
  );
