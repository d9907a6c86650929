import type { ChatContext } from '../chat-context.ts';

/** In a group the bot is spoken to by a reply to it or by its name; in private always. */
export function isAddressed(ctx: ChatContext): boolean {
  if (ctx.chat?.type === 'private') return true;
  const message = ctx.message;
  if (message === undefined) return false;
  if ('reply_to_message' in message && message.reply_to_message?.from?.id === ctx.botInfo.id) return true;
  const text = 'text' in message ? message.text : 'caption' in message ? message.caption : undefined;
  return text?.toLowerCase().includes(`@${ctx.botInfo.username.toLowerCase()}`) === true;
}
