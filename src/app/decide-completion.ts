import { addAuditEntry } from '../db/queries/audit.ts';
import { findCurrentProgress } from '../db/queries/progress.ts';
import { changeTask, type TaskRow } from '../db/queries/tasks.ts';
import type { Actor } from '../domain/access/access.ts';
import { lockConfirmable } from './lock-confirmable.ts';
import { tellPerson } from './tell.ts';
import type { UseCase } from './use-case.ts';

/**
 * Confirms a reported completion, or returns it to work (R9). Whoever does the work never confirms it; the second of
 * two who press at once is told that it is decided. A reason for returning it is told to the reporter.
 * @throws Refusal `notAllowed`, `alreadyDecided`
 */
export async function decideCompletion(
  useCase: UseCase,
  actor: Actor,
  input: { taskId: number; decision: 'confirm' | 'return'; reason?: string | null },
): Promise<TaskRow> {
  const { tx, now } = useCase;
  const task = await lockConfirmable(useCase, actor, input.taskId, ['reportedDone']);

  const report = await findCurrentProgress(tx, task.id);
  const isBasically = report?.status === 'basicallyDone';
  const decided = await changeTask(
    tx,
    task.id,
    input.decision === 'return'
      ? { state: 'inProgress', productOn: null, productText: null }
      : { state: isBasically ? 'basicallyDone' : 'done' },
    now,
  );
  await addAuditEntry(tx, {
    at: now,
    actorId: actor.personId,
    source: useCase.source,
    action: input.decision === 'confirm' ? 'confirmCompletion' : 'returnCompletion',
    subject: 'task',
    subjectId: task.id,
    before: { state: task.state, productOn: task.productOn },
    after: { state: decided.state },
    reason: input.reason ?? null,
  });
  if (report?.authorId != null) {
    const payload = { taskId: task.id, code: task.code, title: task.title, by: actor.name };
    const reason = input.reason == null ? {} : { reason: input.reason };
    await tellPerson(
      useCase,
      { personId: report.authorId, unitId: task.leadUnitId },
      input.decision === 'confirm'
        ? { kind: 'completionConfirmed', payload }
        : { kind: 'completionReturned', payload: { ...payload, ...reason } },
      `completionDecided:${report.id}`,
    );
  }
  return decided;
}
