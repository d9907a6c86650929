import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { NOTICE_KINDS } from '../../domain/escalation/notice.ts';
import { day, identity, instant } from './columns.ts';
import { outbox } from './outbox.ts';
import { people } from './people.ts';
import { tasks } from './tasks.ts';

/**
 * What was said to whom about which task: the log that decides what is still owed. The key names the subject itself
 * (task, due day, step), so nothing is said twice however often or late the jobs run.
 */
export const notices = pgTable(
  'notices',
  {
    id: identity(),
    key: text().notNull(),
    personId: integer()
      .notNull()
      .references(() => people.id),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    kind: text({ enum: NOTICE_KINDS }).notNull(),
    onDay: day().notNull(),
    plannedAt: instant().notNull(),
    outboxId: integer()
      .notNull()
      .references(() => outbox.id),
  },
  (t) => [
    uniqueIndex('notices_once_per_key').on(t.personId, t.key),
    index('notices_by_task').on(t.taskId),
    // A message that could not be sent told nothing: its notices are taken back.
    index('notices_by_outbox').on(t.outboxId),
  ],
);
