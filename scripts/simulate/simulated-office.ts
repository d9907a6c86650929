import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq, ne, sql } from 'drizzle-orm';
import { pino } from 'pino';
import { goLive } from '../../src/app/go-live.ts';
import { importWorkbook } from '../../src/app/import-workbook.ts';
import { install } from '../../src/app/install.ts';
import { loadImportContext } from '../../src/app/load-import-context.ts';
import { startUseCase, type UseCase } from '../../src/app/use-case.ts';
import { type RunningBot, runBot } from '../../src/bot/run-bot.ts';
import type { Connection } from '../../src/db/client.ts';
import { addAccount } from '../../src/db/queries/accounts.ts';
import { loadActor } from '../../src/db/queries/actors.ts';
import { listGrants, listPeople } from '../../src/db/queries/directory.ts';
import { countSendable } from '../../src/db/queries/outbox-counts.ts';
import { updates } from '../../src/db/schema/index.ts';
import { readWorkbook } from '../../src/documents/import/read-workbook.ts';
import { instantAt } from '../../src/domain/days.ts';
import { leastUrgentNow } from '../../src/domain/message/priority.ts';
import { type Plan, planCalendar } from '../../src/domain/plan/plan.ts';
import { tick } from '../../src/jobs/tick.ts';
import { type SandboxServer, startSandboxServer } from '../../src/sandbox/server.ts';
import type { SimulatedEvent } from './make-events.ts';

const TOKEN = '900003:simulated';
const FIRST_TELEGRAM_ID = 10_001;
/** A server of ours needs no pacing. */
const NO_LIMITS = { perSecond: 100_000, chatIntervalMs: 0, groupPerMinute: 100_000 };
const LONGEST_WAIT_MS = 120_000;

/** The moment at which `HH:mm` strikes at the office. */
const moment = (written: string): Date => instantAt(written.slice(0, 10), written.slice(11));

/** A department on the real jobs, database and bot over HTTP, with a clock that is moved from deed to deed. */
export class SimulatedOffice {
  #now: Date;
  #acts = 0;
  #server: SandboxServer | null = null;
  #bot: RunningBot | null = null;
  readonly #telegramIds = new Map<string, number>();

  private constructor(
    readonly connection: Connection,
    readonly plan: Plan,
    private readonly folder: string,
    from: string,
  ) {
    this.#now = moment(`${from}T07:00`);
  }

