import type { MiddlewareFn } from 'telegraf';
import { decodePress, type PressAction } from '../callback-data/press.ts';
import type { ChatContext } from '../chat-context.ts';

/** Runs when a button of this action is pressed; its numbers come with it. */
export function onPress(
  action: PressAction,
  handle: (ctx: ChatContext, ...numbers: number[]) => Promise<void>,
): MiddlewareFn<ChatContext> {
  return async (ctx, next) => {
    const query = ctx.callbackQuery;
    const press = query !== undefined && 'data' in query ? decodePress(query.data) : null;
    if (press?.action !== action) return next();
    await handle(ctx, ...press.numbers);
  };
}
