import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { IndependentBotApi } from '../support/independent-bot-api.ts';
import {
  type Invitation,
  inviteAndJoin,
  listPlaces,
  RealInstallation,
} from '../support/real-installation.ts';
import { poll } from '../support/run-process.ts';

const KILLS = 3;
const REPORTS_EACH = 11;
const REPORTERS = 20;
/** Between two reports of all together: they last for a while, so that the kills hit among them. */
const PAUSE_MS = 40;
/** The sender's lease outlives a killed process by 15 s, and each chat takes one answer a second. */
const SETTLED_WITHIN_MS = 120_000;
const UNITS = ['CDS', 'QLKH', 'TTKHCN', 'CNDM'];

interface Report {
  code: string;
  percent: number;
}

interface TaskRow {
  code: string;
  lead: string;
  assignee?: string;
  state: string;
  deadlineKind: string;
}

const nameOf = ({ code, percent }: Report) => `${code} ${percent}`;

/** The same kills again for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

describe.each(listPlaces())('reports that stream in while the process is killed, on $name', ({ place }) => {
  const server = new IndependentBotApi();
  let installation: RealInstallation | null = null;

  afterEach(async () => {
    await installation?.remove();
    await server.stop();
  }, 30_000);

  it('are all recorded, each once, and every one that was answered is there', async () => {
    const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
    console.log(`KILL_SEED=${seed}`);
    const random = createRandom(seed);
    const root = await server.start();
    installation = await RealInstallation.create(place, { root, server });
    const tasks = await fillAndStart(installation, server);

    const reports = listReports(tasks);
    const stream = send(server, tasks, reports);
    const lastsMs = reports.length * PAUSE_MS;
    const answered = () => listAnswered(server, tasks);
    const answeredAtKills: number[] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await sleep((random() * lastsMs) / KILLS);
      await installation.kill();
      answeredAtKills.push(answered().size);
      await installation.start();
    }
    await stream;
    expect(answeredAtKills.at(-1)).toBeLessThan(reports.length);

    await poll('every report is answered', SETTLED_WITHIN_MS, () =>
      answered().size === reports.length ? true : null,
    ).catch(() => {});
    const answeredByThen = answered();
    await installation.stop();

    const recorded = await readRecorded(installation);
    const lost = [...answeredByThen].filter((report) => !recorded.has(report));
    const doubled = [...recorded].filter(([, times]) => times !== 1);
    const missing = reports.map(nameOf).filter((report) => !recorded.has(report));
    expect({ seed, lost, doubled, missing }).toEqual({ seed, lost: [], doubled: [], missing: [] });
    expect({ seed, answered: answeredByThen.size }).toEqual({ seed, answered: reports.length });
  }, 300_000);
});

/** Who reports on what, by the chat in which they do. */
async function fillAndStart(installation: RealInstallation, server: IndependentBotApi) {
  await installation.cli('import', 'sample/nhan-su.xlsx');
  const { rows } = await installation.cli<{ rows: TaskRow[] }>('import', 'sample/nhiem-vu.xlsx');
  await installation.start();
  const invited = await Promise.all(
    UNITS.map((unit) => installation.cli<Invitation[]>('invite', '--unit', unit)),
  );
  const chats = await inviteAndJoin(invited.flat(), server, 8001);
  const isFresh = ({ state, deadlineKind }: TaskRow) =>
    (state === 'issued' || state === 'inProgress') && deadlineKind !== 'cadence' && deadlineKind !== 'dates';
  const byChat = new Map<number, string>();
  for (const task of rows.filter(isFresh)) {
    const chat = chats.get(task.assignee ?? '');
    if (chat !== undefined && !byChat.has(chat) && byChat.size < REPORTERS) byChat.set(chat, task.code);
  }
  expect(byChat.size).toBe(REPORTERS);
  return byChat;
}

/** Round after round, everybody one step further; high enough to lower no figure of the list. */
function listReports(tasks: Map<number, string>): Report[] {
  return Array.from({ length: REPORTS_EACH }, (_, round) => 89 + round).flatMap((percent) =>
    [...tasks.values()].map((code) => ({ code, percent })),
  );
}

async function send(server: IndependentBotApi, tasks: Map<number, string>, reports: Report[]): Promise<void> {
  const chats = new Map([...tasks].map(([chat, code]) => [code, chat]));
  for (const { code, percent } of reports) {
    server.write(chats.get(code) ?? 0, `${code} ${percent}%`);
    await sleep(PAUSE_MS);
  }
}

function listAnswered(server: IndependentBotApi, tasks: Map<number, string>): Set<string> {
  const texts = [...tasks.keys()].flatMap((chat) => server.messagesOfBot(chat).map(({ text }) => text ?? ''));
  return new Set(
    texts.flatMap((text) => {
      const [, code = '', percent] = /^Đã ghi nhận (NV\d+): (\d+)/.exec(text) ?? [];
      return percent === undefined ? [] : [nameOf({ code, percent: Number(percent) })];
    }),
  );
}

/** How often each report stands in the database, and reports of the list itself not at all. */
async function readRecorded(installation: RealInstallation): Promise<Map<string, number>> {
  const rows = await installation.query(
    `select t.code, r.percent, count(*)::int as times from progress_reports r join tasks t on t.id = r.task_id
     where r.author_id is not null group by t.code, r.percent`,
  );
  return new Map(
    rows.map(({ code, percent, times }) => [
      nameOf({ code: String(code), percent: Number(percent) }),
      Number(times),
    ]),
  );
}
