import { eq, inArray, or } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { coordinatingUnits, documents, importBatches, tasks } from '../schema/index.ts';
import { describeAgain } from './task-descriptions.ts';
import type { TaskRow } from './tasks.ts';

export type ImportBatchRow = typeof importBatches.$inferSelect;

export async function addImportBatch(
  tx: Db,
  row: Omit<typeof importBatches.$inferInsert, 'id'>,
): Promise<number> {
  const [added] = await tx.insert(importBatches).values(row).returning({ id: importBatches.id });
  if (added === undefined) throw new Error('The database returned no import batch');
  return added.id;
}

export async function findImportBatch(db: Db, id: number): Promise<ImportBatchRow | undefined> {
  const [row] = await db.select().from(importBatches).where(eq(importBatches.id, id)).for('update');
  return row;
}

/** Files that were received and not fetched yet, oldest first. */
export async function listReceivedImports(db: Db, limit: number): Promise<ImportBatchRow[]> {
  return db
    .select()
    .from(importBatches)
    .where(eq(importBatches.state, 'received'))
    .orderBy(importBatches.id)
    .limit(limit);
}

/** The file was read without an error: it waits for its sender's confirmation. */
export async function markImportPreviewed(
  tx: Db,
  id: number,
  file: { kind: 'people' | 'tasks'; content: Uint8Array; fileHash: string },
): Promise<void> {
  await tx
    .update(importBatches)
    .set({ ...file, state: 'previewed' })
    .where(eq(importBatches.id, id));
}

/** An import ended: applied or dropped. The file itself is let go. */
export async function finishImportBatch(
  tx: Db,
  id: number,
  end: { state: 'applied' | 'dropped'; appliedAt: Date | null; counts: ImportBatchRow['counts'] },
): Promise<void> {
  await tx
    .update(importBatches)
    .set({ ...end, content: null })
    .where(eq(importBatches.id, id));
}

/** Tasks that a file speaks of: by their codes or by what their rows were recognised by. */
export async function findImportedTasks(db: Db, codes: string[], keys: string[]): Promise<TaskRow[]> {
  const found: TaskRow[] = [];
  const size = 1000;
  for (let start = 0; start < Math.max(codes.length, keys.length); start += size) {
    const someCodes = codes.slice(start, start + size);
    const someKeys = keys.slice(start, start + size);
    found.push(
      ...(await db
        .select()
        .from(tasks)
        .where(or(inArray(tasks.code, someCodes), inArray(tasks.importKey, someKeys)))),
    );
  }
  return found;
}

export async function listCoordinatingOf(
  db: Db,
  taskIds: number[],
): Promise<{ taskId: number; unitId: number }[]> {
  if (taskIds.length === 0) return [];
  return db
    .select({ taskId: coordinatingUnits.taskId, unitId: coordinatingUnits.unitId })
    .from(coordinatingUnits)
    .where(inArray(coordinatingUnits.taskId, taskIds));
}

export async function setCoordinatingUnits(
  tx: Db,
  taskId: number,
  unitIds: number[],
  at: Date,
): Promise<void> {
  await tx.delete(coordinatingUnits).where(eq(coordinatingUnits.taskId, taskId));
  if (unitIds.length > 0)
    await tx.insert(coordinatingUnits).values(unitIds.map((unitId) => ({ taskId, unitId })));
  await describeAgain(tx, taskId, { coordinatingUnitIds: unitIds }, at);
}

export async function listDocuments(db: Db) {
  return db.select({ id: documents.id, key: documents.key, number: documents.number }).from(documents);
}
