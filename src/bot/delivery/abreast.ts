/** A message that is between its claim and its mark. */
export interface AbreastPlace {
  /** The call leaves now. Only the call may cost the place its claim to patience: a slow database must hold others up. */
  callBegins(): void;
  callEnds(): void;
  leave(): void;
}

/** A call that takes longer than this is slow on its own account, and keeps nobody else waiting. */
const USUAL_CALL_MS = 3000;

/**
 * Bounds how many messages are claimed and not yet marked. Each of them is sent once more after a kill, so there
 * should be few; and a database that cannot keep up with the marks slows the sending, not the other way round.
 */
export class Abreast {
  #inside = 0;
  readonly #urgent: (() => void)[] = [];
  readonly #others: (() => void)[] = [];

  constructor(private readonly limit: number) {}

  /** Waits for a free place, those in a hurry first. */
  async enter(isUrgent: boolean): Promise<AbreastPlace> {
    if (this.#inside < this.limit) this.#inside += 1;
    else await new Promise<void>((resolve) => (isUrgent ? this.#urgent : this.#others).push(resolve));
    let isInside = true;
    let timer: NodeJS.Timeout | undefined;
    const leave = () => {
      clearTimeout(timer);
      if (!isInside) return;
      isInside = false;
      this.#letNextIn();
    };
    return {
      callBegins: () => {
        timer = setTimeout(leave, USUAL_CALL_MS);
      },
      callEnds: () => clearTimeout(timer),
      leave,
    };
  }

  /** The place goes straight to whoever waits longest. */
  #letNextIn(): void {
    const next = this.#urgent.shift() ?? this.#others.shift();
    if (next === undefined) this.#inside -= 1;
    else next();
  }
}
