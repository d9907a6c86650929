import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { identity, instant } from './columns.ts';
import { tasks } from './tasks.ts';

/**
 * What documents print of a task beside its figures, as it was recorded from `recordedAt` until `supersededAt`: a report
 * of a past moment prints the words of that moment (R144). Apart from `task_versions`, which stay narrow for figures.
 */
export const taskDescriptions = pgTable(
  'task_descriptions',
  {
    id: identity(),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    recordedAt: instant().notNull(),
    supersededAt: instant(),
    title: text().notNull(),
    product: text(),
    productText: text(),
    coordinatingUnitIds: jsonb().$type<number[]>().notNull(),
  },
  (t) => [
    uniqueIndex('task_descriptions_one_open').on(t.taskId).where(sql`${t.supersededAt} is null`),
    // The words of a task as of a moment.
    index('task_descriptions_by_task_and_time').on(t.taskId, t.recordedAt),
    check(
      'task_descriptions_times_in_order',
      sql`${t.supersededAt} is null or ${t.supersededAt} >= ${t.recordedAt}`,
    ),
  ],
);
