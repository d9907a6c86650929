import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, notInArray, or, sql } from 'drizzle-orm';
import { MESSAGE_VERSION, type Message, SECRET_KINDS } from '../../domain/message/messages.ts';
import { PRIORITY, type Priority } from '../../domain/message/priority.ts';
import type { Db } from '../client.ts';
import {
  accounts,
  groups,
  leases,
  notices,
  type OUTBOX_STATES,
  outbox,
  sentMessages,
} from '../schema/index.ts';

export type OutboxRow = typeof outbox.$inferSelect;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** Who a message is for: a person (wherever they are bound when it is sent), a bound group, or a chat as it is. */
export type Recipient = { personId: number } | { groupId: number } | { chatId: number };

export { PRIORITY };

export interface Enqueued {
  message: Message;
  to: Recipient;
  priority: Priority;
  now: Date;
  /** Business time before which it is held. */
  notBefore?: Date;
  /** Business time from which it is no longer sent. */
  notAfter?: Date;
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
      notAfter: item.notAfter ?? null,
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

/** A message that may be sent now, and where it goes: a person's account may have changed since it was owed. */
export interface SendableMessage {
  row: OutboxRow;
  chatId: number;
  threadId: number | null;
}

/** So many of the oldest rows are read for each chat that is asked for. */
const ROWS_PER_CHAT = 4;

/**
 * The next message of each chat, answers first. Only the oldest rows are read, so that a long queue is not sorted at
 * each look, and they are taken from the queue's own table before any join: the plan is then right without statistics,
 * which the embedded database does not keep by itself. A chat that fills them is under way or resting at the next look
 * and makes room for the others; what has nowhere to go does so by `giveUpAddressless`. Only the holder of the
 * sender's lease calls this, so rows in `sending` that it does not know of are attempts whose end was never seen.
 */
export async function listSendable(
  db: Db,
  now: Date,
  wanted: { leastUrgent: Priority; notToChats: number[]; limit: number },
): Promise<SendableMessage[]> {
  const waiting = db
    .select({
      id: outbox.id,
      priority: outbox.priority,
      personId: outbox.personId,
      groupId: outbox.groupId,
      ownChatId: sql<number | null>`${outbox.chatId}`.as('own_chat_id'),
      ownThreadId: sql<number | null>`${outbox.threadId}`.as('own_thread_id'),
    })
    .from(outbox)
    .where(
      and(
        isDue(now),
        lte(outbox.nextAttemptAt, sql`clock_timestamp()`),
        lte(outbox.priority, wanted.leastUrgent),
        wanted.notToChats.length === 0 ? undefined : goesToNoneOf(db, wanted.notToChats),
      ),
    )
    .orderBy(asc(outbox.priority), asc(outbox.id))
    .limit(wanted.limit * ROWS_PER_CHAT)
    .as('waiting');
  // In a private chat the chat's id is the person's.
  const toChat = sql<number>`coalesce(${waiting.ownChatId}, ${groups.chatId}, ${accounts.telegramUserId})`;
  const oldest = db
    .select({
      id: waiting.id,
      priority: waiting.priority,
      toChatId: toChat.mapWith(Number).as('to_chat_id'),
      toThreadId: sql<number | null>`coalesce(${waiting.ownThreadId}, ${groups.threadId})`.as('to_thread_id'),
    })
    .from(waiting)
    .leftJoin(accounts, and(eq(accounts.personId, waiting.personId), isNull(accounts.closedAt)))
    .leftJoin(groups, and(eq(groups.id, waiting.groupId), isNull(groups.unboundAt)))
    .where(sql`${toChat} is not null`)
    .as('oldest');
  const heads = db
    .selectDistinctOn([oldest.toChatId], {
      id: oldest.id,
      toChatId: oldest.toChatId,
      toThreadId: oldest.toThreadId,
    })
    .from(oldest)
    .orderBy(oldest.toChatId, asc(oldest.priority), asc(oldest.id))
    .as('heads');
  const rows = await db
    .select({ row: outbox, chatId: heads.toChatId, threadId: heads.toThreadId })
    .from(outbox)
    .innerJoin(heads, eq(outbox.id, heads.id))
    .orderBy(asc(outbox.priority), asc(outbox.id))
    .limit(wanted.limit);
  return rows;
}

/** The recipient is none of these chats, however it is named. */
function goesToNoneOf(db: Db, chatIds: number[]) {
  const people = db
    .select({ personId: accounts.personId })
    .from(accounts)
    .where(and(inArray(accounts.telegramUserId, chatIds), isNull(accounts.closedAt)));
  const bound = db
    .select({ id: groups.id })
    .from(groups)
    .where(and(inArray(groups.chatId, chatIds), isNull(groups.unboundAt)));
  return and(
    or(isNull(outbox.chatId), notInArray(outbox.chatId, chatIds)),
    or(isNull(outbox.personId), notInArray(outbox.personId, people)),
    or(isNull(outbox.groupId), notInArray(outbox.groupId, bound)),
  );
}

const openAccountOfRecipient = and(eq(accounts.personId, outbox.personId), isNull(accounts.closedAt));
const boundGroupOfRecipient = and(eq(groups.id, outbox.groupId), isNull(groups.unboundAt));
/** Waits, and its time has come and not gone. */
export const isDue = (now: Date) =>
  and(
    inArray(outbox.state, ['waiting', 'sending']),
    lte(outbox.notBefore, now),
    or(isNull(outbox.notAfter), gt(outbox.notAfter, now)),
  );

/** Gives up what has nowhere to go: the person has no account any more, the group is not bound. Returns how much. */
export async function giveUpAddressless(db: Db, now: Date): Promise<number> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .leftJoin(accounts, openAccountOfRecipient)
    .leftJoin(groups, boundGroupOfRecipient)
    .where(and(isDue(now), isNull(outbox.chatId), isNull(accounts.id), isNull(groups.id)));
  for (const { id } of rows)
    await finishMessage(db, id, { state: 'unreachable', error: 'no account or group' });
  return rows.length;
}

