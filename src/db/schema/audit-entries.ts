import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { identity, instant } from './columns.ts';
import { people } from './people.ts';

export const AUDIT_SOURCES = ['chat', 'cli', 'job', 'sandbox'] as const;

/** Who changed what, when, from where, old → new and why (R12). Append-only; holds ids, not personal text. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: identity(),
    at: instant().notNull(),
    /** Nobody: the system itself or the command line. */
    actorId: integer().references(() => people.id),
    source: text({ enum: AUDIT_SOURCES }).notNull(),
    action: text().notNull(),
    subject: text({
      enum: ['task', 'person', 'unit', 'account', 'invitation', 'group', 'campaign', 'import', 'report'],
    }).notNull(),
    subjectId: integer(),
    before: jsonb(),
    after: jsonb(),
    reason: text(),
  },
  (t) => [index('audit_entries_by_subject').on(t.subject, t.subjectId)],
);
