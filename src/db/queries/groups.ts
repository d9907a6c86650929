import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { goLives, groups, outbox } from '../schema/index.ts';

export type GroupRow = typeof groups.$inferSelect;

export async function findBoundGroup(db: Db, chatId: number): Promise<GroupRow | undefined> {
  const [row] = await db
    .select()
    .from(groups)
    .where(and(eq(groups.chatId, chatId), isNull(groups.unboundAt)))
    .limit(1);
  return row;
}

export async function listBoundGroups(db: Db): Promise<GroupRow[]> {
  return db.select().from(groups).where(isNull(groups.unboundAt)).orderBy(asc(groups.id));
}

/** Binds a group, or changes what a bound one is for. */
export async function bindGroupRow(
  tx: Db,
  group: { chatId: number; title: string; unitId: number | null; threadId: number | null },
  at: Date,
): Promise<GroupRow> {
  const bound = await findBoundGroup(tx, group.chatId);
  const [row] =
    bound === undefined
      ? await tx
          .insert(groups)
          .values({ ...group, boundAt: at })
          .returning()
      : await tx.update(groups).set(group).where(eq(groups.id, bound.id)).returning();
  if (row === undefined) throw new Error('The database returned no group');
  return row;
}

/** The bot was removed from the group: nothing is sent to it any more. */
export async function unbindGroup(db: Db, chatId: number, at: Date): Promise<void> {
  await db
    .update(groups)
    .set({ unboundAt: at })
    .where(and(eq(groups.chatId, chatId), isNull(groups.unboundAt)));
}

/**
 * A group that became a supergroup has a new id; it stays the same group, and what waits for it goes to the new id. One
 * that is bound under the new id already stands: the old one ends.
 */
export async function followGroup(
  db: Db,
  { fromChatId, toChatId, at }: { fromChatId: number; toChatId: number; at: Date },
): Promise<void> {
  if ((await findBoundGroup(db, toChatId)) !== undefined) await unbindGroup(db, fromChatId, at);
  await db
    .update(groups)
    .set({ chatId: toChatId })
    .where(and(eq(groups.chatId, fromChatId), isNull(groups.unboundAt)));
  // Messages keep no number across the change: nothing there can be answered or edited any more.
  await db
    .update(outbox)
    .set({ chatId: toChatId, threadId: null, replyToMessageId: null, editMessageId: null })
    .where(and(eq(outbox.chatId, fromChatId), inArray(outbox.state, ['waiting', 'sending'])));
}

export async function listGoLives(db: Db): Promise<{ unitId: number | null; startedAt: Date }[]> {
  return db.select({ unitId: goLives.unitId, startedAt: goLives.startedAt }).from(goLives);
}

/** Records "Bắt đầu"; false when it was pressed before. */
export async function addGoLive(
  tx: Db,
  row: { unitId: number | null; startedAt: Date; byPersonId: number | null },
): Promise<boolean> {
  const added = await tx.insert(goLives).values(row).onConflictDoNothing().returning({ id: goLives.id });
  return added.length > 0;
}

export async function countBoundGroups(db: Db): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(groups)
    .where(isNull(groups.unboundAt));
  return row?.n ?? 0;
}
