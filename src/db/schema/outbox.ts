import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant, telegramId } from './columns.ts';
import { groups } from './groups.ts';
import { people } from './people.ts';

export const OUTBOX_STATES = ['waiting', 'sending', 'sent', 'dropped', 'unreachable', 'failed'] as const;

/**
 * A message that is owed. It stores meaning (kind, version, payload), not text; it is rendered when it is first tried
 * and the parts are frozen then, so that a retry never says something else. The dedupe key never expires.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: identity(),
    kind: text().notNull(),
    version: integer().notNull(),
    payload: jsonb().notNull(),
    /** Exactly one of the three says who it is for. */
    personId: integer().references(() => people.id),
    groupId: integer().references(() => groups.id),
    chatId: telegramId(),
    threadId: integer(),
    replyToMessageId: integer(),
    /** Edit this message in place instead of sending a new one. */
    editMessageId: integer(),
    /** 0 answers to people, 1 events, 2 bulk. */
    priority: integer().notNull(),
    dedupeKey: text(),
    /** Business time before which it is held. */
    notBefore: instant().notNull(),
    /** Business time from which it is no longer said: what it tells is owed anew by then. */
    notAfter: instant(),
    createdAt: instant().notNull(),
    state: text({ enum: OUTBOX_STATES }).notNull(),
    /** Real times: claim, back-off. */
    claimedAt: instant(),
    nextAttemptAt: instant().notNull(),
    attempts: integer().notNull(),
    /** Attempts whose end is unknown (time-out, reset, kill): each was sent once more. */
    unknownEnds: integer().notNull(),
    parts: jsonb(),
    sentParts: integer().notNull(),
    sentAt: instant(),
    error: text(),
  },
  (t) => [
    uniqueIndex('outbox_once_per_key').on(t.dedupeKey).where(sql`${t.dedupeKey} is not null`),
    index('outbox_waiting').on(t.priority, t.id).where(sql`${t.state} in ('waiting', 'sending')`),
    // What the operator is shown: messages that were given up.
    index('outbox_given_up').on(t.state).where(sql`${t.state} in ('unreachable', 'failed', 'dropped')`),
    check('outbox_one_recipient', sql`num_nonnulls(${t.personId}, ${t.groupId}, ${t.chatId}) = 1`),
  ],
);
