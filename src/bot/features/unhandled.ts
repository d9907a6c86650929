import type { MiddlewareFn } from 'telegraf';
import type { Problem } from '../../domain/message/messages.ts';
import type { ChatContext } from '../chat-context.ts';
import { TOASTS } from '../texts/vi/buttons.ts';
import { sayProblem } from './act-on-meaning.ts';

/** The end of the list: in private everything gets an answer, in a group what is not for the bot gets silence. */
export const unhandled: MiddlewareFn<ChatContext> = async (ctx) => {
  if (ctx.callbackQuery !== undefined) {
    ctx.toast = TOASTS.old;
    return;
  }
  if (ctx.message === undefined || ctx.chat?.type !== 'private') return;
  await sayProblem(ctx, problemOf(ctx.message));
};

function problemOf(message: object): Problem {
  if ('voice' in message || 'video_note' in message || 'audio' in message) return 'voiceNotUnderstood';
  return 'text' in message ? 'nothingToReport' : 'stickerNotUnderstood';
}
