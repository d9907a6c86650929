import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { asc } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTelegram } from '../../../src/bot/create-telegram.ts';
import { pollUpdates } from '../../../src/bot/intake/poller.ts';
import { WakeSignal } from '../../../src/bot/intake/wake-signal.ts';
import type { Connection } from '../../../src/db/client.ts';
import { clearEverything } from '../../../src/db/queries/installation.ts';
import { updates } from '../../../src/db/schema/index.ts';
import { type SandboxServer, startSandboxServer } from '../../../src/sandbox/server.ts';
import { moment } from '../../support/bot-world.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const TOKEN = '900002:test';
const MAI = 7008;
const IMPATIENT = { pollSeconds: 1, silentAfterMilliseconds: 1500 };
const LONG = { timeout: 50_000 };

type Fault = Parameters<SandboxServer['failNext']>[0];

let connection: Connection;
let server: SandboxServer;
let poller: { stop(): Promise<void>; lines: string[] } | null = null;
beforeAll(async () => {
  connection = await openTestDatabase();
});
afterAll(() => connection.close());
beforeEach(async () => {
  await clearEverything(connection.db);
  server = await startSandboxServer({
    host: '127.0.0.1',
    port: 0,
    dataDir: null,
    token: TOKEN,
    botName: 'Sáu Rõ',
    botUsername: 'sau_ro_bot',
    clock: { now: () => moment('2026-07-08T09:00') },
  });
  await server.openChat(MAI);
});
afterEach(async () => {
  await poller?.stop();
  poller = null;
  await server.close();
});

/** Polls in the background and keeps what is logged, by level and text. */
function startPolling(): string[] {
  const lines: string[] = [];
  const logger = pino(
    { base: null, formatters: { level: (level) => ({ level }) } },
    {
      write: (line: string) => {
        const { level, msg } = JSON.parse(line) as { level: string; msg: string };
        lines.push(`${level} ${msg}`);
      },
    },
  );
  const stopping = new AbortController();
  const telegram = createTelegram(TOKEN, { apiRoot: server.apiRoot });
  const done = pollUpdates(
    {
      telegram,
      db: connection.db,
      botId: 900_002,
      stored: new WakeSignal(),
      logger,
      onAlive: () => {},
      ...IMPATIENT,
    },
    stopping.signal,
  );
  poller = {
    lines,
    stop: () => {
      stopping.abort();
      return done;
    },
  };
  return lines;
}

const write = (text: string) => server.sendText(MAI, MAI, text);

/** The texts that are stored, oldest first. */
async function storedTexts(): Promise<string[]> {
  const rows = await connection.db.select().from(updates).orderBy(asc(updates.updateId));
  return rows.map(({ payload }) => (payload as { message: { text: string } }).message.text);
}

const TROUBLE = ['warn Polling failed; it is tried again', 'info Polling works again'];

const answer = (code: number, description: string, parameters = {}): Fault => ({
  kind: 'error',
  code,
  description,
  parameters,
});

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['the token is refused for a while', { ...answer(401, 'Unauthorized'), times: 2 }],
  [
    'another instance polls',
    { ...answer(409, 'Conflict: terminated by other getUpdates request'), times: 2 },
  ],
  [
    'it is told to wait',
    { ...answer(429, 'Too Many Requests: retry after 1', { retry_after: 1 }), times: 2 },
  ],
  ['Telegram itself is in trouble', { ...answer(502, 'Bad Gateway'), times: 2 }],
  ['the line is cut before the answer was made', { kind: 'cutBefore', times: 2 }],
  ['the line is cut after the answer was made', { kind: 'cutAfter', times: 2 }],
  ['the line is open and nobody answers', { kind: 'hangAfter' }],
];

describe('Polling goes on, nothing is lost or doubled, and the log says when it began and ended', () => {
  test.each(FAULTS)('when %s', { timeout: 60_000 }, async (_name, fault) => {
    await write('before');
    server.failNext({ ...fault, method: 'getUpdates' });
    const lines = startPolling();
    await expect.poll(() => lines, LONG).toEqual(TROUBLE);
    await write('after');
    await expect.poll(storedTexts, LONG).toEqual(['before', 'after']);
    expect(lines).toEqual(TROUBLE);
  });

  test('when nobody answers and memory is tidied up meanwhile: what watches the line is still there', async () => {
    await write('before');
    server.failNext({ kind: 'hangAfter', method: 'getUpdates' });
    const lines = startPolling();
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    await expect
      .poll(
        () => {
          if (lines.length === 0) collectGarbage();
          return lines;
        },
        { timeout: 10_000, interval: 200 },
      )
      .toEqual(TROUBLE);
    expect(await storedTexts()).toEqual(['before']);
  });

  test('when a second poller takes its place for a moment', async () => {
    const lines = startPolling();
    await write('before');
    await expect.poll(storedTexts).toEqual(['before']);
    const intruder = createTelegram(TOKEN, { apiRoot: server.apiRoot });
    const intrude = async () => {
      if (lines.length === 0) await intruder.callApi('getUpdates', { timeout: 0 });
      return lines;
    };
    await expect.poll(intrude, LONG).toContain(TROUBLE[0]);
    await write('after');
    await expect.poll(storedTexts, LONG).toEqual(['before', 'after']);
    await expect.poll(() => lines, LONG).toEqual(TROUBLE);
  });

  test('when the database does not take a batch in: Telegram is asked for it again', async () => {
    await connection.db.execute('alter table updates rename to updates_gone');
    const lines = startPolling();
    await write('kept');
    await expect.poll(() => lines, LONG).toEqual(TROUBLE.slice(0, 1));
    await connection.db.execute('alter table updates_gone rename to updates');
    await expect.poll(storedTexts, LONG).toEqual(['kept']);
    await expect.poll(() => lines, LONG).toEqual(TROUBLE);
  });
});

test('A poll that is under way ends at once with the process', async () => {
  startPolling();
  await write('one');
  await expect.poll(storedTexts).toEqual(['one']);
  await poller?.stop();
  await write('two');
  expect(await storedTexts()).toEqual(['one']);
  startPolling();
  await expect.poll(storedTexts).toEqual(['one', 'two']);
});
