import type { Role } from '../organisation/organisation.ts';

/** A person who acts, with the rights that count today. */
export interface Actor {
  personId: number;
  name: string;
  /** Open memberships. */
  roles: readonly { unitId: number; role: Role }[];
  /** Units whose leader in charge this person is. */
  inChargeOf: readonly number[];
  isOperator: boolean;
  isAdmin: boolean;
}

/** What the rules need to know of a task. */
export interface TaskSubject {
  leadUnitId: number;
  assigneeId: number | null;
  leaderInChargeId: number | null;
  coordinatingUnitIds: readonly number[];
  isFocus: boolean;
  isCitizenRights: boolean;
  /** Who said that it is done; nobody confirms their own work (R9). */
  reportedById: number | null;
}

export const TASK_ACTIONS = [
  'view',
  'report',
  'confirm',
  'ask',
  'decideRequest',
  'remind',
  'direct',
] as const;
export type TaskAction = (typeof TASK_ACTIONS)[number];

export const OFFICE_ACTIONS = ['import', 'invite', 'goLive', 'bindGroup'] as const;
export type OfficeAction = (typeof OFFICE_ACTIONS)[number];

const isDirector = (actor: Actor) => actor.roles.some((r) => r.role === 'director');
const isLeader = (actor: Actor) =>
  actor.roles.some((r) => r.role === 'director' || r.role === 'deputyDirector');
const memberOf = (actor: Actor, unitId: number) => actor.roles.some((r) => r.unitId === unitId);
const leadsUnit = (actor: Actor, unitId: number) =>
  actor.roles.some((r) => r.unitId === unitId && (r.role === 'head' || r.role === 'deputyHead'));
const isMonitor = (actor: Actor) => actor.roles.some((r) => r.role === 'monitor');
const isInCharge = (actor: Actor, task: TaskSubject) =>
  task.leaderInChargeId === actor.personId || actor.inChargeOf.includes(task.leadUnitId);

/** Rules as a list: the first that holds allows. One row an action, one reason a line (R44–R66, matrix of the plan). */
const TASK_RULES: Record<TaskAction, readonly ((actor: Actor, task: TaskSubject) => boolean)[]> = {
  view: [
    (actor) => isDirector(actor) || actor.isOperator,
    (actor, task) => isLeader(actor) && isInCharge(actor, task),
    (actor, task) => task.assigneeId === actor.personId,
    (actor, task) => leadsUnit(actor, task.leadUnitId),
    (actor, task) => task.coordinatingUnitIds.some((unitId) => leadsUnit(actor, unitId)),
    (actor, task) => isMonitor(actor) && task.isCitizenRights,
  ],
  report: [
    (actor, task) => task.assigneeId === actor.personId,
    (actor, task) => leadsUnit(actor, task.leadUnitId),
    (actor) => actor.isOperator,
  ],
  confirm: [
    (actor, task) => !isOwnWork(actor, task) && isDirector(actor),
    (actor, task) => isOutsider(actor, task) && isLeader(actor) && isInCharge(actor, task),
    (actor, task) => isOutsider(actor, task) && actor.isOperator && !task.isFocus,
  ],
  /** Extension, return, substitution, reassignment, a leader's word: asked by whoever answers for the work. */
  ask: [
    (actor, task) => task.assigneeId === actor.personId,
    (actor, task) => leadsUnit(actor, task.leadUnitId),
  ],
  /** Trọng tâm is the director's to decide; otherwise whoever is in charge of the field. Nobody decides for their own work. */
  decideRequest: [
    (actor, task) => !isOwnWork(actor, task) && isDirector(actor),
    (actor, task) => isOutsider(actor, task) && isLeader(actor) && isInCharge(actor, task) && !task.isFocus,
  ],
  remind: [
    (actor) => isDirector(actor) || actor.isOperator,
    (actor, task) => isLeader(actor) && isInCharge(actor, task),
    (actor, task) => leadsUnit(actor, task.leadUnitId),
  ],
  direct: [(actor) => isDirector(actor), (actor, task) => isLeader(actor) && isInCharge(actor, task)],
};

/** Whoever does the work, or said that it is done, never confirms it; nor does the unit that leads it. */
function isOwnWork(actor: Actor, task: TaskSubject): boolean {
  return (
    task.assigneeId === actor.personId ||
    task.reportedById === actor.personId ||
    leadsUnit(actor, task.leadUnitId)
  );
}

/** A unit never confirms a task of its own: the office's go to the leader in charge, a leader's to the director. */
const isOutsider = (actor: Actor, task: TaskSubject): boolean =>
  !isOwnWork(actor, task) && !memberOf(actor, task.leadUnitId);

/** Whether this person may do this to this task now. Asked when a button is pressed, not when it was drawn. */
export function mayActOnTask(actor: Actor, action: TaskAction, task: TaskSubject): boolean {
  return TASK_RULES[action].some((rule) => rule(actor, task));
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
