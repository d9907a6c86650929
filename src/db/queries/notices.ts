import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { jobSlots, notices } from '../schema/index.ts';

/** Claims a slot of a job; false when it was planned before, by whomever. */
export async function claimSlot(tx: Db, job: string, slot: string, at: Date): Promise<boolean> {
  const rows = await tx
    .insert(jobSlots)
    .values({ job, slot, plannedAt: at })
    .onConflictDoNothing()
    .returning({ slot: jobSlots.slot });
  return rows.length > 0;
}

export async function addNotices(tx: Db, rows: Omit<typeof notices.$inferInsert, 'id'>[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 1000) {
    await tx
      .insert(notices)
      .values(rows.slice(start, start + 1000))
      .onConflictDoNothing();
  }
}

/** `person:key` of everything that was said about these tasks. */
export async function listToldKeys(db: Db, taskIds: number[], asOf?: Date): Promise<Set<string>> {
  const told = new Set<string>();
  for (let start = 0; start < taskIds.length; start += 5000) {
    const rows = await db
      .select({ personId: notices.personId, key: notices.key })
      .from(notices)
      .where(
        and(
          inArray(notices.taskId, taskIds.slice(start, start + 5000)),
          asOf === undefined ? undefined : lte(notices.plannedAt, asOf),
        ),
      );
    for (const row of rows) told.add(`${row.personId}:${row.key}`);
  }
  return told;
}

/** On how many days each task was said to be overdue so far, to however many people. */
export async function countOverdueNotices(db: Db, taskIds: number[]): Promise<Map<number, number>> {
  if (taskIds.length === 0) return new Map();
  const rows = await db
    .select({ taskId: notices.taskId, n: sql<number>`count(distinct ${notices.onDay})::int` })
    .from(notices)
    .where(and(inArray(notices.taskId, taskIds), eq(notices.kind, 'overdue')))
    .groupBy(notices.taskId);
  return new Map(rows.map((row) => [row.taskId, row.n]));
}
