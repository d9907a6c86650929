import { isDirector, isLeader, leadsUnit, type Relation, standsSo } from './relations.ts';
import { type Condition, DECISIONS, RIGHTS, type TaskAction } from './rights.ts';
import type { Actor, Hand, TaskSubject } from './subject.ts';

export { TASK_ACTIONS, type TaskAction } from './rights.ts';
export type { Actor, Hand, InPlaceOf, TaskSubject } from './subject.ts';

export const OFFICE_ACTIONS = [
  'import',
  'invite',
  'managePeople',
  'manageUnits',
  'goLive',
  'bindGroup',
  'handleTickets',
] as const;
export type OfficeAction = (typeof OFFICE_ACTIONS)[number];

/** What an admin does without being an operator: setting the system up, accounts and rights. */
const ADMIN_ACTIONS: ReadonlySet<OfficeAction> = new Set(['import', 'invite', 'managePeople', 'manageUnits']);

const CONDITION_HOLDS: Record<Condition, (hand: Hand, task: TaskSubject) => boolean> = {
  notOwnWork: (hand, task) => task.assigneeId !== hand.personId && task.reportedById !== hand.personId,
  notOwnUnit: (hand, task) => !hand.roles.some((r) => r.unitId === task.leadUnitId),
  notFocus: (_, task) => !task.isFocus,
  internal: (_, task) => task.isInternal,
  directorsWork: (_, task) => task.isDirectorsWork,
};

/**
 * Whether this person may do this to this task now: by their own rights, or in the place of somebody who is away or
 * has delegated. Asked when a button is pressed, not when it was drawn.
 */
export function mayActOnTask(actor: Actor, action: TaskAction, task: TaskSubject): boolean {
  // Whoever stands in for the doer confirms it as little as the doer.
  if (DECISIONS.has(action) && !absentOf(actor).every((of) => CONDITION_HOLDS.notOwnWork(of, task)))
    return false;
  if (mayByOwnRight(actor, action, task)) return true;
  // Whoever does the work decides nothing about it, in nobody's place either.
  if (DECISIONS.has(action) && !CONDITION_HOLDS.notOwnWork(actor, task)) return false;
  return (actor.inPlaceOf ?? []).some(
    ({ of, scope }) => (scope === 'all' || DECISIONS.has(action)) && mayByOwnRight(of, action, task),
  );
}

function mayByOwnRight(hand: Hand, action: TaskAction, task: TaskSubject): boolean {
  const row = Object.entries(RIGHTS[action]) as [Relation, readonly Condition[]][];
  return row.some(
    ([relation, conditions]) =>
      standsSo(relation, hand, task) &&
      conditions.every((condition) => CONDITION_HOLDS[condition](hand, task)),
  );
}

/** Whoever is away and has this person stand in. */
const absentOf = (actor: Actor): readonly Hand[] =>
  (actor.inPlaceOf ?? []).filter(({ scope }) => scope === 'all').map(({ of }) => of);

/** Whose work this person does today: their own, and that of whoever is away and has them stand in. */
export const worksFor = (actor: Actor): number[] => [
  actor.personId,
  ...absentOf(actor).map(({ personId }) => personId),
];

/** A person's own rights, and those of whoever is away and has them stand in. */
const handsOf = (actor: Actor): readonly Hand[] => [actor, ...absentOf(actor)];

/** Whether this person may run the campaign's office: the operators, and the admin for what sets the system up. */
export function mayActInOffice(actor: Actor, action: OfficeAction): boolean {
  // Setting the system up needs a grant of one's own; a ticket may be handled for somebody who is away.
  const hands = action === 'handleTickets' ? handsOf(actor) : [actor];
  return hands.some((hand) => hand.isOperator) || (actor.isAdmin && ADMIN_ACTIONS.has(action));
}

/** Whether somebody who took this account wrongly could do harm: a leader's, an operator's, an admin's (R141). */
export const hasPower = (actor: Actor): boolean => isLeader(actor) || actor.isOperator || actor.isAdmin;

/** Whether this person decides anything, so that it could be delegated by or to them: leaders, heads, the office (R46). */
export const mayDelegate = (actor: Actor): boolean =>
  isLeader(actor) || actor.isOperator || leadsAnyUnit(actor);

const leadsAnyUnit = (hand: Hand): boolean =>
  hand.roles.some(({ role }) => role === 'head' || role === 'deputyHead');

