import { Composer } from 'telegraf';
import { goLive } from '../../app/go-live.ts';
import { Refusal } from '../../app/use-case.ts';
import { countSetup } from '../../db/queries/directory.ts';
import { countBoundGroups, listGoLives } from '../../db/queries/groups.ts';
import { countTasks } from '../../db/queries/tasks.ts';
import { mayActInOffice } from '../../domain/access/access.ts';
import type { MessagePayloads } from '../../domain/message/messages.ts';
import type { ChatContext } from '../chat-context.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** The checklist by which the office sets the system up, and the press that starts it. */
export const setup = new Composer<ChatContext>();

setup.command(['thietlap', 'batdau'], saySetup);
setup.start(saySetup);
setup.use(
  onPress('refreshSetup', async (ctx) => ctx.redraw({ kind: 'setup', payload: await readSetup(ctx) })),
  onPress('goLive', async (ctx) => {
    const live = await goLive(ctx.useCase, actorOf(ctx));
    await ctx.redraw({ kind: 'setup', payload: await readSetup(ctx) });
    await ctx.say({ kind: 'wentLive', payload: { ...live, firstSlotAt: live.firstSlotAt.toISOString() } });
  }),
);

async function saySetup(ctx: ChatContext): Promise<void> {
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
  await ctx.say({ kind: 'setup', payload: await readSetup(ctx) });
}

async function readSetup(ctx: ChatContext): Promise<MessagePayloads['setup']> {
  const actor = actorOf(ctx);
  if (!mayActInOffice(actor, 'import')) throw new Refusal('notAllowed');
  const { tx } = ctx.useCase;
  return {
    ...(await countSetup(tx)),
    tasks: await countTasks(tx),
    groups: await countBoundGroups(tx),
    isLive: (await listGoLives(tx)).length > 0,
    mayStart: mayActInOffice(actor, 'goLive'),
  };
}
