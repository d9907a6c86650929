import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { recogniseWorkbook } from '../../../src/documents/import/sheet-table.ts';
import { readTables } from '../../../src/documents/xlsx/read-tables.ts';
import { makePeopleTemplate, makeTaskTemplate } from '../../../src/documents/xlsx/templates.ts';

async function read(file: Buffer) {
  const result = await readTables(file);
  if ('refused' in result) throw new Error(result.refused.message);
  return result;
}

describe('the tasks template', () => {
  it('is read back as tasks with every column known', async () => {
    const { tables, skippedSheets } = await read(await makeTaskTemplate());
    expect(recogniseWorkbook(tables)).toBe('tasks');
    expect(tables[0]).toMatchObject({ ignored: [] });
    expect(tables[0]?.rows.map((row) => row.cells.code)).toEqual(['NV01', 'NV02']);
    expect(skippedSheets).toEqual(['Hướng dẫn']);
  });

  it('offers states in a list and repeats its header on every printed page', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await makeTaskTemplate()) as unknown as ExcelJS.Buffer);
    const sheet = workbook.getWorksheet('Nhiệm vụ');
    const state = sheet?.getCell('M6').dataValidation;
    expect(state?.formulae?.[0]).toContain('Cơ bản hoàn thành');
    expect(sheet?.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToWidth: 1,
      printTitlesRow: '3:3',
    });
  });
});

describe('the people template', () => {
  it('is read back as units and people with every column known', async () => {
    const { tables } = await read(await makePeopleTemplate());
    expect(recogniseWorkbook(tables)).toBe('people');
    expect(tables.map((table) => [table.kind, table.ignored])).toEqual([
      ['units', []],
      ['people', []],
    ]);
  });
});
