import { appendFileSync } from 'node:fs';
import type { JournalEntry } from './evidence.ts';

/** What the campaign did, kept in a file as it happens: a campaign that breaks off still tells what it did. */
export class CampaignJournal {
  readonly #entries: JournalEntry[] = [];

  constructor(private readonly file: string) {}

  add(entry: JournalEntry): void {
    this.#entries.push(entry);
    appendFileSync(this.file, `${JSON.stringify(entry)}\n`);
  }

  entries(): readonly JournalEntry[] {
    return this.#entries;
  }
}
