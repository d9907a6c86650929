import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Clock } from '../app/use-case.ts';

/** Wednesday of a working week in which something is due every day of the sample department. */
export const SANDBOX_START = new Date('2026-07-08T09:00:00+07:00');

/** A business clock that runs with real time and can be put forward; where it stands outlives the process. */
export class MovableClock implements Clock {
  readonly #file: string;
  #offsetMs: number;

  constructor(file: string) {
    this.#file = file;
    this.#offsetMs = readOffset(file) ?? SANDBOX_START.getTime() - Date.now();
    this.#save();
  }

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  set(instant: Date): void {
    this.#offsetMs = instant.getTime() - Date.now();
    this.#save();
  }

  #save(): void {
    writeFileSync(`${this.#file}.part`, JSON.stringify({ offsetMs: this.#offsetMs }));
    renameSync(`${this.#file}.part`, this.#file);
  }
}

function readOffset(file: string): number | null {
  try {
    const { offsetMs } = JSON.parse(readFileSync(file, 'utf8')) as { offsetMs?: unknown };
    return typeof offsetMs === 'number' ? offsetMs : null;
  } catch {
    return null;
  }
}
