import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { ROLES } from '../../domain/organisation/organisation.ts';
import { day, identity } from './columns.ts';
import { people } from './people.ts';
import { units } from './units.ts';

/** Who holds which role in which unit, from when to when. */
export const memberships = pgTable(
  'memberships',
  {
    id: identity(),
    personId: integer()
      .notNull()
      .references(() => people.id),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    role: text({ enum: ROLES }).notNull(),
    title: text().notNull(),
    isActing: boolean().notNull(),
    fromOn: day().notNull(),
    toOn: day(),
  },
  (t) => [
    check('memberships_days_in_order', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn}`),
    uniqueIndex('memberships_one_open_per_unit').on(t.personId, t.unitId).where(sql`${t.toOn} is null`),
    index('memberships_by_unit').on(t.unitId),
  ],
);
