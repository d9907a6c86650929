import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { day, identity, instant } from './columns.ts';
import { people } from './people.ts';
import { tasks } from './tasks.ts';
import { units } from './units.ts';

/**
 * Phiếu khó khăn, vướng mắc (R66): from whoever meets it to the office, from there to a leader, and the decision back.
 * Where it stands follows from which of its moments are set. The office may also decide it itself.
 */
export const difficultyTickets = pgTable(
  'difficulty_tickets',
  {
    id: identity(),
    taskId: integer().references(() => tasks.id),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    raisedById: integer()
      .notNull()
      .references(() => people.id),
    raisedAt: instant().notNull(),
    text: text().notNull(),
    /** By when the office passes it on or answers. */
    officeBy: day().notNull(),
    forwardedById: integer().references(() => people.id),
    forwardedAt: instant(),
    forwardedToId: integer().references(() => people.id),
    /** What the office adds for the leader. */
    officeNote: text(),
    /** By when the leader decides. */
    leaderBy: day(),
    decidedById: integer().references(() => people.id),
    decidedAt: instant(),
    decision: text(),
  },
  (t) => [
    index('difficulty_tickets_open').on(t.raisedAt).where(sql`${t.decidedAt} is null`),
    index('difficulty_tickets_by_task').on(t.taskId),
    check(
      'difficulty_tickets_forwarded_to_somebody',
      sql`(${t.forwardedAt} is null) = (${t.forwardedToId} is null) and (${t.forwardedAt} is null) = (${t.leaderBy} is null)`,
    ),
    check(
      'difficulty_tickets_decided_in_words',
      sql`(${t.decidedAt} is null) = (${t.decision} is null) and (${t.decidedAt} is null) = (${t.decidedById} is null)`,
    ),
  ],
);
