/** The campaign's business clock: it runs as the wall's does, from wherever it is moved to. */
export class MovableClock {
  #aheadMs = 0;

  now(): Date {
    return new Date(Date.now() + this.#aheadMs);
  }

  /** @param businessAt milliseconds since 1970 */
  moveTo(businessAt: number): void {
    this.#aheadMs = businessAt - Date.now();
  }

  /** How far it stands before the wall's clock; less than nothing when behind. */
  aheadMs(): number {
    return this.#aheadMs;
  }
}
