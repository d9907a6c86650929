import type { Db } from '../db/client.ts';
import { countRefusedMessages } from '../db/queries/outbox-counts.ts';
import { countFailedUpdates } from '../db/queries/updates.ts';

export interface HealthSources {
  db: Db;
  lastIntakeAt(): Date | null;
  lastTickAt(): Date | null;
}

export interface Health {
  ok: boolean;
  database: boolean;
  intake: boolean;
  scheduler: boolean;
  /** Updates set aside after a few tries: `cli failed` lists them. `null` while the database does not answer. */
  updatesSetAside: number | null;
  /** Messages that Telegram refused for good. */
  messagesRefused: number | null;
}

const INTAKE_SILENT_MS = 120_000;
const TICK_OLD_MS = 180_000;

/** Whether the database answers, updates are taken in, and what is owed is looked after. Real time. */
export async function checkHealth(sources: HealthSources): Promise<Health> {
  const isFresh = (at: Date | null, limit: number) => at !== null && Date.now() - at.getTime() < limit;
  const counts = await countTroubles(sources.db).catch(() => null);
  const database = counts !== null;
  const intake = isFresh(sources.lastIntakeAt(), INTAKE_SILENT_MS);
  const scheduler = isFresh(sources.lastTickAt(), TICK_OLD_MS);
  return {
    ok: database && intake && scheduler,
    database,
    intake,
    scheduler,
    updatesSetAside: counts?.updates ?? null,
    messagesRefused: counts?.messages ?? null,
  };
}

/** What an operator should look at; the process itself is well, so a restart would not help. */
async function countTroubles(db: Db): Promise<{ updates: number; messages: number }> {
  return { updates: await countFailedUpdates(db), messages: await countRefusedMessages(db) };
}
