import { sql } from 'drizzle-orm';
import { integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant, telegramId } from './columns.ts';
import { people } from './people.ts';

export const ACCOUNT_REACHES = ['ok', 'blocked', 'deactivated', 'notFound'] as const;

/** A Telegram account bound to a person. Identity is the numeric id; one open account a person and an id. */
export const accounts = pgTable(
  'accounts',
  {
    id: identity(),
    personId: integer()
      .notNull()
      .references(() => people.id),
    telegramUserId: telegramId().notNull(),
    boundAt: instant().notNull(),
    closedAt: instant(),
    /** What the last message to it met; healed by the person's next message. */
    reach: text({ enum: ACCOUNT_REACHES }).notNull(),
  },
  (t) => [
    uniqueIndex('accounts_open_by_person').on(t.personId).where(sql`${t.closedAt} is null`),
    uniqueIndex('accounts_open_by_telegram_id').on(t.telegramUserId).where(sql`${t.closedAt} is null`),
  ],
);
