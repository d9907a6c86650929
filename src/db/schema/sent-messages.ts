import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { telegramId } from './columns.ts';
import { outbox } from './outbox.ts';
import { tasks } from './tasks.ts';

/** Which message in which chat spoke of which task: a reply to it is about that task. */
export const sentMessages = pgTable(
  'sent_messages',
  {
    chatId: telegramId().notNull(),
    messageId: integer().notNull(),
    outboxId: integer()
      .notNull()
      .references(() => outbox.id),
    kind: text().notNull(),
    /** Only when the message speaks of exactly one task. */
    taskId: integer().references(() => tasks.id),
  },
  (t) => [primaryKey({ columns: [t.chatId, t.messageId] })],
);
