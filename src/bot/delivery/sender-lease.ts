import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Db } from '../../db/client.ts';
import { holdLease, releaseLease } from '../../db/queries/leases.ts';
import { describeApiError } from './api-errors.ts';

const NAME = 'sender';
/** How long answers wait, at most, after the process that sent them was killed. */
const LEASE_SECONDS = 6;
const RENEW_EVERY_MS = 2000;
/** Given up early, so that a slow database leaves no moment at which two believe that they hold it. */
const MARGIN_MS = 1000;

/** Holds the sender's lease while it can: one process sends. It renews by itself, whatever the sender waits for. */
export class SenderLease {
  readonly #holder = randomUUID();
  #token: number | null = null;
  #endsAt = 0;

  constructor(
    private readonly db: Db,
    private readonly logger: Logger,
    /** Called when the lease was just taken. */
    private readonly onTaken: () => void,
  ) {}

  /** What a claim must show; `null` while somebody else sends, or nobody knows. */
  get current(): { name: string; token: number } | null {
    return this.#token === null || Date.now() >= this.#endsAt ? null : { name: NAME, token: this.#token };
  }

  /** Takes and renews the lease until stopped. */
  async keep(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      await this.#renew();
      await sleep(RENEW_EVERY_MS, undefined, { signal: stop }).catch(() => {});
    }
  }

  /** Lets it go, once nothing is under way any more. */
  async release(): Promise<void> {
    this.#token = null;
    await releaseLease(this.db, NAME, this.#holder).catch(() => {});
  }

  async #renew(): Promise<void> {
    const askedAt = Date.now();
    const had = this.current !== null;
    try {
      this.#token = await holdLease(this.db, NAME, this.#holder, LEASE_SECONDS);
      this.#endsAt = askedAt + LEASE_SECONDS * 1000 - MARGIN_MS;
      if (!had && this.#token !== null) this.onTaken();
    } catch (error) {
      if (had) this.logger.warn({ error: describeApiError(error) }, 'The sender’s lease was not renewed');
    }
  }
}
