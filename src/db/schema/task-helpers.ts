import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { people } from './people.ts';
import { tasks } from './tasks.ts';

/** A person who helps with a task, with a part of their own (facet 1). How far the part is follows from its moments. */
export const taskHelpers = pgTable(
  'task_helpers',
  {
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    personId: integer()
      .notNull()
      .references(() => people.id),
    part: text(),
    startedAt: instant(),
    doneAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.taskId, t.personId] })],
);
