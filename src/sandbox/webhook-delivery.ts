import { setTimeout as sleep } from 'node:timers/promises';
import type { WebhookSetting } from './state.ts';
import type { SandboxStore } from './store.ts';
import type { Update } from './telegram-types.ts';
import type { UpdateQueue } from './update-queue.ts';

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 30_000;
const REQUEST_TIMEOUT_MS = 60_000;

/** Brings updates to the bot's webhook one by one, each again until it is answered with 2xx. */
export class WebhookDelivery {
  readonly #store: SandboxStore;
  readonly #updates: UpdateQueue;
  readonly #stopped = new AbortController();
  readonly #finished: Promise<void>;

  constructor(store: SandboxStore, updates: UpdateQueue) {
    this.#store = store;
    this.#updates = updates;
    this.#finished = this.#run();
  }

  async close(): Promise<void> {
    this.#stopped.abort();
    await this.#finished;
  }

  async #run(): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    while (!this.#stopped.signal.aborted) {
      const { webhook } = this.#store.state;
      const update = webhook ? this.#updates.pending(1)[0] : undefined;
      if (!webhook || !update) await this.#waitForWork();
      else if (await this.#deliver(webhook, update)) {
        this.#updates.confirm(update.update_id + 1);
        retryMs = FIRST_RETRY_MS;
      } else {
        await sleep(retryMs, undefined, { signal: this.#stopped.signal }).catch(() => {});
        retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
      }
    }
  }

  async #deliver(webhook: WebhookSetting, update: Update): Promise<boolean> {
    const secret = webhook.secretToken;
    const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    // Node lets a timer that only `any` knows be collected as garbage; somebody who listens keeps it.
    timeout.addEventListener('abort', () => {});
    try {
      const response = await fetch(webhook.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.any([this.#stopped.signal, timeout]),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }

  /** Resolves when an update is queued, the webhook changes or the sandbox closes. */
  async #waitForWork(): Promise<void> {
    const { signal } = this.#stopped;
    let stopWaiting = () => {};
    await new Promise<void>((resolve) => {
      const finish = () => resolve();
      const stopWatching = this.#store.watch(({ kind }) => {
        if (kind === 'update' || kind === 'webhook') finish();
      });
      signal.addEventListener('abort', finish);
      if (signal.aborted) finish();
      stopWaiting = () => {
        stopWatching();
        signal.removeEventListener('abort', finish);
      };
    });
    stopWaiting();
  }
}
