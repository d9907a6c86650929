import { sql } from 'drizzle-orm';
import { integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant, telegramId } from './columns.ts';
import { units } from './units.ts';

/** A Telegram group bound to the whole department (no unit) or to one unit. */
export const groups = pgTable(
  'groups',
  {
    id: identity(),
    chatId: telegramId().notNull(),
    title: text().notNull(),
    unitId: integer().references(() => units.id),
    /** The topic of a forum group in which the bot was addressed when it was bound. */
    threadId: integer(),
    boundAt: instant().notNull(),
    unboundAt: instant(),
  },
  (t) => [uniqueIndex('groups_bound_by_chat').on(t.chatId).where(sql`${t.unboundAt} is null`)],
);
