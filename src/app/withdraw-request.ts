import { closeRequest, findRequest, listOpenRequests, type RequestRow } from '../db/queries/requests.ts';
import { lockTask } from '../db/queries/tasks.ts';
import type { Actor } from '../domain/access/access.ts';
import type { RequestModel } from '../domain/message/request-payloads.ts';
import type { RequestKind } from '../domain/task/request.ts';
import { auditRequest, describeRequest } from './ask-request.ts';
import { tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** Finds what somebody asked of a task and nobody has decided. @throws Refusal `noOpenRequest` */
export async function findOwnRequest(
  useCase: UseCase,
  actor: Actor,
  task: { id: number; code: string },
  kind: RequestKind,
): Promise<RequestRow> {
  const open = await listOpenRequests(useCase.tx, task.id);
  const own = open.find((request) => request.kind === kind && request.askedById === actor.personId);
  if (own === undefined) throw new Refusal('noOpenRequest', { code: task.code });
  return own;
}

/**
 * Takes back what somebody asked, before anybody decided; whoever was to decide is told.
 * @throws Refusal `buttonTooOld`, `notAllowed` or `alreadyDecided`
 */
export async function withdrawRequest(
  useCase: UseCase,
  actor: Actor,
  requestId: number,
): Promise<RequestModel> {
  const named = await findRequest(useCase.tx, requestId);
  const task = named && (await lockTask(useCase.tx, named.taskId));
  // Read again under the task's lock: a decision may have come between.
  const request = await findRequest(useCase.tx, requestId);
  if (task === undefined || request === undefined) throw new Refusal('buttonTooOld');
  if (request.askedById !== actor.personId) throw new Refusal('notAllowed');
  if (request.state !== 'open') throw new Refusal('alreadyDecided', { code: task.code });
  await closeRequest(useCase.tx, request.id, {
    state: 'withdrawn',
    decidedById: null,
    decidedAt: useCase.now,
    decisionReason: null,
  });
  await auditRequest(useCase, actor, request, 'withdrawRequest');
  const model = await describeRequest(useCase, task, request);
  if (request.approverId !== null) {
    await tellPerson(
      useCase,
      { personId: request.approverId, unitId: task.leadUnitId },
      { kind: 'requestWithdrawn', payload: { request: model, isOwn: false } },
      `requestWithdrawn:${request.id}`,
    );
  }
  return model;
}
