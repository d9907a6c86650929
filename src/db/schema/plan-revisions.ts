import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { identity, instant } from './columns.ts';

/** The plan as it was applied, newest last: the file seeds, the database stands. */
export const planRevisions = pgTable(
  'plan_revisions',
  {
    id: identity(),
    /** SHA-256 of the canonical plan, to tell at a start whether the file says something else. */
    contentHash: text().notNull(),
    content: jsonb().notNull(),
    appliedAt: instant().notNull(),
  },
  (t) => [index('plan_revisions_by_hash').on(t.contentHash)],
);
