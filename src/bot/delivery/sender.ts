import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Telegram } from 'telegraf';
import type { Clock } from '../../app/use-case.ts';
import type { Db } from '../../db/client.ts';
import { holdLease, releaseLease } from '../../db/queries/leases.ts';
import {
  finishMessage,
  listSendable,
  markSending,
  type OutboxRow,
  postponeMessage,
} from '../../db/queries/outbox.ts';
import type { Message } from '../../domain/message/messages.ts';
import type { WakeSignal } from '../intake/wake-signal.ts';
import { renderMessage } from '../messages/render-message.ts';
import type { Part } from '../messages/rendered.ts';
import { describeApiError } from './api-errors.ts';
import { deliver } from './deliver.ts';
import { type Address, findAddress } from './find-address.ts';
import { Pace, type PaceLimits } from './pace.ts';
import { keepWhatIsTrue } from './still-true.ts';

const LEASE = 'sender';
const LEASE_SECONDS = 15;
const RENEW_EVERY_MS = 5000;
const LOOK_AGAIN_MILLISECONDS = 500;
const BATCH = 60;
const AT_ONCE = 8;
const PAUSE_AFTER_OWN_FAULT_MS = 30_000;

export interface SenderParts {
  db: Db;
  telegram: Telegram;
  clock: Clock;
  logger: Logger;
  /** Rung when there may be something to send. */
  wake: WakeSignal;
  limits?: PaceLimits | undefined;
}

/** Sends what is owed until stopped. One process does it: the holder of the lease. */
export async function sendMessages(parts: SenderParts, stop: AbortSignal): Promise<void> {
  const holder = randomUUID();
  const sender = new Sender(parts);
  let renewAt = 0;
  while (!stop.aborted) {
    try {
      // Renewed well before it ends, not at every look.
      if (Date.now() >= renewAt) {
        if ((await holdLease(parts.db, LEASE, holder, LEASE_SECONDS)) === null) {
          await parts.wake.wait(LOOK_AGAIN_MILLISECONDS, stop);
          continue;
        }
        renewAt = Date.now() + RENEW_EVERY_MS;
      }
      const hasMore = await sender.sendBatch(stop);
      if (!hasMore) await parts.wake.wait(LOOK_AGAIN_MILLISECONDS, stop);
    } catch (error) {
      parts.logger.error({ error: describeApiError(error) }, 'Sending paused; it is tried again');
      await parts.wake.wait(LOOK_AGAIN_MILLISECONDS, stop);
    }
  }
  await sender.finishUnderWay();
  await releaseLease(parts.db, LEASE, holder).catch(() => {});
}

class Sender {
  readonly #parts: SenderParts;
  readonly #pace: Pace;
  /** Messages on their way, by row id, and the chats they go to: one at a time to a chat keeps their order. */
  readonly #underWay = new Map<number, { chatId: number; done: Promise<void> }>();

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#pace = new Pace(parts.limits);
  }

  /** Starts whatever may go out now. True when there may be more at once. */
  async sendBatch(stop: AbortSignal): Promise<boolean> {
    // Chats that must wait may fill whole pages; those behind them are looked for on the next.
    const passedOver = new Set<number>();
    for (let offset = 0; ; offset += BATCH) {
      const underWay = [...this.#underWay.keys()];
      const rows = await listSendable(this.#parts.db, this.#parts.clock.now(), underWay, {
        offset,
        limit: BATCH,
      });
      const started = await this.#startWhatMay(rows, passedOver, stop);
      if (started > 0) return true;
      if (rows.length < BATCH || stop.aborted) return false;
    }
  }

  /** Starts those of a page whose chats are free, and returns how many. */
  async #startWhatMay(rows: OutboxRow[], passedOver: Set<number>, stop: AbortSignal): Promise<number> {
    let started = 0;
    for (const row of rows) {
      if (stop.aborted) break;
      if (this.#underWay.size >= AT_ONCE)
        await Promise.race([...this.#underWay.values()].map((item) => item.done));
      const address = await findAddress(this.#parts.db, row);
      if (address === null) {
        await finishMessage(this.#parts.db, row.id, { state: 'unreachable', at: this.#parts.clock.now() });
        continue;
      }
      if (passedOver.has(address.chatId) || !this.#isFree(address.chatId)) {
        passedOver.add(address.chatId);
        continue;
      }
      this.#start(row, address);
      started += 1;
    }
    return started;
  }

  async finishUnderWay(): Promise<void> {
    await Promise.all([...this.#underWay.values()].map((item) => item.done));
  }

  #isFree(chatId: number): boolean {
    const isBusy = [...this.#underWay.values()].some((item) => item.chatId === chatId);
    const now = Date.now();
    return !isBusy && this.#pace.readyAt(chatId, now) <= now;
  }

  #start(row: OutboxRow, address: Address): void {
    this.#pace.count(address.chatId, Date.now());
    const done = this.#sendOne(row, address)
      .catch((error: unknown) => {
        this.#parts.logger.error(
          { outboxId: row.id, error: describeApiError(error) },
          'A message was not marked',
        );
        // A fault of ours must not spin: it is tried again later. It may have gone out before we could write so.
        return postponeMessage(this.#parts.db, row, {
          milliseconds: PAUSE_AFTER_OWN_FAULT_MS,
          error: describeApiError(error),
          isUnknown: true,
        }).catch(() => {});
      })
      .finally(() => {
        this.#underWay.delete(row.id);
        this.#parts.wake.ring();
      });
    this.#underWay.set(row.id, { chatId: address.chatId, done });
  }

  async #sendOne(row: OutboxRow, address: Address): Promise<void> {
    const { db, clock } = this.#parts;
    const parts = (row.parts as Part[] | null) ?? (await this.#render(row));
    if (parts === null)
      return finishMessage(db, row.id, { state: 'dropped', at: clock.now(), error: 'no longer true' });
    await markSending(db, row, parts);
    await deliver({ ...this.#parts, pace: this.#pace }, row, parts, address);
  }

  async #render(row: OutboxRow): Promise<Part[] | null> {
    const stored = { kind: row.kind, payload: row.payload } as Message;
    const message = await keepWhatIsTrue(this.#parts.db, stored);
    return message === null ? null : renderMessage(message);
  }
}
