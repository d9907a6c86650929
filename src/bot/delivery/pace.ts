export interface PaceLimits {
  /** Messages a second in all. */
  perSecond: number;
  /** Milliseconds between two messages to one chat. */
  chatIntervalMs: number;
  /** Messages a minute to a group. */
  groupPerMinute: number;
}

const TELEGRAM_LIMITS: PaceLimits = { perSecond: 30, chatIntervalMs: 1000, groupPerMinute: 20 };

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
/** What is not urgent leaves a little of the second free, so that an answer finds room at once. */
const SHARE_OF_BULK = 0.99;
/** A timer that woke late is made up for, but not by a burst. */
const CAUGHT_UP_MS = 20;
/** Chats that have been quiet for long need no memory. */
const CHATS_REMEMBERED = 50_000;

/**
 * Keeps the limits without being told. A message counts from its beginning until so long after its *answer*: when
 * between the two it reached the server, nobody here knows, so the limits hold there however the network wavers.
 * All times are real milliseconds.
 */
export class Pace {
  readonly #all: Window;
  readonly #groups = new Map<number, Window>();
  readonly #chatReadyAt = new Map<number, number>();
  #nextBulkAt = 0;
  #slowUntil = 0;

  constructor(private readonly limits: PaceLimits = TELEGRAM_LIMITS) {
    this.#all = new Window(SECOND_MS);
  }

  /** The moment from which a message to this chat may begin; infinite: not before one that is under way has ended. */
  readyAt(chatId: number, now: number, isUrgent: boolean): number {
    const evenly = isUrgent ? now : this.#nextBulkAt;
    return Math.max(now, evenly, this.#all.readyAt(this.#rateAt(now), now), this.chatReadyAt(chatId, now));
  }

  /** The same, as far as it is this chat's own matter. */
  chatReadyAt(chatId: number, now: number): number {
    const group = this.#groups.get(chatId)?.readyAt(this.limits.groupPerMinute, now) ?? now;
    return Math.max(now, group, this.#chatReadyAt.get(chatId) ?? 0);
  }

  /** A message begins now; `end` is to be called once its answer is here, or is given up. */
  begin(chatId: number, now: number): { end(now: number): void } {
    const spacing = SECOND_MS / (this.#rateAt(now) * SHARE_OF_BULK);
    this.#nextBulkAt = Math.max(this.#nextBulkAt, now - CAUGHT_UP_MS) + spacing;
    const windows = chatId < 0 ? [this.#all, this.#groupOf(chatId)] : [this.#all];
    for (const window of windows) window.begin();
    this.#waitUntil(chatId, Number.POSITIVE_INFINITY);
    return {
      end: (endedAt) => {
        for (const window of windows) window.end(endedAt);
        this.#chatReadyAt.set(chatId, endedAt + this.limits.chatIntervalMs);
        if (this.#chatReadyAt.size > CHATS_REMEMBERED) this.#forget(endedAt);
      },
    };
  }

  /** Telegram asked to wait: that chat waits, and the rest goes slower for a while. */
  holdBack(chatId: number, seconds: number, now: number): void {
    const until = now + seconds * SECOND_MS;
    this.#waitUntil(chatId, until);
    this.#slowUntil = Math.max(this.#slowUntil, until);
  }

  /** A message to this chat is tried again later: those behind it wait, so that they do not overtake it. */
  hold(chatId: number, milliseconds: number, now: number): void {
    this.#waitUntil(chatId, now + milliseconds);
  }

  /** Chats to which nothing goes for so long, so that nobody need look at what waits for them. */
  listHeldChats(now: number, forLongerThanMs: number): number[] {
    const held = [...this.#chatReadyAt].flatMap(([chatId, at]) =>
      at > now + forLongerThanMs ? [chatId] : [],
    );
    const full = [...this.#groups.keys()].filter((id) => this.chatReadyAt(id, now) > now + forLongerThanMs);
    return [...new Set([...held, ...full])];
  }

  #rateAt(now: number): number {
    return now < this.#slowUntil ? Math.ceil(this.limits.perSecond / 2) : this.limits.perSecond;
  }

  /** A wait is never shortened by a later, shorter one. */
  #waitUntil(chatId: number, at: number): void {
    this.#chatReadyAt.set(chatId, Math.max(this.#chatReadyAt.get(chatId) ?? 0, at));
  }

  #groupOf(chatId: number): Window {
    const known = this.#groups.get(chatId);
    if (known !== undefined) return known;
    const window = new Window(MINUTE_MS);
    this.#groups.set(chatId, window);
    return window;
  }

  #forget(now: number): void {
    for (const [chatId, readyAt] of this.#chatReadyAt) if (readyAt < now) this.#chatReadyAt.delete(chatId);
  }
}

/** Messages under way, and the ends of those that still count. */
class Window {
  #underWay = 0;
  #ends: number[] = [];

  constructor(private readonly lengthMs: number) {}

  readyAt(limit: number, now: number): number {
    const old = this.#ends.findIndex((at) => at > now - this.lengthMs);
    if (old !== 0) this.#ends = old < 0 ? [] : this.#ends.slice(old);
    // So many must have left the window before one more fits.
    const tooMany = this.#ends.length + this.#underWay - limit + 1;
    if (tooMany <= 0) return now;
    const last = this.#ends[tooMany - 1];
    return last === undefined ? Number.POSITIVE_INFINITY : last + this.lengthMs;
  }

  begin(): void {
    this.#underWay += 1;
  }

  end(at: number): void {
    this.#underWay -= 1;
    this.#ends.push(at);
  }
}
