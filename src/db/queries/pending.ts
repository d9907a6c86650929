import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { pendingActions, unreadTexts } from '../schema/index.ts';

export type PendingRow = typeof pendingActions.$inferSelect;

/** Keeps what a person was asked to confirm or choose. */
export async function addPending(
  tx: Db,
  row: Omit<typeof pendingActions.$inferInsert, 'id'>,
): Promise<number> {
  const [added] = await tx.insert(pendingActions).values(row).returning({ id: pendingActions.id });
  if (added === undefined) throw new Error('The database returned no pending action');
  return added.id;
}

/** Locks it, so that of two presses one decides. */
export async function lockPending(tx: Db, id: number): Promise<PendingRow | undefined> {
  const [row] = await tx.select().from(pendingActions).where(eq(pendingActions.id, id)).for('update');
  return row;
}

/** The undecided question about an album whose task its sender has not named yet. */
export async function lockWaitingAlbum(
  tx: Db,
  personId: number,
  albumId: string,
): Promise<PendingRow | undefined> {
  const [row] = await tx
    .select()
    .from(pendingActions)
    .where(
      and(
        eq(pendingActions.personId, personId),
        eq(pendingActions.kind, 'chooseTask'),
        isNull(pendingActions.decidedAt),
        sql`${pendingActions.payload} -> 'evidence' ->> 'albumId' = ${albumId}`,
      ),
    )
    .for('update');
  return row;
}

export async function changePending(tx: Db, id: number, payload: unknown): Promise<void> {
  await tx.update(pendingActions).set({ payload }).where(eq(pendingActions.id, id));
}

export async function markPendingDecided(tx: Db, id: number, at: Date): Promise<void> {
  await tx.update(pendingActions).set({ decidedAt: at }).where(eq(pendingActions.id, id));
}

/** Keeps a text that was not understood, so that the lexicon can grow. */
export async function addUnreadText(tx: Db, row: Omit<typeof unreadTexts.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(unreadTexts).values(row);
}
