import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { identity, instant } from './columns.ts';
import { people } from './people.ts';
import { tasks } from './tasks.ts';

export const DIRECTIVE_KINDS = ['asked', 'given'] as const;

/**
 * Ý kiến chỉ đạo: a leader's word on a task (`given`), or somebody's request for one (`asked`, R66). A `given` one may
 * answer an `asked` one.
 */
export const directives = pgTable(
  'directives',
  {
    id: identity(),
    kind: text({ enum: DIRECTIVE_KINDS }).notNull(),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    authorId: integer()
      .notNull()
      .references(() => people.id),
    at: instant().notNull(),
    text: text().notNull(),
    /** Asked: who was asked. */
    toPersonId: integer().references(() => people.id),
    answersId: integer(),
    /** Asked: when it was answered. Given: when the unit replied. */
    answeredAt: instant(),
  },
  (t) => [
    index('directives_by_task').on(t.taskId),
    index('directives_waiting').on(t.toPersonId).where(sql`${t.answeredAt} is null`),
    check('directives_asked_of_somebody', sql`${t.kind} = 'given' or ${t.answersId} is null`),
  ],
);
