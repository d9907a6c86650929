import { addAuditEntry } from '../db/queries/audit.ts';
import { findUnit, listMemberships, type MembershipRow } from '../db/queries/directory.ts';
import {
  addRequest,
  countGrantedRequests,
  listOpenRequests,
  type RequestRow,
} from '../db/queries/requests.ts';
import { lockTask, type TaskRow } from '../db/queries/tasks.ts';
import { type Actor, mayActOnTask } from '../domain/access/access.ts';
import type { Day } from '../domain/days.ts';
import type { MessagePayloads } from '../domain/message/messages.ts';
import type { RequestModel } from '../domain/message/request-payloads.ts';
import type { Directory } from '../domain/organisation/directory.ts';
import { isAskable, type RequestKind } from '../domain/task/request.ts';
import { isDecidedInUnit, type RequestSubject } from '../domain/task/request-rights.ts';
import { subjectOfRequest } from '../domain/task/request-subject.ts';
import { isContainer } from '../domain/task/task.ts';
import { approverOf } from './approver.ts';
import { loadDirectory } from './load-directory.ts';
import { loadTaskSubject } from './task-subject.ts';
import { isLive, tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** What is asked to be changed about a task; what its kind does not speak of is `null`. */
export interface RequestDraft {
  kind: RequestKind;
  taskId: number;
  reason: string | null;
  previousDueOn: Day | null;
  proposedDueOn: Day | null;
  proposedUnitId: number | null;
  proposedPersonId: number | null;
  proposedTitle: string | null;
  proposedProduct: string | null;
  fromOn: Day | null;
  toOn: Day | null;
}

/** A request that asks nothing yet. */
export const emptyDraft = (kind: RequestKind, taskId: number, reason: string | null): RequestDraft => ({
  kind,
  taskId,
  reason,
  previousDueOn: null,
  proposedDueOn: null,
  proposedUnitId: null,
  proposedPersonId: null,
  proposedTitle: null,
  proposedProduct: null,
  fromOn: null,
  toOn: null,
});

/**
 * The task about which somebody asks, locked.
 * @throws Refusal `taskNotYours`, `taskIsContainer`, `taskClosed`, `taskNotSuspended`, `requestOpen` or `requestOutdated`
 */
export async function lockAskedTask(useCase: UseCase, actor: Actor, draft: RequestDraft): Promise<TaskRow> {
  const task = await lockTask(useCase.tx, draft.taskId);
  if (task === undefined) throw new Refusal('taskNotFound');
  if (!mayActOnTask(actor, 'ask', await loadTaskSubject(useCase.tx, task)))
    throw new Refusal('taskNotYours', { code: task.code });
  await refuseIfUnaskable(useCase, task, draft);
  return task;
}

/** @throws Refusal when the task is no longer what the request speaks of, or one of the kind waits already */
export async function refuseIfUnaskable(useCase: UseCase, task: TaskRow, draft: RequestDraft): Promise<void> {
  const { code } = task;
  if (isContainer(task.structure)) throw new Refusal('taskIsContainer', { code });
  refuseIfNotAskable(task, draft.kind);
  if (draft.kind === 'extension' && task.dueOn !== draft.previousDueOn)
    throw new Refusal('requestOutdated', { code });
  const open = await listOpenRequests(useCase.tx, task.id);
  if (open.some(({ kind }) => kind === draft.kind)) throw new Refusal('requestOpen', { code });
}

/** @throws Refusal `taskNotSuspended` or `taskClosed` when the task does not stand so that this kind could be asked */
export function refuseIfNotAskable({ code, state }: TaskRow, kind: RequestKind): void {
  if (isAskable(kind, state)) return;
  throw new Refusal(kind === 'resumption' ? 'taskNotSuspended' : 'taskClosed', { code });
}

export interface AskedRequest {
  request: RequestRow;
  model: RequestModel;
  /** Who was told and decides; `null` when nobody could be told. */
  approverName: string | null;
}

/**
 * Asks for something to be changed about a task. Nothing of the task changes; whoever may decide is told.
 * @param askedAt when it was said (`message.date`): what counts for the pause of the ladder
 * @throws Refusal as `lockAskedTask`
 */
export async function askRequest(
  useCase: UseCase,
  actor: Actor,
  draft: RequestDraft,
  askedAt: Date,
): Promise<AskedRequest> {
  const task = await lockAskedTask(useCase, actor, draft);
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const subject = await loadRequestSubject(useCase, { ...draft, askedById: actor.personId }, task);
  const approverId = deciderOfRequest(directory, task, subject);
  const request = await addRequest(useCase.tx, {
    ...draft,
    askedById: actor.personId,
    askedAt,
    approverId,
    state: 'open',
  });
  await auditRequest(useCase, actor, request, 'askRequest');
  const model = await describeRequest(useCase, task, { ...draft, askedById: actor.personId });
  if (approverId === null || !(await isLive(useCase, task.leadUnitId)))
    return { request, model, approverName: null };
  const payload = await readRequestCard(useCase, task, request);
  await tellPerson(
    useCase,
    { personId: approverId, unitId: task.leadUnitId },
    { kind: 'requestToDecide', payload },
    `requestToDecide:${request.id}`,
  );
  return { request, model, approverName: directory.nameOf(approverId) };
}

/** The card of a request for whoever decides, with the how many-th of its kind it would be. */
export async function readRequestCard(
  useCase: UseCase,
  task: TaskRow,
  request: RequestRow,
): Promise<MessagePayloads['requestToDecide']> {
  return {
    requestId: request.id,
    request: await describeRequest(useCase, task, request),
    ordinal: (await countGrantedRequests(useCase.tx, task.id, request.kind)) + 1,
  };
}

/** Who is asked to decide: the head where it stays inside the unit, the approver otherwise. */
export function deciderOfRequest(
  directory: Directory,
  task: TaskRow,
  subject: RequestSubject,
): number | null {
  const askedById = subject.askedBy.personId;
  const head = isDecidedInUnit(subject) ? directory.headOf(subject.unitId) : null;
  if (head !== null && head !== askedById) return head;
  const concerned =
    subject.kind === 'substitution'
      ? ({ priority: 'normal', leadUnitId: subject.unitId, leaderInChargeId: null } as const)
      : task;
  return approverOf(directory, concerned, askedById);
}

/** What decides who may answer a request; somebody who has left has no roles any more. */
export async function loadRequestSubject(
  useCase: UseCase,
  request: Pick<RequestRow, 'kind' | 'askedById' | 'proposedUnitId' | 'proposedPersonId'>,
  task: TaskRow,
): Promise<RequestSubject> {
  const { tx, today } = useCase;
  const roles = new Map<number, MembershipRow[]>();
  for (const personId of [request.askedById, request.proposedPersonId]) {
    if (personId !== null) roles.set(personId, await listMemberships(tx, today, personId));
  }
  return subjectOfRequest(request, task.leadUnitId, (personId) => roles.get(personId) ?? []);
}

/** The unit in which a person works: the preferred one when they belong to several. */
export async function findUnitIdOf(
  useCase: UseCase,
  personId: number,
  preferredId: number,
): Promise<number | null> {
  const rows = await listMemberships(useCase.tx, useCase.today, personId);
  return (rows.find(({ unitId }) => unitId === preferredId) ?? rows[0])?.unitId ?? null;
}

/** A request as its messages show it. */
export async function describeRequest(
  useCase: UseCase,
  task: TaskRow,
  request: RequestDraft & { askedById: number },
): Promise<RequestModel> {
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const unit =
    request.proposedUnitId === null ? undefined : await findUnit(useCase.tx, request.proposedUnitId);
  return {
    kind: request.kind,
    taskId: task.id,
    code: task.code,
    title: task.title,
    unit: directory.unitOf(task.leadUnitId)?.shortName ?? '',
    asker: directory.nameOf(request.askedById) ?? '',
    reason: request.reason,
    oldDueOn: request.previousDueOn,
    newDueOn: request.proposedDueOn,
    toUnit: unit?.shortName ?? null,
    toPerson: directory.nameOf(request.proposedPersonId),
    newTitle: request.proposedTitle ?? null,
    newProduct: request.proposedProduct ?? null,
    fromOn: request.fromOn,
    toOn: request.toOn,
  };
}

/** Writes down what became of a request, with what it asks; the words of people stay in the request's own row. */
export async function auditRequest(
  useCase: UseCase,
  actor: Actor,
  request: RequestRow,
  action: 'askRequest' | 'withdrawRequest' | 'refuseRequest',
): Promise<void> {
  await addAuditEntry(useCase.tx, {
    at: useCase.now,
    actorId: actor.personId,
    source: useCase.source,
    action,
    subject: 'task',
    subjectId: request.taskId,
    after: { requestId: request.id, kind: request.kind },
  });
}