/** Whether this person may give a task to this unit: leaders, the office on their behalf, heads inside their unit. */
export function mayAssignTo(actor: Actor, unitId: number): boolean {
  return handsOf(actor).some(
    (hand) =>
      isDirector(hand) ||
      hand.isOperator ||
      leadsUnit(hand, unitId) ||
      (isLeader(hand) && hand.inChargeOf.includes(unitId)),
  );
}

/** Whether a task that this person gives to the unit stays inside it ("giao nội bộ"): given by its head and nobody above. */
export function givesInside(actor: Actor, unitId: number): boolean {
  const isAbove = (hand: Hand) =>
    isDirector(hand) || hand.isOperator || (isLeader(hand) && hand.inChargeOf.includes(unitId));
  return !handsOf(actor).some(isAbove);
}

/** Which tasks a person may find: all, or theirs, those of some units, and those that a monitor watches. */
export type VisibleTasks =
  | 'all'
  | { personId: number; unitIds: readonly number[]; seesCitizenRights: boolean };

/** What the `view` row of the rights means for a search (R44–R46, R64). */
export function visibleTasksOf(actor: Actor): VisibleTasks {
  if (isDirector(actor) || actor.isOperator) return 'all';
  const led = actor.roles.filter(({ role }) => role === 'head' || role === 'deputyHead');
  const inCharge = isLeader(actor) ? actor.inChargeOf : [];
  return {
    personId: actor.personId,
    unitIds: [...new Set([...led.map(({ unitId }) => unitId), ...inCharge])],
    seesCitizenRights: actor.roles.some(({ role }) => role === 'monitor'),
  };
}

/** Whether this person may enter what an indicator stands at: whoever works in the unit that owns it, and the office. */
export const mayEnterIndicator = (actor: Actor, ownerUnitId: number | null): boolean =>
  actor.isOperator || actor.roles.some(({ unitId }) => unitId === ownerUnitId);

/** Whether this person may read all indicators: leaders, the office, and the units that own one. */
export const mayReadIndicators = (actor: Actor, ownerUnitIds: readonly number[]): boolean =>
  handsOf(actor).some((hand) => isLeader(hand) || hand.isOperator) ||
  actor.roles.some(({ unitId }) => ownerUnitIds.includes(unitId));

/** Whether this person may lock a baseline: the office alone. */
export const mayLockBaseline = (actor: Actor): boolean => actor.isOperator;

/** Whether this person may write and submit a report: a unit's its heads, the department's (`null`) the office. */
export const mayWriteReport = (actor: Actor, unitId: number | null): boolean =>
  unitId === null ? actor.isOperator : leadsUnit(actor, unitId);

/** Whether this person may return and consolidate what units submitted (R102). */
export const mayCollectReports = (actor: Actor): boolean => actor.isOperator;

/** Whether this person may read a report: its authors, the office, and whoever may read the same figures. */
export const mayReadReport = (actor: Actor, unitId: number | null): boolean =>
  mayReadFigures(actor, unitId === null ? { kind: 'all' } : { kind: 'unit', unitId });

export type FigureScope =
  | { kind: 'all' }
  | { kind: 'unit'; unitId: number }
  | { kind: 'person'; personId: number };

/** Whether this person may read these figures: leaders and the office all, heads their unit, everybody themselves. */
export function mayReadFigures(actor: Actor, scope: FigureScope): boolean {
  const hands = handsOf(actor);
  if (hands.some((hand) => isLeader(hand) || hand.isOperator)) return true;
  if (scope.kind === 'unit') {
    return hands.some((hand) => leadsUnit(hand, scope.unitId) || hand.inChargeOf.includes(scope.unitId));
  }
  return scope.kind === 'person' && scope.personId === actor.personId;
}

/** The widest figures that this person may read. */
export function widestFigureScope(actor: Actor): FigureScope {
  const hands = handsOf(actor);
  if (hands.some((hand) => isLeader(hand) || hand.isOperator)) return { kind: 'all' };
  const led = hands.flatMap((hand) => hand.roles).find((r) => r.role === 'head' || r.role === 'deputyHead');
  return led === undefined
    ? { kind: 'person', personId: actor.personId }
    : { kind: 'unit', unitId: led.unitId };
}

export type Audience = 'leader' | 'office' | 'head' | 'staff';

/** Which help and which commands fit this person. */
export function audienceOf(actor: Actor): Audience {
  const hands = handsOf(actor);
  if (hands.some(isLeader)) return 'leader';
  if (hands.some((hand) => hand.isOperator) || actor.isAdmin) return 'office';
  return hands.some(leadsAnyUnit) ? 'head' : 'staff';
}
