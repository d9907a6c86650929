import { describe, expect, it } from 'vitest';
import { CallFields } from '../../src/sandbox/call-fields.ts';
import { RateLimits } from '../../src/sandbox/rate-limits.ts';

const START_MS = Date.parse('2026-06-05T00:30:00Z');

/** Sends to a chat after so many milliseconds; returns the seconds to wait, or `null` when it went through. */
function pace(limits: RateLimits, method = 'sendMessage') {
  return (chatId: number, afterMs: number): number | null => {
    try {
      limits.check(method, new CallFields(new Map([['chat_id', chatId]])), START_MS + afterMs);
      return null;
    } catch (error) {
      return (error as { parameters: { retry_after: number } }).parameters.retry_after;
    }
  };
}

describe('Telegram’s pace', () => {
  it('is one message a second in a private chat', () => {
    const send = pace(new RateLimits());
    expect([send(1, 0), send(2, 400), send(1, 1000)]).toEqual([null, null, null]);
    expect(send(1, 1999)).toBe(1);
  });

  it('is thirty messages a second in all', () => {
    const send = pace(new RateLimits());
    for (let chatId = 1; chatId <= 30; chatId++) expect(send(chatId, chatId)).toBeNull();
    expect(send(31, 500)).toBe(1);
    expect(send(32, 1001)).toBeNull();
  });

  it('says so as Telegram does', () => {
    const limits = new RateLimits();
    const fields = new CallFields(new Map([['chat_id', 1]]));
    limits.check('sendMessage', fields, START_MS);
    expect(() => limits.check('sendMessage', fields, START_MS)).toThrow('Too Many Requests: retry after 1');
  });

  it('is twenty messages a minute in a group', () => {
    const send = pace(new RateLimits());
    for (let count = 0; count < 20; count++) expect(send(-5, count * 1000)).toBeNull();
    expect(send(-5, 20_000)).toBe(40);
    expect(send(-6, 20_000)).toBeNull();
    expect(send(-5, 59_999)).toBe(1);
    expect(send(-5, 60_000)).toBeNull();
  });

  it('refuses a chat for as long as it was told to wait, and a refused call makes that no longer', () => {
    const send = pace(new RateLimits());
    expect([send(1, 0), send(1, 400), send(1, 1000), send(1, 1399), send(1, 1400)]).toEqual([
      null,
      1,
      1,
      1,
      null,
    ]);
  });

  it('counts an edit as a message, and not a call that sends nothing', () => {
    const limits = new RateLimits();
    expect(pace(limits, 'editMessageText')(1, 0)).toBeNull();
    expect(pace(limits, 'sendChatAction')(1, 1)).toBeNull();
    expect(pace(limits, 'getChat')(1, 2)).toBeNull();
    expect(pace(limits)(1, 3)).toBe(1);
  });

  it('is remembered only as long as it holds anybody back: 10,000 chats need no more room than a minute of them', () => {
    const limits = new RateLimits();
    const send = pace(limits);
    let largest = 0;
    for (let count = 0; count < 10_000; count++) {
      expect(send(count + 1, count * 40)).toBeNull();
      send(count + 1, count * 40 + 1);
      largest = Math.max(largest, limits.size);
    }
    // Two minutes at 25 chats a second, each with its last message and its wait, and the allowance of all.
    expect(largest).toBeLessThanOrEqual(2 * 2 * 60 * 25 + 1);
  });
});
