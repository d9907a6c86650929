import { Composer } from 'telegraf';
import { message } from 'telegraf/filters';
import { readRequestCard } from '../../app/ask-request.ts';
import { decideCompletion } from '../../app/decide-completion.ts';
import { type Decision, decideRequest, listDecidable } from '../../app/decide-request.ts';
import { findTaskForActor } from '../../app/find-task.ts';
import { lockConfirmable } from '../../app/lock-confirmable.ts';
import { readTaskCard } from '../../app/read-task-card.ts';
import { Refusal } from '../../app/use-case.ts';
import { findRequest, findSentPayload } from '../../db/queries/requests.ts';
import { findTask } from '../../db/queries/tasks.ts';
import type { Message } from '../../domain/message/messages.ts';
import { cleanText } from '../../domain/text.ts';
import type { Meaning, UtteranceContext } from '../../domain/utterance/meaning.ts';
import { readUtterance } from '../../domain/utterance/read-utterance.ts';
import type { ChatContext } from '../chat-context.ts';
import type { IntentAction } from './act-on-meaning.ts';
import { acceptedOf } from './completion.ts';
import { actorOf } from './require-actor.ts';

/** A yes or no typed under a card that asks for one. Anything else goes on as an ordinary message. */
export const requestDecisions = new Composer<ChatContext>();

const REQUEST_CARDS: ReadonlySet<string> = new Set([
  'requestToDecide',
  'requestReasonWanted',
  'requestUnitWanted',
]);

requestDecisions.on(message('text'), async (ctx, next) => {
  const replied = ctx.message.reply_to_message;
  if (replied === undefined || ctx.message.text.startsWith('/')) return next();
  const sent = await findSentPayload(ctx.useCase.tx, ctx.chat.id, replied.message_id);
  if (sent === undefined) return next();
  const text = cleanText(ctx.message.text);
  if (REQUEST_CARDS.has(sent.kind)) {
    const { requestId } = sent.payload as { requestId: number };
    const decision = await readDecision(ctx, requestId, text, sent.kind === 'requestReasonWanted');
    return decision === null ? next() : ctx.say(await decideNow(ctx, requestId, decision));
  }
  if (sent.kind !== 'completionToConfirm') return next();
  const { taskId } = sent.payload as { taskId: number };
  return (await decideCompletionByText(ctx, taskId, text)) ? undefined : next();
});

/** Whoever was sent the card is read as one who decides: the head and the office too, not only leaders. */
function readAsDecider(
  ctx: ChatContext,
  text: string,
  task: string,
  replyTo: NonNullable<UtteranceContext['replyTo']>,
): Meaning {
  const { today, calendar } = ctx.useCase;
  const context = { today, calendar, actor: 'leader', hasAttachment: false } as const;
  return readUtterance(text, { ...context, replyTask: task, replyTo });
}

async function readDecision(
  ctx: ChatContext,
  requestId: number,
  text: string,
  isReasonWanted: boolean,
): Promise<Decision | null> {
  const request = await findRequest(ctx.useCase.tx, requestId);
  const task = request && (await findTask(ctx.useCase.tx, request.taskId));
  if (task === undefined || request === undefined) return null;
  const meaning = readAsDecider(ctx, text, task.code, 'extensionRequest');
  if (meaning.task !== task.code) return null;
  if (meaning.intent === 'approve') {
    return {
      verdict: 'approve',
      ...(request.kind === 'extension' && meaning.on !== undefined ? { dueOn: meaning.on } : {}),
    };
  }
  if (meaning.intent === 'reject') return { verdict: 'refuse', reason: reasonOf(text, meaning) };
  // The card has just asked for the reason: whatever is no question is the reason.
  return isReasonWanted && !meaning.intent.startsWith('query') ? { verdict: 'refuse', reason: text } : null;
}

/** The words behind the "no" when a comma sets them apart, else all that was typed; none when it says only no. */
function reasonOf(text: string, { note }: Meaning): string | null {
  if (note === undefined) return null;
  return text.endsWith(note) && /[,;:.]\s*$/.test(text.slice(0, -note.length)) ? note : text;
}

/** Decides, and says how it ended or what is still wanted for it. */
export async function decideNow(ctx: ChatContext, requestId: number, decision: Decision): Promise<Message> {
  const actor = actorOf(ctx);
  const outcome = await decideRequest(ctx.useCase, actor, requestId, decision);
  const request = outcome.model;
  if (outcome.kind === 'reasonWanted')
    return { kind: 'requestReasonWanted', payload: { requestId, request } };
  if (outcome.kind === 'unitWanted')
    return { kind: 'requestUnitWanted', payload: { requestId, request, units: outcome.units } };
  const { isApproved, reason } = outcome;
  return { kind: 'requestDecided', payload: { request, isApproved, by: actor.name, reason } };
}

/** @returns false when the text decides nothing */
async function decideCompletionByText(ctx: ChatContext, taskId: number, text: string): Promise<boolean> {
  const named = await findTask(ctx.useCase.tx, taskId);
  if (named === undefined) return false;
  const meaning = readAsDecider(ctx, text, named.code, 'completionReport');
  const isDecision = ['approve', 'return', 'reject'].includes(meaning.intent);
  if (!isDecision || meaning.task !== named.code) return false;
  await sayCompletionDecided(ctx, taskId, meaning);
  return true;
}

async function sayCompletionDecided(ctx: ChatContext, taskId: number, meaning: Meaning): Promise<void> {
  const actor = actorOf(ctx);
  if (meaning.intent === 'approve') {
    const task = await decideCompletion(ctx.useCase, actor, { taskId, decision: 'confirm' });
    return ctx.say({ kind: 'completionAccepted', payload: acceptedOf(task) });
  }
  const { note: reason } = meaning;
  if (reason === undefined) {
    const { code, title } = await lockConfirmable(ctx.useCase, actor, taskId, ['reportedDone']);
    return ctx.say({ kind: 'returnReasonWanted', payload: { taskId, code, title } });
  }
  const { id, code, title } = await decideCompletion(ctx.useCase, actor, {
    taskId,
    decision: 'return',
    reason,
  });
  const payload = { taskId: id, code, title, by: actor.name, reason };
  return ctx.say({ kind: 'completionReturned', payload });
}

/**
 * A leader's yes or no with a code but under no card. A no is carried out when one thing waits; a yes closes a task or
 * moves a day, so the card is shown for it.
 */
export const decideByCode: IntentAction = async (ctx, meaning) => {
  if (meaning.task === undefined) throw new Refusal('whichTask');
  const actor = actorOf(ctx);
  const task = await findTaskForActor(ctx.useCase, actor, meaning.task, 'view');
  const requests = await listDecidable(ctx.useCase, actor, task);
  const card = await readTaskCard(ctx.useCase, actor, task);
  if (requests.length === 0 && !card.mayConfirm) throw new Refusal('nothingToDecide', { code: task.code });
  const [only] = requests;
  const isNo = meaning.intent !== 'approve';
  if (isNo && requests.length === 0) return sayCompletionDecided(ctx, task.id, meaning);
  if (isNo && only !== undefined && requests.length === 1 && !card.mayConfirm) {
    const decision = { verdict: 'refuse', reason: meaning.note ?? null } as const;
    return ctx.say(await decideNow(ctx, only.id, decision));
  }
  for (const request of requests) {
    await ctx.say({
      kind: 'requestToDecide',
      payload: await readRequestCard(ctx.useCase, task, request),
    });
  }
  if (card.mayConfirm) await ctx.say({ kind: 'taskCard', payload: card });
};
