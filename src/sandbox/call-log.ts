import { fileJournal, type Journal, memoryJournal } from './journal.ts';

const KEPT_IN_MEMORY = 20_000;

/** One finished call of the bot. Never holds a text: only how long it was. */
export interface CallRecord {
  /** Real time, ISO 8601: pace is measured against Telegram's limits, not against business time. */
  at: string;
  method: string;
  chatId: number | null;
  ok: boolean;
  errorCode?: number;
  textLength: number;
}

/** The newest calls of the bot, oldest first; all of them in a file when one is given. */
export class CallLog {
  readonly #file: Journal<CallRecord>;
  #calls: CallRecord[] = [];

  constructor(file: string | null) {
    this.#file = file === null ? memoryJournal() : fileJournal(file);
  }

  add(call: CallRecord): void {
    this.#file.append(call);
    this.#calls.push(call);
    // Halving now and then is cheaper than shifting at every call.
    if (this.#calls.length > KEPT_IN_MEMORY) this.#calls = this.#calls.slice(KEPT_IN_MEMORY / 2);
  }

  calls(): readonly CallRecord[] {
    return this.#calls;
  }

  close(): void {
    this.#file.close();
  }
}
