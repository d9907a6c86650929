import { sql } from 'drizzle-orm';
import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { GENDERS, STAFF_KINDS } from '../../domain/organisation/organisation.ts';
import { day, identity } from './columns.ts';

/** A person of the department. Leavers are closed, never deleted. */
export const people = pgTable(
  'people',
  {
    id: identity(),
    /** The office's own code of the person, where its list has one. */
    code: text(),
    fullName: text().notNull(),
    /** Folded name: search and matching. */
    foldedName: text().notNull(),
    /** Vietnamese order, by given name. */
    sortKey: text().notNull(),
    gender: text({ enum: GENDERS }),
    staffKind: text({ enum: STAFF_KINDS }).notNull(),
    joinedOn: day().notNull(),
    leftOn: day(),
  },
  (t) => [
    uniqueIndex('people_by_code').on(t.code).where(sql`${t.code} is not null`),
    index('people_by_folded_name').on(t.foldedName),
  ],
);
