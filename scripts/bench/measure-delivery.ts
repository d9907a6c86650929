import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import type { Clock } from '../../src/app/use-case.ts';
import { runBot } from '../../src/bot/run-bot.ts';
import type { Db } from '../../src/db/client.ts';
import { enqueueMessage, PRIORITY } from '../../src/db/queries/outbox.ts';
import { loadPlan } from '../../src/load-plan.ts';
import { openTestDatabase } from '../../test/support/test-database.ts';
import { type Crowd, groupIdsOf, makeCrowd, telegramIdsOf } from './crowd.ts';
import { StrictServerProcess } from './strict-server-process.ts';
import { TOKEN } from './token.ts';

export interface DeliverySize {
  people: number;
  groups: number;
  messages: number;
}

export interface DeliveryResult extends DeliverySize {
  database: 'embedded' | 'server';
  seconds: number;
  perSecond: number;
  /** Of the 30 a second that Telegram allows. */
  shareOfLimit: number;
  tooManyRequests: number;
  doubled: number;
  quietMs: { median: number; p95: number };
  meanwhileMs: { median: number; p95: number };
  /** Median answer during delivery, as a multiple of the quiet one. */
  answerRatio: number;
}

const LIMIT_PER_SECOND = 30;
const GROUP_SHARE = 25;
const ASKED_QUIETLY = 40;
const ASK_EVERY_MS = 1700;

interface Call {
  at: string;
  method: string;
  chatId: number | null;
  tookEffect: boolean;
  errorCode?: number;
  digest: string | null;
}

/** Sends so many reminders through the strict server, and asks in between how long an answer takes. */
export async function measureDelivery(size: DeliverySize, planFile: string): Promise<DeliveryResult> {
  const connection = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'bench-delivery-'));
  const callLog = join(folder, 'calls.jsonl');
  const server = new StrictServerProcess();
  const clock = aWorkingMorning();
  const now = clock.now();
  const plan = await loadPlan(planFile);
  const crowd = await makeCrowd(connection.db, plan, size, now);
  const apiRoot = await server.start(
    { people: telegramIdsOf(size.people), groups: groupIdsOf(size.groups) },
    callLog,
  );
  const bot = await runBot({
    connection,
    plan,
    clock,
    logger: pino({ enabled: false }),
    token: TOKEN,
    apiRoot,
    dataDir: folder,
    webhook: null,
  });
  try {
    const asker = new Asker(server, crowd);
    const quiet = await asker.ask(ASKED_QUIETLY);
    await sleep(2000);
    const begunAt = new Date().toISOString();
    await owe(connection.db, crowd, size.messages, clock.now());
    bot.wakeSender();
    const meanwhile = await asker.askUntil(
      async () => (await readBulk(callLog, begunAt)).length >= size.messages,
    );
    const calls = await readCalls(callLog);
    return summarise(size, connection.isEmbedded, {
      bulk: await readBulk(callLog, begunAt),
      calls,
      quiet,
      meanwhile,
    });
  } finally {
    await bot.stop();
    await server.stop();
    await connection.close();
    await rm(folder, { recursive: true });
  }
}

/** Business time at which reminders may go out, however late it is here; it goes on as time does. */
function aWorkingMorning(): Clock {
  const ahead = Date.parse('2026-07-09T08:00:00+07:00') - Date.now();
  return { now: () => new Date(Date.now() + ahead) };
}

/** Reminders to everybody in turn, and a share to the groups. */
async function owe(db: Db, crowd: Crowd, messages: number, now: Date): Promise<void> {
  const toGroups = crowd.groups.flatMap((group) =>
    Array.from(
      { length: Math.min(GROUP_SHARE, Math.floor(messages / 20 / crowd.groups.length)) },
      () => group,
    ),
  );
  await db.transaction(async (tx) => {
    for (let i = 0; i < messages; i += 1) {
      const group = toGroups[i];
      const member = crowd.members[i % crowd.members.length];
      if (member === undefined) throw new Error('Nobody to send to');
      const line = { ...member.task, kind: 'overdue' as const, toldBefore: i };
      await enqueueMessage(tx, {
        message: {
          kind: 'brief',
          payload: {
            personId: member.personId,
            on: '2026-07-09',
            slot: 'morning',
            lines: [line],
            totals: { overdue: 1 + i, ladder: 0, dueSoon: 0, waitsForConfirmation: 0 },
          },
        },
        to: group === undefined ? { personId: member.personId } : { groupId: group.groupId },
        priority: PRIORITY.bulk,
        now,
      });
    }
  });
}

/** People who report one after another, each time one per cent more. */
class Asker {
  #asked = 0;
  constructor(
    private readonly server: StrictServerProcess,
    private readonly crowd: Crowd,
  ) {}

  async ask(times: number): Promise<number[]> {
    const took: number[] = [];
    for (let i = 0; i < times; i += 1) took.push(await this.#askNext(i < 3 ? 0 : 150));
    // The first ones warm up.
    return took.slice(3);
  }

  async askUntil(isOver: () => Promise<boolean>): Promise<number[]> {
    const took: number[] = [];
    while (!(await isOver())) took.push(await this.#askNext(ASK_EVERY_MS));
    return took;
  }

  async #askNext(pauseMs: number): Promise<number> {
    await sleep(pauseMs);
    const { members } = this.crowd;
    const member = members[(this.#asked * 7) % members.length];
    if (member === undefined) throw new Error('Nobody to ask');
    const percent = 1 + Math.floor((this.#asked * 7) / members.length);
    this.#asked += 1;
    return this.server.ask(member.telegramId, `${member.task.code} ${percent}%`);
  }
}

async function readCalls(callLog: string): Promise<Call[]> {
  const text = await readFile(callLog, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as Call);
}

/** Effective messages since a moment, without the answers. */
async function readBulk(callLog: string, since: string): Promise<Call[]> {
  return (await readCalls(callLog)).filter(
    (call) => call.at >= since && call.tookEffect && call.method.toLowerCase() === 'sendmessage',
  );
}

function summarise(
  size: DeliverySize,
  isEmbedded: boolean,
  measured: { bulk: Call[]; calls: Call[]; quiet: number[]; meanwhile: number[] },
): DeliveryResult {
  const times = measured.bulk.map((call) => Date.parse(call.at));
  const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
  const perSecond = (measured.bulk.length - 1) / seconds;
  const digests = measured.bulk.map((call) => `${call.chatId} ${call.digest}`);
  const quietMs = spread(measured.quiet);
  const meanwhileMs = spread(measured.meanwhile);
  return {
    ...size,
    database: isEmbedded ? 'embedded' : 'server',
    seconds,
    perSecond,
    shareOfLimit: perSecond / LIMIT_PER_SECOND,
    tooManyRequests: measured.calls.filter((call) => call.errorCode === 429).length,
    doubled: digests.length - new Set(digests).size,
    quietMs,
    meanwhileMs,
    answerRatio: meanwhileMs.median / quietMs.median,
  };
}

function spread(values: number[]): { median: number; p95: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}
