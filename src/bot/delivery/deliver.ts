import type { Logger } from 'pino';
import type { Telegram } from 'telegraf';
import type { Clock } from '../../app/use-case.ts';
import type { Db } from '../../db/client.ts';
import { markAccountReach } from '../../db/queries/accounts.ts';
import { followGroup } from '../../db/queries/groups.ts';
import {
  finishMessage,
  markPartSent,
  type OutboxRow,
  PRIORITY,
  postponeMessage,
} from '../../db/queries/outbox.ts';
import type { Part } from '../messages/rendered.ts';
import type { AbreastPlace } from './abreast.ts';
import { classifyFault, type DeliveryFault, describeApiError } from './api-errors.ts';
import type { Pace } from './pace.ts';
import { type Place, sendPart } from './send-part.ts';
import type { Turn, Turns } from './turns.ts';

export interface DeliveryParts {
  db: Db;
  telegram: Telegram;
  clock: Clock;
  logger: Logger;
  pace: Pace;
  turns: Turns;
  /** This message's place among those between claim and mark. */
  place: AbreastPlace;
}

export interface Address {
  chatId: number;
  threadId: number | null;
}

/** The database's clock says when the next attempt is due; ours may be a little ahead of it. */
const CLOCK_MARGIN_MS = 250;

/** Sends the parts of a message that are not sent yet, and marks how it ended. The first one's turn has come. */
export async function deliver(
  parts: DeliveryParts,
  row: OutboxRow,
  what: { parts: Part[]; address: Address },
  firstTurn: Turn,
): Promise<void> {
  const { address } = what;
  const call = new PacedCall(parts, address.chatId, row.priority === PRIORITY.answer, firstTurn);
  const place: Place = {
    ...address,
    replyToMessageId: row.replyToMessageId,
    editMessageId: row.editMessageId,
    isPlain: false,
  };
  for (const [i, part] of what.parts.entries()) {
    if (i < row.sentParts) continue;
    let messageId: number;
    try {
      messageId = await sendMended(call, part, i === 0 ? place : { ...place, editMessageId: null });
    } catch (error) {
      return settleFault(parts, row, address, error);
    }
    // Outside: a database that does not answer now says nothing of what Telegram did.
    await markPartSent(parts.db, row, {
      sentParts: i + 1,
      chatId: place.chatId,
      messageId,
      taskId: part.type === 'text' ? (part.taskId ?? null) : null,
      finishedAt: i === what.parts.length - 1 ? parts.clock.now() : null,
    });
  }
}

/** Each call to the Bot API has a turn of its own, the attempts to mend a refused one too. */
class PacedCall {
  constructor(
    readonly parts: DeliveryParts,
    private readonly chatId: number,
    private readonly isUrgent: boolean,
    private nextTurn: Turn | null,
  ) {}

  async send(part: Part, place: Place): Promise<number> {
    const turn = this.nextTurn ?? (await this.parts.turns.take(this.chatId, this.isUrgent));
    this.nextTurn = null;
    this.parts.place.callBegins();
    try {
      return await sendPart(this.parts.telegram, part, place);
    } finally {
      this.parts.place.callEnds();
      turn?.end();
    }
  }
}

/** Faults that another form of the same message mends are mended at once. */
async function sendMended(call: PacedCall, part: Part, place: Place): Promise<number> {
  try {
    return await call.send(part, place);
  } catch (error) {
    const fault = classifyFault(error);
    const editedId = place.editMessageId;
    if (fault.kind === 'notModified' && editedId !== null) return editedId;
    if (fault.kind === 'messageGone' && editedId !== null) {
      return call.send(part, { ...place, editMessageId: null });
    }
    if (fault.kind === 'topicGone') return call.send(part, { ...place, threadId: null });
    if (fault.kind === 'badMarkup') {
      call.parts.logger.error(
        { error: describeApiError(error) },
        'Our markup was refused; the text is sent bare',
      );
      return call.send(part, { ...place, isPlain: true });
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
  parts.logger.warn(
    { outboxId: row.id, kind: row.kind, fault: fault.kind, error: text },
    'A message did not go out',
  );
  if (fault.kind === 'unreachable') {
    if (address.chatId > 0) await markAccountReach(parts.db, address.chatId, fault.reach);
    return finishMessage(parts.db, row.id, { state: 'unreachable', error: text });
  }
  if (fault.kind === 'migrated') {
    const { toChatId } = fault;
    await followGroup(parts.db, { fromChatId: address.chatId, toChatId, at: parts.clock.now() });
  }
  if (fault.kind === 'retryAfter') parts.pace.holdBack(address.chatId, fault.seconds, Date.now());
  const milliseconds = pauseAfter(fault, row.attempts);
  if (milliseconds === null) return finishMessage(parts.db, row.id, { state: 'failed', error: text });
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
