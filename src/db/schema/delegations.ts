import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable } from 'drizzle-orm/pg-core';
import { day, identity, instant } from './columns.ts';
import { people } from './people.ts';

/** Ủy quyền: who may approve and confirm in somebody's place, for dated days, while both are at work (R46). */
export const delegations = pgTable(
  'delegations',
  {
    id: identity(),
    fromPersonId: integer()
      .notNull()
      .references(() => people.id),
    toPersonId: integer()
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
    index('delegations_by_delegate').on(t.toPersonId),
    check('delegations_somebody_else', sql`${t.fromPersonId} <> ${t.toPersonId}`),
    check('delegations_days_in_order', sql`${t.fromOn} <= ${t.toOn}`),
  ],
);
