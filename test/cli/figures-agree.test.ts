import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTaskWorkbook } from '../../src/app/read-task-workbook.ts';
import { findUnitByCode } from '../../src/db/queries/directory.ts';
import { changeTask } from '../../src/db/queries/tasks.ts';
import { makeTaskWorkbook } from '../../src/documents/xlsx/task-workbook.ts';
import { WORKBOOK_KINDS } from '../../src/domain/report/task-workbook.ts';
import { askCommand } from '../support/ask-command.ts';
import { type BotWorld, startBotWorld } from '../support/bot-world.ts';
import { type ExportedJson, type Recount, recountExport } from '../support/recount-export.ts';
import { readDocxTables } from '../support/report-text.ts';
import { readTask } from '../support/rows.ts';
import type { TaskCells } from '../support/workbooks.ts';

let world: BotWorld;
let folder: string;
beforeAll(async () => {
  [world, folder] = await Promise.all([startBotWorld(), mkdtemp(join(tmpdir(), 'figures-agree-'))]);
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const OWNERS = { CDS: 'Lý Thị Mai', QLKH: 'Ngô Thị Hương', VP: 'Lâm Thị Ý' } as const;
const aDay = fc
  .date({ min: new Date('2026-06-01T00:00:00Z'), max: new Date('2026-09-15T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const spoken = (day: string) => day.split('-').reverse().join('/');

const aTask = fc.record({
  lead: fc.constantFrom('CDS', 'QLKH', 'VP'),
  due: fc.option(aDay, { nil: null, freq: 8 }),
});

/** What happens to a task later: it is moved, finished, or put aside, at a moment of its own. */
const aChange = fc.record({
  task: fc.nat(40),
  at: aDay,
  what: fc.oneof(
    fc.record({ dueOn: aDay }),
    fc.record({ state: fc.constantFrom('done', 'reportedDone'), productOn: aDay }),
    fc.record({ state: fc.constantFrom('suspended', 'cancelled', 'inProgress') }),
  ),
});

const aQuestion = fc.record({
  asOf: aDay,
  unit: fc.constantFrom(null, 'CDS', 'QLKH', 'VP'),
  period: fc.option(
    fc.tuple(aDay, aDay).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
    { nil: null },
  ),
});

type Drawn = typeof aTask extends fc.Arbitrary<infer Task> ? Task : never;

const toCells = (tasks: Drawn[]): TaskCells[] =>
  tasks.map(({ lead, due }, index) => ({
    code: `NV${String(index + 1).padStart(2, '0')}`,
    title: `Việc số ${index + 1}`,
    lead,
    assignee: OWNERS[lead as keyof typeof OWNERS],
    due: due === null ? 'Thường xuyên' : spoken(due),
    product: 'Báo cáo',
    state: 'Đang thực hiện',
    percent: 40,
  }));

async function live(tasks: Drawn[], changes: (typeof aChange extends fc.Arbitrary<infer C> ? C : never)[]) {
  await world.begin({ at: '2026-05-20T08:00', tasks: toCells(tasks) });
  for (const { task, at, what } of changes.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    const code = `NV${String((task % tasks.length) + 1).padStart(2, '0')}`;
    const { id, dueOn } = await readTask(world.db, code);
    if ('dueOn' in what && dueOn === null) continue;
    world.setClock(`${at}T10:00`);
    await world.inUseCase(({ tx, now }) => changeTask(tx, id, what as Parameters<typeof changeTask>[2], now));
  }
  world.setClock('2026-09-20T09:00');
}

/** Label → what stands beside it, of the first table of figures in a docx. */
function figuresOfDocx(file: Buffer): Map<string, string> {
  const table = readDocxTables(file).find((rows) => rows[0]?.[1] === 'Nội dung') ?? [];
  return new Map(table.slice(1).map(([, label = '', value = '']) => [label, value]));
}

/** Label → value, of the sheet of figures. */
async function figuresOfXlsx(file: Buffer): Promise<Map<string, unknown>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as unknown as ExcelJS.Buffer);
  const found = new Map<string, unknown>();
  workbook.getWorksheet('Tổng hợp')?.eachRow((row) => {
    found.set(row.getCell(1).text, row.getCell(2).value);
  });
  return found;
}

const LABELS = {
  tasks: 'Tổng số nhiệm vụ',
  due: 'Nhiệm vụ tính tỷ lệ (đã hoàn thành và quá hạn)',
  doneEarly: 'Hoàn thành trước hạn',
  doneOnDay: 'Hoàn thành đúng hạn',
  doneLate: 'Hoàn thành quá hạn',
  overdueOpen: 'Chậm tiến độ (quá hạn, chưa hoàn thành)',
  awaitingConfirmation: 'Chờ xác nhận hoàn thành',
  openInTime: 'Đang thực hiện, trong hạn',
  noDeadline: 'Không có thời hạn',
  onTimeRate: 'Tỷ lệ đúng hạn, trước hạn (chỉ tiêu 98%)',
  vpcpRate: 'Tỷ lệ hoàn thành theo cách tính của VPCP',
  onTimeRateOriginal: 'Tỷ lệ đúng hạn theo thời hạn giao ban đầu',
  onTimeRateAdjusted: 'Tỷ lệ đúng hạn đã trừ nguyên nhân khách quan',
} as const satisfies Record<keyof Recount, string>;
const NAMES = Object.keys(LABELS) as (keyof Recount)[];

const asWritten = (name: keyof Recount, value: number | null): string => {
  if (!name.includes('Rate')) return String(value);
  if (value === null) return 'chưa có dữ liệu';
  const cut = Math.floor(value * 10_000 + 1e-9);
  return `${String(cut / 100).replace('.', ',')}%`;
};

describe('the figures of one scope, period and moment', () => {
  it('are the same in /kpi, in the document, in the workbook, and recounted from the exported rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aTask, { minLength: 3, maxLength: 25 }),
        fc.array(aChange, { minLength: 5, maxLength: 30 }),
        aQuestion,
        async (tasks, changes, { asOf, unit, period }) => {
          await live(tasks, changes);
          const where = unit === null ? [] : ['--unit', unit];
          const when = ['--as-of', asOf];
          const json = join(folder, 'all.json');
          await askCommand(world, ['export', '--out', json]);
          const recount = recountExport(JSON.parse(await readFile(json, 'utf8')) as ExportedJson, {
            asOf: `${asOf}T23:59:59.999+07:00`,
            unitCode: unit,
            period,
          });

          const days = period === null ? [] : ['--from', period.from, '--to', period.to];
          const kpi = await askCommand<Recount>(world, ['kpi', ...where, ...when, ...days]);
          expect(Object.fromEntries(NAMES.map((name) => [name, kpi[name]]))).toEqual(recount);

          const docx = join(folder, 'report.docx');
          const span = period === null ? asOf : `${period.from}..${period.to}`;
          await askCommand(world, ['report', 'adHoc', '--period', span, '--out', docx, ...where, ...when]);
          const written = figuresOfDocx(await readFile(docx));
          for (const name of NAMES)
            expect(written.get(LABELS[name]), name).toBe(asWritten(name, recount[name]));

          const unitId = unit === null ? null : (await findUnitByCode(world.db, unit))?.id;
          const workbook = await world.inUseCase((useCase) =>
            readTaskWorkbook(useCase, {
              kinds: WORKBOOK_KINDS,
              scope: unitId == null ? { kind: 'all' } : { kind: 'unit', unitId },
              asOf: new Date(`${asOf}T23:59:59.999+07:00`),
              period,
            }),
          );
          const cells = await figuresOfXlsx(await makeTaskWorkbook(workbook));
          for (const name of NAMES)
            expect(cells.get(LABELS[name]), name).toBe(recount[name] ?? 'Chưa có dữ liệu');
          expect(workbook.tasks).toHaveLength(recount.tasks);
        },
      ),
      { numRuns: 20 },
    );
  }, 240_000);
});
