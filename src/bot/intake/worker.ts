import type { Logger } from 'pino';
import type { Telegram } from 'telegraf';
import type { Update } from 'telegraf/types';
import { enqueueMessage, PRIORITY } from '../../db/queries/outbox.ts';
import { markUpdateFailed, type UpdateRow } from '../../db/queries/updates.ts';
import { describeApiError } from '../delivery/api-errors.ts';
import { type Handling, handleNextUpdate, type IntakeParts } from './handle-update.ts';
import { readUpdate } from './read-update.ts';
import type { WakeSignal } from './wake-signal.ts';

const TRIES = 4;
const LOOK_AGAIN_MILLISECONDS = 1000;

export interface WorkerParts extends IntakeParts {
  logger: Logger;
  /** Rung by the poller when updates were stored. */
  stored: WakeSignal;
  /** Called when there may be messages to send or files to fetch. */
  onHandled(): void;
}

/** Handles stored updates until stopped; the update in hand is finished first. */
export async function workOnUpdates(parts: WorkerParts, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      const handling = await handleNextUpdate(parts);
      await settle(parts, handling);
      if (handling.kind === 'idle') await parts.stored.wait(LOOK_AGAIN_MILLISECONDS, stop);
    } catch (error) {
      parts.logger.error(
        { error: describeApiError(error) },
        'The database did not answer; it is asked again',
      );
      await parts.stored.wait(LOOK_AGAIN_MILLISECONDS, stop);
    }
  }
}

async function settle(parts: WorkerParts, handling: Handling): Promise<void> {
  if (handling.kind === 'handled') {
    parts.onHandled();
    for (const call of handling.afterwards) callAfterwards(parts, call);
  }
  if (handling.kind === 'failed') await setAside(parts, handling.row, handling.error);
}

/** Outside the transaction and without waiting: the next update need not. */
function callAfterwards(parts: WorkerParts, call: (telegram: Telegram) => Promise<unknown>): void {
  call(parts.telegram).catch((error: unknown) => {
    parts.logger.debug({ error: describeApiError(error) }, 'A call after an update did not go through');
  });
}

/** An update that fails is tried again after a pause; after a few tries it is set aside and its sender told. */
async function setAside(parts: WorkerParts, row: UpdateRow, error: unknown): Promise<void> {
  const isFinal = row.attempts + 1 >= TRIES;
  parts.logger.error(
    { updateId: row.updateId, attempt: row.attempts + 1, error: describeApiError(error) },
    'An update failed',
  );
  await markUpdateFailed(parts.db, row, {
    error: describeApiError(error),
    isFinal,
    pauseMilliseconds: 500 * 4 ** row.attempts,
  });
  if (!isFinal) return;
  const update = readUpdate(row.payload);
  const chatId = update === null ? null : privateChatOf(update);
  if (chatId === null) return;
  await enqueueMessage(parts.db, {
    message: { kind: 'problem', payload: { problem: 'internalError' } },
    to: { chatId },
    priority: PRIORITY.answer,
    now: parts.clock.now(),
    dedupeKey: `failed:${row.botId}:${row.updateId}`,
  });
  parts.onHandled();
}

function privateChatOf(update: Update): number | null {
  const message =
    'message' in update ? update.message : 'callback_query' in update ? update.callback_query.message : null;
  return message?.chat.type === 'private' ? message.chat.id : null;
}
