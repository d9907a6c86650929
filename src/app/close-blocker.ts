import { addAuditEntry } from '../db/queries/audit.ts';
import {
  type BlockerRow,
  closeBlockerRows,
  listOpenBlockers,
  listToldPersonIds,
} from '../db/queries/blockers.ts';
import { findUnitByCode } from '../db/queries/directory.ts';
import { lockTask, type TaskRow } from '../db/queries/tasks.ts';
import type { Actor } from '../domain/access/access.ts';
import { loadDirectory } from './load-directory.ts';
import { toldKeysOf } from './open-blocker.ts';
import { type ProgressOutcome, reportProgress } from './report-progress.ts';
import { tellPerson } from './tell.ts';
import { undoReport } from './undo-report.ts';
import { Refusal, type UseCase } from './use-case.ts';

export interface ClosedBlockers {
  outcome: Extract<ProgressOutcome, { kind: 'recorded' }>;
  closed: BlockerRow[];
  remaining: BlockerRow[];
  /** Names of those who are told. */
  told: string[];
}

/**
 * Records that work goes on, and closes what the task waited for: what waited for the unit that is named, else all of
 * it. Whoever was told of it is told.
 * @param input.isOnlyOfBlocked a press on a button: where nothing is open any more, nothing is recorded
 * @throws Refusal `alreadyDecided`, and as `reportProgress` does
 */
export async function closeBlockers(
  useCase: UseCase,
  actor: Actor,
  input: {
    taskId: number;
    note: string | null;
    unitCode: string | null;
    reportedAt: Date;
    isOnlyOfBlocked: boolean;
  },
): Promise<ClosedBlockers> {
  const task = await lockTask(useCase.tx, input.taskId);
  if (task === undefined) throw new Refusal('taskNotFound');
  const open = await listOpenBlockers(useCase.tx, task.id);
  if (input.isOnlyOfBlocked && open.length === 0) throw new Refusal('alreadyDecided', { code: task.code });
  const outcome = await reportProgress(useCase, actor, {
    taskId: input.taskId,
    percent: null,
    delta: null,
    status: 'inProgress',
    note: input.note,
    product: null,
    reportedAt: input.reportedAt,
    isConfirmed: true,
  });
  if (outcome.kind !== 'recorded') throw new Error('A report without a figure waits for a confirmation');
  const named = input.unitCode === null ? undefined : await findUnitByCode(useCase.tx, input.unitCode);
  const ofUnit = open.filter((blocker) => named !== undefined && blocker.waitingForUnitId === named.id);
  const closed = ofUnit.length > 0 ? ofUnit : open;
  const told = await close(useCase, actor, outcome.task, closed);
  return { outcome, closed, remaining: open.filter((blocker) => !closed.includes(blocker)), told };
}

/**
 * Takes back a report that opened a blocker, and the blocker with it.
 * @throws Refusal as `undoReport` does
 */
export async function withdrawBlocker(
  useCase: UseCase,
  actor: Actor,
  input: { reportId: number; blockerId: number },
): Promise<{ task: TaskRow; percent: number | null }> {
  const undone = await undoReport(useCase, actor, input.reportId);
  const open = await listOpenBlockers(useCase.tx, undone.task.id);
  // The number may be forged: only what the same person opened goes with their report.
  const own = open.filter((row) => row.id === input.blockerId && row.reportedById === actor.personId);
  await close(useCase, actor, undone.task, own);
  return undone;
}

async function close(
  useCase: UseCase,
  actor: Actor,
  task: TaskRow,
  blockers: BlockerRow[],
): Promise<string[]> {
  const ids = blockers.map((blocker) => blocker.id);
  if (ids.length === 0) return [];
  await closeBlockerRows(useCase.tx, ids, { closedAt: useCase.now, closedById: actor.personId });
  await addAuditEntry(useCase.tx, {
    at: useCase.now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'closeBlockers',
    subject: 'task',
    subjectId: task.id,
    before: { blockerIds: ids },
  });
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const told = new Set<number>();
  for (const blocker of blockers) {
    for (const personId of await listToldPersonIds(useCase.tx, toldKeysOf(blocker.id))) {
      if (personId === actor.personId) continue;
      told.add(personId);
      await tellPerson(
        useCase,
        { personId, unitId: task.leadUnitId },
        {
          kind: 'blockerCleared',
          payload: {
            taskId: task.id,
            code: task.code,
            title: task.title,
            text: blocker.text,
            by: actor.name,
          },
        },
        `blockerCleared:${blocker.id}:${personId}`,
      );
    }
  }
  return [...told].flatMap((personId) => directory.nameOf(personId) ?? []);
}
