import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '../client.ts';
import { evidence, people, progressReports } from '../schema/index.ts';

export type ProgressRow = typeof progressReports.$inferSelect;
const undoing = alias(progressReports, 'undoing');

export async function addProgress(
  tx: Db,
  row: Omit<typeof progressReports.$inferInsert, 'id'>,
): Promise<ProgressRow> {
  const [added] = await tx.insert(progressReports).values(row).returning();
  if (added === undefined) throw new Error('The database returned no progress report');
  return added;
}

/** The newest report of a task that was not taken back: what its progress is now. */
export async function findCurrentProgress(db: Db, taskId: number): Promise<ProgressRow | undefined> {
  const [row] = await db
    .select()
    .from(progressReports)
    .leftJoin(undoing, eq(undoing.reversesId, progressReports.id))
    .where(and(eq(progressReports.taskId, taskId), isNull(progressReports.reversesId), isNull(undoing.id)))
    .orderBy(desc(progressReports.id))
    .limit(1);
  return row?.progress_reports;
}

export async function findProgress(db: Db, reportId: number): Promise<ProgressRow | undefined> {
  const [row] = await db.select().from(progressReports).where(eq(progressReports.id, reportId)).limit(1);
  return row;
}

/** The latest reports of a task, newest first, each with whether it was taken back. */
export async function listProgress(db: Db, taskId: number, limit: number) {
  return db
    .select({
      at: progressReports.reportedAt,
      author: people.fullName,
      percent: progressReports.percent,
      note: progressReports.note,
      isUndone: sql<boolean>`${undoing.id} is not null`,
    })
    .from(progressReports)
    .leftJoin(undoing, eq(undoing.reversesId, progressReports.id))
    .leftJoin(people, eq(people.id, progressReports.authorId))
    .where(and(eq(progressReports.taskId, taskId), isNull(progressReports.reversesId)))
    .orderBy(desc(progressReports.id))
    .limit(limit);
}

/** Adds a piece of evidence; the same file sent again to the same task changes nothing. */
export async function addEvidence(
  tx: Db,
  row: Omit<typeof evidence.$inferInsert, 'id'>,
): Promise<number | null> {
  const [added] = await tx.insert(evidence).values(row).onConflictDoNothing().returning({ id: evidence.id });
  return added?.id ?? null;
}

export async function countEvidence(db: Db, taskId: number): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(evidence)
    .where(eq(evidence.taskId, taskId));
  return row?.n ?? 0;
}

/** Evidence whose bytes were not fetched yet. */
export async function listUnstoredEvidence(db: Db, limit: number) {
  return db.select().from(evidence).where(isNull(evidence.storedAt)).orderBy(evidence.id).limit(limit);
}

export async function markEvidenceStored(
  db: Db,
  id: number,
  stored: { storedAt: Date; storedPath: string | null; sha256: string | null; sizeBytes?: number },
): Promise<void> {
  await db.update(evidence).set(stored).where(eq(evidence.id, id));
}

/** The task to which an earlier file of the same album was added by the same person. */
export async function findAlbumTaskId(db: Db, authorId: number, albumId: string): Promise<number | null> {
  const [row] = await db
    .select({ taskId: evidence.taskId })
    .from(evidence)
    .where(and(eq(evidence.albumId, albumId), eq(evidence.authorId, authorId)))
    .limit(1);
  return row?.taskId ?? null;
}

/** What each task was last reported to stand at, as known at a moment or now; to be joined. */
export const selectNewestReports = (db: Db, asOf?: Date) =>
  db
    .selectDistinctOn([progressReports.taskId], {
      taskId: progressReports.taskId,
      percent: progressReports.percent,
      recordedAt: progressReports.recordedAt,
    })
    .from(progressReports)
    .where(asOf === undefined ? undefined : lte(progressReports.recordedAt, asOf))
    .orderBy(progressReports.taskId, desc(progressReports.id))
    .as('newest');
