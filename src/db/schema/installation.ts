import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

export const INSTALLATION_MODES = ['sandbox', 'real'] as const;

/** One row: what this database is for. A sandbox refuses a real bot and the other way round. */
export const installation = pgTable(
  'installation',
  {
    id: integer().primaryKey(),
    mode: text({ enum: INSTALLATION_MODES }).notNull(),
    createdAt: instant().notNull(),
    /** Who the bot is on Telegram, so that links can be made while it does not run. */
    bot: jsonb().$type<{ id: number; username: string }>(),
  },
  (t) => [check('installation_is_one_row', sql`${t.id} = 1`)],
);
