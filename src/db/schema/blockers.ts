import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { identity, instant } from './columns.ts';
import { people } from './people.ts';
import { tasks } from './tasks.ts';
import { units } from './units.ts';

/** Something that a task waits for. A task is blocked while one of its blockers is open; nothing else says so. */
export const blockers = pgTable(
  'blockers',
  {
    id: identity(),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    reportedById: integer()
      .notNull()
      .references(() => people.id),
    openedAt: instant().notNull(),
    /** What stands in the way, in the sender's words. */
    text: text().notNull(),
    /** Who is waited for: a unit of the department, or anybody else as it was typed. */
    waitingForUnitId: integer().references(() => units.id),
    waitingForText: text(),
    /** Missing money or means go to the unit that plans them (R62). */
    isResources: boolean().notNull(),
    /** Only once the unit's head has confirmed it does it mute what a blocker may mute. */
    confirmedById: integer().references(() => people.id),
    confirmedAt: instant(),
    closedAt: instant(),
    closedById: integer().references(() => people.id),
  },
  (t) => [
    index('blockers_open_by_task').on(t.taskId).where(sql`${t.closedAt} is null`),
    index('blockers_open_by_unit').on(t.waitingForUnitId).where(sql`${t.closedAt} is null`),
    check('blockers_closed_by_somebody', sql`(${t.closedAt} is null) = (${t.closedById} is null)`),
  ],
);
