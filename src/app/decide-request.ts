import { listUnits } from '../db/queries/directory.ts';
import {
  addRequest,
  closeRequest,
  findRequest,
  listOpenRequests,
  type RequestRow,
} from '../db/queries/requests.ts';
import { lockTask, type TaskRow } from '../db/queries/tasks.ts';
import type { Actor } from '../domain/access/access.ts';
import type { Day } from '../domain/days.ts';
import type { RequestModel } from '../domain/message/request-payloads.ts';
import { isWorkingUnit } from '../domain/organisation/organisation.ts';
import { mayDecideRequest, mayGrantAtOnce } from '../domain/task/request-rights.ts';
import {
  auditRequest,
  describeRequest,
  loadRequestSubject,
  type RequestDraft,
  refuseIfNotAskable,
  refuseIfUnaskable,
} from './ask-request.ts';
import { effectOf, grantRequest, type TaskEffect } from './decide-request-effect.ts';
import { loadDirectory } from './load-directory.ts';
import { loadTaskSubject } from './task-subject.ts';
import { tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

export type Decision =
  | {
      verdict: 'approve';
      /** Return: to which unit it goes, when the request named none or the approver knows better. */
      unitId?: number;
      /** Extension: another day than the one asked for. */
      dueOn?: Day;
    }
  | { verdict: 'refuse'; reason: string | null };

/** `wanted`: what the approver must still say; nothing was written. */
export type DecisionOutcome =
  | { kind: 'decided'; model: RequestModel; isApproved: boolean; reason: string | null }
  | { kind: 'reasonWanted'; model: RequestModel }
  | { kind: 'unitWanted'; model: RequestModel; units: { unitId: number; name: string }[] };

/**
 * Decides what was asked about a task. Approved, the task changes in the same transaction; the asker, whoever does the
 * work and the head are told. A refusal needs its reason, a return its new unit.
 * @throws Refusal `buttonTooOld`, `notAllowed`, `alreadyDecided`, `taskClosed` or `requestOutdated`
 */
export async function decideRequest(
  useCase: UseCase,
  actor: Actor,
  requestId: number,
  decision: Decision,
): Promise<DecisionOutcome> {
  const { request, task } = await lockRequest(useCase, actor, requestId);
  const model = await describeRequest(useCase, task, request);
  if (decision.verdict === 'refuse') {
    if (decision.reason === null) return { kind: 'reasonWanted', model };
    await end(useCase, actor, request, { state: 'refused', reason: decision.reason });
    await auditRequest(useCase, actor, request, 'refuseRequest');
    const said = { model, isApproved: false, reason: decision.reason };
    await tellConcerned(useCase, actor, { request, task, ...said });
    return { kind: 'decided', ...said };
  }
  refuseIfOutdated(task, request);
  refuseUnlessLater(task, decision.dueOn);
  const wanted = { ...request, ...overruledBy(decision) };
  if (wanted.kind === 'return' && wanted.proposedUnitId === null)
    return { kind: 'unitWanted', model, units: await listReceivers(useCase) };
  return approve(useCase, actor, { request, wanted, task });
}

async function approve(
  useCase: UseCase,
  actor: Actor,
  { request, wanted, task }: { request: RequestRow; wanted: RequestRow; task: TaskRow },
): Promise<DecisionOutcome> {
  const effect = await effectOf(useCase, task, wanted);
  await end(useCase, actor, request, { state: 'approved', reason: null });
  await grantRequest(useCase, actor, { task, request: wanted, effect });
  const said = { model: await describeRequest(useCase, task, wanted), isApproved: true, reason: null };
  await tellConcerned(useCase, actor, { request, task, ...said }, effect);
  return { kind: 'decided', ...said };
}

/** What this person may decide about a task now, the oldest first. */
export async function listDecidable(useCase: UseCase, actor: Actor, task: TaskRow): Promise<RequestRow[]> {
  const subject = await loadTaskSubject(useCase.tx, task);
  const decidable: RequestRow[] = [];
  for (const request of await listOpenRequests(useCase.tx, task.id)) {
    const asked = await loadRequestSubject(useCase, request, task);
    if (mayDecideRequest(actor, asked, subject)) decidable.push(request);
  }
  return decidable;
}

/** The request under its task's lock, with the right to decide it asked now. */
async function lockRequest(useCase: UseCase, actor: Actor, requestId: number) {
  const named = await findRequest(useCase.tx, requestId);
  const task = named && (await lockTask(useCase.tx, named.taskId));
  // Read again under the lock: of two who press at once, the second sees what the first decided.
  const request = await findRequest(useCase.tx, requestId);
  if (task === undefined || request === undefined) throw new Refusal('buttonTooOld');
  const subject = await loadRequestSubject(useCase, request, task);
  if (!mayDecideRequest(actor, subject, await loadTaskSubject(useCase.tx, task)))
    throw new Refusal('notAllowed');
  if (request.state !== 'open') throw new Refusal('alreadyDecided', { code: task.code });
  return { request, task };
}

function refuseIfOutdated(task: TaskRow, request: RequestRow): void {
  refuseIfNotAskable(task, request.kind);
  if (request.kind === 'extension' && task.dueOn !== request.previousDueOn)
    throw new Refusal('requestOutdated', { code: task.code });
}

/** Another day than the one asked for still has to be a later one. */
function refuseUnlessLater(task: TaskRow, dueOn: Day | undefined): void {
  if (dueOn !== undefined && task.dueOn !== null && dueOn <= task.dueOn)
    throw new Refusal('dueDayNotLater', { code: task.code });
}

function overruledBy(decision: Extract<Decision, { verdict: 'approve' }>): Partial<RequestRow> {
  return {
    ...(decision.unitId === undefined ? {} : { proposedUnitId: decision.unitId }),
    ...(decision.dueOn === undefined ? {} : { proposedDueOn: decision.dueOn }),
  };
}

const end = (
  useCase: UseCase,
  actor: Actor,
  request: RequestRow,
  { state, reason }: { state: 'approved' | 'refused'; reason: string | null },
): Promise<void> =>
  closeRequest(useCase.tx, request.id, {
    state,
    decidedById: actor.personId,
    decidedAt: useCase.now,
    decisionReason: reason,
  });

/** Units that can be given a task. */
async function listReceivers(useCase: UseCase): Promise<{ unitId: number; name: string }[]> {
  const units = await listUnits(useCase.tx, useCase.today);
  return units
    .filter(({ kind }) => isWorkingUnit(kind))
    .map(({ id, shortName }) => ({ unitId: id, name: shortName }));
}

interface Told {
  request: RequestRow;
  task: TaskRow;
  model: RequestModel;
  isApproved: boolean;
  reason: string | null;
}

/** Tells the asker, whoever does the work and the head how it ended, and whoever has the task now that it is theirs. */
async function tellConcerned(
  useCase: UseCase,
  actor: Actor,
  { request, task, model, isApproved, reason }: Told,
  effect: TaskEffect | null = null,
): Promise<void> {
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const concerned = [request.askedById, task.assigneeId, directory.headOf(task.leadUnitId)];
  if (isApproved && request.kind === 'substitution') concerned.push(request.proposedPersonId);
  const isAtOnce = request.askedById === actor.personId;
  const told = new Set(concerned.filter((id) => id !== null && id !== actor.personId));
  for (const personId of told) {
    if (personId === null) continue;
    await tellPerson(
      useCase,
      { personId, unitId: task.leadUnitId },
      isAtOnce
        ? { kind: 'handedOver', payload: { request: model, by: actor.name } }
        : { kind: 'requestDecided', payload: { request: model, isApproved, by: actor.name, reason } },
      `requestDecided:${request.id}:${personId}`,
    );
  }
  if (effect === null) return;
  const receiver = effect.assigneeId ?? directory.headOf(effect.leadUnitId);
  if (receiver === null || told.has(receiver) || receiver === actor.personId) return;
  await tellPerson(
    useCase,
    { personId: receiver, unitId: effect.leadUnitId },
    {
      kind: 'taskHandedOver',
      payload: {
        taskId: task.id,
        code: task.code,
        title: task.title,
        dueOn: task.dueOn,
        by: actor.name,
        from: model.unit,
        reason: request.reason,
      },
    },
    `taskHandedOver:${request.id}`,
  );
}

/**
 * Changes a task at once, by somebody who needs to ask nobody: kept as a granted request, so that transfers,
 * suspensions and the like are counted and have their reason.
 * @throws Refusal `notAllowed`, or what keeps a request from being asked
 */
export async function grantAtOnce(
  useCase: UseCase,
  actor: Actor,
  draft: RequestDraft,
): Promise<RequestModel> {
  const task = await lockTask(useCase.tx, draft.taskId);
  if (task === undefined) throw new Refusal('taskNotFound');
  const effect = await effectOf(useCase, task, draft);
  const subject = await loadTaskSubject(useCase.tx, task);
  const toUnitId = effect?.leadUnitId ?? null;
  if (!mayGrantAtOnce(actor, subject, { kind: draft.kind, toUnitId })) throw new Refusal('notAllowed');
  await refuseIfUnaskable(useCase, task, draft);
  const request = await addRequest(useCase.tx, {
    ...draft,
    askedById: actor.personId,
    askedAt: useCase.now,
    approverId: actor.personId,
    state: 'approved',
    decidedById: actor.personId,
    decidedAt: useCase.now,
  });
  await grantRequest(useCase, actor, { task, request, effect });
  const model = await describeRequest(useCase, task, request);
  await tellConcerned(useCase, actor, { request, task, model, isApproved: true, reason: null }, effect);
  return model;
}
