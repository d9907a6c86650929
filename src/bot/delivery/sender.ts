import type { Logger } from 'pino';
import type { Telegram } from 'telegraf';
import type { Clock } from '../../app/use-case.ts';
import type { Db } from '../../db/client.ts';
import {
  claimMessage,
  finishMessage,
  giveUpAddressless,
  listSendable,
  type OutboxRow,
  PRIORITY,
  postponeMessage,
  type SendableMessage,
} from '../../db/queries/outbox.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import type { Message } from '../../domain/message/messages.ts';
import { leastUrgentNow, type Priority } from '../../domain/message/priority.ts';
import { type Plan, planCalendar } from '../../domain/plan/plan.ts';
import type { WakeSignal } from '../intake/wake-signal.ts';
import { renderMessage } from '../messages/render-message.ts';
import type { Part } from '../messages/rendered.ts';
import { Abreast } from './abreast.ts';
import { describeApiError } from './api-errors.ts';
import { deliver } from './deliver.ts';
import { Pace, type PaceLimits } from './pace.ts';
import { SenderLease } from './sender-lease.ts';
import { keepWhatIsTrue } from './still-true.ts';
import { type Turn, Turns } from './turns.ts';

const LOOK_AGAIN_MILLISECONDS = 500;
/** Chats looked up ahead: enough for a few seconds at Telegram's pace. */
const BULK_AHEAD = 150;
/** Each answer rings: a long queue in which every chat rests is not read again for each. */
const LOOK_AHEAD_PAUSE_MS = 50;
/** A chat that has many messages takes one a second: its next one is not known before it is looked up. */
const AHEAD_OLD_MS = 900;
const ANSWERS_AHEAD = 60;
/** Calls without an answer keep their place for up to a minute; these many may do so before the others notice. */
const BULK_AT_ONCE = 48;
const ANSWERS_AT_ONCE = 96;
const SOON_MS = 250;
const PAUSE_AFTER_OWN_FAULT_MS = 30_000;

export interface SenderParts {
  db: Db;
  telegram: Telegram;
  clock: Clock;
  logger: Logger;
  /** Rung when there may be something to send. */
  wake: WakeSignal;
  limits?: PaceLimits | undefined;
  plan: Plan;
  /** How many messages may be between their claim and their mark at once: each is unknown after a kill. */
  abreast: number;
}

/** Sends what is owed until stopped. One process does it: the holder of the lease. */
export async function sendMessages(parts: SenderParts, stop: AbortSignal): Promise<void> {
  const lease = new SenderLease(parts.db, parts.logger, () => parts.wake.ring());
  const keeping = lease.keep(stop);
  const sender = new Sender(parts, lease, stop);
  while (!stop.aborted) {
    try {
      if (lease.current !== null) await sender.startWhatMay();
    } catch (error) {
      parts.logger.error({ error: describeApiError(error) }, 'Sending paused; it is tried again');
    }
    await parts.wake.wait(sender.lookAgainIn(), stop);
  }
  await sender.finishUnderWay();
  await keeping;
  await lease.release();
}

const isUrgent = (row: OutboxRow): boolean => row.priority === PRIORITY.answer;

class Sender {
  readonly #pace: Pace;
  readonly #turns: Turns;
  readonly #abreast: Abreast;
  readonly #calendar: WorkingCalendar;
  /** Messages on their way, by chat: one at a time to a chat keeps their order. */
  readonly #underWay = new Map<number, { row: OutboxRow; done: Promise<void> }>();
  /** The next message of each chat, as it was when last looked up. */
  #ahead: SendableMessage[] = [];
  #lookAheadAt = 0;
  #oldAt = 0;
  #isLookPutOff = false;

  constructor(
    private readonly parts: SenderParts,
    private readonly lease: SenderLease,
    private readonly stop: AbortSignal,
  ) {
    this.#pace = new Pace(parts.limits);
    this.#turns = new Turns(this.#pace);
    this.#abreast = new Abreast(parts.abreast);
    this.#calendar = planCalendar(parts.plan);
  }

