import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { people } from './people.ts';
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
    /** Who does the part in that unit. */
    personId: integer().references(() => people.id),
    /** How far the part is follows from these. */
    startedAt: instant(),
    doneAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.taskId, t.unitId] })],
);
