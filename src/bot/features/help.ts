import { Composer } from 'telegraf';
import { audienceOf } from '../../domain/access/access.ts';
import type { ChatContext } from '../chat-context.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** What can be done here, in this person's role. */
export const help = new Composer<ChatContext>();

help.command('trogiup', sayHelp);
help.start(async (ctx, next) => {
  await sayHelp(ctx);
  // Whoever sets the system up sees at once what is left to do.
  if (isPrivate(ctx) && audienceOf(actorOf(ctx)) === 'office') await next();
});

async function sayHelp(ctx: ChatContext): Promise<void> {
  await ctx.say({ kind: 'help', payload: { audience: audienceOf(actorOf(ctx)), isGroup: !isPrivate(ctx) } });
}
