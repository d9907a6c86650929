import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxServer } from '../../src/sandbox/server.ts';
import type { CampaignJournal } from './campaign-journal.ts';
import type { Rows } from './evidence.ts';

/** At 100 a task is done, which is asked back instead of recorded. */
const HIGHEST_PERCENT = 99;
const REPORTABLE = ['issued', 'inProgress'];

interface Report {
  chatId: number;
  code: string;
  percent: number;
}

/** Round after round, each task one step further than its assignee reported before. */
export function listReports({ tasks, accounts }: Rows): Report[] {
  const chats = new Map(accounts.map(({ personId, chatId }) => [personId, chatId]));
  const steps = tasks
    .filter(({ structure, state }) => structure === 'single' && REPORTABLE.includes(state))
    .flatMap(({ code, percent, assigneeId }) => {
      const chatId = assigneeId === null ? undefined : chats.get(assigneeId);
      const from = Math.floor(percent) + 1;
      return chatId === undefined
        ? []
        : [
            Array.from({ length: HIGHEST_PERCENT + 1 - from }, (_, i) => ({
              chatId,
              code,
              percent: from + i,
            })),
          ];
    });
  const rounds = Math.max(0, ...steps.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => steps.flatMap((own) => own[round] ?? [])).flat();
}

/** People who write reports, one after another, from the start until they are stopped or have none left. */
export class ReportStream {
  readonly #stopped = new AbortController();
  #isPaused = false;
  #finished: Promise<void> = Promise.resolve();

  constructor(
    private readonly server: SandboxServer,
    private readonly journal: CampaignJournal,
  ) {}

  start(reports: readonly Report[], everyMs: number): void {
    this.#finished = this.#write(reports, everyMs);
  }

  /** Nobody writes for a while. */
  pause(isPaused: boolean): void {
    this.#isPaused = isPaused;
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#finished;
  }

  async #write(reports: readonly Report[], everyMs: number): Promise<void> {
    const { signal } = this.#stopped;
    const left = [...reports];
    while (left.length > 0 && !signal.aborted) {
      const next = this.#isPaused ? undefined : left.shift();
      if (next !== undefined) {
        const { chatId, code, percent } = next;
        await this.server.sendText(chatId, chatId, `${code} ${percent}%`);
        this.journal.add({ kind: 'sent', at: Date.now(), chatId, code, percent });
      }
      await sleep(everyMs, undefined, { signal }).catch(() => {});
    }
  }
}
