import { type BlockerRow, listOpenBlockers } from '../db/queries/blockers.ts';
import { findUnit } from '../db/queries/directory.ts';
import { findProgress, type ProgressRow } from '../db/queries/progress.ts';
import type { Actor } from '../domain/access/access.ts';
import { withdrawBlocker } from './close-blocker.ts';
import { openBlocker } from './open-blocker.ts';
import { type ProgressInput, type ProgressOutcome, reportProgress } from './report-progress.ts';
import { undoReport } from './undo-report.ts';
import { Refusal, type UseCase } from './use-case.ts';

export type Recorded = Extract<ProgressOutcome, { kind: 'recorded' }>;

/** What stands instead of a report; `null`: nothing does. */
export type CorrectedInput = Omit<ProgressInput, 'isConfirmed'> | null;

/**
 * Takes the author's report back and records what it should have said, of the same task or of another one; both or
 * neither. What the report said the task waits for goes along.
 * @throws Refusal as `undoReport` and `reportProgress` do
 */
export async function correctReport(
  useCase: UseCase,
  actor: Actor,
  correction: { reportId: number; input: CorrectedInput },
): Promise<{ recorded: Recorded | null; fellBackTo: number | null }> {
  const wrong = await findProgress(useCase.tx, correction.reportId);
  if (wrong === undefined) throw new Refusal('notYourReport');
  // A refusal by the other task must not leave the first half behind.
  return useCase.tx.transaction(async (tx) => {
    const inner = { ...useCase, tx };
    const blocker = await findBlockerOf(inner, wrong);
    const undone =
      blocker === undefined
        ? await undoReport(inner, actor, wrong.id)
        : await withdrawBlocker(inner, actor, { reportId: wrong.id, blockerId: blocker.id });
    const recorded = correction.input === null ? null : await record(inner, actor, correction.input, blocker);
    return { recorded, fellBackTo: undone.percent };
  });
}

/** The blocker that a report opened: of the same author and the same moment. */
async function findBlockerOf(useCase: UseCase, report: ProgressRow): Promise<BlockerRow | undefined> {
  if (report.status !== 'blocked') return undefined;
  const open = await listOpenBlockers(useCase.tx, report.taskId);
  return open.find(
    (row) => row.reportedById === report.authorId && row.openedAt.getTime() === report.reportedAt.getTime(),
  );
}

async function record(
  useCase: UseCase,
  actor: Actor,
  input: Exclude<CorrectedInput, null>,
  blocker: BlockerRow | undefined,
): Promise<Recorded> {
  if (input.status === 'blocked' && blocker !== undefined) {
    const waited = await whoIsWaitedFor(useCase, blocker);
    return (await openBlocker(useCase, actor, { ...input, ...waited, isConfirmed: true })).outcome;
  }
  const outcome = await reportProgress(useCase, actor, { ...input, isConfirmed: true });
  if (outcome.kind !== 'recorded') throw new Error('A confirmed report waits for a confirmation');
  return outcome;
}

async function whoIsWaitedFor(useCase: UseCase, blocker: BlockerRow) {
  const unitId = blocker.waitingForUnitId;
  const unit = unitId === null ? undefined : await findUnit(useCase.tx, unitId);
  return { text: blocker.text, waitingFor: blocker.waitingForText, unitCode: unit?.code ?? null };
}
