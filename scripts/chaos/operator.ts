import { setTimeout as sleep } from 'node:timers/promises';
import type { RealInstallation } from '../../test/support/real-installation.ts';
import type { CampaignJournal } from './campaign-journal.ts';
import type { Random } from './random.ts';

const RESTART_AFTER_MS = 500;
const LOOK_EVERY_MS = 50;
const LOOK_OFTEN_MS = 5;
/** Longer than a killed process holds the right to send. */
const WAITS_AT_MOST_MS = 20_000;
const LAST_WORDS = 600;
/** A process that died as often in a row will not come up any more. */
const MOST_DEATHS_IN_A_ROW = 20;

/** Runs the product as a process manager does: whatever ends is started again. And kills it. */
export class Operator {
  #isUp = false;

  constructor(
    private readonly installation: RealInstallation,
    private readonly journal: CampaignJournal,
  ) {}

  /** Starts until it is ready; nothing when it runs. @throws when it dies again and again */
  async keepUp(): Promise<void> {
    for (let deaths = 0; !this.#isUp || !this.installation.isRunning(); ) {
      if (this.#isUp) this.#noteDeath();
      this.#isUp = await this.#start();
      if (this.#isUp) continue;
      deaths += 1;
      if (deaths === MOST_DEATHS_IN_A_ROW)
        throw new Error(
          `It does not start any more. It said:\n${this.installation.said().slice(-LAST_WORDS)}`,
        );
      await sleep(RESTART_AFTER_MS);
    }
  }

  /** Lets it work for a while, started again as often as it ends. */
  async letWork(forMs: number): Promise<void> {
    await this.keepUp();
    const until = Date.now() + forMs;
    do {
      await this.keepUp();
      await sleep(Math.max(0, Math.min(LOOK_EVERY_MS, until - Date.now())));
    } while (Date.now() < until);
  }

  /** `kill -9` at a moment of its work, up to so long after it is ready. */
  async killAtWork(longestMs: number, random: Random): Promise<void> {
    await this.letWork(random() * longestMs);
    await this.kill();
  }

  /** `kill -9` right when something happens, or so much later at most; after a while also when nothing does. */
  async killWhen(isSo: () => boolean, longestMs: number, random: Random): Promise<void> {
    await this.keepUp();
    const giveUpAt = Date.now() + WAITS_AT_MOST_MS;
    while (!isSo() && Date.now() < giveUpAt) await sleep(LOOK_OFTEN_MS);
    await sleep(random() * longestMs);
    await this.kill();
  }

  /** `kill -9` now; nothing when it does not run. */
  async kill(): Promise<void> {
    if (this.#isUp) await this.#kill('work');
  }

  /** `kill -9` at a moment of its start, up to so long after that began. */
  async killAtStart(longestMs: number, random: Random): Promise<void> {
    await this.kill();
    const starting = this.installation.start().catch(() => {});
    await sleep(random() * longestMs);
    await this.#kill('start');
    await starting;
  }

  /** Ends it as an operator does. */
  async stop(): Promise<void> {
    await this.installation.stop();
    this.#isUp = false;
  }

  async #start(): Promise<boolean> {
    try {
      await this.installation.start();
      this.journal.add({ kind: 'ready', at: Date.now() });
      return true;
    } catch {
      this.#noteDeath();
      await this.installation.kill();
      return false;
    }
  }

  #noteDeath(): void {
    this.#isUp = false;
    const lastWords = this.installation.said().slice(-LAST_WORDS);
    this.journal.add({ kind: 'died', at: Date.now(), lastWords });
  }

  async #kill(during: 'start' | 'work'): Promise<void> {
    this.journal.add({ kind: 'kill', at: Date.now(), during });
    await this.installation.kill();
    this.#isUp = false;
  }
}
