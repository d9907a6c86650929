const LOCAL_SIGNATURE = 0x04034b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
/** 1 January 1980, 00:00: the first moment that a zip can name. */
const FIRST_DAY = 0x21;

/**
 * The same archive with one fixed moment on all of its entries, so that the same content gives the same bytes. Changes
 * the buffer that it is given.
 */
export function fixZipTimes(file: Buffer): Buffer {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + END_LENGTH > file.length || file.readUInt32LE(end) !== END_SIGNATURE) {
    throw new Error('These bytes are no zip archive');
  }
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (file.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error('The archive has a damaged directory');
    setTime(file, at + 12);
    const local = file.readUInt32LE(at + 42);
    if (file.readUInt32LE(local) !== LOCAL_SIGNATURE) throw new Error('The archive has a damaged entry');
    setTime(file, local + 10);
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return file;
}

function setTime(file: Buffer, at: number): void {
  file.writeUInt16LE(0, at);
  file.writeUInt16LE(FIRST_DAY, at + 2);
}
