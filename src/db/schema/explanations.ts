import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { LATENESS_CAUSES } from '../../domain/task/explanation.ts';
import { day, identity, instant } from './columns.ts';
import { people } from './people.ts';
import { tasks } from './tasks.ts';

/** Giải trình that is asked of a unit's head once a task has passed its due day (R57): one per task and due day. */
export const explanations = pgTable(
  'explanations',
  {
    id: identity(),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    /** The due day that passed. */
    dueOn: day().notNull(),
    askedAt: instant().notNull(),
    /** Two working days after it was asked. */
    replyBy: day().notNull(),
  },
  (t) => [uniqueIndex('explanations_one_per_due_day').on(t.taskId, t.dueOn)],
);

export const EXPLANATION_DECISIONS = ['accepted', 'returned'] as const;

/** What a head answered, and what the leader said of it. A returned answer stays; the next one is a further row. */
export const explanationAnswers = pgTable(
  'explanation_answers',
  {
    id: identity(),
    explanationId: integer()
      .notNull()
      .references(() => explanations.id),
    authorId: integer()
      .notNull()
      .references(() => people.id),
    at: instant().notNull(),
    cause: text({ enum: LATENESS_CAUSES }).notNull(),
    text: text().notNull(),
    remedy: text(),
    newDueOn: day(),
    decision: text({ enum: EXPLANATION_DECISIONS }),
    decidedById: integer().references(() => people.id),
    decidedAt: instant(),
    decisionReason: text(),
    /** The cause as the leader confirmed it: what the adjusted rate goes by. */
    confirmedCause: text({ enum: LATENESS_CAUSES }),
  },
  (t) => [
    // One answer waits for its decision at a time.
    uniqueIndex('explanation_answers_one_open').on(t.explanationId).where(sql`${t.decision} is null`),
    // The newest answer of an explanation.
    index('explanation_answers_newest').on(t.explanationId, t.id),
    check(
      'explanation_answers_decided_by_somebody',
      sql`(${t.decision} is null) = (${t.decidedById} is null) and (${t.decision} is null) = (${t.decidedAt} is null)`,
    ),
    check(
      'explanation_answers_accepted_with_a_cause',
      sql`(${t.decision} is not distinct from 'accepted') = (${t.confirmedCause} is not null)`,
    ),
  ],
);
