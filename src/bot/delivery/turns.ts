import type { Pace } from './pace.ts';

/** A message's turn at the Bot API; it is given back when the call has ended, and giving it back twice is harmless. */
export interface Turn {
  end(): void;
}

interface Waiting {
  chatId: number;
  isUrgent: boolean;
  go(turn: Turn | null): void;
}

const LONGEST_TIMER_MS = 60_000;

/** Lets messages go one by one as the pace allows: answers before bulk, otherwise first come, first served. */
export class Turns {
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly pace: Pace) {}

  /** Waits for this chat's turn; `null` when waiting was given up. */
  take(chatId: number, isUrgent: boolean, giveUp?: AbortSignal): Promise<Turn | null> {
    if (giveUp?.aborted) return Promise.resolve(null);
    return new Promise((resolve) => {
      const onGivenUp = () => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        resolve(null);
      };
      const waiting: Waiting = {
        chatId,
        isUrgent,
        go: (turn) => {
          giveUp?.removeEventListener('abort', onGivenUp);
          resolve(turn);
        },
      };
      giveUp?.addEventListener('abort', onGivenUp, { once: true });
      this.#waiting.splice(this.#placeFor(isUrgent), 0, waiting);
      this.#letGo();
    });
  }

  #placeFor(isUrgent: boolean): number {
    const firstBulk = this.#waiting.findIndex((waiting) => !waiting.isUrgent);
    return isUrgent && firstBulk >= 0 ? firstBulk : this.#waiting.length;
  }

  /** Lets go whoever may, and comes back when the next one may. */
  #letGo(): void {
    let lookAgainAt = Number.POSITIVE_INFINITY;
    const staying: Waiting[] = [];
    const going: { waiting: Waiting; turn: Turn }[] = [];
    for (const waiting of this.#waiting) {
      const now = Date.now();
      const readyAt = this.pace.readyAt(waiting.chatId, now, waiting.isUrgent);
      if (readyAt <= now) going.push({ waiting, turn: this.#begin(waiting.chatId, now) });
      else {
        staying.push(waiting);
        lookAgainAt = Math.min(lookAgainAt, readyAt);
      }
    }
    this.#waiting = staying;
    this.#lookAgain(lookAgainAt);
    for (const { waiting, turn } of going) waiting.go(turn);
  }

  #begin(chatId: number, now: number): Turn {
    const message = this.pace.begin(chatId, now);
    let isOver = false;
    return {
      end: () => {
        if (isOver) return;
        isOver = true;
        message.end(Date.now());
        this.#letGo();
      },
    };
  }

  #lookAgain(at: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (at === Number.POSITIVE_INFINITY) return;
    const inMs = Math.min(Math.max(1, Math.ceil(at - Date.now())), LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => this.#letGo(), inMs);
  }
}
