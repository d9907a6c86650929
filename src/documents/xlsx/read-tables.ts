import ExcelJS from 'exceljs';
import { findTable } from '../../documents/import/find-table.ts';
import type { SheetTable } from '../../documents/import/sheet-table.ts';
import { guardWorkbook } from './guard-workbook.ts';
import { readGrid } from './read-grid.ts';
import { type Refusal, refuse } from './refusal.ts';

/** `skippedSheets` have no header that we know ("Hướng dẫn"); they are named so that nothing is lost in silence. */
export type TablesResult = { tables: SheetTable[]; skippedSheets: string[] } | { refused: Refusal };

/** Whole-column lists and formats are common, say nothing to us, and would be unfolded cell by cell. */
const IGNORED_NODES = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'extLst',
];

/** The tables of an .xlsx file as an office saves it, or the one reason why it is not read (R136). */
export async function readTables(file: Buffer): Promise<TablesResult> {
  const refused = guardWorkbook(file);
  if (refused !== null) return refused;
  const workbook = await openWorkbook(file);
  if (workbook === null) return refuse('damaged');
  const sheets = workbook.worksheets.filter(
    (sheet) => sheet.state !== 'veryHidden' && sheet.actualRowCount > 0,
  );
  const read = sheets.map((sheet) => ({ name: sheet.name, table: findTable(readGrid(sheet)) }));
  const tables = read.flatMap(({ table }) => (table === null ? [] : [table]));
  if (tables.length === 0) return refuse('noHeader');
  return { tables, skippedSheets: read.filter(({ table }) => table === null).map(({ name }) => name) };
}

async function openWorkbook(file: Buffer): Promise<ExcelJS.Workbook | null> {
  const workbook = new ExcelJS.Workbook();
  try {
    // Its typings declare an older Buffer; the bytes are the same.
    await workbook.xlsx.load(file as unknown as ExcelJS.Buffer, { ignoreNodes: IGNORED_NODES });
    return workbook;
  } catch {
    return null;
  }
}
