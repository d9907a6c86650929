import path from 'node:path';
import { fileJournal, type Journal, memoryJournal } from './journal.ts';
import { type SandboxRecord, SandboxState } from './state.ts';

type Listener = (record: SandboxRecord) => void;

/** The state of the sandbox, its journal, and those who watch it change. */
export class SandboxStore {
  readonly state: SandboxState;
  readonly #journal: Journal<SandboxRecord>;
  readonly #listeners = new Set<Listener>();

  constructor(journal: Journal<SandboxRecord>) {
    this.#journal = journal;
    // A fresh sandbox counts its updates on from the clock of the wall: a bot that remembers an erased sandbox
    // must not take a new update for one that it has seen.
    this.state = new SandboxState(Math.floor(Date.now() / 1000));
    for (const record of journal.read()) this.state.apply(record);
    journal.rewrite([...this.state.snapshot()]);
  }

  /** Writes a fact down, then lets it take effect. */
  commit(record: SandboxRecord): void {
    this.#journal.append(record);
    this.state.apply(record);
    for (const listener of this.#listeners) listener(record);
  }

  /** Calls the listener after every fact from now on; returns what ends that. */
  watch(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#journal.close();
  }
}

/** Opens the store of a data folder, or one in memory when there is none. */
export function openStore(dataDir: string | null): SandboxStore {
  return new SandboxStore(
    dataDir === null ? memoryJournal() : fileJournal(path.join(dataDir, 'journal.jsonl')),
  );
}
