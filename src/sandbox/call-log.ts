import { fileJournal, type Journal, memoryJournal } from './journal.ts';

const KEPT_IN_MEMORY = 20_000;

/** How a call ended for the bot: with an answer, with a cut line before or after the effect, or never. */
export type CallEnd = 'answered' | 'cutBefore' | 'cutAfter' | 'hung';

/** One call of the bot whose end is known. Never holds a text: only how long it was, and its digest. */
export interface CallRecord {
  /** Real time at which the call came in, ISO 8601: pace is measured against it, not against business time. */
  at: string;
  /** The sandbox's clock at the same moment, ISO 8601. */
  businessAt: string;
  method: string;
  chatId: number | null;
  /** The bot was answered `ok: true`. */
  ok: boolean;
  errorCode?: number;
  /** Seconds to wait, as a 429 said. */
  retryAfter?: number;
  /** Whether the sandbox did what was asked, whatever the bot heard of it. */
  tookEffect: boolean;
  end: CallEnd;
  /** The message that the call created or edited; an album's first. */
  messageId: number | null;
  /** Of the text or caption and the keyboard, as they were sent; `null` when the call had none of them. */
  digest: string | null;
  textLength: number;
}

/** The newest calls of the bot, oldest first; all of them in a file when one is given. */
export class CallLog {
  readonly #file: Journal<CallRecord>;
  #calls: CallRecord[] = [];
  #isClosed = false;

  constructor(file: string | null) {
    this.#file = file === null ? memoryJournal() : fileJournal(file);
  }

  /** Writes a call down; one that ends because the sandbox closes is no longer written. */
  add(call: CallRecord): void {
    if (this.#isClosed) return;
    this.#file.append(call);
    this.#calls.push(call);
    // Halving now and then is cheaper than shifting at every call.
    if (this.#calls.length > KEPT_IN_MEMORY) this.#calls = this.#calls.slice(KEPT_IN_MEMORY / 2);
  }

  calls(): readonly CallRecord[] {
    return this.#calls;
  }

  close(): void {
    this.#isClosed = true;
    this.#file.close();
  }
}
