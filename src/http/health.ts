import type { Db } from '../db/client.ts';
import { pingDatabase } from '../db/queries/installation.ts';

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
}

const INTAKE_SILENT_MS = 120_000;
const TICK_OLD_MS = 180_000;

/** Whether the database answers, updates are taken in, and what is owed is looked after. Real time. */
export async function checkHealth(sources: HealthSources): Promise<Health> {
  const isFresh = (at: Date | null, limit: number) => at !== null && Date.now() - at.getTime() < limit;
  const database = await pingDatabase(sources.db).then(
    () => true,
    () => false,
  );
  const intake = isFresh(sources.lastIntakeAt(), INTAKE_SILENT_MS);
  const scheduler = isFresh(sources.lastTickAt(), TICK_OLD_MS);
  return { ok: database && intake && scheduler, database, intake, scheduler };
}
