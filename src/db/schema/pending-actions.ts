import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { identity, instant } from './columns.ts';
import { people } from './people.ts';

/** Something that a person was asked to confirm: kept as a row, so that a restart or a second press changes nothing. */
export const pendingActions = pgTable('pending_actions', {
  id: identity(),
  kind: text({
    enum: [
      'progress',
      'chooseTask',
      'several',
      'request',
      'extensionDay',
      'requestPerson',
      'draft',
      'assignPerson',
      'directive',
      'correction',
      'explanation',
      'explanationReturn',
      'ticketForward',
      'ticketAnswer',
      'bottleneck',
      'delegation',
      'succession',
      'indicator',
      'report',
    ],
  }).notNull(),
  payload: jsonb().notNull(),
  personId: integer()
    .notNull()
    .references(() => people.id),
  createdAt: instant().notNull(),
  decidedAt: instant(),
});
