import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { taskDescriptions, type tasks } from '../schema/index.ts';

type Described = Pick<typeof taskDescriptions.$inferSelect, 'title' | 'product' | 'productText'> & {
  coordinatingUnitIds: number[];
};

/** Opens the first description of each of some new tasks. */
export async function openDescriptions(
  tx: Db,
  added: readonly (typeof tasks.$inferSelect)[],
  at: Date,
): Promise<void> {
  const rows = added.map(({ id, title, product, productText }) => ({
    taskId: id,
    recordedAt: at,
    title,
    product,
    productText,
    coordinatingUnitIds: [],
  }));
  await tx.insert(taskDescriptions).values(rows);
}

/** Closes what described a task until now and opens the next, with what is different of it. */
export async function describeAgain(
  tx: Db,
  taskId: number,
  patch: Partial<Described>,
  at: Date,
): Promise<void> {
  const [closed] = await tx
    .update(taskDescriptions)
    .set({ supersededAt: sql`greatest(${taskDescriptions.recordedAt}, ${at.toISOString()}::timestamptz)` })
    .where(and(eq(taskDescriptions.taskId, taskId), isNull(taskDescriptions.supersededAt)))
    .returning();
  if (closed === undefined) throw new Error(`The task ${taskId} has no description`);
  const { id: _, supersededAt, ...before } = closed;
  await tx.insert(taskDescriptions).values({ ...before, ...patch, recordedAt: supersededAt ?? at });
}
