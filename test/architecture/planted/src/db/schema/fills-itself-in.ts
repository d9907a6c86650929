import { sql } from 'drizzle-orm';
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const fillsItselfIn = pgTable('fills_itself_in', {
  state: text().default('issued'),
  openedAt: timestamp().defaultNow(),
  issuedAt: timestamp().default(sql`now()`),
  closedAt: timestamp().$defaultFn(() => new Date()),
});
