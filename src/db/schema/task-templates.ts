import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { TaskDraft } from '../../domain/task/draft.ts';
import { identity, instant } from './columns.ts';
import { people } from './people.ts';

/** A task that is given again and again: a draft under a name. */
export const taskTemplates = pgTable(
  'task_templates',
  {
    id: identity(),
    name: text().notNull(),
    foldedName: text().notNull(),
    draft: jsonb().$type<TaskDraft>().notNull(),
    createdById: integer()
      .notNull()
      .references(() => people.id),
    createdAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [uniqueIndex('task_templates_one_of_a_name').on(t.foldedName).where(sql`${t.removedAt} is null`)],
);
