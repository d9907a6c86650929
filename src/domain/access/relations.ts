import type { Hand, TaskSubject } from './subject.ts';

export const RELATIONS = [
  'assignee',
  'unitHead',
  'coordinatingHead',
  'leaderInCharge',
  'director',
  'operator',
  'officeForDirector',
  'monitorOfRights',
] as const;
/** How a person stands to a task. */
export type Relation = (typeof RELATIONS)[number];

/** `true`, when the person leads the unit. */
export const leadsUnit = (hand: Hand, unitId: number): boolean =>
  hand.roles.some((r) => r.unitId === unitId && (r.role === 'head' || r.role === 'deputyHead'));

export const isDirector = (hand: Hand): boolean => hand.roles.some((r) => r.role === 'director');

export const isLeader = (hand: Hand): boolean =>
  hand.roles.some((r) => r.role === 'director' || r.role === 'deputyDirector');

const HOLDS: Record<Relation, (hand: Hand, task: TaskSubject) => boolean> = {
  assignee: (hand, task) => task.assigneeId === hand.personId,
  unitHead: (hand, task) => leadsUnit(hand, task.leadUnitId),
  coordinatingHead: (hand, task) => task.coordinatingUnitIds.some((unitId) => leadsUnit(hand, unitId)),
  leaderInCharge: (hand, task) =>
    isLeader(hand) && (task.leaderInChargeId === hand.personId || hand.inChargeOf.includes(task.leadUnitId)),
  director: isDirector,
  operator: (hand) => hand.isOperator,
  officeForDirector: (hand) => hand.isOperator,
  monitorOfRights: (hand, task) => task.isCitizenRights && hand.roles.some((r) => r.role === 'monitor'),
};

/** Whether a person stands so to a task. */
export const standsSo = (relation: Relation, hand: Hand, task: TaskSubject): boolean =>
  HOLDS[relation](hand, task);
