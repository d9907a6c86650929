import {
  AlignmentType,
  BorderStyle,
  Document,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { millimetres, points } from '../docx/measures.ts';
import { centred, runOf } from '../docx/paragraphs.ts';
import { makeQrCode } from './qr-code.ts';

/** What the sheet says; the words come from whoever calls. */
export interface InvitationSheet {
  title: string;
  note: string;
  people: readonly { name: string; title: string | null; link: string }[];
}

const COLUMNS = 2;
const CELL_WIDTH = 85;
const QR_PIXELS = 130;
const FONT = 'Times New Roman';

/** A sheet to print and cut apart: a QR code and a link for each person, two in a row. */
export async function makeInvitationSheet(sheet: InvitationSheet): Promise<Buffer> {
  const cells = await Promise.all(sheet.people.map(invitationCell));
  const rows: TableRow[] = [];
  for (let start = 0; start < cells.length; start += COLUMNS) {
    const pair = cells.slice(start, start + COLUMNS);
    while (pair.length < COLUMNS) pair.push(emptyCell());
    rows.push(new TableRow({ cantSplit: true, children: pair }));
  }
  const document = new Document({
    styles: { default: { document: { run: { font: FONT } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: millimetres(210), height: millimetres(297) },
            margin: {
              top: millimetres(20),
              bottom: millimetres(20),
              left: millimetres(20),
              right: millimetres(20),
            },
          },
        },
        children: [
          centred(sheet.title, { size: points(14), bold: true }, 6),
          centred(sheet.note, { size: points(12), italics: true }, 12),
          new Table({
            layout: TableLayoutType.FIXED,
            width: { size: millimetres(CELL_WIDTH * COLUMNS), type: WidthType.DXA },
            columnWidths: Array.from({ length: COLUMNS }, () => millimetres(CELL_WIDTH)),
            rows,
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const DASHED = { style: BorderStyle.DASHED, size: 4, color: '808080' };

const cellOf = (children: Paragraph[]): TableCell =>
  new TableCell({
    width: { size: millimetres(CELL_WIDTH), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    borders: { top: DASHED, bottom: DASHED, left: DASHED, right: DASHED },
    children,
  });

const emptyCell = (): TableCell => cellOf([new Paragraph({})]);

async function invitationCell({ name, title, link }: InvitationSheet['people'][number]): Promise<TableCell> {
  const picture = new ImageRun({
    type: 'png',
    data: await makeQrCode(link),
    transformation: { width: QR_PIXELS, height: QR_PIXELS },
    altText: { name: 'qr', title: name, description: link },
  });
  return cellOf([
    centred(name, { size: points(13), bold: true }),
    ...(title === null ? [] : [centred(title, { size: points(11) })]),
    new Paragraph({ alignment: AlignmentType.CENTER, children: [picture] }),
    new Paragraph({ alignment: AlignmentType.CENTER, children: runOf(link, { size: points(8) }) }),
  ]);
}
