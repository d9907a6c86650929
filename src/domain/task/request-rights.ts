import { type Actor, mayActOnTask, mayAssignTo, type TaskSubject } from '../access/access.ts';
import type { RequestKind } from './request.ts';

/** Who asked, and for what, as far as it decides who may answer. */
export interface RequestSubject {
  kind: RequestKind;
  askedBy: Pick<Actor, 'personId' | 'roles'>;
  /** The unit whose people it concerns: the asker's own for a substitution, the task's otherwise. */
  unitId: number;
  /** Reassignment: the unit to which the task would go, or in which its new person works. */
  toUnitId: number | null;
}

/**
 * Whether a request stays inside its unit, so that its head decides: a substitution or another person of the same unit,
 * asked by somebody who does not lead it. Everything else goes to the approver (R44–R46).
 */
export function isDecidedInUnit(request: RequestSubject): boolean {
  const isLeading = request.askedBy.roles.some(
    ({ unitId, role }) => unitId === request.unitId && (role === 'head' || role === 'deputyHead'),
  );
  if (isLeading) return false;
  if (request.kind === 'substitution') return true;
  return request.kind === 'reassignment' && request.toUnitId === request.unitId;
}

/** Whether this person may decide this request now. Nobody decides what they asked for themselves. */
export function mayDecideRequest(actor: Actor, request: RequestSubject, task: TaskSubject): boolean {
  if (actor.personId === request.askedBy.personId) return false;
  if (isDecidedInUnit(request)) return mayAssignTo(actor, request.unitId);
  // The director's own requests have nobody above them: the office records them.
  if (request.askedBy.roles.some(({ role }) => role === 'director') && actor.isOperator) return true;
  return mayActOnTask(
    actor,
    'decideRequest',
    request.kind === 'substitution' ? absenceOf(request, task) : task,
  );
}

/** An absence is about the person and their unit, whatever the task by which it was said. */
const absenceOf = (request: RequestSubject, task: TaskSubject): TaskSubject => ({
  ...task,
  leadUnitId: request.unitId,
  assigneeId: request.askedBy.personId,
  leaderInChargeId: null,
  isFocus: false,
});

/**
 * Whether this person may change a task so without asking. To another person of the leading unit: a head, the office or
 * a leader. Anything else only whoever would decide the request; an absence or a later day is always asked.
 * @param toUnitId where a handover would bring it; `null` when it goes nowhere
 */
export function mayGrantAtOnce(
  actor: Actor,
  task: TaskSubject,
  { kind, toUnitId }: { kind: RequestKind; toUnitId: number | null },
): boolean {
  if (kind === 'extension' || kind === 'substitution' || kind === 'return') return false;
  if (kind === 'reassignment' && toUnitId === task.leadUnitId) return mayAssignTo(actor, task.leadUnitId);
  return mayActOnTask(actor, 'decideRequest', task);
}
