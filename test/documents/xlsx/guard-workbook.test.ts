import { describe, expect, it } from 'vitest';
import { readTables } from '../../../src/documents/xlsx/read-tables.ts';
import { aWorkbook } from './office-workbook.ts';
import { zipOf } from './zip-of.ts';

const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

async function refusalOf(file: Buffer): Promise<string | null> {
  const result = await readTables(file);
  return 'refused' in result ? result.refused.code : null;
}

const goodWorkbook = () =>
  aWorkbook((sheet) =>
    sheet.addRows([
      ['Nhiệm vụ', 'Chủ trì', 'Hạn'],
      ['Việc', 'VP', '15/7'],
    ]),
  );

const workbookWith = (name: string, content: Buffer): Buffer =>
  zipOf({ 'xl/workbook.xml': Buffer.from('<workbook/>'), [name]: content });

describe('a file that is not what it says', () => {
  it('is refused when it is text, empty or another zip', async () => {
    expect(await refusalOf(Buffer.from('Mã;Nội dung;Chủ trì\n'))).toBe('notSpreadsheet');
    expect(await refusalOf(Buffer.alloc(0))).toBe('notSpreadsheet');
    expect(await refusalOf(zipOf({ 'word/document.xml': Buffer.from('<w:document/>') }))).toBe(
      'notSpreadsheet',
    );
  });

  it('is refused when it is an old .xls or encrypted', async () => {
    expect(await refusalOf(Buffer.concat([COMPOUND_FILE, Buffer.alloc(600)]))).toBe('oldFormat');
    const encrypted = Buffer.concat([
      COMPOUND_FILE,
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await refusalOf(encrypted)).toBe('encrypted');
  });

  it('is refused when it is cut off, garbled, or has no readable workbook', async () => {
    const good = await goodWorkbook();
    expect(await refusalOf(good)).toBeNull();
    expect(await refusalOf(good.subarray(0, good.length / 2))).toBe('damaged');
    expect(await refusalOf(zipOf({ 'xl/workbook.xml': Buffer.from('not xml at all <') }))).toMatch(
      /damaged|noHeader/,
    );
  });
});

describe('a dangerous file', () => {
  it('is refused when it carries macros', async () => {
    expect(await refusalOf(workbookWith('xl/vbaProject.bin', Buffer.from('macro')))).toBe('macro');
  });

  it('is refused when it unpacks to far more than it weighs', async () => {
    expect(await refusalOf(workbookWith('xl/media/a.bin', Buffer.alloc(8_000_000)))).toBe('bomb');
  });

  it('is refused when its directory lies about the size', async () => {
    const file = workbookWith('xl/media/a.bin', Buffer.alloc(8_000_000));
    const entry = file.lastIndexOf(Buffer.from('xl/media/a.bin'));
    file.writeUInt32LE(1000, entry - 46 + 24);
    expect(await refusalOf(file)).toBe('damaged');
  });

  it('is refused when a merge spans a whole sheet', async () => {
    const sheet = Buffer.from(
      '<worksheet><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
    );
    expect(await refusalOf(workbookWith('xl/worksheets/sheet1.xml', sheet))).toBe('mergedTooWide');
  });

  it('is refused over 10 MB', async () => {
    expect(await refusalOf(Buffer.alloc(10 * 1024 * 1024 + 1))).toBe('tooLarge');
  });

  it('is refused with more rows than a department has tasks', async () => {
    const rows = Array.from({ length: 20_001 }, (_, index) => [`Việc ${index}`, 'VP', '15/7/2026']);
    const file = await aWorkbook((sheet) => sheet.addRows([['Nhiệm vụ', 'Chủ trì', 'Hạn'], ...rows]));
    expect(await refusalOf(file)).toBe('tooManyRows');
  });
});
