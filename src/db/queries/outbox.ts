import { and, asc, eq, inArray, isNotNull, lte, notInArray, or, sql } from 'drizzle-orm';
import { MESSAGE_VERSION, type Message } from '../../domain/message/messages.ts';
import type { Db } from '../client.ts';
import { type OUTBOX_STATES, outbox, sentMessages } from '../schema/index.ts';

export type OutboxRow = typeof outbox.$inferSelect;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** Who a message is for: a person (wherever they are bound when it is sent), a bound group, or a chat as it is. */
export type Recipient = { personId: number } | { groupId: number } | { chatId: number };

export const PRIORITY = { answer: 0, event: 1, bulk: 2 } as const;

export interface Enqueued {
  message: Message;
  to: Recipient;
  priority: (typeof PRIORITY)[keyof typeof PRIORITY];
  now: Date;
  /** Business time before which it is held. */
  notBefore?: Date;
  dedupeKey?: string;
  threadId?: number;
  replyToMessageId?: number;
  editMessageId?: number;
}

/** Owes a message, in the caller's transaction. `null` when the same key is owed or was sent before. */
export async function enqueueMessage(tx: Db, item: Enqueued): Promise<number | null> {
  const to = item.to;
  const [row] = await tx
    .insert(outbox)
    .values({
      kind: item.message.kind,
      version: MESSAGE_VERSION,
      payload: item.message.payload,
      personId: 'personId' in to ? to.personId : null,
      groupId: 'groupId' in to ? to.groupId : null,
      chatId: 'chatId' in to ? to.chatId : null,
      threadId: item.threadId ?? null,
      replyToMessageId: item.replyToMessageId ?? null,
      editMessageId: item.editMessageId ?? null,
      priority: item.priority,
      dedupeKey: item.dedupeKey ?? null,
      notBefore: item.notBefore ?? item.now,
      createdAt: item.now,
      state: 'waiting',
      nextAttemptAt: sql`clock_timestamp()`,
      attempts: 0,
      unknownEnds: 0,
      sentParts: 0,
    })
    .onConflictDoNothing()
    .returning({ id: outbox.id });
  return row?.id ?? null;
}

/**
 * A page of the messages that may be sent now, answers first.
 * Only the holder of the sender's lease calls this, so rows in `sending` are attempts whose end was never seen.
 */
export async function listSendable(
  db: Db,
  now: Date,
  idsUnderWay: number[],
  page: { offset: number; limit: number },
): Promise<OutboxRow[]> {
  return db
    .select()
    .from(outbox)
    .where(
      and(
        inArray(outbox.state, ['waiting', 'sending']),
        lte(outbox.notBefore, now),
        lte(outbox.nextAttemptAt, sql`clock_timestamp()`),
        idsUnderWay.length === 0 ? undefined : notInArray(outbox.id, idsUnderWay),
      ),
    )
    .orderBy(asc(outbox.priority), asc(outbox.id))
    .offset(page.offset)
    .limit(page.limit);
}

/** Marks that an attempt begins, and freezes what it says. */
export async function markSending(db: Db, row: OutboxRow, parts: unknown): Promise<void> {
  await db
    .update(outbox)
    .set({
      state: 'sending',
      parts,
      attempts: row.attempts + 1,
      unknownEnds: row.unknownEnds + (row.state === 'sending' ? 1 : 0),
      claimedAt: sql`clock_timestamp()`,
    })
    .where(eq(outbox.id, row.id));
}

/** One part of several arrived: a retry goes on after it. */
export async function markPartSent(
  db: Db,
  row: OutboxRow,
  sent: { sentParts: number; chatId: number; messageId: number; taskId: number | null },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(outbox).set({ sentParts: sent.sentParts }).where(eq(outbox.id, row.id));
    await tx
      .insert(sentMessages)
      .values({
        chatId: sent.chatId,
        messageId: sent.messageId,
        outboxId: row.id,
        kind: row.kind,
        taskId: sent.taskId,
      })
      .onConflictDoUpdate({
        target: [sentMessages.chatId, sentMessages.messageId],
        set: { outboxId: row.id, kind: row.kind, taskId: sent.taskId },
      });
  });
}

/** The end of a message: sent, or given up for a reason that no retry mends. */
export async function finishMessage(
  db: Db,
  id: number,
  end: { state: Exclude<OutboxState, 'waiting' | 'sending'>; at: Date; error?: string },
): Promise<void> {
  await db
    .update(outbox)
    .set({ state: end.state, sentAt: end.state === 'sent' ? end.at : null, error: end.error ?? null })
    .where(eq(outbox.id, id));
}

/** Puts a message back for a later attempt, after so many real milliseconds. */
export async function postponeMessage(
  db: Db,
  row: OutboxRow,
  delay: { milliseconds: number; error: string; isUnknown: boolean },
): Promise<void> {
  await db
    .update(outbox)
    .set({
      state: 'waiting',
      nextAttemptAt: sql`clock_timestamp() + ${delay.milliseconds} * interval '1 millisecond'`,
      error: delay.error,
      ...(delay.isUnknown ? { unknownEnds: sql`${outbox.unknownEnds} + 1` } : {}),
    })
    .where(eq(outbox.id, row.id));
}

/** What a message in a chat was about: a reply to it is about the same task. */
export async function findSentMessage(
  db: Db,
  chatId: number,
  messageId: number,
): Promise<{ kind: string; taskId: number | null } | undefined> {
  const [row] = await db
    .select({ kind: sentMessages.kind, taskId: sentMessages.taskId })
    .from(sentMessages)
    .where(and(eq(sentMessages.chatId, chatId), eq(sentMessages.messageId, messageId)))
    .limit(1);
  return row;
}

/** Whether the message of this key was sent, or at least put in words: from then on it is sent as it stands. */
export async function wasBegun(db: Db, dedupeKey: string): Promise<boolean> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.dedupeKey, dedupeKey), isNotNull(outbox.parts)))
    .limit(1);
  return rows.length > 0;
}

/** How many messages wait or were given up, for the operator. */
export async function countOutbox(db: Db): Promise<Record<OutboxState, number>> {
  const rows = await db
    .select({ state: outbox.state, n: sql<number>`count(*)::int` })
    .from(outbox)
    .where(
      or(inArray(outbox.state, ['waiting', 'sending', 'unreachable', 'failed']), eq(outbox.state, 'dropped')),
    )
    .groupBy(outbox.state);
  const counts: Record<OutboxState, number> = {
    waiting: 0,
    sending: 0,
    sent: 0,
    dropped: 0,
    unreachable: 0,
    failed: 0,
  };
  for (const row of rows) counts[row.state] = row.n;
  return counts;
}

/** How many messages could go out now. */
export async function countSendable(db: Db, now: Date): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(outbox)
    .where(and(inArray(outbox.state, ['waiting', 'sending']), lte(outbox.notBefore, now)));
  return row?.n ?? 0;
}
