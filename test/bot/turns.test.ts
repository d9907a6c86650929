import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pace } from '../../src/bot/delivery/pace.ts';
import { Turns } from '../../src/bot/delivery/turns.ts';

const ONE_AT_A_TIME = { perSecond: 1, chatIntervalMs: 0, groupPerMinute: 20 };

describe('turns at the Bot API', () => {
  // On a slow machine more than a turn may pass between two lines of a test.
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are given to answers before bulk, each kind in its own order', async () => {
    const turns = new Turns(new Pace(ONE_AT_A_TIME));
    const order: string[] = [];
    const waitFor = async (name: string, chatId: number, isUrgent: boolean) => {
      const turn = await turns.take(chatId, isUrgent);
      order.push(name);
      turn?.end();
    };
    const first = await turns.take(9, false);
    const all = [
      waitFor('bulk 1', 1, false),
      waitFor('bulk 2', 2, false),
      waitFor('answer 1', 9, true),
      waitFor('answer 2', 9, true),
    ];
    // The one under way has kept all others so long that each of them may go next.
    await vi.advanceTimersByTimeAsync(5000);
    first?.end();
    await vi.advanceTimersByTimeAsync(5000);
    await Promise.all(all);
    expect(order).toEqual(['answer 1', 'answer 2', 'bulk 1', 'bulk 2']);
  });

  it('are no longer waited for once waiting is given up', async () => {
    const turns = new Turns(new Pace(ONE_AT_A_TIME));
    await turns.take(1, true);
    const stop = new AbortController();
    const waiting = turns.take(2, true, stop.signal);
    stop.abort();
    expect(await waiting).toBeNull();
    expect(await turns.take(3, true, stop.signal)).toBeNull();
  });

  it('may be given back twice', async () => {
    const pace = new Pace({ ...ONE_AT_A_TIME, perSecond: 1000 });
    const turns = new Turns(pace);
    const turn = await turns.take(1, true);
    turn?.end();
    turn?.end();
    expect(await turns.take(1, true)).not.toBeNull();
  });
});
