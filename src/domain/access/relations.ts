import type { Actor, TaskSubject } from './subject.ts';

/** How a person stands to a task. */
export type Relation =
  | 'assignee'
  | 'unitHead'
  | 'coordinatingHead'
  | 'leaderInCharge'
  | 'director'
  | 'operator'
  | 'monitorOfRights';

/** Whether the person is head or deputy head of the unit. */
export const leadsUnit = (actor: Actor, unitId: number): boolean =>
  actor.roles.some((r) => r.unitId === unitId && (r.role === 'head' || r.role === 'deputyHead'));

export const isDirector = (actor: Actor): boolean => actor.roles.some((r) => r.role === 'director');

export const isLeader = (actor: Actor): boolean =>
  actor.roles.some((r) => r.role === 'director' || r.role === 'deputyDirector');

/** Whether a person stands so to a task. */
export const STANDS_AS: Record<Relation, (actor: Actor, task: TaskSubject) => boolean> = {
  assignee: (actor, task) => task.assigneeId === actor.personId,
  unitHead: (actor, task) => leadsUnit(actor, task.leadUnitId),
  coordinatingHead: (actor, task) => task.coordinatingUnitIds.some((unitId) => leadsUnit(actor, unitId)),
  leaderInCharge: (actor, task) =>
    isLeader(actor) &&
    (task.leaderInChargeId === actor.personId || actor.inChargeOf.includes(task.leadUnitId)),
  director: isDirector,
  operator: (actor) => actor.isOperator,
  monitorOfRights: (actor, task) => task.isCitizenRights && actor.roles.some((r) => r.role === 'monitor'),
};
