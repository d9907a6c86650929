import type { MiddlewareFn } from 'telegraf';
import { markAccountReach } from '../../db/queries/accounts.ts';
import { findPersonIdByTelegramId, loadActor } from '../../db/queries/actors.ts';
import type { ChatContext } from '../chat-context.ts';

/** Puts the person behind the account on the context. Identity is the numeric id, never the username. */
export const identify: MiddlewareFn<ChatContext> = async (ctx, next) => {
  const { tx, today } = ctx.useCase;
  const telegramId = ctx.from?.id;
  if (telegramId !== undefined) {
    const personId = await findPersonIdByTelegramId(tx, telegramId);
    ctx.actor = personId === null ? null : await loadActor(tx, personId, today);
    // Whoever writes in private can be reached again, whatever the last message to them met.
    if (personId !== null && ctx.chat?.type === 'private') await markAccountReach(tx, telegramId, 'ok');
  }
  await next();
};
