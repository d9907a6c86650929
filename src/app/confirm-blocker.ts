import { addAuditEntry } from '../db/queries/audit.ts';
import { confirmBlockerRow, findBlocker } from '../db/queries/blockers.ts';
import { lockTask } from '../db/queries/tasks.ts';
import type { Actor } from '../domain/access/access.ts';
import type { MessagePayloads } from '../domain/message/messages.ts';
import { mayConfirmHoldup } from '../domain/task/holdup-rights.ts';
import { tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

/**
 * The head of the unit vouches for what holds its task up: reminders before the due day pause while it is open, what
 * is overdue is said all the same. Whoever reported it and whoever does the work are told.
 * @throws Refusal `buttonTooOld`, `notAllowed`, `alreadyDecided`
 */
export async function confirmBlocker(
  useCase: UseCase,
  actor: Actor,
  blockerId: number,
): Promise<MessagePayloads['blockerConfirmed']> {
  const { tx, now } = useCase;
  const blocker = await findBlocker(tx, blockerId);
  const task = blocker && (await lockTask(tx, blocker.taskId));
  if (blocker === undefined || task === undefined) throw new Refusal('buttonTooOld');
  const { reportedById } = blocker;
  if (!mayConfirmHoldup(actor, { unitId: task.leadUnitId, reportedById })) throw new Refusal('notAllowed');
  const confirmed = { confirmedAt: now, confirmedById: actor.personId };
  if (!(await confirmBlockerRow(tx, blockerId, confirmed)))
    throw new Refusal('alreadyDecided', { code: task.code });
  await addAuditEntry(tx, {
    at: now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'confirmBlocker',
    subject: 'task',
    subjectId: task.id,
    after: { blockerId },
  });
  const said = {
    blockerId,
    taskId: task.id,
    code: task.code,
    title: task.title,
    text: blocker.text,
    by: actor.name,
  };
  for (const personId of new Set([reportedById, task.assigneeId])) {
    if (personId === null || personId === actor.personId) continue;
    await tellPerson(
      useCase,
      { personId, unitId: task.leadUnitId },
      { kind: 'blockerConfirmed', payload: { ...said, isOwn: false } },
      `blockerConfirmed:${blockerId}:${personId}`,
    );
  }
  return { ...said, isOwn: true };
}
