import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { eq, ne, sql } from 'drizzle-orm';
import { pino } from 'pino';
import { install } from '../../src/app/install.ts';
import { startUseCase, type UseCase } from '../../src/app/use-case.ts';
import { type RunningBot, runBot } from '../../src/bot/run-bot.ts';
import type { Connection, Db } from '../../src/db/client.ts';
import { clearEverything } from '../../src/db/queries/installation.ts';
import { countSendable } from '../../src/db/queries/outbox-counts.ts';
import { importBatches, updates } from '../../src/db/schema/index.ts';
import { instantAt } from '../../src/domain/days.ts';
import { leastUrgentNow } from '../../src/domain/message/priority.ts';
import { type Plan, planCalendar } from '../../src/domain/plan/plan.ts';
import { tick } from '../../src/jobs/tick.ts';
import { loadPlan } from '../../src/load-plan.ts';
import { listStops } from '../../src/sandbox/move-through-time.ts';
import { type SandboxServer, startSandboxServer } from '../../src/sandbox/server.ts';
import { GROUP_ID, PEOPLE, PERSON_KEYS, type PersonKey, TASKS, telegramIdOf } from './department.ts';
import { bindEverybody, bindTheGroup, importDepartment, pressStart } from './set-up-department.ts';
import { Speaker } from './speaker.ts';
import { openTestDatabase } from './test-database.ts';
import type { TaskCells } from './workbooks.ts';

const TOKEN = '900002:test';
const PLAN_FILE = fileURLToPath(new URL('../../plans/dong-nai-skhcn.yaml', import.meta.url));
/** A server of ours needs no pacing. */
const NO_LIMITS = { perSecond: 100_000, chatIntervalMs: 0, groupPerMinute: 100_000 };
const LONGEST_WAIT_MS = 20_000;

export interface WorldOptions {
  /** Business time at the start, `YYYY-MM-DDTHH:mm` in the plan's zone. */
  at?: string;
  tasks?: readonly TaskCells[];
  /** Whether "Bắt đầu" was pressed; default yes. */
  isLive?: boolean;
  /** People who have not joined; everybody else has. */
  unbound?: readonly PersonKey[];
  /** Whether the department's group is bound; default yes. */
  hasGroup?: boolean;
  /** After this long the bot gives a call up that gets no answer; as in real use, when not given. */
  answersWithinMilliseconds?: number;
}

/** The moment at which `HH:mm` strikes in the plan's zone. */
export const moment = (written: string): Date => instantAt(written.slice(0, 10), written.slice(11));

/** The whole product in one process: database, jobs, bot and a Bot API server over HTTP, with a clock to set. */
export class BotWorld {
  readonly #connection: Connection;
  readonly plan: Plan;
  readonly #folder: string;
  #server: SandboxServer | null = null;
  #bot: RunningBot | null = null;
  #now = moment('2026-07-08T09:00');
  /** Updates that arose so far: the bot is at rest when it has dealt with all of them. */
  #acts = 0;
  readonly #speakers = new Map<string, Speaker>();

  constructor(connection: Connection, plan: Plan, folder: string) {
    this.#connection = connection;
    this.plan = plan;
    this.#folder = folder;
  }

