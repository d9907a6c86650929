import { addAuditEntry } from '../db/queries/audit.ts';
import { changeTask, type TaskRow } from '../db/queries/tasks.ts';
import type { Actor } from '../domain/access/access.ts';
import type { Day } from '../domain/days.ts';
import { FINISHED_STATES, lockConfirmable } from './lock-confirmable.ts';
import { Refusal, type UseCase } from './use-case.ts';

/**
 * Corrects the day of a product, by which timeliness is measured: only whoever confirms may, and the old day stays in
 * the audit. Figures of a moment before this one keep the old day.
 * @throws Refusal as `lockConfirmable`; `productDayAhead` for a day that has not come
 */
export async function correctProductDay(
  useCase: UseCase,
  actor: Actor,
  taskId: number,
  productOn: Day,
): Promise<TaskRow> {
  const task = await lockConfirmable(useCase, actor, taskId, FINISHED_STATES);
  if (productOn > useCase.today) throw new Refusal('productDayAhead');
  const corrected = await changeTask(useCase.tx, task.id, { productOn }, useCase.now);
  await addAuditEntry(useCase.tx, {
    at: useCase.now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'correctProductDay',
    subject: 'task',
    subjectId: task.id,
    before: { productOn: task.productOn },
    after: { productOn },
  });
  return corrected;
}
