import { Composer } from 'telegraf';
import { message } from 'telegraf/filters';
import { askDirective } from '../../app/ask-directive.ts';
import { findTaskForActor } from '../../app/find-task.ts';
import { giveDirective, replyToDirective } from '../../app/give-directive.ts';
import { askFirst, takePending } from '../../app/pending-action.ts';
import { loadTaskSubject } from '../../app/task-subject.ts';
import { Refusal } from '../../app/use-case.ts';
import { type DirectiveRow, findDirectiveOfMessage } from '../../db/queries/directives.ts';
import { findTaskByCode, type TaskRow } from '../../db/queries/tasks.ts';
import { audienceOf, mayActOnTask } from '../../domain/access/access.ts';
import { cleanText, foldText } from '../../domain/text.ts';
import { type Intent, type Meaning, PROGRESS_INTENTS } from '../../domain/utterance/meaning.ts';
import type { ChatContext } from '../chat-context.ts';
import type { IntentAction } from './act-on-meaning.ts';
import { commandText } from './command-text.ts';
import { onPress } from './on-press.ts';
import { findReplyTaskCode, readText } from './read-text.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** A leader's word on a task, asked for or given, and the reply to it. */
export const directives = new Composer<ChatContext>();

/** "NV12 xin ý kiến chỉ đạo: chọn phương án 1 hay 2". */
export const askForDirective: IntentAction = async (ctx, meaning, said) => {
  if (meaning.task === undefined) throw new Refusal('whichTask');
  const actor = actorOf(ctx);
  const named = await findTaskForActor(ctx.useCase, actor, meaning.task, 'report');
  const text = cleanText(said.text);
  const { task, to } = await askDirective(ctx.useCase, actor, {
    taskId: named.id,
    text,
    at: said.reportedAt,
  });
  await ctx.say({
    kind: 'directiveRequested',
    payload: { taskId: task.id, code: task.code, title: task.title, to, text },
  });
};

directives.command('chidao', async (ctx) => {
  const text = commandText(ctx.payload);
  const replyTask = await findReplyTaskCode(ctx);
  const meaning = text === '' ? null : await readText(ctx, text, { replyTask, hasAttachment: false });
  const code = meaning?.task;
  if (code === undefined) return ctx.say({ kind: 'howToDirect', payload: {} });
  const task = await findTaskForActor(ctx.useCase, actorOf(ctx), code, 'view');
  await give(ctx, { taskId: task.id, text, at: ctx.saidAt, answersId: null });
});

/** "chỉ đạo NV12: …" at the head of a leader's message. */
const IS_DIRECTIVE = /^(?:y kien )?chi dao(?![a-z])/;

directives.on(message('text'), async (ctx, next) => {
  const text = cleanText(ctx.message.text);
  // In a group a leader directs by the command: not everything said there is meant for the file.
  if (text.startsWith('/') || !isPrivate(ctx)) return next();
  const directive = await findRepliedDirective(ctx);
  const isLeader = audienceOf(actorOf(ctx)) === 'leader';
  if (directive === undefined && !isLeader) return next();
  const replyTask = await findReplyTaskCode(ctx);
  const meaning = await readText(ctx, text, { replyTask, hasAttachment: false });
  if (meaning.intent.startsWith('query_')) return next();
  if (directive?.kind === 'asked' && directive.authorId !== actorOf(ctx).personId) {
    const { taskId, id: answersId } = directive;
    return give(ctx, { taskId, text, at: ctx.saidAt, answersId });
  }
  if (directive?.kind === 'given' && directive.authorId !== actorOf(ctx).personId) {
    return passReplyOn(ctx, { directive, text, meaning }, next);
  }
  return isLeader ? hearLeader(ctx, meaning, text, next) : next();
});

async function findRepliedDirective(ctx: ChatContext): Promise<DirectiveRow | undefined> {
  const asked = ctx.message;
  const replied = asked !== undefined && 'reply_to_message' in asked ? asked.reply_to_message : undefined;
  if (replied === undefined || ctx.chat === undefined) return undefined;
  return findDirectiveOfMessage(ctx.useCase.tx, ctx.chat.id, replied.message_id);
}

