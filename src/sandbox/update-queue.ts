import { ApiError } from './api-error.ts';
import type { SandboxStore } from './store.ts';
import type { Update, UpdatePayload } from './telegram-types.ts';

const OTHER_POLL =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';

const RETENTION_MS = 24 * 60 * 60 * 1000;
const MAX_BATCH = 100;

/** Kinds that a bot receives only when it asks for them by name. */
const ON_REQUEST = ['chat_member', 'message_reaction', 'message_reaction_count'];

export interface PollRequest {
  offset: number;
  limit: number;
  timeoutSeconds: number;
  /** Ends the wait when the bot hangs up. */
  signal: AbortSignal;
}

/** Updates in the order in which they arose, kept until the bot confirms them or a day has passed. */
export class UpdateQueue {
  readonly #store: SandboxStore;
  readonly #arrivals = new Set<() => void>();
  #currentPoll: AbortController | null = null;
  #isClosed = false;

  constructor(store: SandboxStore) {
    this.#store = store;
  }

  get pendingCount(): number {
    return this.#store.state.updates.length;
  }

  /** Numbers an update and queues it, unless the bot did not ask for its kind. Returns its number or `null`. */
  push(payload: UpdatePayload): number | null {
    const kind = Object.keys(payload)[0] ?? '';
    const { allowedUpdates, nextUpdateId } = this.#store.state;
    const isWanted = allowedUpdates.length > 0 ? allowedUpdates.includes(kind) : !ON_REQUEST.includes(kind);
    if (!isWanted) return null;
    const update = { update_id: nextUpdateId, ...payload };
    this.#store.commit({ kind: 'update', update, queuedAtMs: Date.now() });
    for (const notify of this.#arrivals) notify();
    return nextUpdateId;
  }

  /** The oldest unconfirmed updates, without waiting. */
  pending(limit = MAX_BATCH): Update[] {
    this.#dropExpired();
    return this.#store.state.updates.slice(0, limit).map(({ update }) => update);
  }

  /** Forgets every update before this number. */
  confirm(beforeId: number): void {
    const oldest = this.#store.state.updates[0]?.update.update_id;
    if (oldest !== undefined && oldest < beforeId) this.#store.commit({ kind: 'confirmed', beforeId });
  }

  confirmAll(): void {
    this.confirm(this.#store.state.nextUpdateId);
  }

  /**
   * `getUpdates`: confirms by offset (a negative one keeps only the last ones), then waits until there is something.
   * A newer poll ends an older one. @throws ApiError 409 in the poll that was ended.
   */
  async poll(request: PollRequest): Promise<Update[]> {
    this.endPoll(OTHER_POLL);
    this.#confirmByOffset(request.offset);
    const limit = Math.min(Math.max(request.limit, 1), MAX_BATCH);
    if (this.pending(limit).length === 0 && request.timeoutSeconds > 0 && !this.#isClosed) {
      await this.#waitForArrival(request);
    }
    return this.pending(limit);
  }

  /** Ends the poll that waits, if there is one, with a 409 of these words. */
  endPoll(description: string): void {
    this.#currentPoll?.abort(new ApiError(409, description));
    this.#currentPoll = null;
  }

  /** Resolves when an update arrives or the wait is cut short. */
  waitForNext(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        this.#arrivals.delete(finish);
        signal.removeEventListener('abort', finish);
        resolve();
      };
      this.#arrivals.add(finish);
      signal.addEventListener('abort', finish);
      if (signal.aborted || this.#isClosed) finish();
    });
  }

  /** Ends every wait with what there is. */
  close(): void {
    this.#isClosed = true;
    for (const notify of this.#arrivals) notify();
  }

  async #waitForArrival(request: PollRequest): Promise<void> {
    const ended = new AbortController();
    this.#currentPoll = ended;
    const timeout = AbortSignal.timeout(request.timeoutSeconds * 1000);
    // Node lets a timer that only `any` knows be collected as garbage; somebody who listens keeps it.
    timeout.addEventListener('abort', () => {});
    await this.waitForNext(AbortSignal.any([request.signal, timeout, ended.signal]));
    if (this.#currentPoll === ended) this.#currentPoll = null;
    ended.signal.throwIfAborted();
  }

  #confirmByOffset(offset: number): void {
    if (offset > 0) this.confirm(offset);
    if (offset >= 0) return;
    const firstKept = this.#store.state.updates.at(offset);
    if (firstKept) this.confirm(firstKept.update.update_id);
  }

  #dropExpired(): void {
    const firstFresh = this.#store.state.updates.find(
      ({ queuedAtMs }) => queuedAtMs > Date.now() - RETENTION_MS,
    );
    if (firstFresh) this.confirm(firstFresh.update.update_id);
    else this.confirmAll();
  }
}
