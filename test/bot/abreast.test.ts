import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { Abreast } from '../../src/bot/delivery/abreast.ts';

describe('messages between claim and mark', () => {
  it('are never more than so many; those in a hurry come in first', async () => {
    const abreast = new Abreast(1);
    const first = await abreast.enter(false);
    const order: string[] = [];
    const waiting = [
      abreast.enter(false).then(() => order.push('bulk')),
      abreast.enter(true).then((place) => {
        order.push('answer');
        place.leave();
      }),
    ];
    await sleep(0);
    expect(order).toEqual([]);
    first.leave();
    await Promise.all(waiting);
    expect(order).toEqual(['answer', 'bulk']);
  });

  it('give way only while a call is slow: a slow database holds the others up', async () => {
    vi.useFakeTimers();
    try {
      const abreast = new Abreast(1);
      const slow = await abreast.enter(false);
      let isIn = false;
      void abreast.enter(false).then(() => {
        isIn = true;
      });
      await vi.advanceTimersByTimeAsync(60_000);
      slow.callBegins();
      await vi.advanceTimersByTimeAsync(1000);
      slow.callEnds();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(isIn).toBe(false);
      slow.callBegins();
      await vi.advanceTimersByTimeAsync(5000);
      expect(isIn).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});
