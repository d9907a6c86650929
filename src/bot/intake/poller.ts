import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Telegram } from 'telegraf';
import type { Update } from 'telegraf/types';
import type { Db } from '../../db/client.ts';
import { storeUpdates } from '../../db/queries/updates.ts';
import { describeApiError } from '../delivery/api-errors.ts';
import { toNewUpdate } from './update-lane.ts';
import type { WakeSignal } from './wake-signal.ts';

const POLL_SECONDS = 25;
const BATCH = 100;
/** A connection that is silent for longer than its own time-out is dead, however open it looks. */
const SILENT_AFTER_MILLISECONDS = (POLL_SECONDS + 15) * 1000;

export interface PollerParts {
  telegram: Telegram;
  db: Db;
  botId: number;
  stored: WakeSignal;
  logger: Logger;
  /** Told of each answer, so that health can show a silent intake. */
  onAlive(): void;
  /** How long Telegram holds a poll that has nothing to say. */
  pollSeconds?: number;
  /** After this long without an answer the connection is taken for dead. */
  silentAfterMilliseconds?: number;
}

/**
 * Fetches updates and stores them before the offset moves: an update that Telegram let go is in the database. Faults
 * are said once, not every second, and polling goes on when they end.
 */
export async function pollUpdates(parts: PollerParts, stop: AbortSignal): Promise<void> {
  let offset = 0;
  let failures = 0;
  while (!stop.aborted) {
    try {
      const batch = await fetchBatch(parts, offset, stop);
      await storeBatch(parts, batch);
      offset = batch.reduce((next, update) => Math.max(next, update.update_id + 1), offset);
      if (failures > 0) parts.logger.info({ failures }, 'Polling works again');
      failures = 0;
      parts.onAlive();
    } catch (error) {
      if (stop.aborted) return;
      failures += 1;
      if (failures === 1)
        parts.logger.warn({ error: describeApiError(error) }, 'Polling failed; it is tried again');
      await sleep(pauseAfter(error, failures), undefined, { signal: stop }).catch(() => {});
    }
  }
}

function fetchBatch(parts: PollerParts, offset: number, stop: AbortSignal): Promise<Update[]> {
  const silentAfter = parts.silentAfterMilliseconds ?? SILENT_AFTER_MILLISECONDS;
  const watchdog = AbortSignal.timeout(silentAfter);
  // Node lets a timer that only `any` knows be collected as garbage; somebody who listens keeps it.
  watchdog.addEventListener('abort', () => {});
  const signal = AbortSignal.any([stop, watchdog]);
  return parts.telegram.callApi(
    'getUpdates',
    {
      timeout: parts.pollSeconds ?? POLL_SECONDS,
      offset,
      limit: BATCH,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    },
    { signal: signal as never },
  );
}

async function storeBatch(parts: PollerParts, batch: Update[]): Promise<void> {
  if (batch.length === 0) return;
  await storeUpdates(
    parts.db,
    batch.map((update) => toNewUpdate(parts.botId, update)),
  );
  parts.stored.ring();
}

function pauseAfter(error: unknown, failures: number): number {
  const asked = (error as { parameters?: { retry_after?: number } }).parameters?.retry_after;
  return asked === undefined ? Math.min(30_000, 500 * 2 ** Math.min(failures, 6)) : asked * 1000;
}
