import { randomBytes } from 'node:crypto';
import type { SandboxState } from './state.ts';

/** How long Telegram lets a press be answered; real time, for it is the waiting of a person's telephone. */
const ANSWER_WITHIN_MS = 15 * 60 * 1000;

/** What a button press was answered with: a passing line, or an alert to be closed. */
export interface CallbackAnswer {
  queryId: string;
  userId: number;
  text: string;
  isAlert: boolean;
}

interface OpenPress {
  userId: number;
  pressedAtMs: number;
}

/** Button presses, those that wait for their answer and those that have it. */
export class CallbackLedger {
  readonly #open = new Map<string, OpenPress>();
  readonly #answers = new Map<string, CallbackAnswer>();

  /** Presses that were queued before a restart can still be answered. */
  constructor(state: SandboxState) {
    for (const { update, queuedAtMs } of state.updates) {
      if (update.callback_query)
        this.#add(update.callback_query.id, update.callback_query.from.id, queuedAtMs);
    }
  }

  /** Opens a press and returns its query id. */
  open(userId: number): string {
    const queryId = randomBytes(8).readBigUInt64BE().toString();
    this.#add(queryId, userId, Date.now());
    return queryId;
  }

  /** Answers a press; returns `null` when it is unknown, answered before or too old. */
  answer(queryId: string, text: string, isAlert: boolean): CallbackAnswer | null {
    const press = this.#open.get(queryId);
    this.#open.delete(queryId);
    if (!press || press.pressedAtMs < Date.now() - ANSWER_WITHIN_MS) return null;
    const answer = { queryId, userId: press.userId, text, isAlert };
    this.#answers.set(queryId, answer);
    return answer;
  }

  answerOf(queryId: string): CallbackAnswer | undefined {
    return this.#answers.get(queryId);
  }

  #add(queryId: string, userId: number, pressedAtMs: number): void {
    this.#open.set(queryId, { userId, pressedAtMs });
  }
}
