import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setCoordinatingUnits } from '../../src/db/queries/imports.ts';
import { changeTask } from '../../src/db/queries/tasks.ts';
import { askCommand } from '../support/ask-command.ts';
import { type BotWorld, startBotWorld } from '../support/bot-world.ts';
import { explainingIn } from '../support/explaining.ts';
import { readDocxTables, readEntry, readParagraphs } from '../support/report-text.ts';
import { readTask } from '../support/rows.ts';

let world: BotWorld;
let folder: string;
beforeAll(async () => {
  [world, folder] = await Promise.all([startBotWorld(), mkdtemp(join(tmpdir(), 'report-'))]);
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => world.begin());

interface Written {
  file: string;
  sha256: string;
}

const makeReport = (kind: string, period: string, ...options: string[]) =>
  askCommand<Written>(world, [
    'report',
    kind,
    '--period',
    period,
    '--out',
    join(folder, `${kind}.docx`),
    ...options,
  ]);

const readReport = async (kind: string, period: string, ...options: string[]) =>
  readFile((await makeReport(kind, period, ...options)).file);

const run = promisify(execFile);
const canRender = await run('soffice', ['--version']).then(
  () => true,
  () => false,
);
if (!canRender) console.warn('LibreOffice is not here: how the pages come out is not looked at');

/** The pages of a docx as LibreOffice lays them out, as text. */
async function layOut(file: string): Promise<string[]> {
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
  await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
  const { stdout } = await run('pdftotext', ['-layout', file.replace(/docx$/, 'pdf'), '-']);
  return stdout.split('\f').slice(0, -1);
}

const KINDS: [kind: string, period: string, ...options: string[]][] = [
  ['week', '2026-W28', '--unit', 'QLKH'],
  ['month', '2026-07'],
  ['quarter', '2026-Q3'],
  ['final', '2027-10-29'],
  ['phase', '2026-12-31'],
  ['adHoc', '2026-07-08'],
  ['lateTasks', '2026-07-08', '--unit', 'QLKH'],
  ['explanation', '2026-07-08', '--unit', 'QLKH'],
  ['city', '2026-07'],
  ['warnings', '2026-07-08'],
  ['adminReform', '2026-Q3'],
  ['products', '2026-07'],
];

describe('cli report', () => {
  it.each(KINDS)(
    'writes %s of %s, says where, and what it is by its hash',
    async (kind, period, ...options) => {
      const said = await makeReport(kind, period, ...options);
      expect(said.file).toBe(join(folder, `${kind}.docx`));
      expect(said.sha256).toMatch(/^[0-9a-f]{64}$/);
      const text = readParagraphs(await readFile(said.file));
      expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
      expect(text).toContain('BÁO CÁO');
      expect(text.some((line) => /^Trên đây là báo cáo .*\.\/\.$/.test(line))).toBe(true);
      expect(text).toContain('Nơi nhận:');
    },
  );

  it('the name and the code of the plan say the same as the kind', async () => {
    const { sha256 } = await makeReport('month', '2026-06');
    expect((await makeReport('BC-02', '2026-06')).sha256).toBe(sha256);
    expect((await makeReport('thang', '2026-06')).sha256).toBe(sha256);
  });

  it.each([
    [['report', 'poem', '--period', '2026-07'], /no report poem/],
    [['report', 'month', '--period', '2026-13'], /--period is no period/],
    [['report', 'month', '--period', '2026-07', '--unit', 'NASA'], /No unit has the code NASA/],
    [['report', 'inspection', '--period', '2026-07'], /no outline of BC-11/],
  ])('%j is refused in one clear line', async (argv, why) => {
    await expect(askCommand(world, [...argv, '--out', join(folder, 'x.docx')])).rejects.toThrow(why);
  });
});

describe('a report of a past day', () => {
  it('is the same bytes after everything in it has changed since', async () => {
    await world.moveTo('2026-07-14T09:00');
    const before = await makeReport('month', '2026-07', '--as-of', '2026-07-08T10:00:00+07:00');
    const past = await makeReport('month', '2026-06');
    const { id, leadUnitId } = await readTask(world.db, 'NV13');
    await world.inUseCase(async ({ tx, now }) => {
      await changeTask(tx, id, { title: 'Tên khác', dueOn: '2026-12-31', product: 'Tờ trình' }, now);
      await setCoordinatingUnits(tx, id, [leadUnitId], now);
    });
    await world.as('huong').says('NV13 80% gần xong');
    await world.as('huong').says('NV13 vướng, chờ Sở Tài chính');
    await world.as('huong').says('/giahan NV13 đến 20/12 vì chờ ý kiến');
    world.setClock('2026-08-20T09:00');
    expect(await makeReport('month', '2026-07', '--as-of', '2026-07-08T10:00:00+07:00')).toEqual(before);
    expect(await makeReport('month', '2026-06')).toEqual(past);
    // And the same question of today is answered by today.
    const today = readParagraphs(await readReport('month', '2026-07', '--as-of', '2026-08-20'));
    expect(today.join('\n')).not.toContain('Báo cáo sở hữu trí tuệ');
  });
});

describe('what the document says', () => {
  it('keeps number and day open until the office sets them', async () => {
    const text = readParagraphs(await readReport('month', '2026-07'));
    expect(text.find((line) => line.startsWith('Số:'))).toMatch(/^Số:\s+\/BC-SKHCN$/);
    expect(text.find((line) => line.startsWith('Đồng Nai'))).toMatch(/^Đồng Nai, ngày\s+tháng 7 năm 2026$/);
    expect(text.find((line) => line.includes('/KH-SKHCN'))).toMatch(/Kế hoạch số\s+\/KH-SKHCN/);
  });

  it("a unit's report is of the unit: its name, its letters, its head", async () => {
    const text = readParagraphs(await readReport('month', '2026-07', '--unit', 'QLKH'));
    expect(text.slice(0, 2)).toEqual(['SỞ KHOA HỌC VÀ CÔNG NGHỆ', 'PHÒNG QUẢN LÝ KHOA HỌC']);
    expect(text.some((line) => /^Số:\s+\/BC-QLKH$/.test(line))).toBe(true);
    expect(text).toContain('TRƯỞNG PHÒNG');
    expect(text).toContain('Bùi Đức Huy');
  });

  it('gives every late task its reason, or says that nobody gave one', async () => {
    const late = async () => {
      const tables = readDocxTables(await readReport('lateTasks', '2026-07-08', '--unit', 'QLKH'));
      return tables.find((rows) => rows[0]?.includes('Lý do, biện pháp khắc phục'))?.slice(1) ?? [];
    };
    expect((await late()).map((row) => row.at(-1))).toEqual(['Chưa có giải trình']);
    await explainingIn(() => world).beginWithOneAsked();
    await explainingIn(() => world).explain();
    const [row] = await late();
    expect(row?.at(-1)).toMatch(/nguyên nhân (khách quan|chủ quan)/);
    expect(row?.at(-1)).not.toContain('Chưa có giải trình');
  });

  it('opens whatever was typed, and holds words only', async () => {
    const { id } = await readTask(world.db, 'NV13');
    const title = 'Báo cáo \u0007 <b>&amp; 🎉 = “5/6” xong';
    await world.inUseCase(({ tx, now }) => changeTask(tx, id, { title }, now));
    const xml = readEntry(await readReport('adHoc', '2026-07-08'), 'word/document.xml');
    expect(xml).not.toMatch(/\p{Extended_Pictographic}/u);
    expect(xml).toContain('&lt;b&gt;&amp;amp;');
    expect(xml.includes('\u0007')).toBe(false);
  });

  it('has headers that repeat and rows that are never torn', async () => {
    const xml = readEntry(await readReport('month', '2026-07'), 'word/document.xml');
    const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table);
    const bordered = tables.filter((table) => table.includes('w:tblHeader'));
    expect(bordered.length).toBeGreaterThanOrEqual(3);
    for (const table of tables) {
      expect(table.match(/<w:cantSplit/g)?.length).toBe(table.match(/<w:trPr>/g)?.length);
    }
  });
});

describe.runIf(canRender)('the pages, as LibreOffice lays them out', () => {
  it.each(KINDS)(
    '%s of %s: the head on one line each, pages numbered from the second, none empty',
    async (kind, period, ...options) => {
      const pages = await layOut((await makeReport(kind, period, ...options)).file);
      const head = pages[0]?.split('\n').slice(0, 8).join('\n') ?? '';
      expect(head).toMatch(/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n/);
      expect(head).toMatch(/Độc lập - Tự do - Hạnh phúc\n/);
      expect(head).toMatch(/Số:\s+\/BC-\S+\s+Đồng Nai, ngày\s+tháng \d+ năm 202\d\n/);
      for (const page of pages) expect(page.replaceAll(/[\s\d]/g, '').length).toBeGreaterThan(20);
      // Each appendix is numbered by itself.
      let number = 0;
      for (const page of pages) {
        const first =
          page
            .split('\n')
            .find((line) => line.trim() !== '')
            ?.trim() ?? '';
        number = page === pages[0] || first.startsWith('Phụ lục') ? 1 : number + 1;
        if (number > 1) expect(first).toBe(String(number));
        else expect(first).not.toBe('1');
      }
    },
    60_000,
  );
});
