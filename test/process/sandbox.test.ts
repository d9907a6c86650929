import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recomputeFigures } from '../support/recompute-figures.ts';
import { askCli, type RunningProcess, runCli, type Settings, startProduct } from '../support/run-process.ts';
import { type PagePerson, SandboxPage, wordsOf } from '../support/sandbox-page.ts';

/** The product's own promise to whoever starts it. */
const READY_WITHIN_MS = 60_000;
const SAMPLE_TASKS = 'sample/nhiem-vu.xlsx';

let settings: Settings;
let product: RunningProcess;
let page: SandboxPage;

async function start(): Promise<void> {
  product = startProduct(settings);
  const [address] = await product.waitFor(/http:\/\/127\.0\.0\.1:\d+/, READY_WITHIN_MS);
  page = new SandboxPage(address);
}

beforeAll(async () => {
  settings = { DATA_DIR: await mkdtemp(join(tmpdir(), 'sandbox-')), HTTP_PORT: '0' };
  await start();
}, READY_WITHIN_MS + 10_000);

afterAll(async () => {
  await product.kill();
  await rm(settings.DATA_DIR ?? '', { recursive: true });
});

const isDirector = (person: PagePerson) => person.role === 'director';
const isHeadOf = (unit: string) => (person: PagePerson) => person.role === 'head' && person.unit === unit;
const numbersOf = (text: string, pattern: RegExp) => [...(pattern.exec(text) ?? [])].slice(1).map(Number);

