import type { Role, UnitKind } from './organisation.ts';

/**
 * What the office changes about one person. A change's place in the list is stored under buttons: add at the end, never
 * move one.
 */
export const PERSON_CHANGES = [
  'lostPhone',
  'leave',
  'makeHead',
  'makeActingHead',
  'makeDeputyHead',
  'makeStaff',
  'grantOperator',
  'withdrawOperator',
] as const;
export type PersonChange = (typeof PERSON_CHANGES)[number];

/** A role as it is held: `isActing` for somebody in charge for the time being ("phụ trách", "quyền"). */
export interface HeldRole {
  role: Role;
  isActing: boolean;
}

/** The role that a change gives in a unit of this kind; `null` for a change that gives none. */
export function roleGivenBy(change: PersonChange, kind: UnitKind): HeldRole | null {
  const isTop = kind === 'leadership';
  if (change === 'makeHead') return { role: isTop ? 'director' : 'head', isActing: false };
  if (change === 'makeActingHead') return { role: isTop ? 'director' : 'head', isActing: true };
  if (change === 'makeDeputyHead') return { role: isTop ? 'deputyDirector' : 'deputyHead', isActing: false };
  return change === 'makeStaff' ? { role: 'staff', isActing: false } : null;
}

/** Somebody as the list of changes looks at them. */
export interface ChangeablePerson {
  held: HeldRole | null;
  unitKind: UnitKind | null;
  hasAccount: boolean;
  isOperator: boolean;
}

/** Which changes make a difference to this person, in the order of the list. */
export function listPersonChanges({
  held,
  unitKind,
  hasAccount,
  isOperator,
}: ChangeablePerson): PersonChange[] {
  return PERSON_CHANGES.filter((change) => {
    if (change === 'lostPhone') return hasAccount;
    if (change === 'leave') return true;
    if (change === 'grantOperator') return !isOperator;
    if (change === 'withdrawOperator') return isOperator;
    if (unitKind === null || held === null) return false;
    const given = roleGivenBy(change, unitKind);
    return given !== null && (given.role !== held.role || given.isActing !== held.isActing);
  });
}
