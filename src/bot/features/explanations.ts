import { Composer } from 'telegraf';
import { message } from 'telegraf/filters';
import { decideExplanation, type ExplanationDecision, readAnswerCard } from '../../app/decide-explanation.ts';
import { findAskedExplanation } from '../../app/find-asked-explanation.ts';
import { findTaskForActor } from '../../app/find-task.ts';
import {
  answerExplanation,
  beginExplanation,
  dropExplanation,
  type ExplanationInHand,
  sendExplanation,
} from '../../app/give-explanation.ts';
import { takePending } from '../../app/pending-action.ts';
import { listExplanationsFor, readCardExplanation } from '../../app/read-explanations.ts';
import { loadTaskSubject } from '../../app/task-subject.ts';
import { Refusal } from '../../app/use-case.ts';
import { findSentPayload } from '../../db/queries/requests.ts';
import type { ExplanationPayloads } from '../../domain/message/explanation-payloads.ts';
import type { Message } from '../../domain/message/messages.ts';
import { LATENESS_CAUSES, type LatenessCause } from '../../domain/task/explanation.ts';
import { formatTaskCode } from '../../domain/task/task.ts';
import { cleanText, foldText } from '../../domain/text.ts';
import { readCause } from '../../domain/utterance/explanation-sentence.ts';
import { readUtterance } from '../../domain/utterance/read-utterance.ts';
import type { ChatContext } from '../chat-context.ts';
import { TOASTS } from '../texts/vi/buttons.ts';
import { RETURN_REASONS } from '../texts/vi/explanations.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** Why tasks are late: asked of heads, given by them, decided by leaders (R57). */
export const explanations = new Composer<ChatContext>();

