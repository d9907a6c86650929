/**
 * Lets one loop wake another inside the process. A wake that comes while nobody waits is kept, so none is lost; the
 * waiter also wakes by itself after a while, so that rows written by another process are seen.
 */
export class WakeSignal {
  #isRung = false;
  #waiters = new Set<() => void>();

  /** Wakes all who wait, or the next who will. */
  ring(): void {
    this.#isRung = true;
    for (const wake of this.#waiters) wake();
  }

  /** Waits for a ring, at most so many real milliseconds. */
  async wait(milliseconds: number, stop: AbortSignal): Promise<void> {
    if (this.#isRung || stop.aborted) {
      this.#isRung = false;
      return;
    }
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        stop.removeEventListener('abort', done);
        this.#waiters.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      stop.addEventListener('abort', done);
      this.#waiters.add(done);
    });
    this.#isRung = false;
  }
}
