import type { Composer, Telegram } from 'telegraf';
import type { Update, UserFromGetMe } from 'telegraf/types';
import { type Clock, startUseCase } from '../../app/use-case.ts';
import type { Db } from '../../db/client.ts';
import { markUpdateHandled, takeOldestUpdate, type UpdateRow } from '../../db/queries/updates.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { ChatContext } from '../chat-context.ts';
import { readUpdate } from './read-update.ts';

/** What updates are handled with. */
export interface IntakeParts {
  db: Db;
  bot: Composer<ChatContext>;
  telegram: Telegram;
  me: UserFromGetMe;
  plan: Plan;
  clock: Clock;
}

/** How an update that was taken ended; `idle` when none waits. */
export type Handling =
  | { kind: 'idle' }
  | { kind: 'handled'; afterwards: ChatContext['afterwards'] }
  | { kind: 'failed'; row: UpdateRow; error: unknown };

/**
 * Takes the oldest waiting update of a free lane and handles it: what it writes, what it answers and the mark
 * "handled" are one transaction, so it takes effect once whatever happens in between.
 */
export async function handleNextUpdate(parts: IntakeParts): Promise<Handling> {
  let taken: UpdateRow | undefined;
  try {
    return await parts.db.transaction(async (tx): Promise<Handling> => {
      taken = await takeOldestUpdate(tx, parts.me.id);
      if (taken === undefined) return { kind: 'idle' };
      const update = readUpdate(taken.payload);
      // What Telegram never sends is let go: no retry would mend it, and its lane must not wait for it.
      const afterwards = update === null ? [] : await handle(parts, tx, update);
      await markUpdateHandled(tx, taken);
      return { kind: 'handled', afterwards };
    });
  } catch (error) {
    if (taken === undefined) throw error;
    return { kind: 'failed', row: taken, error };
  }
}

/** Runs the features and returns the calls that only make sense once the transaction is in. */
async function handle(parts: IntakeParts, tx: Db, update: Update): Promise<ChatContext['afterwards']> {
  const useCase = startUseCase(tx, parts.plan, parts.clock.now(), 'chat');
  const ctx = new ChatContext(update, parts.telegram, parts.me, useCase);
  await parts.bot.middleware()(ctx, async () => {});
  const press = ctx.callbackQuery;
  // A press is answered directly: it only stops the button's clock.
  if (press !== undefined) ctx.afterwards.push((api) => api.answerCbQuery(press.id, ctx.toast ?? undefined));
  return ctx.afterwards;
}