/** "12", "NV13", "nv 01.KHTC chờ góp ý": the task, and what is said of it. */
const TASK_AND_WORDS = /^(?:nv|#)?\s*0*(\d{1,6})(?:\.([\p{L}\d]+))?(?![\d/%])[\s:,.-]*(.*)$/isu;

explanations.command('giaitrinh', async (ctx) => {
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
  const typed = cleanText(ctx.payload);
  const actor = actorOf(ctx);
  if (typed === '') {
    return ctx.say({ kind: 'explanationList', payload: await listExplanationsFor(ctx.useCase, actor) });
  }
  const match = TASK_AND_WORDS.exec(typed);
  if (match === null) throw new Refusal('taskNotFound', { code: typed });
  const code = formatTaskCode(Number(match[1]), match[2]?.toUpperCase());
  const said = match[3] ?? '';
  await ctx.say(await openFor(ctx, code, said === '' ? null : said));
});

/** What this person may do about the explanation of a task: give it, decide it, or neither. */
async function openFor(ctx: ChatContext, code: string, typed: string | null): Promise<Message> {
  const { useCase } = ctx;
  const actor = actorOf(ctx);
  const task = await findTaskForActor(useCase, actor, code, 'view');
  const subject = await loadTaskSubject(useCase.tx, task);
  const card = await readCardExplanation(useCase, actor, { task, subject });
  if (card === null) throw new Refusal('notExplainable', { code });
  if (card.mayDecide && card.answerId !== null) return showAnswer(ctx, card.answerId);
  const { explanationId } = card;
  return toMessage(await beginExplanation(useCase, actor, { explanationId, typed }));
}

async function showAnswer(ctx: ChatContext, answerId: number): Promise<Message> {
  return { kind: 'explanationToDecide', payload: await readAnswerCard(ctx.useCase, actorOf(ctx), answerId) };
}

/** What an explanation in hand asks for next. */
function toMessage({ pendingId, explanation, cause, words, returned }: ExplanationInHand): Message {
  if (cause === null) {
    const payload = { pendingId, explanation, said: words?.text ?? null, returned };
    return { kind: 'explanationCauseWanted', payload };
  }
  return words === null
    ? { kind: 'explanationReasonWanted', payload: { pendingId, explanation, cause } }
    : { kind: 'confirmExplanation', payload: { pendingId, explanation, cause, words } };
}

/** A text that begins with a code is about that task, whatever was asked. */
const BEGINS_WITH_CODE = /^(?:nv|#|viec)\s*\d/;

/** What an explanation asked for, typed: as a reply to the question, or as the next text. */
explanations.on(message('text'), async (ctx, next) => {
  const text = cleanText(ctx.message.text);
  if (text.startsWith('/') || text === '' || !isPrivate(ctx) || ctx.actor === null) return next();
  const replied = ctx.message.reply_to_message;
  const answer =
    replied === undefined ? await answerAsked(ctx, text) : await answerReplied(ctx, replied.message_id, text);
  return answer === null ? next() : ctx.say(answer);
});

async function answerAsked(ctx: ChatContext, text: string): Promise<Message | null> {
  if (BEGINS_WITH_CODE.test(foldText(text))) return null;
  const actor = actorOf(ctx);
  const asked = await findAskedExplanation(ctx.useCase, actor);
  if (asked === null) return null;
  const { pendingId, pending } = asked;
  if (pending.kind === 'explanation') {
    return toMessage(await answerExplanation(ctx.useCase, actor, pendingId, { typed: text }));
  }
  const { answerId } = await takePending(ctx.useCase, actor, pendingId, 'explanationReturn');
  return decide(ctx, answerId, { verdict: 'return', reason: text });
}

/** Messages about an explanation in hand: what is typed under them are its words. */
const IN_HAND: ReadonlySet<string> = new Set([
  'explanationCauseWanted',
  'explanationReasonWanted',
  'confirmExplanation',
]);

async function answerReplied(ctx: ChatContext, messageId: number, text: string): Promise<Message | null> {
  const sent = await findSentPayload(ctx.useCase.tx, ctx.chat?.id ?? 0, messageId);
  if (sent !== undefined && IN_HAND.has(sent.kind)) {
    const { pendingId } = sent.payload as ExplanationPayloads['explanationReasonWanted'];
    return toMessage(await answerExplanation(ctx.useCase, actorOf(ctx), pendingId, { typed: text }));
  }
  if (sent?.kind === 'explanationReturnWanted') {
    const { answerId } = sent.payload as ExplanationPayloads['explanationReturnWanted'];
    return decide(ctx, answerId, { verdict: 'return', reason: text });
  }
  if (sent?.kind !== 'explanationToDecide') return null;
  const decision = readDecision(ctx, sent.payload as ExplanationPayloads['explanationToDecide'], text);
  return decision === null ? null : decide(ctx, decision.answerId, decision.decision);
}

/** A yes takes the cause that it names, else the head's own; a no with words is a return with its reason. */
function readDecision(
  { useCase: { today, calendar } }: ChatContext,
  { answerId, explanation, answer }: ExplanationPayloads['explanationToDecide'],
  text: string,
): { answerId: number; decision: ExplanationDecision } | null {
  const context = { today, calendar, actor: 'leader', hasAttachment: false } as const;
  const card = { replyTask: explanation.code, replyTo: 'extensionRequest' } as const;
  const meaning = readUtterance(text, { ...context, ...card });
  if (meaning.task !== explanation.code) return null;
  if (meaning.intent === 'approve') {
    return { answerId, decision: { verdict: 'accept', cause: readCause(text) ?? answer.cause } };
  }
  if (meaning.intent !== 'reject' && meaning.intent !== 'return') return null;
  const reason = meaning.note === undefined ? null : text;
  return { answerId, decision: { verdict: 'return', reason } };
}

async function decide(ctx: ChatContext, answerId: number, decision: ExplanationDecision): Promise<Message> {
  const outcome = await decideExplanation(ctx.useCase, actorOf(ctx), answerId, decision);
  return outcome.kind === 'decided'
    ? { kind: 'explanationDecided', payload: outcome.said }
    : { kind: 'explanationReturnWanted', payload: outcome.asked };
}

/** A cause by its place on the buttons. @throws Refusal `buttonTooOld` for any other number */
function causeAt(place: number): LatenessCause {
  const cause = LATENESS_CAUSES[place];
  if (cause === undefined) throw new Refusal('buttonTooOld');
  return cause;
}

/** The cards of tasks are shown in groups too; why something is late stays between the head and the leader. */
const onPrivatePress: typeof onPress = (action, handle) =>
  onPress(action, async (ctx, ...numbers) => {
    if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
    await handle(ctx, ...numbers);
  });

explanations.use(
  onPrivatePress('explain', async (ctx, explanationId = 0) => {
    const asked = { explanationId, typed: null };
    await ctx.say(toMessage(await beginExplanation(ctx.useCase, actorOf(ctx), asked)));
  }),
  onPrivatePress('explanationCause', async (ctx, pendingId = 0, place = 0) => {
    const cause = causeAt(place);
    await ctx.redraw(toMessage(await answerExplanation(ctx.useCase, actorOf(ctx), pendingId, { cause })));
  }),
  onPrivatePress('sendExplanation', async (ctx, pendingId = 0) => {
    const { explanation, to } = await sendExplanation(ctx.useCase, actorOf(ctx), pendingId);
    const { taskId, code, title } = explanation;
    ctx.toast = TOASTS.done;
    await ctx.redraw({ kind: 'explanationSent', payload: { taskId, code, title, to } });
  }),
  onPrivatePress('dropExplanation', async (ctx, pendingId = 0) => {
    const { code } = await dropExplanation(ctx.useCase, actorOf(ctx), pendingId);
    await ctx.redraw({ kind: 'explanationDropped', payload: { code } });
  }),
  onPrivatePress('viewExplanation', async (ctx, answerId = 0) => ctx.say(await showAnswer(ctx, answerId))),
  onPrivatePress('acceptExplanation', async (ctx, answerId = 0, place = 0) => {
    await ctx.redraw(await decide(ctx, answerId, { verdict: 'accept', cause: causeAt(place) }));
  }),
  onPrivatePress('returnExplanation', async (ctx, answerId = 0) => {
    await ctx.redraw(await decide(ctx, answerId, { verdict: 'return', reason: null }));
  }),
  onPrivatePress('returnExplanationFor', async (ctx, answerId = 0, place = 0) => {
    const reason = RETURN_REASONS[place];
    if (reason === undefined) throw new Refusal('buttonTooOld');
    await ctx.redraw(await decide(ctx, answerId, { verdict: 'return', reason }));
  }),
);
