import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { BOTTLENECK_DOMAINS, BOTTLENECK_STATES } from '../../domain/task/bottleneck.ts';
import { day, identity, instant } from './columns.ts';
import { people } from './people.ts';
import { tasks } from './tasks.ts';
import { units } from './units.ts';

/** Điểm nghẽn, nút thắt: what keeps several tasks from going on, until somebody removes it (R69, R74). */
export const bottlenecks = pgTable(
  'bottlenecks',
  {
    id: identity(),
    /** `DN01`: what people say and type. */
    code: text().notNull(),
    domain: text({ enum: BOTTLENECK_DOMAINS }).notNull(),
    state: text({ enum: BOTTLENECK_STATES }).notNull(),
    /** The unit that meets it. */
    unitId: integer()
      .notNull()
      .references(() => units.id),
    reportedById: integer()
      .notNull()
      .references(() => people.id),
    reportedAt: instant().notNull(),
    title: text().notNull(),
    cause: text(),
    proposal: text(),
    /** Who must act: a unit of the department, or anybody else as it was typed. */
    mustActUnitId: integer().references(() => units.id),
    mustActText: text(),
    dueOn: day(),
    /** Only once the unit's head has confirmed it does it mute what a bottleneck may mute. */
    confirmedById: integer().references(() => people.id),
    confirmedAt: instant(),
    resolvedAt: instant(),
  },
  (t) => [
    uniqueIndex('bottlenecks_by_code').on(t.code),
    index('bottlenecks_open_by_unit').on(t.unitId).where(sql`${t.state} <> 'resolved'`),
    check('bottlenecks_resolved_at_a_moment', sql`(${t.state} = 'resolved') = (${t.resolvedAt} is not null)`),
    check(
      'bottlenecks_confirmed_by_somebody',
      sql`(${t.confirmedAt} is null) = (${t.confirmedById} is null)`,
    ),
  ],
);

/** Which tasks a bottleneck holds up. */
export const bottleneckTasks = pgTable(
  'bottleneck_tasks',
  {
    bottleneckId: integer()
      .notNull()
      .references(() => bottlenecks.id),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
  },
  (t) => [
    primaryKey({ columns: [t.bottleneckId, t.taskId] }),
    index('bottleneck_tasks_by_task').on(t.taskId),
  ],
);
