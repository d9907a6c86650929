import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import postgres from 'postgres';
import type { IndependentBotApi } from './independent-bot-api.ts';
import { askCli, type RunningProcess, type Settings, startProduct } from './run-process.ts';

/** Where an installation keeps its rows: embedded in its folder, or in a fresh database of this server. */
export type Place = 'embedded' | { server: string };

/** The databases that can be tested on this machine. */
export function listPlaces(): { name: string; place: Place }[] {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const embedded = { name: 'the embedded database', place: 'embedded' as const };
  return server === '' ? [embedded] : [embedded, { name: 'a Postgres server', place: { server } }];
}

interface Changes {
  /** Changes the text of the shipped plan before it is read. */
  editPlan?: (text: string) => string;
  /** How far its clock stands before this machine's. */
  clockAheadMs?: number;
}

const SHIPPED_PLAN = fileURLToPath(new URL('../../plans/dong-nai-skhcn.yaml', import.meta.url));

/** A department's own installation, run as its operator runs it: settings, the command line, one process. */
export class RealInstallation {
  #running: RunningProcess | null = null;

  private constructor(
    private readonly folder: string,
    readonly settings: Settings,
    private readonly database: { url: string; drop(): Promise<void> } | null,
  ) {}

  static async create(place: Place, api: { root: string; server: { token: string } }, changes: Changes = {}) {
    const folder = await mkdtemp(join(tmpdir(), 'real-'));
    const planFile = join(folder, 'plan.yaml');
    const shipped = await readFile(SHIPPED_PLAN, 'utf8');
    await writeFile(planFile, changes.editPlan?.(shipped) ?? shipped);
    const database = place === 'embedded' ? null : await createDatabase(place.server);
    const settings = {
      BOT_TOKEN: api.server.token,
      TELEGRAM_API_ROOT: api.root,
      DATA_DIR: folder,
      PLAN_FILE: planFile,
      HTTP_PORT: '0',
      ...(database === null ? {} : { DATABASE_URL: database.url }),
      ...(changes.clockAheadMs ? { NODE_OPTIONS: shiftClock(changes.clockAheadMs) } : {}),
    };
    return new RealInstallation(folder, settings, database);
  }

  cli<Answer>(...args: string[]): Promise<Answer> {
    return askCli<Answer>(args, this.settings);
  }

  async start(): Promise<void> {
    this.#running = startProduct(this.settings);
    await this.#running.waitFor(/The bot is ready/, 60_000);
  }

  async kill(): Promise<void> {
    await this.#running?.kill();
  }

  async stop(): Promise<void> {
    await this.#running?.stop();
  }

  /** Whether the process that was started last has not ended by itself. */
  isRunning(): boolean {
    return this.#running?.isRunning() ?? false;
  }

  /** Everything that the process that was started last said. */
  said(): string {
    return this.#running?.said() ?? '';
  }

  /** From the next start on the process believes that it is so much later. */
  setClockAhead(byMs: number): void {
    this.settings.NODE_OPTIONS = shiftClock(byMs);
  }

  /** Reads rows past the product, while no process of it runs. */
  async query(sql: string): Promise<Record<string, unknown>[]> {
    if (this.database !== null) return onServer(this.database.url, (server) => server.unsafe(sql));
    const embedded = await PGlite.create(join(this.folder, 'db', 'pgdata'));
    try {
      return (await embedded.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await embedded.close();
    }
  }

  async remove(): Promise<void> {
    await this.kill();
    await this.database?.drop();
    await rm(this.folder, { recursive: true });
  }
}

/** An option of Node by which a process believes that it is later. */
function shiftClock(byMs: number): string {
  const code = `const Real = Date; globalThis.Date = class extends Real {
    constructor(...given) { given.length === 0 ? super(Real.now() + ${byMs}) : super(...given); }
    static now() { return Real.now() + ${byMs}; } };`;
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}

async function createDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `process_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, (sql) => sql.unsafe(`create database ${name}`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  const drop = () => onServer(server, (sql) => sql.unsafe(`drop database ${name} with (force)`));
  return { url: url.href, drop: async () => void (await drop()) };
}

async function onServer<Result>(
  address: string,
  act: (sql: postgres.Sql) => Promise<Result>,
): Promise<Result> {
  const sql = postgres(address, { max: 1, onnotice: () => {} });
  try {
    return await act(sql);
  } finally {
    await sql.end();
  }
}

/** What `cli invite` prints of one person. */
export interface Invitation {
  person: string;
  unit: string;
  code: string;
}

/** Invites by the command line, lets each take the invitation in a chat of their own; ids by name, from `firstId` on. */
export async function inviteAndJoin(
  invitations: Invitation[],
  server: IndependentBotApi,
  firstId: number,
): Promise<Map<string, number>> {
  const ids = new Map(invitations.map(({ person }, i) => [person, firstId + i]));
  await Promise.all(
    invitations.map(async ({ person, code }) => {
      const id = ids.get(person) ?? 0;
      server.write(id, `/start ${code}`);
      const question = await server.waitForMessage(id, ({ text }) => text?.includes(person) === true, 60_000);
      server.press(id, question, 'Đúng, là tôi');
      await server.waitForMessage(id, /Đã gắn tài khoản/, 60_000);
    }),
  );
  return ids;
}
