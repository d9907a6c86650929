/** Telegram's limits: 30 messages a second in all, 1 a second to a chat, 20 a minute to a group. */
const PER_SECOND = 30;
const CHAT_INTERVAL_MS = 1000;
const GROUP_PER_MINUTE = 20;
const MINUTE_MS = 60_000;

/** Keeps the limits without being told. All times are real milliseconds. */
export class Pace {
  #recent: number[] = [];
  #chatReadyAt = new Map<number, number>();
  #groupRecent = new Map<number, number[]>();
  #slowUntil = 0;

  /** The moment from which a message to this chat may go out. */
  readyAt(chatId: number, now: number): number {
    this.#recent = this.#recent.filter((at) => at > now - 1000);
    const rate = now < this.#slowUntil ? PER_SECOND / 2 : PER_SECOND;
    const oldest = this.#recent[this.#recent.length - rate];
    const all = oldest === undefined ? now : oldest + 1000;
    return Math.max(now, all, this.#chatReadyAt.get(chatId) ?? 0, this.#groupReadyAt(chatId, now));
  }

  /** Counts a message that goes out now. */
  count(chatId: number, now: number): void {
    this.#recent.push(now);
    this.#chatReadyAt.set(chatId, now + CHAT_INTERVAL_MS);
    if (chatId < 0) this.#groupRecent.set(chatId, [...(this.#groupRecent.get(chatId) ?? []), now]);
    // Chats that have been quiet for long need no memory.
    if (this.#chatReadyAt.size > 50_000) this.#forget(now);
  }

  /** Telegram asked to wait: that chat waits, and the rest goes slower for a while. */
  holdBack(chatId: number, seconds: number, now: number): void {
    this.#chatReadyAt.set(chatId, now + seconds * 1000);
    this.#slowUntil = now + seconds * 1000;
  }

  #groupReadyAt(chatId: number, now: number): number {
    if (chatId >= 0) return now;
    const recent = (this.#groupRecent.get(chatId) ?? []).filter((at) => at > now - MINUTE_MS);
    this.#groupRecent.set(chatId, recent);
    const oldest = recent[recent.length - GROUP_PER_MINUTE];
    return oldest === undefined ? now : oldest + MINUTE_MS;
  }

  #forget(now: number): void {
    for (const [chatId, readyAt] of this.#chatReadyAt) if (readyAt < now) this.#chatReadyAt.delete(chatId);
  }
}
