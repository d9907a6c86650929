import { addAuditEntry } from '../db/queries/audit.ts';
import { changeTask, type TaskRow } from '../db/queries/tasks.ts';
import type { Actor } from '../domain/access/access.ts';
import type { QualityMark } from '../domain/task/quality.ts';
import { lockConfirmable } from './lock-confirmable.ts';
import type { UseCase } from './use-case.ts';

/**
 * Says how good a confirmed result is (R83); a later word replaces the former, which stays in the audit.
 * @throws Refusal as `lockConfirmable`
 */
export async function markQuality(
  useCase: UseCase,
  actor: Actor,
  taskId: number,
  quality: QualityMark,
): Promise<TaskRow> {
  const task = await lockConfirmable(useCase, actor, taskId, ['done', 'basicallyDone']);
  const marked = await changeTask(useCase.tx, task.id, { quality }, useCase.now);
  await addAuditEntry(useCase.tx, {
    at: useCase.now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'markQuality',
    subject: 'task',
    subjectId: task.id,
    before: { quality: task.quality },
    after: { quality },
  });
  return marked;
}
