import { and, asc, eq, gte, inArray } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { nudges } from '../schema/index.ts';

export type NudgeRow = typeof nudges.$inferSelect;

/** Logs reminders that somebody sent by hand, one a task. */
export async function addNudges(tx: Db, rows: Omit<typeof nudges.$inferInsert, 'id'>[]): Promise<void> {
  if (rows.length > 0) await tx.insert(nudges).values(rows);
}

/** What a person reminded of these tasks since a moment, oldest first. */
export async function listNudgesBy(
  db: Db,
  personId: number,
  about: { taskIds: number[]; since: Date },
): Promise<NudgeRow[]> {
  if (about.taskIds.length === 0) return [];
  return db
    .select()
    .from(nudges)
    .where(and(inArray(nudges.taskId, about.taskIds), eq(nudges.byId, personId), gte(nudges.at, about.since)))
    .orderBy(asc(nudges.id));
}

/** How often a task was reminded of by hand, by anybody. */
export async function countNudges(db: Db, taskId: number): Promise<number> {
  return db.$count(nudges, eq(nudges.taskId, taskId));
}
