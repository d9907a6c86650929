import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** Who does a work that only one process may do. The token grows with each change of hands and fences the old holder off. */
export const leases = pgTable('leases', {
  name: text().primaryKey(),
  holder: text().notNull(),
  token: integer().notNull(),
  /** Real time. */
  expiresAt: instant().notNull(),
});
