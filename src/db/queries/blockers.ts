import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { blockers, outbox } from '../schema/index.ts';

export type BlockerRow = typeof blockers.$inferSelect;

export async function addBlocker(tx: Db, row: Omit<typeof blockers.$inferInsert, 'id'>): Promise<BlockerRow> {
  const [added] = await tx.insert(blockers).values(row).returning();
  if (added === undefined) throw new Error('The database returned no blocker');
  return added;
}

/** What a task waits for now, oldest first. */
export async function listOpenBlockers(db: Db, taskId: number): Promise<BlockerRow[]> {
  return db
    .select()
    .from(blockers)
    .where(and(eq(blockers.taskId, taskId), isNull(blockers.closedAt)))
    .orderBy(asc(blockers.id));
}

export async function closeBlockerRows(
  tx: Db,
  ids: number[],
  closed: { closedAt: Date; closedById: number },
): Promise<void> {
  if (ids.length === 0) return;
  await tx.update(blockers).set(closed).where(inArray(blockers.id, ids));
}

/** The people whom messages of these dedupe keys were for, in the order in which they were told. */
export async function listToldPersonIds(db: Db, dedupeKeys: string[]): Promise<number[]> {
  const rows = await db
    .select({ personId: outbox.personId })
    .from(outbox)
    .where(and(inArray(outbox.dedupeKey, dedupeKeys), isNotNull(outbox.personId)))
    .orderBy(asc(outbox.id));
  return [...new Set(rows.flatMap((row) => (row.personId === null ? [] : [row.personId])))];
}
