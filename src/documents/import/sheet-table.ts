/** What a table file holds once its layout (titles, merged cells, group rows) is understood. */

export interface GridCell {
  text: string;
  /** Part of a merge whose text stands in a column to the left. */
  continuesLeft: boolean;
  /** Part of a merge whose text stands in a row above; the text is repeated here. */
  continuesAbove: boolean;
}

export interface GridRow {
  /** Row number as the office sees it in Excel, from 1. */
  number: number;
  cells: GridCell[];
}

/** A sheet (or a table of a document) before anything in it is understood. */
export interface SheetGrid {
  name: string;
  rows: GridRow[];
}

export type TableKind = 'tasks' | 'people' | 'units';

export interface SheetRow {
  number: number;
  /** Cell texts by column key; empty cells are absent. */
  cells: Partial<Record<string, string>>;
  /** The heading rows above it: "I. Chuyển đổi số". */
  group?: string;
}

export interface SheetTable {
  sheet: string;
  kind: TableKind;
  /** Column key → header as the office wrote it. */
  columns: Partial<Record<string, string>>;
  /** Headers that mean nothing to us, kept so that the preview can name them. */
  ignored: string[];
  rows: SheetRow[];
}

/** What a workbook is for: people (with or without their units), tasks, or neither. */
export function recogniseWorkbook(tables: readonly SheetTable[]): 'people' | 'tasks' | 'unknown' {
  if (tables.some((table) => table.kind === 'tasks')) return 'tasks';
  return tables.length > 0 ? 'people' : 'unknown';
}
