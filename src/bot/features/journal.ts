import { Composer } from 'telegraf';
import { findTaskForActor } from '../../app/find-task.ts';
import { listUnreadTexts } from '../../app/list-unread-texts.ts';
import { readTaskJournal } from '../../app/read-task-journal.ts';
import { Refusal } from '../../app/use-case.ts';
import { addUnreadText } from '../../db/queries/pending.ts';
import { findSentPayload } from '../../db/queries/requests.ts';
import { findTask } from '../../db/queries/tasks.ts';
import type { ChatContext } from '../chat-context.ts';
import type { IntentAction } from './act-on-meaning.ts';
import { commandText, readTaskCode } from './command-text.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** What the bot could not read or not act on, for the office; and what happened to a task. */
export const journal = new Composer<ChatContext>();

journal.command('nhatky', async (ctx) => {
  if (commandText(ctx.payload) !== '') return sayJournalOf(ctx, ctx.payload);
  await ctx.say({ kind: 'unreadTexts', payload: await readPage(ctx, 0) });
});

journal.use(
  onPress('unreadTexts', async (ctx, page = 0) =>
    ctx.redraw({ kind: 'unreadTexts', payload: await readPage(ctx, page) }),
  ),
  onPress('taskJournal', async (ctx, taskId = 0, page = 0) => {
    if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
    const named = await findTask(ctx.useCase.tx, taskId);
    if (named === undefined) throw new Refusal('buttonTooOld');
    const task = await findTaskForActor(ctx.useCase, actorOf(ctx), named.code, 'view');
    const message = { kind: 'taskJournal', payload: await readTaskJournal(ctx.useCase, task, page) } as const;
    // Under the card it is a message of its own; its own pages turn in place.
    return (await isOnJournal(ctx)) ? ctx.redraw(message) : ctx.say(message);
  }),
);

async function isOnJournal(ctx: ChatContext): Promise<boolean> {
  const pressed = ctx.callbackQuery?.message;
  if (pressed === undefined) return false;
  const sent = await findSentPayload(ctx.useCase.tx, pressed.chat.id, pressed.message_id);
  return sent?.kind === 'taskJournal';
}

/** `/nhatky 12`: what happened to a task, for whoever may see it. */
async function sayJournalOf(ctx: ChatContext, typed: string): Promise<void> {
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
  const code = readTaskCode(typed);
  if (code === null) throw new Refusal('taskNotFound', { code: typed });
  const task = await findTaskForActor(ctx.useCase, actorOf(ctx), code, 'view');
  await ctx.say({ kind: 'taskJournal', payload: await readTaskJournal(ctx.useCase, task, 0) });
}

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
