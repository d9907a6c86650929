import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { identity, instant } from './columns.ts';
import { people } from './people.ts';

/** What somebody wrote and the bot did not understand: kept so that the lexicon can grow, purged after 90 days. */
export const unreadTexts = pgTable(
  'unread_texts',
  {
    id: identity(),
    personId: integer()
      .notNull()
      .references(() => people.id),
    text: text().notNull(),
    writtenAt: instant().notNull(),
  },
  (t) => [index('unread_texts_by_time').on(t.writtenAt)],
);
