import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { install } from '../app/install.ts';
import { type RunningBot, runBot } from '../bot/run-bot.ts';
import { answerCommands } from '../cli/answer-commands.ts';
import type { Config } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../db/open-database.ts';
import { countPeople } from '../db/queries/directory.ts';
import { clearEverything } from '../db/queries/installation.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { type Scheduler, startScheduler } from '../jobs/schedule.ts';
import { loadPlan } from '../load-plan.ts';
import { databaseFolder, sandboxFolder } from '../places.ts';
import { MovableClock, SANDBOX_START } from './clock.ts';
import { moveThroughTime, nextMondayMorning, nextWorkingMorning } from './move-through-time.ts';
import { importSample, joinByChat, listSandboxGroups, listSandboxPeople } from './seed.ts';
import { type SandboxOptions, type SandboxServer, startSandboxServer } from './server.ts';

/** A token of the right shape for a server that is ours: it opens nothing. */
const TOKEN = '7000000001:sandbox-token-of-no-value-anywhere';
/** Our own server needs no pacing, so that a moved clock does not wait for Telegram's limits. */
const NO_LIMITS = { perSecond: 100_000, chatIntervalMs: 0, groupPerMinute: 100_000 };

/** Runs the same bot against a local Bot API with a sample department, a web page to chat through, and a clock to move. */
export async function runSandbox(config: Config, logger: Logger): Promise<{ stop(): Promise<void> }> {
  const plan = await loadPlan(config.planFile);
  const folder = sandboxFolder(config);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const connection = await openDatabase({ databaseUrl: null, folder: databaseFolder(config) });
  const clock = new MovableClock(join(folder, 'clock.json'));
  const sandbox = new Sandbox(config, logger, plan, connection, clock, folder);
  await sandbox.start();
  connection.serve(answerCommands({ db: connection.db, plan, clock, config, askBotName: async () => null }));
  return {
    stop: async () => {
      await sandbox.stop();
      await connection.close();
    },
  };
}

/** The page's usual port, or any free one when somebody has it: the address is printed either way. */
async function startOnFreePort(port: number, options: Omit<SandboxOptions, 'port'>): Promise<SandboxServer> {
  try {
    return await startSandboxServer({ ...options, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return startSandboxServer({ ...options, port: 0 });
  }
}

class Sandbox {
  #server: SandboxServer | null = null;
  #bot: RunningBot | null = null;
  #scheduler: Scheduler | null = null;

  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
    private readonly plan: Plan,
    private readonly connection: OpenDatabase,
    private readonly clock: MovableClock,
    private readonly folder: string,
  ) {}

  async start(): Promise<void> {
    const { db } = this.connection;
    await install(db, { mode: 'sandbox', plan: this.plan, now: this.clock.now() });
    const isNew = (await countPeople(db)) === 0;
    if (isNew) await importSample(db, this.plan, this.clock);
    this.#server = await startOnFreePort(this.config.httpPort, {
      host: this.config.httpHost,
      dataDir: join(this.folder, 'telegram'),
      token: TOKEN,
      botName: 'Sáu Rõ',
      botUsername: 'sau_ro_bot',
      clock: this.clock,
      listPeople: () => listSandboxPeople(db, this.clock),
      listGroups: () => listSandboxGroups(db, this.clock),
      clockControl: {
        now: () => this.clock.now(),
        moveTo: (instant) => this.#moveTo(instant),
        nextWorkingMorning: () => nextWorkingMorning(this.plan, this.clock.now()),
        nextMonday: () => nextMondayMorning(this.plan, this.clock.now()),
        reset: () => this.#reset(),
      },
    });
    await this.#startBot(this.#server);
    if (isNew) await joinByChat(db, this.plan, this.clock, this.#server);
    console.log(`Mở trang này để dùng thử: ${this.#server.url}`);
  }

  async stop(): Promise<void> {
    await this.#scheduler?.stop();
    await this.#bot?.stop();
    await this.#server?.close();
  }

  async #startBot(server: SandboxServer): Promise<void> {
    const { connection, plan, clock, logger } = this;
    const bot = await runBot({
      connection,
      plan,
      clock,
      logger,
      token: TOKEN,
      apiRoot: server.apiRoot,
      dataDir: this.folder,
      webhook: null,
      limits: NO_LIMITS,
    });
    this.#bot = bot;
    this.#scheduler = startScheduler({
      db: connection.db,
      plan,
      clock,
      logger,
      onWritten: () => bot.wakeSender(),
    });
    await this.#scheduler.tickNow();
  }

  async #moveTo(instant: Date): Promise<void> {
    const { clock, plan, connection } = this;
    const tick = async () => {
      await this.#scheduler?.tickNow();
      this.#bot?.wakeSender();
    };
    await moveThroughTime({ clock, plan, db: connection.db, tick }, instant);
  }

  /** Going back in time is a new beginning: everything is forgotten and the sample comes in again. */
  async #reset(): Promise<void> {
    const { db } = this.connection;
    await this.#scheduler?.stop();
    await this.#bot?.stop();
    await clearEverything(db);
    this.#server?.clear();
    this.clock.set(SANDBOX_START);
    await install(db, { mode: 'sandbox', plan: this.plan, now: this.clock.now() });
    await importSample(db, this.plan, this.clock);
    if (this.#server === null) return;
    await this.#startBot(this.#server);
    await joinByChat(db, this.plan, this.clock, this.#server);
  }
}
