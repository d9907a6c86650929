import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { eq, inArray, sql } from 'drizzle-orm';
import { pino } from 'pino';
import { install } from '../../src/app/install.ts';
import { startUseCase, type UseCase } from '../../src/app/use-case.ts';
import { createBot } from '../../src/bot/bot.ts';
import { createTelegram } from '../../src/bot/create-telegram.ts';
import { sendMessages } from '../../src/bot/delivery/sender.ts';
import { toNewUpdate } from '../../src/bot/intake/update-lane.ts';
import { WakeSignal } from '../../src/bot/intake/wake-signal.ts';
import { type WorkerParts, workOnUpdates } from '../../src/bot/intake/worker.ts';
import type { Connection } from '../../src/db/client.ts';
import { clearEverything } from '../../src/db/queries/installation.ts';
import { storeUpdates, type UpdateRow } from '../../src/db/queries/updates.ts';
import { outbox, updates } from '../../src/db/schema/index.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { loadPlan } from '../../src/load-plan.ts';
import { type SandboxServer, startSandboxServer } from '../../src/sandbox/server.ts';
import { GROUP_ID, PEOPLE, PERSON_KEYS, TASKS, telegramIdOf } from '../../test/support/department.ts';
import {
  bindEverybody,
  bindTheGroup,
  importDepartment,
  pressStart,
} from '../../test/support/set-up-department.ts';
import { openTestDatabase } from '../../test/support/test-database.ts';
import type { Json } from './chat-messages.ts';

const PLAN_FILE = fileURLToPath(new URL('../../plans/dong-nai-skhcn.yaml', import.meta.url));
const TOKEN = '900002:fuzz';
/** A server of ours needs no pacing. */
const NO_LIMITS = { perSecond: 100_000, chatIntervalMs: 0, groupPerMinute: 100_000 };
/** A batch takes seconds; an update that fails is tried for ten more. */
const LONGEST_WAIT_MS = 120_000;
const STARTED_AT = new Date('2026-07-08T02:00:00Z');

/** The product's intake, handlers and sender on one database, before the strict server of the sandbox. */
export class FuzzWorld {
  readonly #connection: Connection;
  readonly #plan: Plan;
  #server: SandboxServer | null = null;
  /** Errors that the product logged: of our own markup, of the database. Each is a finding. */
  readonly loggedErrors: string[] = [];
  #nextUpdateId = 1;

  constructor(connection: Connection, plan: Plan) {
    this.#connection = connection;
    this.#plan = plan;
  }

  readonly clock = { now: (): Date => STARTED_AT };

  get db() {
    return this.#connection.db;
  }

  get plan(): Plan {
    return this.#plan;
  }

  /** Forgets everything and begins with a department that is under way. */
  async begin(): Promise<void> {
    await this.#server?.close();
    await clearEverything(this.db);
    await install(this.db, { mode: 'sandbox', plan: this.#plan, now: STARTED_AT });
    await this.inUseCase((useCase) => importDepartment(useCase, TASKS));
    await this.inUseCase((useCase) => bindEverybody(useCase, PERSON_KEYS));
    await this.inUseCase(bindTheGroup);
    await this.inUseCase(pressStart);
    this.#server = await startServer(this.clock);
  }

  inUseCase<Result>(work: (useCase: UseCase) => Promise<Result>): Promise<Result> {
    return this.db.transaction((tx) => work(startUseCase(tx, this.#plan, STARTED_AT, 'cli')));
  }

  /** Stores updates as the intake does, every twentieth twice, and returns their numbers. */
  async deliver(batch: readonly Json[]): Promise<number[]> {
    const rows = batch.map((update) => {
      const numbered = { ...update, update_id: this.#nextUpdateId++ };
      return toNewUpdate(BOT.id, numbered as never);
    });
    await storeUpdates(this.db, rows);
    await storeUpdates(
      this.db,
      rows.filter((_, i) => i % 20 === 0),
    );
    return rows.map((row) => row.updateId);
  }

  /** Runs worker and sender until everything is dealt with. @throws when that does not come to an end */
  async settle(): Promise<void> {
    const stopping = new AbortController();
    const wake = new WakeSignal();
    const worker = this.workerParts(() => wake.ring());
    const { db, clock } = this;
    const { telegram, logger } = worker;
    const loops = [
      workOnUpdates(worker, stopping.signal),
      sendMessages(
        { db, telegram, clock, logger, wake, limits: NO_LIMITS, plan: this.plan, abreast: 8 },
        stopping.signal,
      ),
    ];
    try {
      await this.#waitForRest();
    } finally {
      stopping.abort();
      await Promise.all(loops);
    }
  }

  workerParts(onHandled: () => void): WorkerParts {
    return {
      db: this.db,
      bot: createBot(),
      telegram: createTelegram(TOKEN, { apiRoot: this.#server?.apiRoot ?? '' }),
      me: BOT,
      plan: this.#plan,
      clock: this.clock,
      logger: pino({ level: 'error' }, { write: (line: string) => void this.loggedErrors.push(line.trim()) }),
      stored: new WakeSignal(),
      onHandled,
    };
  }

  /** Updates that were set aside. */
  listFailed(): Promise<UpdateRow[]> {
    return this.db.select().from(updates).where(eq(updates.state, 'failed'));
  }

  /** How many rows are in each state. */
  async countStates(table: 'updates' | 'outbox'): Promise<Record<string, number>> {
    const source = table === 'updates' ? updates : outbox;
    const rows = await this.db
      .select({ state: source.state, n: sql<number>`count(*)::int` })
      .from(source)
      .groupBy(source.state);
    return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
  }

  async close(): Promise<void> {
    await this.#server?.close();
    await this.#connection.close();
  }

  async #waitForRest(): Promise<void> {
    const deadline = Date.now() + LONGEST_WAIT_MS;
    while (!(await this.#isAtRest())) {
      if (Date.now() > deadline)
        throw new Error(`The bot did not come to rest: ${await this.#describeStates()}`);
      await sleep(50);
    }
  }

  async #describeStates(): Promise<string> {
    return JSON.stringify([await this.countStates('updates'), await this.countStates('outbox')]);
  }

  async #isAtRest(): Promise<boolean> {
    const waiting = await this.db.$count(updates, eq(updates.state, 'pending'));
    return (
      waiting === 0 && (await this.db.$count(outbox, inArray(outbox.state, ['waiting', 'sending']))) === 0
    );
  }
}

const BOT = {
  id: 900_002,
  is_bot: true,
  first_name: 'Sáu Rõ',
  username: 'sau_ro_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
} as const;

async function startServer(clock: { now(): Date }): Promise<SandboxServer> {
  const server = await startSandboxServer({
    host: '127.0.0.1',
    port: 0,
    dataDir: null,
    token: TOKEN,
    botName: BOT.first_name,
    botUsername: BOT.username,
    clock,
    listPeople: async () =>
      PERSON_KEYS.map((key, order) => ({ ...PEOPLE[key], telegramId: telegramIdOf(key), order })),
    listGroups: async () => [
      { chatId: GROUP_ID, title: 'Sở KH&CN', memberIds: PERSON_KEYS.map(telegramIdOf) },
    ],
  });
  for (const person of PERSON_KEYS) await server.openChat(telegramIdOf(person));
  return server;
}

/** A world on a database of its own, not begun yet. */
export async function openFuzzWorld(): Promise<FuzzWorld> {
  return new FuzzWorld(await openTestDatabase(), await loadPlan(PLAN_FILE));
}
