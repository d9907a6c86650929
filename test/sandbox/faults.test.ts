import { beforeEach, describe, expect, it } from 'vitest';
import { RandomFaults } from '../../src/sandbox/random-faults.ts';
import type { SandboxServer } from '../../src/sandbox/server.ts';
import { AN, call, startSandbox } from './sandbox-fixture.ts';

const RATES = {
  tooManyRequests: 0.1,
  serverError: 0.1,
  cutBefore: 0.1,
  cutAfter: 0.1,
  hangAfter: 0.1,
  slow: 0.1,
};

/** The kinds that a row of calls meets. */
function dealTo(faults: RandomFaults, chatId: number, calls = 200): string[] {
  return Array.from({ length: calls }, () => {
    const failure = faults.deal('sendMessage', chatId);
    return failure?.kind === 'error' ? String(failure.code) : (failure?.kind ?? 'none');
  });
}

describe('failures by a seed', () => {
  it('are the same for the same seed and calls, and others for another seed', () => {
    const row = dealTo(new RandomFaults({ seed: 1, rates: RATES }), AN);
    expect(dealTo(new RandomFaults({ seed: 1, rates: RATES }), AN)).toEqual(row);
    expect(dealTo(new RandomFaults({ seed: 2, rates: RATES }), AN)).not.toEqual(row);
  });

  it('of a chat do not change when other chats are served between', () => {
    const alone = dealTo(new RandomFaults({ seed: 1, rates: RATES }), AN, 20);
    const faults = new RandomFaults({ seed: 1, rates: RATES });
    const mixed = Array.from({ length: 20 }, (_, n) => {
      dealTo(faults, 5000 + n, 3);
      return dealTo(faults, AN, 1)[0];
    });
    expect(mixed).toEqual(alone);
  });

  it('are of every kind, each about as often as its rate says', () => {
    const row = dealTo(new RandomFaults({ seed: 'a', rates: RATES }), AN, 10_000);
    for (const kind of ['429', '500', 'cutBefore', 'cutAfter', 'hangAfter', 'slow']) {
      const share = row.filter((dealt) => dealt === kind).length / row.length;
      expect(share).toBeGreaterThan(0.08);
      expect(share).toBeLessThan(0.12);
    }
  });

  it('spare getUpdates and getMe unless these are named, and all others when some are', () => {
    const everything = { seed: 1, rates: { serverError: 1 } };
    const kindOf = (faults: RandomFaults, method: string) => faults.deal(method, null)?.kind ?? null;
    const unnamed = new RandomFaults(everything);
    expect([kindOf(unnamed, 'getUpdates'), kindOf(unnamed, 'getMe'), kindOf(unnamed, 'getChat')]).toEqual([
      null,
      null,
      'error',
    ]);
    const named = new RandomFaults({ ...everything, methods: ['getUpdates'] });
    expect([kindOf(named, 'getupdates'), kindOf(named, 'getChat')]).toEqual(['error', null]);
  });
});

describe('a server that fails', () => {
  let server: SandboxServer;

  beforeEach(async () => {
    server = await startSandbox();
    await server.openChat(AN);
  });

  const send = () => call(server, 'sendMessage', { chat_id: AN, text: 'a' });

  it('does so until it is told to stop', async () => {
    server.failRandomly({ seed: 1, rates: { serverError: 1 } });
    expect(await send()).toEqual({ ok: false, error_code: 500, description: 'Internal Server Error' });
    server.stopFailing();
    expect((await send()).ok).toBe(true);
  });

  it('acts out what was asked for before what the seed deals out', async () => {
    server.failRandomly({ seed: 1, rates: { serverError: 1 } });
    server.failNext({ kind: 'error', code: 403, description: 'Forbidden: user is deactivated' });
    expect([(await send()).error_code, (await send()).error_code]).toEqual([403, 500]);
  });

  it('answers a slow call late, after its effect, and other calls meanwhile', async () => {
    server.failNext({ kind: 'slow', milliseconds: 1000 });
    const ends: string[] = [];
    const slow = send().then(({ ok }) => ends.push(`slow ${ok}`));
    await server.waitForMessage(AN);
    await send().then(() => ends.push('other'));
    await slow;
    expect(ends).toEqual(['other', 'slow true']);
  });

  it('keeps a failure of the answer for a call that takes effect', async () => {
    server.failNext({ kind: 'cutAfter' });
    expect((await call(server, 'sendMessage', { chat_id: AN })).error_code).toBe(400);
    await expect(send()).rejects.toThrow();
  });
});
