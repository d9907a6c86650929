import type { MiddlewareFn } from 'telegraf';
import type { ChatContext } from '../chat-context.ts';

/**
 * Lets nothing through that carries no accountable sender: channels, anonymous admins, messages of other bots or sent
 * through them. Forwarded text commands nothing; forwarded files are evidence.
 */
export const ignoreForeign: MiddlewareFn<ChatContext> = async (ctx, next) => {
  if (ctx.from === undefined || ctx.from.is_bot) return;
  const message = ctx.message;
  if (message !== undefined) {
    if (message.sender_chat !== undefined || 'via_bot' in message) return;
    if ('text' in message && 'forward_origin' in message) return;
  }
  await next();
};
