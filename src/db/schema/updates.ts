import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, telegramId } from './columns.ts';

/** Lanes serialise the updates of one chat: a worker locks the lane's row while it handles its oldest update. */
export const lanes = pgTable('lanes', { lane: text().primaryKey() });

/** An update that Telegram delivered: stored before the offset moves, handled once in effect. All times are real. */
export const updates = pgTable(
  'updates',
  {
    botId: telegramId().notNull(),
    updateId: telegramId().notNull(),
    lane: text()
      .notNull()
      .references(() => lanes.lane),
    payload: jsonb(),
    receivedAt: instant().notNull(),
    state: text({ enum: ['pending', 'handled', 'failed'] }).notNull(),
    attempts: integer().notNull(),
    nextAttemptAt: instant().notNull(),
    handledAt: instant(),
    error: text(),
  },
  (t) => [
    primaryKey({ columns: [t.botId, t.updateId] }),
    // Workers look for the oldest waiting update of a lane.
    index('updates_waiting_by_lane').on(t.state, t.lane, t.updateId),
  ],
);
