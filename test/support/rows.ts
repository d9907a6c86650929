import { asc, count, eq } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '../../src/db/client.ts';
import { findTaskByCode, type TaskRow } from '../../src/db/queries/tasks.ts';
import { evidence, progressReports } from '../../src/db/schema/index.ts';

/** The row of a task that must be there. */
export async function readTask(db: Db, code: string): Promise<TaskRow> {
  const task = await findTaskByCode(db, code);
  if (task === undefined) throw new Error(`There is no ${code}`);
  return task;
}

/** Everything that was said of a task's progress, oldest first. */
export async function listReports(db: Db, code: string) {
  const { id } = await readTask(db, code);
  return db
    .select()
    .from(progressReports)
    .where(eq(progressReports.taskId, id))
    .orderBy(asc(progressReports.id));
}

/** The files of a task, oldest first. */
export async function listEvidence(db: Db, code: string) {
  const { id } = await readTask(db, code);
  return db.select().from(evidence).where(eq(evidence.taskId, id)).orderBy(asc(evidence.id));
}

export async function countRows(db: Db, table: PgTable): Promise<number> {
  const [row] = await db.select({ n: count() }).from(table);
  return row?.n ?? 0;
}
