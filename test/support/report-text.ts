import { inflateEntry, readZipDirectory } from '../../src/documents/xlsx/zip-directory.ts';

/** An entry of a zip as text. */
export function readEntry(file: Buffer, name: string): string {
  const entry = readZipDirectory(file)?.find((one) => one.name === name);
  const bytes = entry === undefined ? null : inflateEntry(file, entry);
  if (bytes === null) throw new Error(`The archive has no ${name}`);
  return bytes.toString('utf8');
}

const decode = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const textOf = (xml: string): string =>
  decode(
    [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)].map((found) => found[1] ?? '\n').join(''),
  );

/** What a docx says, a paragraph a line. */
export const readParagraphs = (file: Buffer): string[] =>
  [...readEntry(file, 'word/document.xml').matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)].map(([xml]) =>
    textOf(xml),
  );

/** The tables of a docx: rows of cells as text. */
export const readDocxTables = (file: Buffer): string[][][] =>
  [...readEntry(file, 'word/document.xml').matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)),
    ),
  );
