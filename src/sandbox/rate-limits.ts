import { ApiError } from './api-error.ts';
import type { CallFields } from './call-fields.ts';

interface Limit {
  /** Which calls share the allowance; `null` = not limited. */
  keyOf(chatId: number): string | null;
  calls: number;
  windowMs: number;
}

/** Telegram's pace for messages, in real time. */
const LIMITS: readonly Limit[] = [
  { keyOf: () => 'all', calls: 30, windowMs: 1000 },
  { keyOf: (chatId) => (chatId > 0 ? `chat ${chatId}` : null), calls: 1, windowMs: 1000 },
  { keyOf: (chatId) => (chatId < 0 ? `group ${chatId}` : null), calls: 20, windowMs: 60_000 },
];
const LONGEST_WINDOW_MS = 60_000;

const PACED = /^(send(?!chataction)|copymessage|forwardmessage|editmessage)/i;

/**
 * Refuses calls that come faster than Telegram allows. A chat that was told to wait waits: until then each of its calls
 * is refused, though a refused call neither counts nor makes the wait longer.
 */
export class RateLimits {
  /** The newest calls of each allowance, oldest first, never more than it has. */
  readonly #calls = new Map<string, number[]>();
  readonly #closedUntil = new Map<number, number>();
  #sweptAtMs = 0;

  /** How many allowances and waits are remembered: bounded by the pace, whatever the number of calls. */
  get size(): number {
    return this.#calls.size + this.#closedUntil.size;
  }

  /** @throws ApiError 429 with `retry_after` in whole seconds. */
  check(method: string, fields: CallFields, nowMs: number): void {
    const chatId = fields.integer('chat_id');
    if (chatId === undefined || !PACED.test(method)) return;
    this.#sweep(nowMs);
    const openAtMs = this.#closedUntil.get(chatId) ?? 0;
    if (openAtMs > nowMs) throw tooMany(secondsUntil(openAtMs, nowMs));
    const limits = LIMITS.map((limit) => ({ ...limit, key: limit.keyOf(chatId) }));
    for (const { key, calls, windowMs } of limits) {
      const recent = key === null ? [] : (this.#calls.get(key) ?? []);
      const freeAtMs = recent.length < calls ? 0 : (recent[0] ?? 0) + windowMs;
      if (freeAtMs > nowMs) this.#refuse(chatId, freeAtMs, nowMs);
    }
    for (const { key, calls } of limits) if (key !== null) this.#count(key, calls, nowMs);
  }

  #refuse(chatId: number, freeAtMs: number, nowMs: number): never {
    const seconds = secondsUntil(freeAtMs, nowMs);
    this.#closedUntil.set(chatId, nowMs + seconds * 1000);
    throw tooMany(seconds);
  }

  #count(key: string, calls: number, nowMs: number): void {
    const recent = this.#calls.get(key) ?? [];
    recent.push(nowMs);
    if (recent.length > calls) recent.shift();
    this.#calls.set(key, recent);
  }

  /** Forgets what no longer holds anybody back. */
  #sweep(nowMs: number): void {
    if (nowMs - this.#sweptAtMs < LONGEST_WINDOW_MS) return;
    this.#sweptAtMs = nowMs;
    for (const [key, recent] of this.#calls) {
      if ((recent.at(-1) ?? 0) <= nowMs - LONGEST_WINDOW_MS) this.#calls.delete(key);
    }
    for (const [chatId, openAtMs] of this.#closedUntil) {
      if (openAtMs <= nowMs) this.#closedUntil.delete(chatId);
    }
  }
}

function secondsUntil(atMs: number, nowMs: number): number {
  return Math.max(1, Math.ceil((atMs - nowMs) / 1000));
}

function tooMany(seconds: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}