describe('one command on a machine with nothing but Node', () => {
  it('serves a page on this machine only', async () => {
    const response = await fetch(page.address);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<html lang="vi">');
    expect(product.said()).not.toMatch(/Warning/);
  });

  it('puts the sample department on it, everybody joined', async () => {
    const { people, groups, now } = await page.readOverview();
    expect(people.length).toBeGreaterThanOrEqual(60);
    expect(groups).toHaveLength(1);
    expect(now).toMatch(/^2026-07-08T02:/);
  });

  it('tells a head on the next working morning what is overdue in the unit', async () => {
    const head = await page.findPerson(isHeadOf('Phòng Chuyển đổi số'));
    const before = (await page.listMessages(head.telegramId)).at(-1)?.message_id ?? 0;
    expect(await page.moveClock('nextWorkingMorning')).toMatch(/^2026-07-09T00:30/);
    const brief = await page.waitForAnswer(head.telegramId, before, (m) =>
      wordsOf(m).startsWith('Nhắc việc buổi sáng 09/7/2026'),
    );
    expect(wordsOf(brief)).toMatch(/Quá hạn[\s\S]*🔴 NV\d+[\s\S]*quá hạn \d+ ngày làm việc/);
    // The afternoon slot of the first day lay on the way: between the two, nothing overdue is left unsaid.
    const since = (await page.listMessages(head.telegramId)).filter((m) => m.message_id > before);
    const told = new Set(
      since.flatMap((m) => [...wordsOf(m).matchAll(/🔴 (NV[\w.]+)/g)].map(([, code]) => code)),
    );
    const { units } = await recomputeFigures({ importedOn: '2026-07-08', asOf: '2026-07-09' });
    expect(told.size).toBe(units.find(({ unit }) => unit === 'CDS')?.overdueOpen);
  }, 60_000);

  it('answers the director’s /kpi with the figures and a picture', async () => {
    const { telegramId } = await page.findPerson(isDirector);
    const asked = await page.write(telegramId, '/kpi');
    const answer = await page.waitForAnswer(telegramId, asked.message_id, (m) => wordsOf(m).includes('📊'));
    const { all } = await recomputeFigures({ importedOn: '2026-07-08', asOf: '2026-07-09' });
    const said = wordsOf(answer);
    expect(numbersOf(said, /Tổng số nhiệm vụ: (\d+)/)).toEqual([all.tasks]);
    expect(numbersOf(said, /= (\d+)\/(\d+) việc đến hạn/)).toEqual([all.doneEarly + all.doneOnDay, all.due]);
    expect(numbersOf(said, /Đang quá hạn: (\d+)/)).toEqual([all.overdueOpen]);
    const picture = await page.waitForAnswer(telegramId, asked.message_id, (m) => m.photo !== undefined);
    const file = await page.readFile(picture.photo?.at(-1)?.file_id ?? '');
    expect(file.type).toBe('image/png');
    expect(file.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(file.bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(800);
  }, 60_000);

  it('posts the weekly digest into the group on Monday at half past seven', async () => {
    const group = (await page.readOverview()).groups[0]?.chatId ?? 0;
    const before = (await page.listMessages(group)).at(-1)?.message_id ?? 0;
    expect(await page.moveClock('nextMonday')).toMatch(/^2026-07-13T00:30/);
    const digest = await page.waitForAnswer(group, before, (m) => wordsOf(m).includes('Bản tin tuần'));
    expect(wordsOf(digest)).toContain('13/7/2026');
  }, 60_000);
});

describe('the command line while the bot holds the embedded database', () => {
  it('kpi prints the figures of this moment', async () => {
    const kpi = await askCli<Record<string, unknown>>(['kpi', '--json'], settings);
    expect(kpi).toMatchObject({ scope: 'all', asOf: expect.stringMatching(/^2026-07-13T/) });
    const { all } = await recomputeFigures({ importedOn: '2026-07-08', asOf: '2026-07-13' });
    const names = Object.keys(all) as (keyof typeof all)[];
    // Series have grown by the days that went by; what was due is the same.
    for (const name of names.filter((key) => key !== 'tasks' && key !== 'openInTime'))
      expect({ [name]: kpi[name] }).toEqual({ [name]: all[name] });
    expect(kpi.units).toHaveLength(9);
  }, 60_000);

  it('doctor finds nothing wrong', async () => {
    const report = await askCli<{ ok: boolean; checks: { name: string; ok: boolean }[] }>(
      ['doctor'],
      settings,
    );
    expect(report.ok).toBe(true);
    expect(report.checks.length).toBeGreaterThan(3);
    expect(report.checks.every(({ name, ok }) => name !== '' && ok)).toBe(true);
  }, 60_000);

  it('invite gives each of a unit a link of their own', async () => {
    const invitations = await askCli<Record<string, string>[]>(['invite', '--unit', 'KHTC'], settings);
    expect(invitations.length).toBeGreaterThan(3);
    for (const { unit, person, code, link, expiresAt } of invitations) {
      expect({ unit, person }).toEqual({ unit: 'KHTC', person: expect.any(String) });
      expect(link).toMatch(new RegExp(`^https://t\\.me/\\w+\\?start=${code}$`));
      expect(expiresAt).toMatch(/^2026-07-20T/);
    }
    expect(new Set(invitations.map(({ code }) => code)).size).toBe(invitations.length);
  }, 60_000);

  it('import --dry-run says how each row is understood, and writes nothing', async () => {
    const before = await askCli<object>(['kpi'], settings);
    const { kind, rows, problems } = await askCli<Record<string, Record<string, unknown>[]>>(
      ['import', SAMPLE_TASKS, '--dry-run'],
      settings,
    );
    expect(kind).toBe('tasks');
    expect(rows).toHaveLength(129);
    expect(rows?.[0]).toMatchObject({
      row: 5,
      lead: 'ALL',
      wording: 'Trước ngày 05/6/2026',
      deadlineKind: 'day',
      dueOn: '2026-06-04',
    });
    expect(
      problems?.every(({ row, code, message }) => Number(row) > 0 && code !== '' && message !== ''),
    ).toBe(true);
    const { asOf: _, ...after } = await askCli<Record<string, unknown>>(['kpi'], settings);
    expect(before).toMatchObject(after);
  }, 60_000);

  it('says in one line what is wrong with a command', async () => {
    const { exitCode, values, error } = await runCli(['kpi', '--unit', 'ABC'], settings);
    expect({ exitCode, values }).toEqual({ exitCode: 1, values: [] });
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(error).toContain('ABC');
  }, 60_000);
});

describe('the data folder', () => {
  it('is held by one process: a second start is refused in a clear line', async () => {
    const second = startProduct(settings);
    const [line] = await second.waitFor(/^Another process holds .*$/m, 30_000);
    expect(line).toContain('DATA_DIR');
    expect(await second.stop()).not.toBe(0);
    expect(product.isRunning()).toBe(true);
  }, 60_000);

  it('keeps chats and clock through a stop and a start', async () => {
    const { telegramId } = await page.findPerson(isDirector);
    const chat = await page.listMessages(telegramId);
    const { now } = await page.readOverview();
    await product.stop();
    await start();
    expect((await page.listMessages(telegramId)).slice(0, chat.length)).toEqual(chat);
    expect(Date.parse((await page.readOverview()).now)).toBeGreaterThanOrEqual(Date.parse(now));
    expect((await page.readOverview()).now).toMatch(/^2026-07-13T/);
  }, 90_000);

  it('is taken over after a kill -9, with everything that was answered', async () => {
    const person = await page.findPerson(({ name }) => name === 'Ngô Thị Hương');
    const said = await page.write(person.telegramId, 'NV12 62% đã gửi dự thảo');
    await page.waitForAnswer(person.telegramId, said.message_id, (m) =>
      /Đã ghi nhận NV12: 62/.test(wordsOf(m)),
    );
    await product.kill();
    await start();
    const asked = await page.write(person.telegramId, '/nv 12');
    const card = await page.waitForAnswer(person.telegramId, asked.message_id, (m) =>
      wordsOf(m).includes('NV12'),
    );
    expect(wordsOf(card)).toMatch(/62\s?%/);
    // Reminders go on too: what the killed process held binds nobody.
    expect(await page.moveClock('nextWorkingMorning')).toMatch(/^2026-07-14T00:30/);
    await page.waitForAnswer(person.telegramId, asked.message_id, (m) => wordsOf(m).startsWith('Nhắc việc'));
  }, 90_000);

  it('is let go on SIGTERM', async () => {
    expect(await product.stop()).toBe(0);
    const { error, values } = await runCli(['kpi', '--json'], settings);
    expect({ error, values: values.length }).toEqual({ error: '', values: 1 });
  }, 60_000);
});
