import { createHash } from 'node:crypto';
import {
  addImportBatch,
  findImportBatch,
  finishImportBatch,
  type ImportBatchRow,
  markImportPreviewed,
} from '../db/queries/imports.ts';
import { type Actor, mayActInOffice } from '../domain/access/access.ts';
import type { PersonImportRow, UnitImportRow } from '../domain/import/people-import-row.ts';
import type { TaskImportRow } from '../domain/import/task-import-row.ts';
import type { TaskChange } from './compare-imported-task.ts';
import { type ImportCounts, importPeople } from './import-people.ts';
import { importTasks } from './import-tasks.ts';
import { rehearse } from './rehearse.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** What a workbook says, read and without an error. */
export type ReadableWorkbook =
  | { kind: 'people'; units: UnitImportRow[]; people: PersonImportRow[] }
  | { kind: 'tasks'; tasks: TaskImportRow[] };

export type WorkbookOutcome = ImportCounts & { changes: TaskChange[] };

/** Writes what a workbook says, all or nothing. */
export async function importWorkbook(
  useCase: UseCase,
  workbook: ReadableWorkbook,
  batch: { id: number | null; actorId: number | null },
): Promise<WorkbookOutcome> {
  if (workbook.kind === 'tasks') return importTasks(useCase, workbook.tasks, batch);
  return { ...(await importPeople(useCase, workbook)), changes: [] };
}

/** What writing it would do, without doing it. */
export const previewWorkbook = (useCase: UseCase, workbook: ReadableWorkbook): Promise<WorkbookOutcome> =>
  rehearse(useCase, (inside) => importWorkbook(inside, workbook, { id: null, actorId: null }));

/**
 * Notes that somebody sent a workbook; its bytes are fetched afterwards, outside any transaction.
 * @throws Refusal `notAllowed`
 */
export async function receiveImport(
  useCase: UseCase,
  actor: Actor,
  file: { name: string; telegramFileId: string },
): Promise<void> {
  if (!mayActInOffice(actor, 'import')) throw new Refusal('notAllowed');
  const { campaign } = useCase.plan;
  await addImportBatch(useCase.tx, {
    fileName: file.name,
    telegramFileId: file.telegramFileId,
    // Deadlines without a year are read from the plan's own day on, or from the campaign's first.
    issuedOn: campaign.issuedOn ?? campaign.startOn,
    state: 'received',
    byPersonId: actor.personId,
    createdAt: useCase.now,
  });
}

/** Keeps a workbook that reads without an error until its sender confirms. */
export async function keepForConfirmation(
  useCase: UseCase,
  batchId: number,
  file: { kind: 'people' | 'tasks'; bytes: Buffer },
): Promise<void> {
  const fileHash = createHash('sha256').update(file.bytes).digest('hex');
  await markImportPreviewed(useCase.tx, batchId, { kind: file.kind, content: file.bytes, fileHash });
}

/**
 * The kept file, to be imported or dropped; it is decided once.
 * @throws Refusal `notAllowed`, `buttonTooOld`, `alreadyDecided`
 */
export async function takeImport(useCase: UseCase, actor: Actor, batchId: number): Promise<ImportBatchRow> {
  if (!mayActInOffice(actor, 'import')) throw new Refusal('notAllowed');
  const batch = await findImportBatch(useCase.tx, batchId);
  if (batch === undefined) throw new Refusal('buttonTooOld');
  if (batch.state !== 'previewed') throw new Refusal('alreadyDecided', { code: batch.fileName });
  return batch;
}

/** Drops a file: nothing of it was ever written. */
export async function dropImport(useCase: UseCase, batch: Pick<ImportBatchRow, 'id'>): Promise<void> {
  await finishImportBatch(useCase.tx, batch.id, { state: 'dropped', appliedAt: null, counts: null });
}

/** Imports a kept file, whose rows were read again from its bytes just now. */
export async function applyImport(
  useCase: UseCase,
  actor: Actor,
  batch: ImportBatchRow,
  workbook: ReadableWorkbook,
): Promise<WorkbookOutcome> {
  const outcome = await importWorkbook(useCase, workbook, { id: batch.id, actorId: actor.personId });
  const { added, changed, unchanged } = outcome;
  await finishImportBatch(useCase.tx, batch.id, {
    state: 'applied',
    appliedAt: useCase.now,
    counts: { added, changed, unchanged },
  });
  return outcome;
}
