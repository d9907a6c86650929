import { isDirector, isLeader, leadsUnit, type Relation, STANDS_AS } from './relations.ts';
import { type Condition, RIGHTS, type TaskAction } from './rights.ts';
import type { Actor, TaskSubject } from './subject.ts';

export { TASK_ACTIONS, type TaskAction } from './rights.ts';
export type { Actor, TaskSubject } from './subject.ts';

export const OFFICE_ACTIONS = ['import', 'invite', 'goLive', 'bindGroup'] as const;
export type OfficeAction = (typeof OFFICE_ACTIONS)[number];

const HOLDS: Record<Condition, (actor: Actor, task: TaskSubject) => boolean> = {
  notOwnWork: (actor, task) =>
    task.assigneeId !== actor.personId &&
    task.reportedById !== actor.personId &&
    !leadsUnit(actor, task.leadUnitId),
  notOwnUnit: (actor, task) => !actor.roles.some((r) => r.unitId === task.leadUnitId),
  notFocus: (_, task) => !task.isFocus,
};

/** Whether this person may do this to this task now. Asked when a button is pressed, not when it was drawn. */
export function mayActOnTask(actor: Actor, action: TaskAction, task: TaskSubject): boolean {
  const cells = Object.entries(RIGHTS[action]) as [Relation, readonly Condition[]][];
  return cells.some(
    ([relation, conditions]) =>
      STANDS_AS[relation](actor, task) && conditions.every((condition) => HOLDS[condition](actor, task)),
  );
}

/** Whether this person may run the campaign's office: the operators, and the admin for what sets the system up. */
export function mayActInOffice(actor: Actor, action: OfficeAction): boolean {
  return actor.isOperator || (actor.isAdmin && (action === 'import' || action === 'invite'));
}

/** Whether this person may give a task to this unit: leaders, the office on their behalf, heads inside their unit. */
export function mayAssignTo(actor: Actor, unitId: number): boolean {
  if (isDirector(actor) || actor.isOperator || leadsUnit(actor, unitId)) return true;
  return isLeader(actor) && actor.inChargeOf.includes(unitId);
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

export type FigureScope =
  | { kind: 'all' }
  | { kind: 'unit'; unitId: number }
  | { kind: 'person'; personId: number };

/** Whether this person may read these figures: leaders and the office all, heads their unit, everybody themselves. */
export function mayReadFigures(actor: Actor, scope: FigureScope): boolean {
  if (isLeader(actor) || actor.isOperator) return true;
  if (scope.kind === 'unit') return leadsUnit(actor, scope.unitId) || actor.inChargeOf.includes(scope.unitId);
  return scope.kind === 'person' && scope.personId === actor.personId;
}

/** The widest figures that this person may read. */
export function widestFigureScope(actor: Actor): FigureScope {
  if (isLeader(actor) || actor.isOperator) return { kind: 'all' };
  const led = actor.roles.find((r) => r.role === 'head' || r.role === 'deputyHead');
  return led === undefined
    ? { kind: 'person', personId: actor.personId }
    : { kind: 'unit', unitId: led.unitId };
}

export type Audience = 'leader' | 'office' | 'head' | 'staff';

/** Which help and which commands fit this person. */
export function audienceOf(actor: Actor): Audience {
  if (isLeader(actor)) return 'leader';
  if (actor.isOperator || actor.isAdmin) return 'office';
  return actor.roles.some((r) => r.role === 'head' || r.role === 'deputyHead') ? 'head' : 'staff';
}
