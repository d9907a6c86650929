import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { install } from '../../src/app/install.ts';
import { clearEverything } from '../../src/db/queries/installation.ts';
import { addTasks, findTaskByCode } from '../../src/db/queries/tasks.ts';
import { askCommand } from '../support/ask-command.ts';
import { type BotWorld, startBotWorld } from '../support/bot-world.ts';
import { explainingIn } from '../support/explaining.ts';

let world: BotWorld;
let folder: string;
beforeAll(async () => {
  [world, folder] = await Promise.all([startBotWorld(), mkdtemp(join(tmpdir(), 'export-'))]);
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

interface Exported {
  tables: Record<string, unknown[]>;
}

const file = (name: string) => join(folder, name);
const readExport = async (name: string): Promise<Exported> => {
  await askCommand(world, ['export', '--out', file(name)]);
  return JSON.parse(await readFile(file(name), 'utf8')) as Exported;
};

/** A new installation of the same plan, in which nobody is yet. */
async function moveOut(): Promise<void> {
  await clearEverything(world.db);
  await install(world.db, { mode: 'sandbox', plan: world.plan, now: world.clock.now() });
}

describe('cli export', () => {
  beforeEach(async () => {
    await explainingIn(() => world).beginWithOneAsked();
    await explainingIn(() => world).explain();
    await world.as('mai').says('NV11 60% đã gửi dự thảo');
    await world.as('mai').says('NV11 vướng, chờ Sở Tài chính');
    await world.as('scienceHead').says('/baocao tuần');
  });

  it('takes everything along, and nothing that is a secret or on its way', async () => {
    const { tables } = await readExport('all.json');
    for (const name of [
      'people',
      'tasks',
      'progressReports',
      'blockers',
      'explanationAnswers',
      'reports',
      'auditEntries',
    ])
      expect(tables[name]?.length, name).toBeGreaterThan(0);
    for (const name of ['invitations', 'accounts', 'outbox', 'updates'])
      expect(tables).not.toHaveProperty(name);
  });

  it('brought into an empty installation it is the same database, in which work goes on', async () => {
    const before = await readExport('before.json');
    const kpi = await askCommand(world, ['kpi']);
    await moveOut();
    expect(await askCommand(world, ['import', file('before.json')])).toEqual({
      rows: Object.values(before.tables).flat().length,
    });
    expect((await readExport('after.json')).tables).toEqual(before.tables);
    expect(await askCommand(world, ['kpi'])).toEqual(kpi);
    const task = await findTaskByCode(world.db, 'NV11');
    if (task === undefined) throw new Error('NV11 did not come along');
    const { id: _, ...like } = task;
    await world.inUseCase(({ tx, now }) => addTasks(tx, [{ ...like, code: 'NV99' }], now));
    expect((await findTaskByCode(world.db, 'NV99'))?.id).toBeGreaterThan(task.id);
  });

  it('is not brought over what is there', async () => {
    await readExport('all.json');
    await expect(askCommand(world, ['import', file('all.json')])).rejects.toThrow(
      /holds people or tasks already/,
    );
  });

  it('of something else is refused, and nothing is lost', async () => {
    await moveOut();
    for (const text of ['{}', '{"version":1}', 'no json']) {
      await writeFile(file('odd.json'), text);
      await expect(askCommand(world, ['import', file('odd.json')])).rejects.toThrow(
        /no export of this product/,
      );
    }
  });

  it('as a workbook holds the figures and every list', async () => {
    await askCommand(world, ['export', '--out', file('all.xlsx')]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file('all.xlsx'));
    expect(workbook.worksheets).toHaveLength(5);
  });

  it('under another ending is refused', async () => {
    await expect(askCommand(world, ['export', '--out', file('all.doc')])).rejects.toThrow(
      /must end in .json or .xlsx/,
    );
  });
});
