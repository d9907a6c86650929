import { describe, expect, it } from 'vitest';
import { fixZipTimes } from '../../src/documents/fixed-zip.ts';
import { zipOf } from './xlsx/zip-of.ts';

const FILES = { 'a.xml': Buffer.from('<a/>'), 'folder/b.xml': Buffer.from('<b/>'.repeat(50)) };

/** The same archive as made at another moment: every entry carries it twice, beside its content and in the directory. */
function madeAt(time: number, day: number): Buffer {
  const file = zipOf(FILES);
  for (const [signature, at] of [
    ['PK\x03\x04', 10],
    ['PK\x01\x02', 12],
  ] as const) {
    for (let found = file.indexOf(signature); found >= 0; found = file.indexOf(signature, found + 4)) {
      file.writeUInt16LE(time, found + at);
      file.writeUInt16LE(day, found + at + 2);
    }
  }
  return file;
}

describe('the moment at which an archive was made', () => {
  it('leaves no trace in it', () => {
    const [early, late] = [madeAt(0x4000, 0x5ce8), madeAt(0x9abc, 0x5cf1)];
    expect(early.equals(late)).toBe(false);
    expect(fixZipTimes(early)).toEqual(fixZipTimes(late));
  });

  it('is looked for in archives only', () => {
    expect(() => fixZipTimes(Buffer.from('no archive at all'))).toThrow(/no zip archive/);
  });
});
