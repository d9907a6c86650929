import type { MiddlewareFn } from 'telegraf';
import { Refusal } from '../../app/use-case.ts';
import { PROBLEMS, type Problem } from '../../domain/message/messages.ts';
import type { ChatContext } from '../chat-context.ts';
import { TOASTS } from '../texts/vi/buttons.ts';

const isProblem = (reason: string): reason is Problem => (PROBLEMS as readonly string[]).includes(reason);

/**
 * Puts a use case's refusal in words. A use case refuses before it writes anything, so the transaction goes on and
 * carries the answer. Anything else is a fault of ours and is the intake's to deal with.
 */
export const answerRefusals: MiddlewareFn<ChatContext> = async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof Refusal) || !isProblem(error.reason)) throw error;
    const code = error.detail['code'];
    ctx.toast = TOASTS.refused;
    await ctx.say({
      kind: 'problem',
      payload: { problem: error.reason, ...(typeof code === 'string' ? { code } : {}) },
    });
  }
};
