import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { REQUEST_KINDS, REQUEST_STATES } from '../../domain/task/request.ts';
import { day, identity, instant } from './columns.ts';
import { people } from './people.ts';
import { tasks } from './tasks.ts';
import { units } from './units.ts';

/**
 * What somebody asks to be changed about a task, and how it was decided (R10, R44–R46). Nothing of the task changes
 * before somebody else said yes; the old due day stays here.
 */
export const requests = pgTable(
  'requests',
  {
    id: identity(),
    kind: text({ enum: REQUEST_KINDS }).notNull(),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    askedById: integer()
      .notNull()
      .references(() => people.id),
    /** When it was said (`message.date`). */
    askedAt: instant().notNull(),
    reason: text(),
    /** Extension: what stood, and what is asked for. */
    previousDueOn: day(),
    proposedDueOn: day(),
    /** Return, reassignment: to whom it should go. */
    proposedUnitId: integer().references(() => units.id),
    proposedPersonId: integer().references(() => people.id),
    /** Change: the new words of the work or of its product. */
    proposedTitle: text(),
    proposedProduct: text(),
    /** Substitution: the days of absence. */
    fromOn: day(),
    toOn: day(),
    /** Who was asked to decide. Anybody with the right may; this one is told. */
    approverId: integer().references(() => people.id),
    state: text({ enum: REQUEST_STATES }).notNull(),
    decidedById: integer().references(() => people.id),
    decidedAt: instant(),
    decisionReason: text(),
  },
  (t) => [
    // One open request of a kind at a time: the second asker is told of the first.
    uniqueIndex('requests_one_open').on(t.taskId, t.kind).where(sql`${t.state} = 'open'`),
    index('requests_by_task').on(t.taskId),
    index('requests_open_by_approver').on(t.approverId).where(sql`${t.state} = 'open'`),
    check(
      'requests_decided_by_somebody',
      sql`(${t.state} in ('open', 'withdrawn')) = (${t.decidedById} is null)`,
    ),
    check(
      'requests_changes_name_words',
      sql`${t.kind} <> 'change' or ${t.proposedTitle} is not null or ${t.proposedProduct} is not null`,
    ),
    check(
      'requests_extensions_name_a_day',
      sql`${t.kind} <> 'extension' or (${t.proposedDueOn} is not null and ${t.previousDueOn} is not null)`,
    ),
  ],
);
