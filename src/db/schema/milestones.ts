import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, real, text } from 'drizzle-orm/pg-core';
import { day, identity, instant } from './columns.ts';
import { people } from './people.ts';
import { tasks } from './tasks.ts';

/** Mốc of a task on the way to its due day: the planned curve goes through it. */
export const milestones = pgTable(
  'milestones',
  {
    id: identity(),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    title: text().notNull(),
    dueOn: day().notNull(),
    /** How much of the task should be done by then, 0–100; `null`: in proportion to its place among the others. */
    plannedPercent: real(),
    addedById: integer().references(() => people.id),
    addedAt: instant().notNull(),
    doneAt: instant(),
    removedAt: instant(),
  },
  (t) => [
    index('milestones_by_task').on(t.taskId).where(sql`${t.removedAt} is null`),
    check('milestones_percent_in_range', sql`${t.plannedPercent} between 0 and 100`),
  ],
);
