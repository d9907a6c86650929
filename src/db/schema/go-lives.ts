import { sql } from 'drizzle-orm';
import { integer, pgTable, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant } from './columns.ts';
import { people } from './people.ts';
import { units } from './units.ts';

/** "Bắt đầu": from this moment the bot starts messages about the unit's tasks (no unit: the whole department). */
export const goLives = pgTable(
  'go_lives',
  {
    id: identity(),
    unitId: integer().references(() => units.id),
    startedAt: instant().notNull(),
    byPersonId: integer().references(() => people.id),
  },
  (t) => [uniqueIndex('go_lives_once').on(sql`coalesce(${t.unitId}, 0)`)],
);
