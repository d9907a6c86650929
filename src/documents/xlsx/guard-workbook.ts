import { type Refusal, refuse } from './refusal.ts';
import { inflateEntry, readZipDirectory, type ZipEntry } from './zip-directory.ts';

const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
const MAX_RATIO = 200;
const MAX_ROWS = 20_000;
/** Merged cells are unfolded one by one when the sheet is opened. */
const MAX_MERGED_CELLS = 200_000;
/** Any part may turn out to be a sheet: the workbook names its sheets as it likes. */
const PART = /\.xml$/i;
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

/** Looks at the bytes of a would-be .xlsx before anything parses them; `null` when it may be opened. */
export function guardWorkbook(file: Buffer): { refused: Refusal } | null {
  if (file.length > MAX_FILE_BYTES) return refuse('tooLarge');
  if (file.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE)) {
    return refuse(file.includes(ENCRYPTED_STREAM) ? 'encrypted' : 'oldFormat');
  }
  const entries = readZipDirectory(file);
  if (entries === null) return refuse(file.subarray(0, 2).toString() === 'PK' ? 'damaged' : 'notSpreadsheet');
  return guardEntries(file, entries);
}

function guardEntries(file: Buffer, entries: readonly ZipEntry[]): { refused: Refusal } | null {
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (unpacked > MAX_UNPACKED_BYTES || unpacked / file.length > MAX_RATIO) return refuse('bomb');
  if (entries.some((entry) => /vbaProject\.bin$/i.test(entry.name))) return refuse('macro');
  if (!entries.some((entry) => entry.name === 'xl/workbook.xml')) return refuse('notSpreadsheet');
  return guardContents(file, entries);
}

/** Unpacks entry by entry, never beyond the declared size: a directory that lies is a bomb. */
function guardContents(file: Buffer, entries: readonly ZipEntry[]): { refused: Refusal } | null {
  for (const entry of entries) {
    const bytes = inflateEntry(file, entry);
    if (bytes === null) return refuse('damaged');
    const refused = PART.test(entry.name) ? guardSheet(bytes) : null;
    if (refused !== null) return refused;
  }
  return null;
}

function guardSheet(sheet: Buffer): { refused: Refusal } | null {
  if (countRows(sheet) > MAX_ROWS) return refuse('tooManyRows');
  return countMergedCells(sheet.toString('latin1')) > MAX_MERGED_CELLS ? refuse('mergedTooWide') : null;
}

function countMergedCells(sheet: string): number {
  const ranges = sheet.matchAll(/<mergeCell\b[^>]*\bref=["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']/gi);
  return [...ranges].reduce((sum, [, left = '', top, right = '', bottom]) => {
    const width = Math.abs(columnNumber(right) - columnNumber(left)) + 1;
    return sum + width * (Math.abs(Number(bottom) - Number(top)) + 1);
  }, 0);
}

/** A = 1 … Z = 26, AA = 27. */
const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.toUpperCase().charCodeAt(0) - 64, 0);

function countRows(sheet: Buffer): number {
  let count = 0;
  for (let at = sheet.indexOf('<row'); at >= 0; at = sheet.indexOf('<row', at + 4)) count += 1;
  return count;
}
