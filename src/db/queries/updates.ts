import { and, asc, eq, sql } from 'drizzle-orm';
import { type Db, selectRows } from '../client.ts';
import { lanes, updates } from '../schema/index.ts';

export type UpdateRow = typeof updates.$inferSelect;

export interface NewUpdate {
  botId: number;
  updateId: number;
  /** What keeps order: the chat, or the person where there is no chat. */
  lane: string;
  payload: unknown;
}

/** Stores a batch as Telegram delivered it; what is stored already stays as it is. Returns how many were new. */
export async function storeUpdates(db: Db, batch: NewUpdate[]): Promise<number> {
  if (batch.length === 0) return 0;
  return db.transaction(async (tx) => {
    const names = [...new Set(batch.map((update) => update.lane))].sort();
    await tx
      .insert(lanes)
      .values(names.map((lane) => ({ lane })))
      .onConflictDoNothing();
    const added = await tx
      .insert(updates)
      .values(
        batch.map((update) => ({
          ...update,
          receivedAt: sql`clock_timestamp()`,
          nextAttemptAt: sql`clock_timestamp()`,
          state: 'pending' as const,
          attempts: 0,
        })),
      )
      .onConflictDoNothing()
      .returning({ updateId: updates.updateId });
    return added.length;
  });
}

/**
 * Takes the lane that has waited longest and is free, and its oldest update. The lane's row stays locked until the
 * transaction ends: order within a chat is kept, and chats run side by side.
 */
export async function takeOldestUpdate(tx: Db, botId: number): Promise<UpdateRow | undefined> {
  // A lane whose oldest update waits for a retry is not passed over by its younger ones: it rests as a whole.
  const [lane] = await selectRows<{ lane: string }>(
    tx,
    sql`select l.lane from ${lanes} l
        join lateral (
          select u.update_id, u.next_attempt_at from ${updates} u
          where u.state = 'pending' and u.lane = l.lane and u.bot_id = ${botId}
          order by u.update_id limit 1
        ) oldest on oldest.next_attempt_at <= clock_timestamp()
        order by oldest.update_id
        limit 1
        for update of l skip locked`,
  );
  if (lane === undefined) return undefined;
  const [row] = await tx
    .select()
    .from(updates)
    .where(and(eq(updates.state, 'pending'), eq(updates.lane, lane.lane), eq(updates.botId, botId)))
    .orderBy(asc(updates.updateId))
    .limit(1);
  return row;
}

/** The update took effect: its payload is let go, its number stays so that a second delivery changes nothing. */
export async function markUpdateHandled(tx: Db, row: { botId: number; updateId: number }): Promise<void> {
  await tx
    .update(updates)
    .set({ state: 'handled', handledAt: sql`clock_timestamp()`, payload: null, error: null })
    .where(and(eq(updates.botId, row.botId), eq(updates.updateId, row.updateId)));
}

/** The update failed: it is tried again after a pause, or set aside. */
export async function markUpdateFailed(
  db: Db,
  row: { botId: number; updateId: number; attempts: number },
  failure: { error: string; isFinal: boolean; pauseMilliseconds: number },
): Promise<void> {
  await db
    .update(updates)
    .set({
      attempts: row.attempts + 1,
      error: failure.error,
      state: failure.isFinal ? 'failed' : 'pending',
      nextAttemptAt: sql`clock_timestamp() + ${failure.pauseMilliseconds} * interval '1 millisecond'`,
    })
    .where(and(eq(updates.botId, row.botId), eq(updates.updateId, row.updateId)));
}

/** Updates that were set aside, oldest first. */
export async function listFailedUpdates(db: Db, limit: number) {
  return db
    .select({
      updateId: updates.updateId,
      lane: updates.lane,
      attempts: updates.attempts,
      error: updates.error,
      receivedAt: updates.receivedAt,
    })
    .from(updates)
    .where(eq(updates.state, 'failed'))
    .orderBy(asc(updates.updateId))
    .limit(limit);
}

export async function retryFailedUpdate(db: Db, updateId: number): Promise<boolean> {
  const rows = await db
    .update(updates)
    .set({ state: 'pending', attempts: 0, nextAttemptAt: sql`clock_timestamp()` })
    .where(and(eq(updates.state, 'failed'), eq(updates.updateId, updateId)))
    .returning({ updateId: updates.updateId });
  return rows.length > 0;
}

/** How many updates were set aside. */
export async function countFailedUpdates(db: Db): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(updates)
    .where(eq(updates.state, 'failed'));
  return row?.n ?? 0;
}