async function give(ctx: ChatContext, input: Parameters<typeof giveDirective>[2]): Promise<void> {
  const { task, told } = await giveDirective(ctx.useCase, actorOf(ctx), input);
  await ctx.say({
    kind: 'directiveRecorded',
    payload: { taskId: task.id, code: task.code, title: task.title, text: input.text, told },
  });
}

/** The leader hears the reply; a figure in it is recorded as always. */
async function passReplyOn(
  ctx: ChatContext,
  reply: { directive: DirectiveRow; text: string; meaning: Meaning },
  next: () => Promise<void>,
): Promise<void> {
  const { task, to } = await replyToDirective(ctx.useCase, actorOf(ctx), {
    directive: reply.directive,
    text: reply.text,
    replyKey: String(ctx.message?.message_id ?? 0),
  });
  await ctx.say({ kind: 'directiveReplyPassedOn', payload: { code: task.code, to } });
  if (PROGRESS_INTENTS.has(reply.meaning.intent)) await next();
}

/** What a leader writes about a task without wanting one of the other things: perhaps a directive. */
const MAY_BE_DIRECTIVE: ReadonlySet<Intent> = new Set([...PROGRESS_INTENTS, 'ask_directive', 'unknown']);

/** Thanks are short; what is longer and was taken for them may well be more. */
const LONGEST_THANKS = 5;

const mayBeDirective = ({ intent }: Meaning, text: string): boolean =>
  MAY_BE_DIRECTIVE.has(intent) || (intent === 'ack' && text.split(' ').length > LONGEST_THANKS);

async function hearLeader(
  ctx: ChatContext,
  meaning: Meaning,
  text: string,
  next: () => Promise<void>,
): Promise<void> {
  const isPlain = IS_DIRECTIVE.test(foldText(text));
  if (meaning.task === undefined || !(isPlain || mayBeDirective(meaning, text))) return next();
  const task = await findTaskByCode(ctx.useCase.tx, meaning.task);
  if (task === undefined) return next();
  const subject = await loadTaskSubject(ctx.useCase.tx, task);
  if (!mayActOnTask(actorOf(ctx), 'direct', subject)) return next();
  if (isPlain) return give(ctx, { taskId: task.id, text, at: ctx.saidAt, answersId: null });
  // A code alone asks for the card; whoever does the work themselves reports on it.
  const isReport = PROGRESS_INTENTS.has(meaning.intent) && mayActOnTask(actorOf(ctx), 'report', subject);
  if (isReport || !saysSomething(meaning, text)) return next();
  await offer(ctx, task, text);
}

/** More than the code of a task. */
const saysSomething = (meaning: Meaning, text: string): boolean =>
  meaning.note !== undefined || text.split(' ').length > 2;

async function offer(ctx: ChatContext, task: TaskRow, text: string): Promise<void> {
  const { id: taskId, code, title } = task;
  const pendingId = await askFirst(ctx.useCase, actorOf(ctx), {
    kind: 'directive',
    code,
    taskId,
    text,
    at: ctx.saidAt.toISOString(),
  });
  await ctx.say({ kind: 'directiveOffered', payload: { pendingId, taskId, code, title, text } });
}

directives.use(
  onPress('confirmDirective', async (ctx, pendingId = 0) => {
    const { taskId, text, at } = await takePending(ctx.useCase, actorOf(ctx), pendingId, 'directive');
    const { task, told } = await giveDirective(ctx.useCase, actorOf(ctx), {
      taskId,
      text,
      at: new Date(at),
      answersId: null,
    });
    await ctx.redraw({
      kind: 'directiveRecorded',
      payload: { taskId, code: task.code, title: task.title, text, told },
    });
  }),
  onPress('dropDirective', async (ctx, pendingId = 0) => {
    const { code } = await takePending(ctx.useCase, actorOf(ctx), pendingId, 'directive');
    await ctx.redraw({ kind: 'pendingDropped', payload: { code } });
  }),
);
