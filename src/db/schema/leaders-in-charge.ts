import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, uniqueIndex } from 'drizzle-orm/pg-core';
import { day, identity } from './columns.ts';
import { people } from './people.ts';
import { units } from './units.ts';

/** Which leader is in charge of which unit ("lãnh đạo phụ trách", R45). */
export const leadersInCharge = pgTable(
  'leaders_in_charge',
  {
    id: identity(),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    personId: integer()
      .notNull()
      .references(() => people.id),
    fromOn: day().notNull(),
    toOn: day(),
  },
  (t) => [
    check('leaders_in_charge_days_in_order', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn}`),
    uniqueIndex('leaders_in_charge_one_open_per_unit').on(t.unitId).where(sql`${t.toOn} is null`),
    index('leaders_in_charge_by_person').on(t.personId),
  ],
);
