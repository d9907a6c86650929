import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { identity, instant } from './columns.ts';
import { people } from './people.ts';
import { tasks } from './tasks.ts';

/** A reminder that a person sent by hand (đôn đốc): logged and counted. */
export const nudges = pgTable(
  'nudges',
  {
    id: identity(),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    byId: integer()
      .notNull()
      .references(() => people.id),
    at: instant().notNull(),
    /** What was said with it. */
    text: text(),
  },
  (t) => [index('nudges_by_task').on(t.taskId)],
);
