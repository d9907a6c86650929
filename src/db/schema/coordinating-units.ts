import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { tasks } from './tasks.ts';
import { units } from './units.ts';

/** A unit that takes part in a task, with its own part (R15). */
export const coordinatingUnits = pgTable(
  'coordinating_units',
  {
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    part: text(),
  },
  (t) => [primaryKey({ columns: [t.taskId, t.unitId] })],
);
