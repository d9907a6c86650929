import { Composer } from 'telegraf';
import { listUnreadTexts } from '../../app/list-unread-texts.ts';
import { Refusal } from '../../app/use-case.ts';
import { addUnreadText } from '../../db/queries/pending.ts';
import type { ChatContext } from '../chat-context.ts';
import type { IntentAction } from './act-on-meaning.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** What the bot could not read or not act on, for the office. */
export const journal = new Composer<ChatContext>();

journal.command('nhatky', async (ctx) => {
  await ctx.say({ kind: 'unreadTexts', payload: await readPage(ctx, 0) });
});

journal.use(
  onPress('unreadTexts', async (ctx, page = 0) =>
    ctx.redraw({ kind: 'unreadTexts', payload: await readPage(ctx, page) }),
  ),
);

async function readPage(ctx: ChatContext, page: number) {
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
  return listUnreadTexts(ctx.useCase, actorOf(ctx), page);
}

/** What was understood but has no register here: kept, and said so. */
export const keepForOffice: IntentAction = async (ctx, _, said) => {
  await addUnreadText(ctx.useCase.tx, {
    personId: actorOf(ctx).personId,
    text: said.text,
    writtenAt: said.reportedAt,
  });
  await ctx.say({ kind: 'problem', payload: { problem: 'keptForOffice' } });
};
