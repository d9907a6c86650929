import type { Alignment, Borders, Fill, Workbook, Worksheet } from 'exceljs';

export interface TableColumn {
  header: string;
  /** In characters of the body font. */
  width: number;
  /** Values offered by a drop-down list; anything else may still be typed. */
  choices?: readonly string[];
  align?: 'left' | 'center';
  /** How numbers are shown, in the words of Excel: `0%`. */
  numFmt?: string;
}

export type CellInput = string | number | Date | undefined;
/** A row of values in column order, or a heading across the whole table. */
export type TableLine = readonly CellInput[] | { group: string };

export interface TableSheet {
  name: string;
  title: string;
  subtitle?: string;
  columns: readonly TableColumn[];
  lines: readonly TableLine[];
  /** Empty bordered rows under the last line, ready to be filled in. */
  spareRows?: number;
  /** Whether the header offers to filter, as in lists that are handed out. */
  hasFilter?: boolean;
}

const FONT = 'Times New Roman';
const THIN: Partial<Borders> = {
  top: { style: 'thin' },
  left: { style: 'thin' },
  bottom: { style: 'thin' },
  right: { style: 'thin' },
};
const HEADER_FILL: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDE7F3' } };
const GROUP_FILL: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } };
const MILLIMETRES_PER_INCH = 25.4;

/** Adds a titled, bordered table that prints on A4 landscape with its header on every page. */
export function addTable(workbook: Workbook, table: TableSheet): Worksheet {
  const sheet = workbook.addWorksheet(table.name, { pageSetup: pageSetup() });
  sheet.columns = table.columns.map((column) => ({ width: column.width }));
  addTitle(sheet, table.title, table.columns.length, 14);
  if (table.subtitle !== undefined) addTitle(sheet, table.subtitle, table.columns.length, 12);
  const headerAt = addHeader(sheet, table.columns);
  for (const line of table.lines) addLine(sheet, table.columns, line);
  for (let count = 0; count < (table.spareRows ?? 0); count += 1) addLine(sheet, table.columns, []);
  addChoices(sheet, table.columns, headerAt);
  const lastCell = sheet.getCell(sheet.rowCount, table.columns.length).address;
  sheet.pageSetup.printArea = `A1:${lastCell}`;
  if (table.hasFilter === true) sheet.autoFilter = `${sheet.getCell(headerAt, 1).address}:${lastCell}`;
  return sheet;
}

/** A cell that Excel shows as a day, from `YYYY-MM-DD`. */
export const dayCell = (day: string): Date => new Date(`${day}T00:00:00Z`);

function pageSetup() {
  const side = 15 / MILLIMETRES_PER_INCH;
  return {
    paperSize: 9,
    orientation: 'landscape' as const,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: side, right: side, top: side, bottom: side, header: 0.3, footer: 0.3 },
  };
}

function addTitle(sheet: Worksheet, text: string, width: number, size: number): void {
  const row = sheet.addRow([text]);
  sheet.mergeCells(row.number, 1, row.number, width);
  row.getCell(1).font = { name: FONT, size, bold: size > 12, italic: size <= 12 };
  row.getCell(1).alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  row.height = size * 1.8;
}

function addHeader(sheet: Worksheet, columns: readonly TableColumn[]): number {
  const row = sheet.addRow(columns.map((column) => column.header));
  row.height = 34;
  row.eachCell((cell) => {
    cell.font = { name: FONT, size: 12, bold: true };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = THIN;
    cell.fill = HEADER_FILL;
  });
  sheet.views = [{ state: 'frozen', ySplit: row.number }];
  sheet.pageSetup.printTitlesRow = `${row.number}:${row.number}`;
  return row.number;
}

function addLine(sheet: Worksheet, columns: readonly TableColumn[], line: TableLine): void {
  if ('group' in line) addGroup(sheet, line.group, columns.length);
  else addCells(sheet, columns, line);
}

function addGroup(sheet: Worksheet, text: string, width: number): void {
  const row = sheet.addRow([text]);
  sheet.mergeCells(row.number, 1, row.number, width);
  const cell = row.getCell(1);
  cell.font = { name: FONT, size: 12, bold: true };
  cell.alignment = { vertical: 'middle' };
  cell.border = THIN;
  cell.fill = GROUP_FILL;
}

function addCells(sheet: Worksheet, columns: readonly TableColumn[], values: readonly CellInput[]): void {
  const row = sheet.addRow(values.map(asPlainValue));
  columns.forEach((column, index) => {
    const cell = row.getCell(index + 1);
    cell.font = { name: FONT, size: 12 };
    cell.alignment = bodyAlignment(column);
    cell.border = THIN;
    if (cell.value instanceof Date) cell.numFmt = 'dd/mm/yyyy';
    else if (column.numFmt !== undefined) cell.numFmt = column.numFmt;
  });
  const lines = Math.max(...columns.map(({ width }, index) => countLines(values[index], width)));
  if (lines > 1) row.height = lines * LINE_HEIGHT;
}

/** In points, of the body font. Not every program makes room for wrapped text by itself. */
const LINE_HEIGHT = 16;

/** How many lines a text takes in a column of so many characters, words unbroken. */
function countLines(value: CellInput, width: number): number {
  if (typeof value !== 'string') return 1;
  return value.split('\n').reduce((sum, line) => sum + wrapLine(line, width), 0);
}

function wrapLine(line: string, width: number): number {
  let [count, filled] = [1, 0];
  for (const word of line.split(' ')) {
    if (filled > 0 && filled + word.length > width) [count, filled] = [count + 1, 0];
    filled += word.length + 1;
  }
  return count;
}

/** What begins a formula where a sheet is edited or turned into text; a dash before a space begins a list. */
const BEGINS_FORMULA = /^(?:[=@\t\r]|[+-](?!\s))/;

/** Text that somebody typed is never a formula. */
const asPlainValue = (value: CellInput): CellInput =>
  typeof value === 'string' && BEGINS_FORMULA.test(value) ? `'${value}` : value;

function bodyAlignment(column: TableColumn): Partial<Alignment> {
  return { horizontal: column.align ?? 'left', vertical: 'top', wrapText: true };
}

function addChoices(sheet: Worksheet, columns: readonly TableColumn[], headerAt: number): void {
  columns.forEach((column, index) => {
    if (column.choices === undefined) return;
    for (let at = headerAt + 1; at <= sheet.rowCount; at += 1) {
      sheet.getCell(at, index + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        showErrorMessage: false,
        formulae: [`"${column.choices.join(',')}"`],
      };
    }
  });
}
