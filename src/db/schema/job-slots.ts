import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** A slot of a job that was planned: `brief` of `2026-07-09 07:30`. One row, whoever ran it and how often. */
export const jobSlots = pgTable(
  'job_slots',
  { job: text().notNull(), slot: text().notNull(), plannedAt: instant().notNull() },
  (t) => [primaryKey({ columns: [t.job, t.slot] })],
);
