import { addAuditEntry } from '../db/queries/audit.ts';
import { addStandIn } from '../db/queries/requests.ts';
import { changeTask, type TaskRow } from '../db/queries/tasks.ts';
import type { Actor } from '../domain/access/access.ts';
import { STATE_WHEN_GRANTED } from '../domain/task/request.ts';
import { foldText } from '../domain/text.ts';
import { findUnitIdOf, type RequestDraft } from './ask-request.ts';
import type { UseCase } from './use-case.ts';

/** Where a task stands after it was handed over. Nobody is on it when the receiving head has still to name one. */
export interface TaskEffect {
  leadUnitId: number;
  assigneeId: number | null;
}

/** To whom a request would move its task; `null` when it moves it to nobody else. */
export async function effectOf(
  useCase: UseCase,
  task: TaskRow,
  request: Pick<RequestDraft, 'kind' | 'proposedUnitId' | 'proposedPersonId'>,
): Promise<TaskEffect | null> {
  if (request.kind !== 'return' && request.kind !== 'reassignment') return null;
  if (request.proposedPersonId === null) {
    return { leadUnitId: request.proposedUnitId ?? task.leadUnitId, assigneeId: null };
  }
  const unitId = await findUnitIdOf(useCase, request.proposedPersonId, task.leadUnitId);
  return { leadUnitId: unitId ?? task.leadUnitId, assigneeId: request.proposedPersonId };
}

interface Granted {
  task: TaskRow;
  request: RequestDraft & { id: number; askedById: number };
  effect: TaskEffect | null;
}

/**
 * Does what was granted: moves the due day, hands the task over, changes its words, stops or resumes it, or writes the
 * stand-in; with its audit entry.
 */
export async function grantRequest(useCase: UseCase, actor: Actor, granted: Granted): Promise<void> {
  const { task, request } = granted;
  if (request.kind === 'substitution') await writeStandIn(useCase, actor, request);
  const patch = patchOf(granted);
  const changed = patch === null ? task : await changeTask(useCase.tx, task.id, patch, useCase.now);
  const { dueOn, leadUnitId, assigneeId, state, title, product } = task;
  await addAuditEntry(useCase.tx, {
    at: useCase.now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'grantRequest',
    subject: 'task',
    subjectId: task.id,
    before: { dueOn, leadUnitId, assigneeId, state, title, product },
    after: {
      requestId: request.id,
      kind: request.kind,
      dueOn: changed.dueOn,
      leadUnitId: changed.leadUnitId,
      assigneeId: changed.assigneeId,
      state: changed.state,
      title: changed.title,
      product: changed.product,
    },
  });
}

function patchOf({ task, request, effect }: Granted): Parameters<typeof changeTask>[2] | null {
  if (request.kind === 'extension') return { dueOn: request.proposedDueOn };
  if (request.kind === 'change') {
    return {
      ...(request.proposedTitle === null
        ? {}
        : { title: request.proposedTitle, foldedTitle: foldText(request.proposedTitle) }),
      ...(request.proposedProduct === null ? {} : { product: request.proposedProduct }),
    };
  }
  const state = STATE_WHEN_GRANTED[request.kind];
  if (state !== undefined) return { state };
  if (effect === null) return null;
  if (effect.leadUnitId === task.leadUnitId) return { assigneeId: effect.assigneeId };
  // Another unit has its own leader in charge, and has not accepted the task yet.
  return { ...effect, leaderInChargeId: null, state: 'issued' };
}

async function writeStandIn(useCase: UseCase, actor: Actor, request: Granted['request']): Promise<void> {
  const { askedById, proposedPersonId, fromOn, toOn } = request;
  if (proposedPersonId === null || fromOn === null || toOn === null) {
    throw new Error(`The substitution ${request.id} names no person or days`);
  }
  await addStandIn(useCase.tx, {
    personId: askedById,
    standInId: proposedPersonId,
    fromOn,
    toOn,
    recordedById: actor.personId,
    recordedAt: useCase.now,
  });
}
