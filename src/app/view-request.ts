import { findRequest } from '../db/queries/requests.ts';
import { findTask } from '../db/queries/tasks.ts';
import type { Actor } from '../domain/access/access.ts';
import type { MessagePayloads } from '../domain/message/messages.ts';
import { mayDecideRequest } from '../domain/task/request-rights.ts';
import { loadRequestSubject, readRequestCard } from './ask-request.ts';
import { loadTaskSubject } from './task-subject.ts';
import { Refusal, type UseCase } from './use-case.ts';

/**
 * The card of a request, for whoever may decide it.
 * @throws Refusal `buttonTooOld`, `notAllowed`, or `alreadyDecided`
 */
export async function viewRequest(
  useCase: UseCase,
  actor: Actor,
  requestId: number,
): Promise<MessagePayloads['requestToDecide']> {
  const request = await findRequest(useCase.tx, requestId);
  const task = request && (await findTask(useCase.tx, request.taskId));
  if (task === undefined || request === undefined) throw new Refusal('buttonTooOld');
  const subject = await loadRequestSubject(useCase, request, task);
  if (!mayDecideRequest(actor, subject, await loadTaskSubject(useCase.tx, task)))
    throw new Refusal('notAllowed');
  if (request.state !== 'open') throw new Refusal('alreadyDecided', { code: task.code });
  return readRequestCard(useCase, task, request);
}
