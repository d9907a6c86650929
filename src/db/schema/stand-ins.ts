import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable } from 'drizzle-orm/pg-core';
import { day, identity, instant } from './columns.ts';
import { people } from './people.ts';

/** Who stands in for somebody who is away, for dated days: for tasks, approvals and alerts (R142). */
export const standIns = pgTable(
  'stand_ins',
  {
    id: identity(),
    personId: integer()
      .notNull()
      .references(() => people.id),
    standInId: integer()
      .notNull()
      .references(() => people.id),
    fromOn: day().notNull(),
    toOn: day().notNull(),
    recordedById: integer()
      .notNull()
      .references(() => people.id),
    recordedAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [
    index('stand_ins_by_person').on(t.personId),
    index('stand_ins_by_stand_in').on(t.standInId),
    check('stand_ins_somebody_else', sql`${t.personId} <> ${t.standInId}`),
    check('stand_ins_days_in_order', sql`${t.fromOn} <= ${t.toOn}`),
  ],
);
