import { columnOf, REQUIRED_COLUMNS } from './columns.ts';
import type { GridRow, SheetGrid, TableKind } from './sheet-table.ts';

interface HeaderColumn {
  index: number;
  key: string;
  header: string;
}

export interface Header {
  kind: TableKind;
  columns: HeaderColumn[];
  /** Columns of crosses ("Trọng tâm": x). */
  marks: HeaderColumn[];
  ignored: string[];
  /** Index in the grid of the first row under the header. */
  bodyFrom: number;
}

const KINDS: readonly TableKind[] = ['tasks', 'people', 'units'];
const ROWS_SEARCHED = 60;

/** The header of a sheet: the one or two lines that name most known columns, wherever titles push them. */
export function findHeader(grid: SheetGrid): Header | null {
  let best: Header | null = null;
  for (let at = 0; at < Math.min(grid.rows.length, ROWS_SEARCHED); at += 1) {
    for (const header of headersAt(grid, at)) {
      if (best === null || score(header) > score(best)) best = header;
    }
  }
  return best && { ...best, bodyFrom: skipColumnNumbers(grid, best.bodyFrom) };
}

function headersAt(grid: SheetGrid, at: number): Header[] {
  const row = grid.rows[at];
  if (row === undefined) return [];
  const above = grid.rows[at - 1];
  return KINDS.flatMap((kind) => [
    readHeader(kind, headerTexts(row, undefined), at),
    readHeader(kind, headerTexts(row, above), at),
  ]).filter(hasRequiredColumns);
}

const score = (header: Header): number => header.columns.length + header.marks.length;

function hasRequiredColumns(header: Header): boolean {
  const keys = new Set(header.columns.map((column) => column.key));
  return REQUIRED_COLUMNS[header.kind].every((oneOf) => oneOf.some((key) => keys.has(key)));
}

/** For each column, the spellings to try: its own line, then joined with the line above it. */
function headerTexts(row: GridRow, above: GridRow | undefined): string[][] {
  return row.cells.map((cell, index) => {
    const upper = above?.cells[index]?.text ?? '';
    if (cell.text === '') return [upper];
    if (upper === '' || upper === cell.text) return [cell.text];
    return [`${upper} ${cell.text}`, cell.text];
  });
}

function readHeader(kind: TableKind, texts: readonly string[][], at: number): Header {
  const header: Header = { kind, columns: [], marks: [], ignored: [], bodyFrom: at + 1 };
  const taken = new Set<string>();
  texts.forEach((spellings, index) => {
    const known = spellings
      .map((text) => ({ text, key: columnOf(kind, text) }))
      .find(({ key }) => key !== null);
    const shown = spellings.at(-1) ?? '';
    if (known?.key === 'mark') header.marks.push({ index, key: 'mark', header: shown });
    else if (known?.key && !taken.has(known.key)) {
      taken.add(known.key);
      header.columns.push({ index, key: known.key, header: shown });
    } else if (shown !== '') header.ignored.push(shown);
  });
  return nameDeadline(header);
}

/** "Ngày hoàn thành" beside a deadline is when it was done; alone, it is when it is due. */
function nameDeadline(header: Header): Header {
  const keys = new Set(header.columns.map((column) => column.key));
  if (keys.has('deadline') || keys.has('state') || !keys.has('completedOn')) return header;
  const columns = header.columns.map((column) =>
    column.key === 'completedOn' ? { ...column, key: 'deadline' } : column,
  );
  return { ...header, columns };
}

/** Many tables number their columns under the header: (1) (2) (3), or A B 1 2. */
function skipColumnNumbers(grid: SheetGrid, bodyFrom: number): number {
  const texts = (grid.rows[bodyFrom]?.cells ?? []).map((cell) => cell.text).filter((text) => text !== '');
  const areNumbers = texts.length >= 3 && texts.every((text) => /^\(?([0-9]{1,2}|[A-H])\)?$/i.test(text));
  return areNumbers ? bodyFrom + 1 : bodyFrom;
}
