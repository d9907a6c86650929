import { Composer } from 'telegraf';
import { listApprovals } from '../../app/list-approvals.ts';
import { Refusal } from '../../app/use-case.ts';
import { viewRequest } from '../../app/view-request.ts';
import type { ChatContext } from '../chat-context.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** Everything that waits for me: completions, requests, explanations; each card is one tap away. */
export const approvals = new Composer<ChatContext>();

approvals.command('duyet', async (ctx) => {
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
  await ctx.say({ kind: 'approvals', payload: await listApprovals(ctx.useCase, actorOf(ctx)) });
});

approvals.use(
  onPress('refreshApprovals', async (ctx) => {
    if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
    await ctx.redraw({ kind: 'approvals', payload: await listApprovals(ctx.useCase, actorOf(ctx)) });
  }),
  onPress('viewRequest', async (ctx, requestId = 0) => {
    await ctx.say({
      kind: 'requestToDecide',
      payload: await viewRequest(ctx.useCase, actorOf(ctx), requestId),
    });
  }),
);
