import { deflateRawSync } from 'node:zlib';

const DEFLATED = 8;

/** A zip archive of these files; enough of the format for what only looks at its directory. */
export function zipOf(files: Readonly<Record<string, Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const sizes = { name: Buffer.from(name), packed: packed.length, size: content.length, offset };
    const local = Buffer.concat([header(0x04034b50, 30, 8, 18, sizes), sizes.name, packed]);
    directory.push(header(0x02014b50, 46, 10, 20, sizes), sizes.name);
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  return Buffer.concat([...locals, entries, endOf(Object.keys(files).length, entries.length, offset)]);
}

interface Sizes {
  name: Buffer;
  packed: number;
  size: number;
  offset: number;
}

function header(signature: number, length: number, methodAt: number, sizesAt: number, sizes: Sizes): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(DEFLATED, methodAt);
  bytes.writeUInt32LE(sizes.packed, sizesAt);
  bytes.writeUInt32LE(sizes.size, sizesAt + 4);
  bytes.writeUInt16LE(sizes.name.length, sizesAt + 8);
  if (length === 46) bytes.writeUInt32LE(sizes.offset, 42);
  return bytes;
}

function endOf(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}
