import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

/** An append-only file of one JSON record a line. */
export interface Journal<T> {
  /** What earlier runs wrote, oldest first. */
  read(): T[];
  append(record: T): void;
  /** Replaces everything written so far by these records, at once. */
  rewrite(records: readonly T[]): void;
  close(): void;
}

/** A journal that keeps nothing, for a sandbox that lives in memory. */
export function memoryJournal<T>(): Journal<T> {
  return { read: () => [], append: () => {}, rewrite: () => {}, close: () => {} };
}

/** A journal in a file, written through at each append so that a killed process loses at most its last line. */
export function fileJournal<T>(file: string): Journal<T> {
  mkdirSync(path.dirname(file), { recursive: true });
  let descriptor = openSync(file, 'a');
  return {
    read: () => readRecords<T>(file),
    append: (record) => {
      writeSync(descriptor, `${JSON.stringify(record)}\n`);
    },
    rewrite: (records) => {
      writeFileSync(`${file}.new`, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
      closeSync(descriptor);
      renameSync(`${file}.new`, file);
      descriptor = openSync(file, 'a');
    },
    close: () => closeSync(descriptor),
  };
}

function readRecords<T>(file: string): T[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  // A process killed in the middle of a write leaves its last line unfinished.
  lines.pop();
  return lines.map((line) => JSON.parse(line) as T);
}
