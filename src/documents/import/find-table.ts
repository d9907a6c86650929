import { addDays } from '../../domain/days.ts';
import { foldText } from '../../domain/text.ts';
import { DAY_COLUMNS } from './columns.ts';
import { findHeader, type Header } from './find-header.ts';
import type { GridCell, GridRow, SheetGrid, SheetRow, SheetTable } from './sheet-table.ts';

/** A row's understood cells beside the raw ones, which still show how the row was merged. */
interface BodyRow {
  number: number;
  cells: Partial<Record<string, string>>;
  raw: readonly GridCell[];
  repeatsTask: boolean;
}

const DITTO = /^(-?\s*n\.?t\.?\s*-?|nhu tren|"+|''|”|“|″|〃|-?\s*\/\/\s*-?|-?"-?)$/;
const DASH_ONLY = /^[-–—.…_]+$/;
const MARK = /^(x|v|✓|✔|co|1)$/;
const SECTION_ORDINAL = /^([IVXLC]+|[A-HĐ])[.)]?$/;
const SECTION_TEXT = /^([IVXLC]+|[A-HĐ])\s*[.)/-]\s*\S/;
const FOOTER = /^(noi nhan|nguoi lap( bieu| bang)?|ghi chu:|tm\.|kt\.|tl\.|thu truong don vi)/;
const TOTAL = /^(tong( so| cong)?|cong)\b/;

/**
 * The table in a sheet: header found, vertical merges and "nt" repeated, group rows turned into `group`,
 * totals and signature blocks left out. `null` when no header is recognised.
 */
export function findTable(grid: SheetGrid): SheetTable | null {
  const header = findHeader(grid);
  if (header === null) return null;
  const columns = Object.fromEntries(header.columns.map((column) => [column.key, column.header]));
  const body = fillDitto(mergeRepeats(readBody(grid, header)));
  return { sheet: grid.name, kind: header.kind, columns, ignored: header.ignored, rows: groupRows(body) };
}

function readBody(grid: SheetGrid, header: Header): BodyRow[] {
  const rows: BodyRow[] = [];
  for (const row of grid.rows.slice(header.bodyFrom)) {
    const first = foldText(row.cells.find((cell) => cell.text !== '')?.text ?? '');
    if (FOOTER.test(first)) break;
    const understood = readRow(row, header);
    const isTotal =
      TOTAL.test(first) && understood.cells.lead === undefined && understood.cells.unit === undefined;
    if (Object.keys(understood.cells).length > 0 && !isTotal && !isHeaderAgain(row, header))
      rows.push(understood);
  }
  return rows;
}

/** A table printed over several pages repeats its header. */
function isHeaderAgain(row: GridRow, header: Header): boolean {
  return header.columns.every(
    ({ index, header: text }) => foldText(row.cells[index]?.text ?? '') === foldText(text),
  );
}

function readRow(row: GridRow, header: Header): BodyRow {
  const cells: Partial<Record<string, string>> = {};
  for (const { index, key } of header.columns) {
    const text = readCell(row.cells[index], key);
    if (text !== '') cells[key] = text;
  }
  const marked = header.marks.filter(({ index }) => MARK.test(foldText(row.cells[index]?.text ?? '')));
  if (marked.length > 0) cells.labels = marked.map((mark) => mark.header).join('; ');
  return { number: row.number, cells, raw: row.cells, repeatsTask: repeatsTask(row, header) };
}

function readCell(cell: GridCell | undefined, key: string): string {
  if (cell === undefined || cell.continuesLeft || DASH_ONLY.test(cell.text)) return '';
  return DAY_COLUMNS.has(key) ? daySerialText(cell.text) : cell.text;
}

/** Excel counts days from 30/12/1899; a cell formatted as a plain number shows only that count. */
function daySerialText(text: string): string {
  if (!/^[3-6]\d{4}$/.test(text)) return text;
  const [year = '', month = '', day = ''] = addDays('1899-12-30', Number(text)).split('-');
  return `${day}/${month}/${year}`;
}