  static async open(parts: {
    connection: Connection;
    plan: Plan;
    from: string;
    files: readonly Buffer[];
    /** Who has joined, of all names in the files. */
    hasJoined: (name: string, index: number) => boolean;
  }): Promise<SimulatedOffice> {
    const folder = await mkdtemp(join(tmpdir(), 'simulate-'));
    const office = new SimulatedOffice(parts.connection, parts.plan, folder, parts.from);
    await install(parts.connection.db, { mode: 'sandbox', plan: parts.plan, now: office.#now });
    for (const file of parts.files) await office.#import(file, parts.from);
    await office.#letIn(parts.hasJoined);
    await office.#start();
    return office;
  }

  get server(): SandboxServer {
    if (this.#server === null) throw new Error('The office has not opened');
    return this.#server;
  }

  now(): Date {
    return this.#now;
  }

  /** Looks at what is owed at this moment and lets it go out. */
  async tickAt(at: Date): Promise<void> {
    this.#now = at;
    await tick(this.connection.db, this.plan, at);
    await this.#settle(0);
  }

  /** Lets somebody do something; nobody who has not joined can. @returns whether it could be done */
  async live(event: SimulatedEvent): Promise<boolean> {
    const id = this.#telegramIds.get(event.person);
    if (id === undefined) return false;
    const at = moment(event.at);
    if (at > this.#now) this.#now = at;
    if (event.text !== undefined) {
      await this.server.sendText(id, id, event.text);
      await this.#settle(1);
      return true;
    }
    const found = this.#newestButton(id, event.press ?? '');
    if (found === null) return false;
    await this.server.pressButton(id, id, found.messageId, found.data);
    await this.#settle(1);
    return true;
  }

  hasJoined(name: string): boolean {
    return this.#telegramIds.has(name);
  }

  /** Who reads a chat; groups have no person. */
  nameOf(chatId: number): string | null {
    for (const [name, id] of this.#telegramIds) if (id === chatId) return name;
    return null;
  }

  inUseCase<Result>(work: (useCase: UseCase) => Promise<Result>): Promise<Result> {
    return this.connection.db.transaction((tx) => work(startUseCase(tx, this.plan, this.#now, 'cli')));
  }

  async close(): Promise<void> {
    await this.#bot?.stop();
    await this.#server?.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #import(file: Buffer, issuedOn: string): Promise<void> {
    await this.inUseCase(async (useCase) => {
      const reading = await readWorkbook(file, await loadImportContext(useCase, issuedOn));
      if ('refused' in reading) throw new Error(`The file was refused: ${reading.refused.message}`);
      const errors = reading.problems.filter(({ severity }) => severity === 'error');
      if (errors.length > 0)
        throw new Error(
          `A file cannot be imported on ${issuedOn} (--from): ${errors
            .slice(0, 5)
            .map(({ row, message }) => `row ${row}: ${message}`)
            .join(' ')}`,
        );
      await importWorkbook(useCase, reading, { id: null, actorId: null });
    });
  }

  /** Binds accounts and presses "Bắt đầu", as an operator would. */
  async #letIn(hasJoined: (name: string, index: number) => boolean): Promise<void> {
    await this.inUseCase(async (useCase) => {
      const { tx, today, now } = useCase;
      const people = await listPeople(tx, today);
      for (const [index, person] of people.entries()) {
        if (!hasJoined(person.fullName, index)) continue;
        const id = FIRST_TELEGRAM_ID + person.id;
        this.#telegramIds.set(person.fullName, id);
        await addAccount(tx, person.id, id, now);
      }
      const operator = (await listGrants(tx, today)).find(({ kind }) => kind === 'operator');
      const actor = operator === undefined ? null : await loadActor(tx, operator.personId, today);
      if (actor === null) throw new Error('Nobody runs the campaign: the file names no head of the office');
      await goLive(useCase, actor, null);
    });
  }

  async #start(): Promise<void> {
    const clock = { now: () => this.#now };
    const people = [...this.#telegramIds].map(([name, telegramId], order) => ({
      name,
      telegramId,
      order,
      unit: '',
      title: '',
      role: '',
    }));
    const server = await startSandboxServer({
      host: '127.0.0.1',
      port: 0,
      dataDir: null,
      token: TOKEN,
      botName: 'Sáu Rõ',
      botUsername: 'sau_ro_bot',
      clock,
      listPeople: async () => people,
      listGroups: async () => [],
    });
    for (const id of this.#telegramIds.values()) await server.openChat(id);
    this.#server = server;
    this.#bot = await runBot({
      connection: this.connection,
      plan: this.plan,
      clock,
      logger: pino({ enabled: false }),
      token: TOKEN,
      apiRoot: server.apiRoot,
      dataDir: this.folder,
      webhook: null,
      limits: NO_LIMITS,
      answersWithinMilliseconds: undefined,
    });
  }

  #newestButton(chatId: number, label: string): { messageId: number; data: string } | null {
    for (const message of this.server.messagesOf(chatId).toReversed()) {
      const button = message.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label);
      if (button?.callback_data !== undefined)
        return { messageId: message.message_id, data: button.callback_data };
    }
    return null;
  }

  /** Waits until so many further updates are dealt with and nothing is left to send now. */
  async #settle(acts: number): Promise<void> {
    this.#acts += acts;
    const deadline = Date.now() + LONGEST_WAIT_MS;
    this.#bot?.wakeSender();
    while (!(await this.#isAtRest())) {
      if (Date.now() > deadline) throw new Error('The bot did not come to rest');
      await sleep(2);
    }
  }

  async #isAtRest(): Promise<boolean> {
    const { db } = this.connection;
    const [pending] = await db
      .select({ n: sql<number>`count(*)::int` })
      .from(updates)
      .where(eq(updates.state, 'pending'));
    if ((pending?.n ?? 0) > 0) return false;
    const [seen] = await db
      .select({ n: sql<number>`count(*)::int` })
      .from(updates)
      .where(ne(updates.state, 'pending'));
    if ((seen?.n ?? 0) < this.#acts) return false;
    const leastUrgent = leastUrgentNow(this.#now, this.plan.reminders, planCalendar(this.plan));
    return (await countSendable(db, this.#now, leastUrgent)) === 0;
  }
}