  /** Starts whatever may go out soon: answers first, then as much of the rest as keeps the pace. */
  async startWhatMay(): Promise<void> {
    const { clock, plan } = this.parts;
    const leastUrgent = leastUrgentNow(clock.now(), plan.reminders, this.#calendar);
    const answers = await this.#look(PRIORITY.answer, ANSWERS_AHEAD);
    for (const message of answers) if (this.#underWay.size < ANSWERS_AT_ONCE) this.#start(message);
    if (leastUrgent === PRIORITY.answer || this.#countBulk() >= BULK_AT_ONCE) return;
    const isWanted = this.#ahead.length === 0 || Date.now() >= this.#oldAt;
    this.#isLookPutOff = isWanted && Date.now() < this.#lookAheadAt;
    if (isWanted && !this.#isLookPutOff) await this.#lookAhead(leastUrgent);
    this.#startBulk();
  }

  /** Milliseconds until there may be something that nobody rings for. */
  lookAgainIn(): number {
    return this.#isLookPutOff ? LOOK_AHEAD_PAUSE_MS : LOOK_AGAIN_MILLISECONDS;
  }

  async finishUnderWay(): Promise<void> {
    await Promise.all([...this.#underWay.values()].map((item) => item.done));
  }

  #countBulk(): number {
    return [...this.#underWay.values()].filter(({ row }) => !isUrgent(row)).length;
  }

  #look(leastUrgent: Priority, limit: number): Promise<SendableMessage[]> {
    const notToChats = [
      ...new Set([...this.#underWay.keys(), ...this.#pace.listHeldChats(Date.now(), SOON_MS)]),
    ];
    return listSendable(this.parts.db, this.parts.clock.now(), { leastUrgent, notToChats, limit });
  }

  async #lookAhead(leastUrgent: Priority): Promise<void> {
    this.#ahead = await this.#look(leastUrgent, BULK_AHEAD);
    this.#oldAt = Date.now() + AHEAD_OLD_MS;
    if (this.#ahead.length > 0) return;
    this.#lookAheadAt = Date.now() + LOOK_AHEAD_PAUSE_MS;
    await giveUpAddressless(this.parts.db, this.parts.clock.now());
  }

  #startBulk(): void {
    const staying: SendableMessage[] = [];
    let atOnce = this.#countBulk();
    for (const message of this.#ahead) {
      // Another message went to that chat since: which one is next is looked up anew.
      if (this.#underWay.has(message.chatId)) continue;
      const now = Date.now();
      const isSoon = this.#pace.chatReadyAt(message.chatId, now) <= now + SOON_MS;
      if (isSoon && atOnce < BULK_AT_ONCE) {
        this.#start(message);
        atOnce += 1;
      } else if (isSoon) staying.push(message);
    }
    this.#ahead = staying;
  }

  #start(message: SendableMessage): void {
    const { row, chatId } = message;
    if (this.stop.aborted || this.#underWay.has(chatId)) return;
    const done = this.#sendOne(message)
      .catch((error: unknown) => this.#rest(row, error))
      .finally(() => {
        this.#underWay.delete(chatId);
        this.parts.wake.ring();
      });
    this.#underWay.set(chatId, { row, done });
  }

  /** A fault of ours must not spin: it is tried again later. It may have gone out before we could write so. */
  async #rest(row: OutboxRow, error: unknown): Promise<void> {
    const text = describeApiError(error);
    this.parts.logger.error({ outboxId: row.id, error: text }, 'A message was not marked');
    await postponeMessage(this.parts.db, row, {
      milliseconds: PAUSE_AFTER_OWN_FAULT_MS,
      error: text,
      isUnknown: true,
    }).catch(() => {});
  }

  async #sendOne({ row, chatId, threadId }: SendableMessage): Promise<void> {
    const { db } = this.parts;
    const rendered = (row.parts as Part[] | null) ?? (await this.#render(row));
    if (rendered === null) return finishMessage(db, row.id, { state: 'dropped', error: 'no longer true' });
    const turn = await this.#turns.take(chatId, isUrgent(row), this.stop);
    if (turn === null) return;
    const place = await this.#abreast.enter(isUrgent(row));
    try {
      if (!(await this.#claim(row, rendered, turn))) return;
      await deliver(
        { ...this.parts, pace: this.#pace, turns: this.#turns, place },
        row,
        { parts: rendered, address: { chatId, threadId } },
        turn,
      );
    } finally {
      place.leave();
    }
  }

  /** Only whoever still holds the lease sends: another process may have taken over while this one slept. */
  async #claim(row: OutboxRow, rendered: Part[], turn: Turn): Promise<boolean> {
    const lease = this.lease.current;
    try {
      if (
        lease !== null &&
        (await claimMessage(this.parts.db, row, { now: this.parts.clock.now(), parts: rendered, lease }))
      )
        return true;
    } catch (error) {
      turn.end();
      throw error;
    }
    turn.end();
    return false;
  }

  async #render(row: OutboxRow): Promise<Part[] | null> {
    const stored = { kind: row.kind, payload: row.payload } as Message;
    const message = await keepWhatIsTrue(this.parts.db, stored);
    return message === null ? null : renderMessage(message);
  }
}
