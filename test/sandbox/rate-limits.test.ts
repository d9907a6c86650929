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
    expect([send(1, 0), send(1, 400), send(2, 400), send(1, 1000)]).toEqual([null, 1, null, null]);
  });

  it('is thirty messages a second in all', () => {
    const send = pace(new RateLimits());
    for (let chatId = 1; chatId <= 30; chatId++) expect(send(chatId, chatId)).toBeNull();
    expect(send(31, 500)).toBe(1);
    expect(send(31, 1001)).toBeNull();
  });

  it('is twenty messages a minute in a group', () => {
    const send = pace(new RateLimits());
    for (let count = 0; count < 20; count++) expect(send(-5, count * 1000)).toBeNull();
    expect(send(-5, 20_000)).toBe(40);
    expect(send(-6, 20_000)).toBeNull();
    expect(send(-5, 60_000)).toBeNull();
  });

  it('does not count what it refused, nor calls that send nothing', () => {
    const limits = new RateLimits();
    const send = pace(limits);
    expect([send(1, 0), send(1, 900), send(1, 1000)]).toEqual([null, 1, null]);
    expect(pace(limits, 'sendChatAction')(1, 1001)).toBeNull();
    expect(pace(limits, 'getChat')(1, 1002)).toBeNull();
  });
});