/**
 * Begins an attempt and freezes what it says.
 * @returns false when the lease has changed hands since: nothing may be sent then
 */
export async function claimMessage(
  db: Db,
  row: OutboxRow,
  claim: { now: Date; parts: unknown; lease: { name: string; token: number } },
): Promise<boolean> {
  const claimed = await db
    .update(outbox)
    .set({
      state: 'sending',
      parts: claim.parts,
      attempts: row.attempts + 1,
      unknownEnds: row.unknownEnds + (row.state === 'sending' ? 1 : 0),
      claimedAt: sql`clock_timestamp()`,
    })
    .where(
      and(
        eq(outbox.id, row.id),
        isDue(claim.now),
        sql`exists (select 1 from ${leases} where ${leases.name} = ${claim.lease.name}
              and ${leases.token} = ${claim.lease.token} and ${leases.expiresAt} > clock_timestamp())`,
      ),
    )
    .returning({ id: outbox.id });
  return claimed.length > 0;
}

/** What stays of a message that held a secret: neither what it said nor how it looked (ADR 0014). */
const FORGOTTEN = { payload: {}, parts: null };

/** One part of several arrived: a retry goes on after it. With the last one the message is sent. */
export async function markPartSent(
  db: Db,
  row: OutboxRow,
  sent: {
    sentParts: number;
    chatId: number;
    messageId: number;
    taskId: number | null;
    /** Business time, when this was the last part. */
    finishedAt: Date | null;
  },
): Promise<void> {
  const { finishedAt } = sent;
  await db.transaction(async (tx) => {
    await tx
      .update(outbox)
      .set({
        sentParts: sent.sentParts,
        ...(finishedAt === null ? {} : { state: 'sent' as const, sentAt: finishedAt, error: null }),
        ...(finishedAt !== null && SECRET_KINDS.has(row.kind) ? FORGOTTEN : {}),
      })
      .where(eq(outbox.id, row.id));
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

/**
 * The end of a message that was not sent, for a reason that no retry mends. What it was to tell counts as not told, so
 * that the next slot tells it, or tells the next step.
 */
export async function finishMessage(
  db: Db,
  id: number,
  end: { state: 'dropped' | 'unreachable' | 'failed'; error: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const [ended] = await tx
      .update(outbox)
      .set({ state: end.state, error: end.error })
      .where(eq(outbox.id, id))
      .returning({ kind: outbox.kind });
    if (ended !== undefined && SECRET_KINDS.has(ended.kind))
      await tx.update(outbox).set(FORGOTTEN).where(eq(outbox.id, id));
    await tx.delete(notices).where(eq(notices.outboxId, id));
  });
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

/**
 * Drops what was not sent in its time. What it was to tell counts as not told, so that whoever plans next tells it,
 * if it is still true. Returns how much.
 */
export async function dropOutdated(tx: Db, now: Date): Promise<number> {
  const dropped = await tx
    .update(outbox)
    .set({ state: 'dropped', error: 'out of time' })
    .where(and(inArray(outbox.state, ['waiting', 'sending']), lte(outbox.notAfter, now)))
    .returning({ id: outbox.id });
  const ids = dropped.map((row) => row.id);
  for (let start = 0; start < ids.length; start += 5000)
    await tx.delete(notices).where(inArray(notices.outboxId, ids.slice(start, start + 5000)));
  return ids.length;
}
