import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { day, identity } from './columns.ts';
import { people } from './people.ts';

export const GRANT_KINDS = ['operator', 'admin'] as const;

/** Rights that a role alone does not give: operator of the campaign, technical admin. Dated. */
export const grants = pgTable(
  'grants',
  {
    id: identity(),
    personId: integer()
      .notNull()
      .references(() => people.id),
    kind: text({ enum: GRANT_KINDS }).notNull(),
    fromOn: day().notNull(),
    toOn: day(),
  },
  (t) => [
    check('grants_days_in_order', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn}`),
    uniqueIndex('grants_one_open_of_a_kind').on(t.personId, t.kind).where(sql`${t.toOn} is null`),
  ],
);
