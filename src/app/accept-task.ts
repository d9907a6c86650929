import { addAuditEntry } from '../db/queries/audit.ts';
import { changeTask, listOpenParts, lockTask, type TaskRow } from '../db/queries/tasks.ts';
import { type Actor, mayActOnTask } from '../domain/access/access.ts';
import { isOpen } from '../domain/task/task.ts';
import { loadTaskSubject } from './task-subject.ts';
import { Refusal, type UseCase } from './use-case.ts';

/**
 * Takes an issued task on: its assignee or the head of its unit says that work begins (R5). A series is taken on with
 * the occurrences that are there.
 * @throws Refusal `taskNotFound`, `notAllowed`, `taskClosed`, `taskIsContainer`, `alreadyAccepted`
 */
export async function acceptTask(useCase: UseCase, actor: Actor, taskId: number): Promise<TaskRow> {
  const { tx, now } = useCase;
  const task = await lockTask(tx, taskId);
  if (task === undefined) throw new Refusal('taskNotFound');
  if (!mayActOnTask(actor, 'ask', await loadTaskSubject(tx, task))) throw new Refusal('notAllowed');
  if (task.structure === 'split') throw new Refusal('taskIsContainer', { code: task.code });
  if (!isOpen(task.state)) throw new Refusal('taskClosed', { code: task.code });
  if (task.state !== 'issued') throw new Refusal('alreadyAccepted', { code: task.code });

  const parts = task.structure === 'series' ? await listOpenParts(tx, task.id) : [];
  for (const part of parts.filter(({ state }) => state === 'issued')) {
    await changeTask(tx, part.id, { state: 'inProgress' }, now);
  }
  const accepted = await changeTask(tx, task.id, { state: 'inProgress' }, now);
  await addAuditEntry(tx, {
    at: now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'acceptTask',
    subject: 'task',
    subjectId: task.id,
    before: { state: task.state },
    after: { state: accepted.state },
  });
  return accepted;
}
