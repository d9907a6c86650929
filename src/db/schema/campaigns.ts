import { sql } from 'drizzle-orm';
import { check, pgTable, text } from 'drizzle-orm/pg-core';
import { day, identity } from './columns.ts';

/** The emulation campaign (R3). */
export const campaigns = pgTable(
  'campaigns',
  {
    id: identity(),
    key: text().notNull().unique(),
    name: text().notNull(),
    startOn: day().notNull(),
    endOn: day().notNull(),
    horizonOn: day().notNull(),
  },
  (t) => [check('campaigns_days_in_order', sql`${t.startOn} <= ${t.endOn} and ${t.endOn} <= ${t.horizonOn}`)],
);
