import ExcelJS from 'exceljs';
import type { SheetTable } from '../../../src/documents/import/sheet-table.ts';
import { readTables } from '../../../src/documents/xlsx/read-tables.ts';

/** A workbook with one sheet, laid out by the test, as bytes. */
export async function aWorkbook(lay: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  lay(workbook.addWorksheet('Phụ lục'));
  return toBytes(workbook);
}

export const toBytes = async (workbook: ExcelJS.Workbook): Promise<Buffer> =>
  Buffer.from(await workbook.xlsx.writeBuffer());

/** The only table of a workbook; a refusal or a second table fails the test. */
export async function readOnlyTable(file: Buffer): Promise<SheetTable> {
  const result = await readTables(file);
  if ('refused' in result) throw new Error(result.refused.message);
  const [table, ...more] = result.tables;
  if (table === undefined || more.length > 0) throw new Error(`${result.tables.length} tables were read`);
  return table;
}
