import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { millimetres, TABLE_SIZE } from './measures.ts';
import { runOf } from './paragraphs.ts';

export interface DocumentColumn<Row> {
  header: string;
  /** In millimetres. */
  width: number;
  align?: 'left' | 'center';
  cell: (row: Row, index: number) => string;
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const ALL_LINES = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_LINES = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE };
const CELL_MARGINS = { top: 30, bottom: 30, left: 80, right: 80 };

/** A bordered table whose header stands on every page and whose rows are never torn. */
export function dataTable<Row>(columns: readonly DocumentColumn<Row>[], rows: readonly Row[]): Table {
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ header: text, width }) =>
      textCell(text, { width, align: 'center', bold: true }),
    ),
  });
  const body = rows.map(
    (row, index) =>
      new TableRow({
        cantSplit: true,
        children: columns.map(({ cell, width, align = 'left' }) =>
          textCell(cell(row, index), { width, align }),
        ),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: columns.map(({ width }) => millimetres(width)),
    width: { size: columns.reduce((sum, { width }) => sum + millimetres(width), 0), type: WidthType.DXA },
    rows: [header, ...body],
  });
}

function textCell(
  text: string,
  look: { width: number; align: 'left' | 'center'; bold?: boolean },
): TableCell {
  return new TableCell({
    width: { size: millimetres(look.width), type: WidthType.DXA },
    borders: ALL_LINES,
    margins: CELL_MARGINS,
    verticalAlign: look.bold === true ? VerticalAlign.CENTER : VerticalAlign.TOP,
    children: [
      new Paragraph({
        alignment: look.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
        spacing: { before: 0, after: 0 },
        children: runOf(text, { size: TABLE_SIZE, bold: look.bold === true }),
      }),
    ],
  });
}

/** Columns of text side by side without lines, as at the head and the end of a document. Widths in mm. */
export function sideBySide(columns: readonly { width: number; children: readonly FileChild[] }[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: columns.map(({ width }) => millimetres(width)),
    width: { size: columns.reduce((sum, { width }) => sum + millimetres(width), 0), type: WidthType.DXA },
    borders: { ...NO_LINES, insideHorizontal: NO_LINE, insideVertical: NO_LINE },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          ({ width, children }) =>
            new TableCell({
              width: { size: millimetres(width), type: WidthType.DXA },
              borders: NO_LINES,
              margins: { top: 0, bottom: 0, left: 0, right: 0 },
              children: children as (Paragraph | Table)[],
            }),
        ),
      }),
    ],
  });
}
