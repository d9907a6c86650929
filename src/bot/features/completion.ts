import { Composer } from 'telegraf';
import { decideCompletion } from '../../app/decide-completion.ts';
import type { ChatContext } from '../chat-context.ts';
import { TOASTS } from '../texts/vi/buttons.ts';
import { onPress } from './on-press.ts';
import { actorOf } from './require-actor.ts';

/** The confirmer's two buttons: confirm what was reported done, or give it back. */
export const completion = new Composer<ChatContext>();

completion.use(
  onPress('confirmCompletion', (ctx, taskId = 0) => decide(ctx, taskId, 'confirm')),
  onPress('returnCompletion', (ctx, taskId = 0) => decide(ctx, taskId, 'return')),
);

async function decide(ctx: ChatContext, taskId: number, decision: 'confirm' | 'return'): Promise<void> {
  const actor = actorOf(ctx);
  const task = await decideCompletion(ctx.useCase, actor, { taskId, decision });
  ctx.toast = TOASTS.done;
  await ctx.redraw({
    kind: decision === 'confirm' ? 'completionConfirmed' : 'completionReturned',
    payload: { taskId: task.id, code: task.code, title: task.title, by: actor.name },
  });
}
