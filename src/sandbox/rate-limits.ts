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

const PACED = /^(send(?!chataction)|copymessage|forwardmessage|editmessage)/i;

/** Refuses calls that come faster than Telegram allows; a refused call does not count. */
export class RateLimits {
  readonly #calls = new Map<string, number[]>();

  /** @throws ApiError 429 with `retry_after` in whole seconds. */
  check(method: string, fields: CallFields, nowMs: number): void {
    const chatId = fields.integer('chat_id');
    if (chatId === undefined || !PACED.test(method)) return;
    const allowances = LIMITS.flatMap((limit) => {
      const key = limit.keyOf(chatId);
      return key === null ? [] : [{ key, limit, recent: this.#recent(key, nowMs - limit.windowMs) }];
    });
    for (const { limit, recent } of allowances) {
      const oldest = recent[recent.length - limit.calls];
      if (oldest !== undefined) throw tooMany(oldest + limit.windowMs - nowMs);
    }
    for (const { key, recent } of allowances) this.#calls.set(key, [...recent, nowMs]);
  }

  #recent(key: string, sinceMs: number): number[] {
    return (this.#calls.get(key) ?? []).filter((atMs) => atMs > sinceMs);
  }
}

function tooMany(waitMs: number): ApiError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}
