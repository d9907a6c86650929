import { jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant } from './columns.ts';

/** The plan as it was applied, newest last: the file seeds, the database stands. */
export const planRevisions = pgTable(
  'plan_revisions',
  {
    id: identity(),
    /** SHA-256 of the canonical plan: the same plan is one revision. */
    contentHash: text().notNull(),
    content: jsonb().notNull(),
    appliedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('plan_revisions_by_hash').on(t.contentHash)],
);