  readonly clock = { now: (): Date => this.#now };

  get db(): Db {
    return this.#connection.db;
  }

  get server(): SandboxServer {
    if (this.#server === null) throw new Error('The world was not begun');
    return this.#server;
  }

  /** Forgets everything and begins with a department. */
  async begin(options: WorldOptions = {}): Promise<void> {
    await this.#stop();
    await clearEverything(this.db);
    this.#now = moment(options.at ?? '2026-07-08T09:00');
    this.#acts = 0;
    this.#speakers.clear();
    await install(this.db, { mode: 'sandbox', plan: this.plan, now: this.#now });
    await this.inUseCase((useCase) => importDepartment(useCase, options.tasks ?? TASKS));
    const bound = PERSON_KEYS.filter((person) => !(options.unbound ?? []).includes(person));
    await this.inUseCase((useCase) => bindEverybody(useCase, bound));
    if (options.hasGroup !== false) await this.inUseCase(bindTheGroup);
    if (options.isLive !== false) await this.inUseCase(pressStart);
    await this.#start(bound, options.answersWithinMilliseconds);
  }

  /** A person at their phone: in the private chat with the bot, or in the group. */
  as(person: PersonKey | number, place: 'private' | 'group' = 'private'): Speaker {
    const userId = typeof person === 'number' ? person : telegramIdOf(person);
    const chatId = place === 'group' ? GROUP_ID : userId;
    const key = `${userId} ${chatId}`;
    const known = this.#speakers.get(key);
    if (known !== undefined) return known;
    const settle = (acts: number) => this.settle(acts);
    const speaker = new Speaker({ server: this.server, userId, chatId, settle });
    this.#speakers.set(key, speaker);
    return speaker;
  }

  /** Does something to the rows, as a use case at the clock's moment. */
  inUseCase<Result>(work: (useCase: UseCase) => Promise<Result>): Promise<Result> {
    return this.db.transaction((tx) => work(startUseCase(tx, this.plan, this.#now, 'cli')));
  }

  /** Looks what is owed now, and waits until it is delivered. */
  async tick(): Promise<Record<string, number>> {
    const written = await tick(this.db, this.plan, this.#now);
    await this.settle(0);
    return written;
  }

  setClock(written: string): void {
    this.#now = moment(written);
  }

  /** Sets the clock, looks what is owed and waits until it is delivered. What lies between is passed over. */
  moveTo(written: string): Promise<Record<string, number>> {
    this.setClock(written);
    return this.tick();
  }

  /** Lets every slot on the way pass, as a running process would. */
  async liveUntil(written: string): Promise<void> {
    for (const stop of listStops(this.plan, this.#now, moment(written))) {
      this.#now = stop;
      await this.tick();
    }
  }

  /** Waits until so many further updates and everything before them are dealt with, and nothing is left to send. */
  async settle(acts: number): Promise<void> {
    this.#acts += acts;
    const deadline = Date.now() + LONGEST_WAIT_MS;
    this.#bot?.wakeSender();
    while (!(await this.#isAtRest())) {
      if (Date.now() > deadline) throw new Error('The bot did not come to rest');
      await sleep(4);
    }
  }

  async close(): Promise<void> {
    await this.#stop();
    await this.#connection.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #isAtRest(): Promise<boolean> {
    const count = sql<number>`count(*)::int`;
    const [dealtWith] = await this.db.select({ n: count }).from(updates).where(ne(updates.state, 'pending'));
    if ((dealtWith?.n ?? 0) < this.#acts) return false;
    const [received] = await this.db
      .select({ n: count })
      .from(importBatches)
      .where(eq(importBatches.state, 'received'));
    const leastUrgent = leastUrgentNow(this.#now, this.plan.reminders, planCalendar(this.plan));
    return received?.n === 0 && (await countSendable(this.db, this.#now, leastUrgent)) === 0;
  }

  async #start(bound: readonly PersonKey[], answersWithinMilliseconds: number | undefined): Promise<void> {
    const server = await startSandboxServer({
      host: '127.0.0.1',
      port: 0,
      dataDir: null,
      token: TOKEN,
      botName: 'Sáu Rõ',
      botUsername: 'sau_ro_bot',
      clock: this.clock,
      listPeople: async () =>
        PERSON_KEYS.map((key, order) => ({ ...PEOPLE[key], telegramId: telegramIdOf(key), order })),
      listGroups: async () => [
        { chatId: GROUP_ID, title: 'Sở KH&CN', memberIds: PERSON_KEYS.map(telegramIdOf) },
      ],
    });
    for (const person of bound) await server.openChat(telegramIdOf(person));
    this.#server = server;
    this.#bot = await runBot({
      connection: this.#connection,
      plan: this.plan,
      clock: this.clock,
      logger: pino({ enabled: false }),
      token: TOKEN,
      apiRoot: server.apiRoot,
      dataDir: this.#folder,
      webhook: null,
      limits: NO_LIMITS,
      answersWithinMilliseconds,
    });
  }

  async #stop(): Promise<void> {
    await this.#bot?.stop();
    await this.#server?.close();
    this.#bot = null;
    this.#server = null;
  }
}

/** Opens a database and begins a world on it. */
export async function startBotWorld(options: WorldOptions = {}): Promise<BotWorld> {
  const [connection, plan, folder] = await Promise.all([
    openTestDatabase(),
    loadPlan(PLAN_FILE),
    mkdtemp(join(tmpdir(), 'bot-world-')),
  ]);
  const world = new BotWorld(connection, plan, folder);
  await world.begin(options);
  return world;
}
