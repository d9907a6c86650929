import { inflateRawSync } from 'node:zlib';

/** One entry of a zip archive, as its central directory declares it. */
export interface ZipEntry {
  name: string;
  method: number;
  compressedSize: number;
  size: number;
  headerOffset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const DEFLATED = 8;

/** The central directory of a zip, or `null` when the bytes are no whole zip. Nothing is unpacked. */
export function readZipDirectory(file: Buffer): ZipEntry[] | null {
  const end = findEnd(file);
  if (end < 0) return null;
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY_SIGNATURE) return null;
    const nameLength = file.readUInt16LE(at + 28);
    entries.push(readEntry(file, at, nameLength));
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(file: Buffer): number {
  const first = Math.max(0, file.length - END_LENGTH - MAX_COMMENT);
  for (let at = file.length - END_LENGTH; at >= first; at -= 1) {
    if (file.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  return -1;
}

function readEntry(file: Buffer, at: number, nameLength: number): ZipEntry {
  return {
    method: file.readUInt16LE(at + 10),
    compressedSize: file.readUInt32LE(at + 20),
    size: file.readUInt32LE(at + 24),
    headerOffset: file.readUInt32LE(at + 42),
    name: file.toString('utf8', at + 46, at + 46 + nameLength),
  };
}

/** The bytes of an entry, or `null` when it is damaged or larger than its directory declares. */
export function inflateEntry(file: Buffer, entry: ZipEntry): Buffer | null {
  const at = entry.headerOffset;
  if (at + 30 > file.length) return null;
  const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const packed = file.subarray(from, from + entry.compressedSize);
  if (entry.method !== DEFLATED) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) });
  } catch {
    return null;
  }
}