function repeatsTask(row: GridRow, header: Header): boolean {
  const title = header.columns.find((column) => column.key === 'title' && header.kind === 'tasks');
  const first = header.columns.find((column) => column.key === 'code' || column.key === 'ordinal');
  if (title === undefined || first === undefined) return false;
  return [title, first].every(({ index }) => row.cells[index]?.continuesAbove === true);
}

/** One task over several lines (number and title merged down): what differs on the lines below is added to it. */
function mergeRepeats(rows: readonly BodyRow[]): BodyRow[] {
  const merged: BodyRow[] = [];
  for (const row of rows) {
    const above = merged.at(-1);
    if (row.repeatsTask && above !== undefined) addLines(above.cells, row.cells);
    else merged.push(row);
  }
  return merged;
}

function addLines(cells: BodyRow['cells'], more: BodyRow['cells']): void {
  for (const [key, text] of Object.entries(more)) {
    const lines = cells[key]?.split('\n') ?? [];
    if (text !== undefined && cells[key] !== text && !lines.includes(text))
      cells[key] = [...lines, text].join('\n');
  }
}

/** "nt", "như trên", a ditto mark: the text of the row above, wherever one stands. */
function fillDitto(rows: readonly BodyRow[]): BodyRow[] {
  const last: Partial<Record<string, string>> = {};
  for (const { cells } of rows) {
    for (const [key, text] of Object.entries(cells)) {
      if (text === undefined) continue;
      if (DITTO.test(foldText(text)) && last[key] !== undefined) cells[key] = last[key];
      else last[key] = text;
    }
  }
  return [...rows];
}

function groupRows(body: readonly BodyRow[]): SheetRow[] {
  const rows: SheetRow[] = [];
  let section: string | undefined;
  let part: { ordinal: string; text: string } | undefined;
  body.forEach((row, index) => {
    const heading = readHeading(row);
    const ordinal = row.cells.ordinal ?? '';
    if (heading !== null && isSection(row)) {
      section = heading;
      part = undefined;
    } else if (heading !== null && isPart(ordinal, body[index + 1])) part = { ordinal, text: heading };
    else {
      if (part !== undefined && !isChild(part.ordinal, ordinal)) part = undefined;
      const group = [section, part?.text].filter((text) => text !== undefined).join(' – ');
      rows.push({ number: row.number, cells: row.cells, ...(group === '' ? {} : { group }) });
    }
  });
  return rows;
}

/** The text of a row that carries only a number and a name, or `null`. */
function readHeading(row: BodyRow): string | null {
  const { ordinal, ...rest } = row.cells;
  const texts = Object.values(rest).filter((text) => text !== undefined);
  if (texts.length === 0) return isMergedAcross(row) && ordinal !== undefined ? ordinal : null;
  if (texts.length > 1) return null;
  const [text = ''] = texts;
  return ordinal === undefined ? text : `${ordinal.replace(/[.)]$/, '')}. ${text}`;
}

const isMergedAcross = (row: BodyRow): boolean => row.raw.filter((cell) => cell.continuesLeft).length >= 2;

function isSection(row: BodyRow): boolean {
  const { ordinal, ...rest } = row.cells;
  if (isMergedAcross(row)) return true;
  if (ordinal !== undefined && SECTION_ORDINAL.test(ordinal)) return true;
  return [ordinal, ...Object.values(rest)].some((text) => text !== undefined && SECTION_TEXT.test(text));
}

function isPart(ordinal: string, next: BodyRow | undefined): boolean {
  return ordinal !== '' && isChild(ordinal, next?.cells.ordinal ?? '');
}

/** "1.2" and "a)" stand under "1". */
function isChild(parent: string, ordinal: string): boolean {
  return (
    ordinal.startsWith(`${parent.replace(/[.)]$/, '')}.`) || /^[a-zđ]\)?$/i.test(ordinal) || ordinal === '-'
  );
}
