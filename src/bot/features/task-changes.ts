import { Composer } from 'telegraf';
import { message } from 'telegraf/filters';
import { proposeReturn } from '../../app/ask-handover.ts';
import { findTaskForActor } from '../../app/find-task.ts';
import { type ChangeKind, listRequestable, proposeChange } from '../../app/propose-change.ts';
import { loadTaskSubject } from '../../app/task-subject.ts';
import { Refusal } from '../../app/use-case.ts';
import { findSentPayload } from '../../db/queries/requests.ts';
import { findTask, type TaskRow } from '../../db/queries/tasks.ts';
import { mayActOnTask } from '../../domain/access/access.ts';
import type { MessagePayloads } from '../../domain/message/messages.ts';
import { NEEDS_REASON, REQUEST_KINDS, type RequestKind } from '../../domain/task/request.ts';
import { cleanText } from '../../domain/text.ts';
import type { ChatContext } from '../chat-context.ts';
import { readNewWords } from '../texts/vi/requests.ts';
import type { IntentAction } from './act-on-meaning.ts';
import { onPress } from './on-press.ts';
import { causeOf, confirmCard, prepareExtension } from './request-actions.ts';
import { actorOf } from './require-actor.ts';

/** What else can be asked or ordered about a task: the menu under its card, and the words that it still needs. */
export const taskChanges = new Composer<ChatContext>();

const INTENT_KINDS = {
  ask_change: 'change',
  ask_suspension: 'suspension',
  ask_resumption: 'resumption',
  ask_cancellation: 'cancellation',
} as const satisfies Record<string, ChangeKind>;

/** "đề nghị tạm dừng NV12 vì …", "hủy NV12", "xin điều chỉnh nội dung NV12 thành …". */
export const changeTaskByWords: IntentAction = async (ctx, meaning, said) => {
  if (meaning.task === undefined) throw new Refusal('whichTask');
  const kind = INTENT_KINDS[meaning.intent as keyof typeof INTENT_KINDS];
  const task = await findTaskForActor(ctx.useCase, actorOf(ctx), meaning.task, 'view');
  const reason = causeOf({ ...meaning, note: said.text });
  const { title, expectedProduct: product } = meaning;
  await sayChange(ctx, task, { kind, reason, title, product }, said.reportedAt);
};

type Asked = Parameters<typeof proposeChange>[3];

/** The confirm card, or the question for the words that are missing. */
async function sayChange(ctx: ChatContext, task: TaskRow, asked: Asked, askedAt: Date): Promise<void> {
  const proposal = await proposeChange(ctx.useCase, actorOf(ctx), task, asked);
  const hasWords = asked.kind !== 'change' || (asked.title ?? asked.product) !== undefined;
  if (!hasWords || (NEEDS_REASON.has(asked.kind) && asked.reason === null))
    return ctx.say({ kind: 'requestWordsWanted', payload: wordsWanted(task, asked.kind) });
  await ctx.say(await confirmCard(ctx, task, { ...proposal, askedAt }));
}

const wordsWanted = (
  { id, code, title }: TaskRow,
  kind: RequestKind,
): MessagePayloads['requestWordsWanted'] => ({ taskId: id, kind, code, title });

/** The reason or the new words, typed under the question for them. */
taskChanges.on(message('text'), async (ctx, next) => {
  const replied = ctx.message.reply_to_message;
  if (replied === undefined || ctx.message.text.startsWith('/')) return next();
  const sent = await findSentPayload(ctx.useCase.tx, ctx.chat.id, replied.message_id);
  if (sent?.kind !== 'requestWordsWanted') return next();
  const { taskId, kind } = sent.payload as MessagePayloads['requestWordsWanted'];
  const task = await readTaskOf(ctx, taskId);
  const words = cleanText(ctx.message.text);
  if (kind !== 'change') return sayWithReason(ctx, task, kind, words);
  await sayChange(ctx, task, { kind, reason: null, ...readNewWords(words) }, ctx.saidAt);
});

async function sayWithReason(
  ctx: ChatContext,
  task: TaskRow,
  kind: RequestKind,
  reason: string,
): Promise<void> {
  if (kind !== 'return') return sayChange(ctx, task, { kind: kind as ChangeKind, reason }, ctx.saidAt);
  const draft = await proposeReturn(ctx.useCase, actorOf(ctx), task, { unitId: null, reason });
  await ctx.say(await confirmCard(ctx, task, { draft, isAtOnce: false, askedAt: ctx.saidAt }));
}

taskChanges.use(
  onPress('requestMenu', async (ctx, taskId = 0) => {
    const task = await readTaskOf(ctx, taskId);
    const actor = actorOf(ctx);
    const subject = await loadTaskSubject(ctx.useCase.tx, task);
    if (!mayActOnTask(actor, 'view', subject)) throw new Refusal('notAllowed');
    const kinds = listRequestable(actor, task, subject);
    const { code, title } = task;
    await ctx.say({ kind: 'requestMenu', payload: { taskId, code, title, kinds } });
  }),
  onPress('startRequest', async (ctx, taskId = 0, index = 0) => {
    const kind = REQUEST_KINDS[index];
    const task = await readTaskOf(ctx, taskId);
    const actor = actorOf(ctx);
    const subject = await loadTaskSubject(ctx.useCase.tx, task);
    if (kind === undefined || !listRequestable(actor, task, subject).includes(kind))
      throw new Refusal('buttonTooOld');
    if (kind === 'extension')
      return ctx.redraw(await prepareExtension(ctx, task, { on: undefined, reason: null }, ctx.saidAt));
    if (kind === 'return')
      return ctx.redraw({ kind: 'requestWordsWanted', payload: wordsWanted(task, kind) });
    await startChange(ctx, task, kind as ChangeKind);
  }),
);

async function startChange(ctx: ChatContext, task: TaskRow, kind: ChangeKind): Promise<void> {
  if (kind !== 'resumption')
    return ctx.redraw({ kind: 'requestWordsWanted', payload: wordsWanted(task, kind) });
  const proposal = await proposeChange(ctx.useCase, actorOf(ctx), task, { kind, reason: null });
  await ctx.redraw(await confirmCard(ctx, task, { ...proposal, askedAt: ctx.saidAt }));
}

async function readTaskOf(ctx: ChatContext, taskId: number): Promise<TaskRow> {
  const task = await findTask(ctx.useCase.tx, taskId);
  if (task === undefined) throw new Refusal('buttonTooOld');
  return task;
}
