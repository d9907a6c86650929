import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  real,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { CLAIMED_STATUSES } from '../../domain/task/progress.ts';
import { TASK_STATES } from '../../domain/task/task.ts';
import { day, identity, instant } from './columns.ts';
import { people } from './people.ts';
import { tasks } from './tasks.ts';

/**
 * What somebody said of a task's progress. Append-only: an undo is a further row that names the report it takes back,
 * and each row keeps what stood before it, so that taking it back is exact.
 */
export const progressReports = pgTable(
  'progress_reports',
  {
    id: identity(),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    /** Nobody: the figure came with an imported table. */
    authorId: integer().references(() => people.id),
    /** When it was said (`message.date`): a report typed during an outage is in time. */
    reportedAt: instant().notNull(),
    recordedAt: instant().notNull(),
    percent: real().notNull(),
    status: text({ enum: CLAIMED_STATUSES }).notNull(),
    note: text(),
    /** The day by which the sender expects to be done, when one was said. */
    forecastOn: day(),
    /** Entered by the office for somebody else ("nhập hộ"). */
    isOnBehalf: boolean().notNull(),
    previousPercent: real(),
    previousState: text({ enum: TASK_STATES }).notNull(),
    previousProductOn: day(),
    previousProductText: text(),
    reversesId: integer().references((): AnyPgColumn => progressReports.id),
  },
  (t) => [
    index('progress_reports_newest_by_task').on(t.taskId, t.id),
    // Somebody's own newest report, for taking it back or correcting it.
    index('progress_reports_newest_by_author').on(t.authorId, t.id),
    uniqueIndex('progress_reports_reversed_once').on(t.reversesId).where(sql`${t.reversesId} is not null`),
    check('progress_reports_percent_in_range', sql`${t.percent} between 0 and 100`),
  ],
);
