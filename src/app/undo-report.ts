import { addAuditEntry } from '../db/queries/audit.ts';
import { wasBegun } from '../db/queries/outbox.ts';
import { addProgress, findCurrentProgress, findProgress } from '../db/queries/progress.ts';
import { changeTask, lockTask, type TaskRow } from '../db/queries/tasks.ts';
import type { Actor } from '../domain/access/access.ts';
import { stateAfterReport } from '../domain/task/progress.ts';
import { isOpen } from '../domain/task/task.ts';
import { confirmerOf } from './confirmer.ts';
import { loadDirectory } from './load-directory.ts';
import { tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

const UNDO_HOURS = 24;

/**
 * Takes back the author's newest report of a task, within 24 hours: a further row, never a deletion.
 * @throws Refusal `notYourReport`, `undoNotNewest`, `undoTooLate`, `taskClosed`
 */
export async function undoReport(
  useCase: UseCase,
  actor: Actor,
  reportId: number,
): Promise<{ task: TaskRow; percent: number | null }> {
  const { tx, now } = useCase;
  const named = await findProgress(tx, reportId);
  if (named === undefined || named.authorId !== actor.personId) throw new Refusal('notYourReport');
  const task = await lockTask(tx, named.taskId);
  if (task === undefined) throw new Refusal('taskNotFound');
  const current = await findCurrentProgress(tx, task.id);
  if (current?.id !== reportId) throw new Refusal('undoNotNewest', { code: task.code });
  if (now.getTime() - named.recordedAt.getTime() > UNDO_HOURS * 3_600_000) throw new Refusal('undoTooLate');
  // Confirmed meanwhile, suspended, cancelled: somebody else's decision is not taken back by an undo.
  if (!isOpen(task.state) && task.state !== 'reportedDone')
    throw new Refusal('taskClosed', { code: task.code });
  // What somebody decided after the report is theirs: an undo takes back the report and nothing else.
  if (task.state !== stateAfterReport(named.status, named.previousState))
    throw new Refusal('alreadyDecided', { code: task.code });

  await addProgress(tx, {
    taskId: task.id,
    authorId: actor.personId,
    reportedAt: now,
    recordedAt: now,
    percent: named.previousPercent ?? 0,
    status: 'inProgress',
    note: null,
    isOnBehalf: named.isOnBehalf,
    previousPercent: named.percent,
    previousState: task.state,
    previousProductOn: task.productOn,
    previousProductText: task.productText,
    reversesId: reportId,
  });
  const restored = await changeTask(
    tx,
    task.id,
    {
      state: named.previousState,
      productOn: named.previousProductOn,
      productText: named.previousProductText,
    },
    now,
  );
  await addAuditEntry(tx, {
    at: now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'undoReport',
    subject: 'task',
    subjectId: task.id,
    before: { percent: named.percent, state: task.state, reportId },
    after: { percent: named.previousPercent, state: restored.state },
  });
  if (task.state === 'reportedDone') await tellConfirmer(useCase, actor, task, reportId);
  return { task: restored, percent: named.previousPercent };
}

/** Whoever was asked to confirm is told that there is nothing to confirm any more; a question still held is dropped. */
async function tellConfirmer(useCase: UseCase, actor: Actor, task: TaskRow, reportId: number): Promise<void> {
  if (!(await wasBegun(useCase.tx, `completionToConfirm:${reportId}`))) return;
  const confirmer = confirmerOf(await loadDirectory(useCase.tx, useCase.today), task);
  if (confirmer === null) return;
  await tellPerson(
    useCase,
    { personId: confirmer, unitId: task.leadUnitId },
    {
      kind: 'completionWithdrawn',
      payload: { taskId: task.id, code: task.code, title: task.title, by: actor.name },
    },
    `completionWithdrawn:${reportId}`,
  );
}
