import { pino } from 'pino';
import { Composer } from 'telegraf';
import type { ChatContext } from '../../../src/bot/chat-context.ts';
import { createTelegram } from '../../../src/bot/create-telegram.ts';
import { toNewUpdate } from '../../../src/bot/intake/update-lane.ts';
import { WakeSignal } from '../../../src/bot/intake/wake-signal.ts';
import { workOnUpdates } from '../../../src/bot/intake/worker.ts';
import { runCommand } from '../../../src/cli/run-command.ts';
import type { Connection } from '../../../src/db/client.ts';
import { storeUpdates } from '../../../src/db/queries/updates.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { moment } from '../../support/bot-world.ts';

export const BOT_ID = 900_002;
const TOKEN = `${BOT_ID}:test`;
const NOW = moment('2026-07-08T09:00');

const ME = {
  id: BOT_ID,
  is_bot: true,
  first_name: 'Sáu Rõ',
  username: 'sau_ro_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
} as const;

/** A private message as Telegram would deliver it. */
export function messageUpdate(updateId: number, chatId: number, text: string) {
  const from = { id: chatId, is_bot: false as const, first_name: 'A' };
  const chat = { id: chatId, type: 'private' as const, first_name: 'A' };
  return {
    update_id: updateId,
    message: { message_id: updateId, date: NOW.getTime() / 1000, from, chat, text },
  };
}

/** The workers on a real database, before a bot that notes what it handles and does what a test asks of it. */
export class RecordingIntake {
  readonly #connection: Connection;
  readonly #plan: Plan;
  /** What was said in updates that took effect, in their order. */
  readonly handled: string[] = [];
  /** What happens to an update before it is noted; it may throw or wait. */
  before: (text: string) => Promise<void> = async () => {};
  readonly #stored = new WakeSignal();

  constructor(connection: Connection, plan: Plan) {
    this.#connection = connection;
    this.#plan = plan;
  }

  /** As the intake stores what a poll or the webhook brought. */
  async store(...batch: ReturnType<typeof messageUpdate>[]): Promise<number> {
    const added = await storeUpdates(
      this.#connection.db,
      batch.map((update) => toNewUpdate(BOT_ID, update)),
    );
    this.#stored.ring();
    return added;
  }

  /** Lets workers run until the returned function is called; it resolves when what was in hand has ended. */
  work(workers = 1): () => Promise<void> {
    const stopping = new AbortController();
    const parts = {
      db: this.#connection.db,
      bot: this.#bot(),
      telegram: createTelegram(TOKEN, {}),
      me: ME,
      plan: this.#plan,
      clock: { now: () => NOW },
      logger: pino({ enabled: false }),
      stored: this.#stored,
      onHandled: () => {},
    };
    const loops = Array.from({ length: workers }, () => workOnUpdates(parts, stopping.signal));
    return async () => {
      stopping.abort();
      await Promise.all(loops);
    };
  }

  /** The answer of the command line, one value a line. */
  async cli(...argv: string[]): Promise<unknown[]> {
    const context = { db: this.#connection.db, plan: this.#plan, clock: { now: () => NOW } };
    const answer = await runCommand(
      { argv, cwd: '.', input: '' },
      { openContext: async () => context as never, loadPlan: async () => this.#plan },
    );
    this.#stored.ring();
    if (answer.exitCode !== 0) throw new Error(answer.error);
    return answer.out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as unknown);
  }

  #bot(): Composer<ChatContext> {
    const bot = new Composer<ChatContext>();
    bot.on('text', async (ctx) => {
      await this.before(ctx.message.text);
      this.handled.push(ctx.message.text);
    });
    return bot;
  }
}
