export interface PaceLimits {
  /** Messages a second in all. */
  perSecond: number;
  /** Milliseconds between two messages to one chat. */
  chatIntervalMs: number;
  /** Messages a minute to a group. */
  groupPerMinute: number;
}

const TELEGRAM_LIMITS: PaceLimits = { perSecond: 30, chatIntervalMs: 1000, groupPerMinute: 20 };

const MINUTE_MS = 60_000;

/** Keeps the limits without being told. All times are real milliseconds. */
export class Pace {
  #recent: number[] = [];
  #chatReadyAt = new Map<number, number>();
  #groupRecent = new Map<number, number[]>();
  #slowUntil = 0;

  constructor(private readonly limits: PaceLimits = TELEGRAM_LIMITS) {}

  /** The moment from which a message to this chat may go out. */
  readyAt(chatId: number, now: number): number {
    this.#recent = this.#recent.filter((at) => at > now - 1000);
    const { perSecond } = this.limits;
    const rate = now < this.#slowUntil ? Math.ceil(perSecond / 2) : perSecond;
    const oldest = this.#recent[this.#recent.length - rate];
    const all = oldest === undefined ? now : oldest + 1000;
    return Math.max(now, all, this.#chatReadyAt.get(chatId) ?? 0, this.#groupReadyAt(chatId, now));
  }

  /** Counts a message that goes out now. */
  count(chatId: number, now: number): void {
    this.#recent.push(now);
    this.#waitUntil(chatId, now + this.limits.chatIntervalMs);
    if (chatId < 0) this.#groupRecent.set(chatId, [...(this.#groupRecent.get(chatId) ?? []), now]);
    // Chats that have been quiet for long need no memory.
    if (this.#chatReadyAt.size > 50_000) this.#forget(now);
  }

  /** Telegram asked to wait: that chat waits, and the rest goes slower for a while. */
  holdBack(chatId: number, seconds: number, now: number): void {
    const until = now + seconds * 1000;
    this.#waitUntil(chatId, until);
    this.#slowUntil = Math.max(this.#slowUntil, until);
  }

  /** A message to this chat is tried again later: those behind it wait, so that they do not overtake it. */
  hold(chatId: number, milliseconds: number, now: number): void {
    this.#waitUntil(chatId, now + milliseconds);
  }

  /** A wait is never shortened by a later, shorter one. */
  #waitUntil(chatId: number, at: number): void {
    this.#chatReadyAt.set(chatId, Math.max(this.#chatReadyAt.get(chatId) ?? 0, at));
  }

  #groupReadyAt(chatId: number, now: number): number {
    if (chatId >= 0) return now;
    const recent = (this.#groupRecent.get(chatId) ?? []).filter((at) => at > now - MINUTE_MS);
    this.#groupRecent.set(chatId, recent);
    const oldest = recent[recent.length - this.limits.groupPerMinute];
    return oldest === undefined ? now : oldest + MINUTE_MS;
  }

  #forget(now: number): void {
    for (const [chatId, readyAt] of this.#chatReadyAt) if (readyAt < now) this.#chatReadyAt.delete(chatId);
  }
}
