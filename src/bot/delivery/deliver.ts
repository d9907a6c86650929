import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Telegram } from 'telegraf';
import type { Clock } from '../../app/use-case.ts';
import type { Db } from '../../db/client.ts';
import { markAccountReach } from '../../db/queries/accounts.ts';
import { followGroup } from '../../db/queries/groups.ts';
import { finishMessage, markPartSent, type OutboxRow, postponeMessage } from '../../db/queries/outbox.ts';
import type { Part } from '../messages/rendered.ts';
import { classifyFault, type DeliveryFault, describeApiError } from './api-errors.ts';
import type { Address } from './find-address.ts';
import type { Pace } from './pace.ts';
import { type Place, sendPart } from './send-part.ts';

export interface DeliveryParts {
  db: Db;
  telegram: Telegram;
  clock: Clock;
  logger: Logger;
  pace: Pace;
}

/** The database's clock says when the next attempt is due; ours may be a little ahead of it. */
const CLOCK_MARGIN_MS = 250;

/** Sends the parts of a message that are not sent yet, and marks how it ended. */
export async function deliver(
  parts: DeliveryParts,
  row: OutboxRow,
  rendered: Part[],
  address: Address,
): Promise<void> {
  const place: Place = {
    ...address,
    replyToMessageId: row.replyToMessageId,
    editMessageId: row.editMessageId,
    isPlain: false,
  };
  for (let i = row.sentParts; i < rendered.length; i += 1) {
    const part = rendered[i];
    if (part === undefined) break;
    if (i > row.sentParts) await waitForTurn(parts.pace, address.chatId);
    let messageId: number;
    try {
      messageId = await sendMended(parts, part, i === 0 ? place : { ...place, editMessageId: null });
    } catch (error) {
      return settleFault(parts, row, address, error);
    }
    // Outside: a database that does not answer now says nothing of what Telegram did.
    const taskId = part.type === 'text' ? (part.taskId ?? null) : null;
    await markPartSent(parts.db, row, { sentParts: i + 1, chatId: place.chatId, messageId, taskId });
  }
  await finishMessage(parts.db, row.id, { state: 'sent', at: parts.clock.now() });
}

async function waitForTurn(pace: Pace, chatId: number): Promise<void> {
  for (let now = Date.now(); pace.readyAt(chatId, now) > now; now = Date.now()) {
    await sleep(pace.readyAt(chatId, now) - now);
  }
  pace.count(chatId, Date.now());
}

/** Faults that another form of the same message mends are mended at once. */
async function sendMended(parts: DeliveryParts, part: Part, place: Place): Promise<number> {
  try {
    return await sendPart(parts.telegram, part, place);
  } catch (error) {
    const fault = classifyFault(error);
    const editedId = place.editMessageId;
    if (fault.kind === 'notModified' && editedId !== null) return editedId;
    if (fault.kind === 'messageGone' && editedId !== null) {
      return sendPart(parts.telegram, part, { ...place, editMessageId: null });
    }
    if (fault.kind === 'topicGone') return sendPart(parts.telegram, part, { ...place, threadId: null });
    if (fault.kind === 'badMarkup') {
      parts.logger.error({ error: describeApiError(error) }, 'Our markup was refused; the text is sent bare');
      return sendPart(parts.telegram, part, { ...place, isPlain: true });
    }
    throw error;
  }
}

async function settleFault(
  parts: DeliveryParts,
  row: OutboxRow,
  address: Address,
  error: unknown,
): Promise<void> {
  const fault = classifyFault(error);
  const text = describeApiError(error);
  const at = parts.clock.now();
  parts.logger.warn(
    { outboxId: row.id, kind: row.kind, fault: fault.kind, error: text },
    'A message did not go out',
  );
  if (fault.kind === 'unreachable') {
    if (address.chatId > 0) await markAccountReach(parts.db, address.chatId, fault.reach);
    return finishMessage(parts.db, row.id, { state: 'unreachable', at, error: text });
  }
  if (fault.kind === 'migrated') await followGroup(parts.db, address.chatId, fault.toChatId);
  if (fault.kind === 'retryAfter') parts.pace.holdBack(address.chatId, fault.seconds, Date.now());
  const milliseconds = pauseAfter(fault, row.attempts);
  if (milliseconds === null) return finishMessage(parts.db, row.id, { state: 'failed', at, error: text });
  if (milliseconds > 0) parts.pace.hold(address.chatId, milliseconds + CLOCK_MARGIN_MS, Date.now());
  await postponeMessage(parts.db, row, { milliseconds, error: text, isUnknown: fault.kind === 'unknown' });
}

/** How long to wait before the next attempt; `null` when none helps. */
function pauseAfter(fault: DeliveryFault, attempts: number): number | null {
  if (fault.kind === 'retryAfter') return fault.seconds * 1000;
  if (fault.kind === 'migrated') return 0;
  if (fault.kind === 'temporary' || fault.kind === 'unknown')
    return Math.min(60_000, 500 * 2 ** Math.min(attempts, 7));
  return null;
}
