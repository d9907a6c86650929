import type { Row, Worksheet } from 'exceljs';
import type { GridCell, GridRow, SheetGrid } from '../../documents/import/sheet-table.ts';
import { readCellText } from './cell-text.ts';

const MAX_COLUMNS = 60;
const EMPTY: GridCell = { text: '', continuesLeft: false, continuesAbove: false };

/** A worksheet as rows of clean texts; the text of a merge stands in each of its rows. Hidden rows count too. */
export function readGrid(sheet: Worksheet): SheetGrid {
  const rows: GridRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    rows.push({ number, cells: readCells(row) });
  });
  return { name: sheet.name, rows };
}

function readCells(row: Row): GridCell[] {
  const width = Math.min(row.cellCount, MAX_COLUMNS);
  return Array.from({ length: width }, (_, index) => readCell(row, index + 1));
}

function readCell(row: Row, column: number): GridCell {
  const cell = row.getCell(column);
  const master = cell.isMerged ? cell.master : cell;
  const text = readCellText(master);
  if (text === '') return EMPTY;
  return {
    text,
    continuesLeft: Number(master.col) < column,
    continuesAbove: Number(master.row) < row.number,
  };
}
