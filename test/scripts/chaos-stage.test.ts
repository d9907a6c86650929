import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createLineServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { readChaosOptions } from '../../scripts/chaos/chaos-options.ts';
import { DatabaseProxy } from '../../scripts/chaos/database-proxy.ts';
import type { Rows } from '../../scripts/chaos/evidence.ts';
import { killsAt, planItinerary } from '../../scripts/chaos/itinerary.ts';
import { createRandom, shuffle } from '../../scripts/chaos/random.ts';
import { listReports } from '../../scripts/chaos/report-stream.ts';
import { UpdatesProxy } from '../../scripts/chaos/updates-proxy.ts';
import { listUnfinished } from '../../scripts/chaos/watch-chats.ts';
import { smallCampaign, withCall } from './small-campaign.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

describe('the proxy in front of updates', () => {
  const batches = [[1, 2, 3], [4, 5, 6], [7, 8, 9], []];

  async function startBoth() {
    const left = batches.map((ids) => ids.map((id) => ({ update_id: id })));
    const api = createServer((request, response) => {
      if (request.url?.endsWith('/cut')) return request.socket.destroy();
      const result = request.url?.endsWith('/getUpdates') ? left.shift() : 'as it is';
      return response.end(JSON.stringify({ ok: true, result }));
    });
    api.listen(0, '127.0.0.1');
    await once(api, 'listening');
    cleanUps.push(async () => api.close());
    const target = new URL(`http://127.0.0.1:${(api.address() as AddressInfo).port}`);
    const proxy = new UpdatesProxy(target, createRandom(3));
    const root = await proxy.start();
    cleanUps.push(() => proxy.stop());
    const call = async (method: string) => (await (await fetch(`${root}/bot1/${method}`)).json()) as never;
    return { proxy, call };
  }

  it('delivers every update, some again and in another order, and an empty batch empty', async () => {
    const { proxy, call } = await startBoth();
    const delivered: number[][] = [];
    for (const _ of batches) {
      const { result } = (await call('getUpdates')) as { result: { update_id: number }[] };
      delivered.push(result.map(({ update_id }) => update_id));
    }
    expect([...new Set(delivered.flat())].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(delivered.at(-1)).toEqual([]);
    expect(proxy.counts()).toEqual({ updates: delivered.flat().length - 9, shuffledBatches: 3 });
    expect(proxy.counts().updates).toBeGreaterThan(0);
    expect(delivered.slice(0, 3)).not.toEqual(batches.slice(0, 3));
  });

  it('passes other calls as they are, and a line that breaks breaks', async () => {
    const { call } = await startBoth();
    expect(await call('sendMessage')).toEqual({ ok: true, result: 'as it is' });
    await expect(call('cut')).rejects.toThrow(/fetch failed/);
  });
});

describe('the proxy in front of the database', () => {
  it('drops every line when it goes away, refuses new ones meanwhile, and comes back at its address', async () => {
    const lines: Socket[] = [];
    const echo = createLineServer((line) => {
      lines.push(line);
      line.on('error', () => {});
      line.pipe(line);
    });
    echo.listen(0, '127.0.0.1');
    await once(echo, 'listening');
    cleanUps.push(async () => {
      for (const line of lines) line.destroy();
      echo.close();
    });
    const { port } = echo.address() as AddressInfo;
    const proxy = new DatabaseProxy(new URL(`postgres://somebody@127.0.0.1:${port}/db`));
    const through = new URL(await proxy.start());
    cleanUps.push(() => proxy.stop());
    expect([through.username, through.pathname]).toEqual(['somebody', '/db']);

    const line = await open(through);
    expect(await ask(line)).toBe('hello');
    const dropped = once(line, 'close');
    const back = proxy.goAway(200);
    await dropped;
    await expect(open(through)).rejects.toThrow(/ECONNREFUSED/);
    await back;
    expect(await ask(await open(through))).toBe('hello');
  });

  async function open(address: URL): Promise<Socket> {
    const line = connect(Number(address.port), address.hostname);
    await once(line, 'connect');
    line.on('error', () => {});
    cleanUps.push(async () => line.destroy());
    return line;
  }

  async function ask(line: Socket): Promise<string> {
    line.write('hello');
    const [answer] = (await once(line, 'data')) as [Buffer];
    return answer.toString();
  }
});

describe('what people report', () => {
  const rows = smallCampaign().rows;
  const withTasks = (changes: object[]): Rows => ({
    ...rows,
    tasks: changes.map((change) => ({ ...rows.tasks[0], ...change }) as Rows['tasks'][number]),
  });

  it('goes up step by step from what stands, task by task, and never to the end', () => {
    const reports = listReports(
      withTasks([
        { code: 'NV1', percent: 97 },
        { code: 'NV2', percent: 98 },
      ]),
    );
    expect(reports.map(({ code, percent }) => `${code} ${percent}`)).toEqual(['NV1 98', 'NV2 99', 'NV1 99']);
  });

  it('is about open tasks of people who joined', () => {
    const others = [{ state: 'done' }, { structure: 'series' }, { assigneeId: null }, { assigneeId: 99 }];
    expect(listReports(withTasks(others))).toEqual([]);
  });
});

describe('a message of the bot', () => {
  const unfinished = (evidence: ReturnType<typeof smallCampaign>) => listUnfinished(evidence.calls).length;

  it('is finished when it arrived and the bot heard so', () => {
    expect(unfinished(smallCampaign())).toBe(0);
  });

  it.each([
    { tookEffect: false, end: 'answered' as const },
    { tookEffect: false, end: 'cutBefore' as const },
    { tookEffect: true, end: 'cutAfter' as const },
    { tookEffect: true, end: 'hung' as const },
  ])('is to be tried again after $end, effect $tookEffect', (end) => {
    expect(unfinished(withCall(smallCampaign(), 11, end))).toBe(1);
  });
});

describe('the way through the days', () => {
  it('spreads all kills over its stops, and goes only forward', () => {
    const { setUpAt, stops } = planItinerary(false);
    const kills = stops.map((_, index) => killsAt(index, stops.length, 200));
    expect(kills.reduce((sum, some) => sum + some, 0)).toBe(200);
    expect(Math.max(...kills) - Math.min(...kills)).toBeLessThanOrEqual(1);
    const moments = stops.map(({ day, time }) => `${day}T${time}+07:00`);
    expect(moments).toEqual([...moments].sort((a, b) => a.localeCompare(b)));
    expect(setUpAt).toBeLessThan(Date.parse(moments[0] ?? ''));
  });
});

it('the same seed chooses the same, another seed another', () => {
  const things = Array.from({ length: 20 }, (_, i) => i);
  expect(shuffle(things, createRandom(5))).toEqual(shuffle(things, createRandom(5)));
  expect(shuffle(things, createRandom(5))).not.toEqual(shuffle(things, createRandom(6)));
  expect(shuffle(things, createRandom(5)).sort((a, b) => a - b)).toEqual(things);
});

describe('the wishes of whoever starts a campaign', () => {
  it('are 200 kills on the embedded database unless said otherwise, few when quick', () => {
    expect(readChaosOptions([], {})).toMatchObject({ kills: 200, places: [{ name: 'embedded' }] });
    expect(readChaosOptions(['--quick'], {}).kills).toBe(6);
    const given = ['--kills', '9', '--seed', '4', '--database', 'both'];
    const environment = { TEST_DATABASE_URL: 'postgres://one' };
    expect(readChaosOptions(given, environment)).toMatchObject({
      kills: 9,
      seed: 4,
      places: [{ name: 'embedded' }, { name: 'server', place: { server: 'postgres://one' } }],
    });
  });

  it.each([
    { args: ['--database', 'server'], refused: /needs TEST_DATABASE_URL/ },
    { args: ['--database', 'sqlite'], refused: /must be embedded, server or both/ },
    { args: ['--kills', 'many'], refused: /--kills must be a whole number/ },
    { args: ['--kills', '0'], refused: /at least 1/ },
  ])('are refused clearly when they cannot be met: $args', ({ args, refused }) => {
    expect(() => readChaosOptions(args, {})).toThrow(refused);
  });
});
