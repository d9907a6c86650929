import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { TASK_PRIORITIES, TASK_STATES } from '../../domain/task/task.ts';
import { day, identity, instant } from './columns.ts';
import { people } from './people.ts';
import { tasks } from './tasks.ts';
import { units } from './units.ts';

/**
 * What the figures read of a task, as it was recorded from `recordedAt` until `supersededAt` (business time). Figures
 * "as of T" read the version that covers T, so a back-dated or re-planned fact never changes an old figure (R144).
 */
export const taskVersions = pgTable(
  'task_versions',
  {
    id: identity(),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    recordedAt: instant().notNull(),
    supersededAt: instant(),
    leadUnitId: integer()
      .notNull()
      .references(() => units.id),
    assigneeId: integer().references(() => people.id),
    priority: text({ enum: TASK_PRIORITIES }).notNull(),
    state: text({ enum: TASK_STATES }).notNull(),
    dueOn: day(),
    originalDueOn: day(),
    productOn: day(),
    isBacklog: boolean().notNull(),
  },
  (t) => [
    uniqueIndex('task_versions_one_open').on(t.taskId).where(sql`${t.supersededAt} is null`),
    index('task_versions_by_unit_and_time').on(t.leadUnitId, t.recordedAt),
    check(
      'task_versions_times_in_order',
      sql`${t.supersededAt} is null or ${t.supersededAt} >= ${t.recordedAt}`,
    ),
  ],
);
