import { integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { campaigns } from './campaigns.ts';
import { day, identity } from './columns.ts';

/** The five phases of the campaign (R67–R87). The first starts when the plan is issued, so its start may be unknown. */
export const phases = pgTable(
  'phases',
  {
    id: identity(),
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id),
    code: text().notNull(),
    name: text().notNull(),
    startOn: day(),
    endOn: day().notNull(),
  },
  (t) => [unique('phases_by_code').on(t.campaignId, t.code)],
);
