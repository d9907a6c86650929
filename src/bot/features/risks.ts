import { Composer } from 'telegraf';
import { listRisks } from '../../app/list-risks.ts';
import { Refusal } from '../../app/use-case.ts';
import type { ChatContext } from '../chat-context.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** `/canhbao`: tasks in time that may become late, and why (R77). */
export const risks = new Composer<ChatContext>();

risks.command('canhbao', async (ctx) => {
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
  await ctx.say({ kind: 'riskList', payload: await listRisks(ctx.useCase, actorOf(ctx), null) });
});

risks.use(
  onPress('risks', async (ctx, unitId = 0) => {
    if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
    const asked = unitId === 0 ? null : unitId;
    await ctx.redraw({ kind: 'riskList', payload: await listRisks(ctx.useCase, actorOf(ctx), asked) });
  }),
);
