import { sql } from 'drizzle-orm';
import { type AnyPgColumn, check, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { UNIT_KINDS } from '../../domain/organisation/organisation.ts';
import { day, identity } from './columns.ts';

/** A unit of the department. Dated: a merger closes it and names its successor; the past keeps the old name. */
export const units = pgTable(
  'units',
  {
    id: identity(),
    code: text().notNull(),
    name: text().notNull(),
    shortName: text().notNull(),
    kind: text({ enum: UNIT_KINDS }).notNull(),
    aliases: jsonb().$type<string[]>().notNull(),
    /** Protocol order in lists. */
    position: integer().notNull(),
    openedOn: day().notNull(),
    closedOn: day(),
    successorId: integer().references((): AnyPgColumn => units.id),
  },
  (t) => [
    uniqueIndex('units_open_by_code').on(t.code).where(sql`${t.closedOn} is null`),
    check('units_days_in_order', sql`${t.closedOn} is null or ${t.closedOn} >= ${t.openedOn}`),
  ],
);
