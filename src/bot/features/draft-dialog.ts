import { Composer } from 'telegraf';
import { message } from 'telegraf/filters';
import { changeDraft, type DraftChange, dropDraft, findAskedDraft } from '../../app/change-draft.ts';
import { findSentPayload } from '../../db/queries/requests.ts';
import type { DraftCardModel, DraftPayloads } from '../../domain/message/draft-payloads.ts';
import { authorityAsTyped, type DraftQuestion, productAsTyped } from '../../domain/task/draft.ts';
import { cleanText, foldText } from '../../domain/text.ts';
import type { ChatContext } from '../chat-context.ts';
import { guessProduct } from '../texts/vi/drafts.ts';
import { proposePerson, sayDraft } from './assigning.ts';
import { namesPersonOnTask, readOrder, toOrder } from './read-order.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** Typed answers to a draft: as a reply to it, or to what was asked within the last minutes. */
export const draftDialog = new Composer<ChatContext>();

interface Asked {
  draftId: number;
  /** Nothing: the reply answers no question, and the card is shown again. */
  question: DraftQuestion | null;
}

/** A text that begins with a code is about that task, whatever was asked. */
const BEGINS_WITH_CODE = /^(?:nv|#|viec)\s*\d/;

draftDialog.on(message('text'), async (ctx, next) => {
  const text = cleanText(ctx.message.text);
  if (text.startsWith('/') || text === '' || !isPrivate(ctx) || ctx.actor === null) return next();
  const asked = await findAsked(ctx, text);
  if (asked === null) return next();
  await answerInWords(ctx, asked, text);
});

async function findAsked(ctx: ChatContext, text: string): Promise<Asked | null> {
  const replied =
    ctx.message !== undefined && 'reply_to_message' in ctx.message ? ctx.message.reply_to_message : undefined;
  if (replied !== undefined) return findRepliedDraft(ctx, replied.message_id);
  if (BEGINS_WITH_CODE.test(foldText(text))) return null;
  const waiting = await findAskedDraft(ctx.useCase, actorOf(ctx));
  return waiting === null ? null : { draftId: waiting.id, question: waiting.question };
}

/** The draft whose card or question is replied to, and what that message asked. */
async function findRepliedDraft(ctx: ChatContext, messageId: number): Promise<Asked | null> {
  const sent = await findSentPayload(ctx.useCase.tx, ctx.chat?.id ?? 0, messageId);
  if (sent?.kind === 'draftAsked') {
    return { draftId: (sent.payload as DraftPayloads['draftAsked']).draftId, question: 'sentence' };
  }
  if (sent?.kind === 'draftQuestion') {
    const { draftId, facet } = sent.payload as DraftPayloads['draftQuestion'];
    return { draftId, question: facet };
  }
  if (sent?.kind !== 'taskDraft') return null;
  const { draftId, ask } = sent.payload as DraftCardModel;
  return { draftId, question: ask?.facet === 'unit' ? 'people' : (ask?.facet ?? null) };
}

async function answerInWords(ctx: ChatContext, { draftId, question }: Asked, text: string): Promise<void> {
  const actor = actorOf(ctx);
  if (question === 'sentence') {
    const meaning = await readOrder(ctx, text);
    if (namesPersonOnTask(meaning)) {
      await proposePerson(ctx, meaning);
      await dropDraft(ctx.useCase, actor, draftId);
      return;
    }
  }
  const change = await toChange(ctx, question, text);
  await sayDraft(ctx, await changeDraft(ctx.useCase, actor, draftId, change));
}

async function toChange(
  ctx: ChatContext,
  question: DraftQuestion | null,
  text: string,
): Promise<DraftChange> {
  switch (question) {
    case 'sentence':
      return { kind: 'order', order: toOrder(await readOrder(ctx, text)) };
    case 'people':
      return namePeople(ctx, text);
    case 'work':
      return { kind: 'title', typed: text, product: guessProduct(text) };
    case 'time':
      return { kind: 'deadline', wording: text };
    case 'authority':
      return { kind: 'authority', authority: authorityAsTyped(text) };
    case 'result':
      return { kind: 'product', product: productAsTyped(text) };
    default:
      return { kind: 'look', facet: null };
  }
}

/** A unit, a person, or both; what names no unit is taken for a person's name. */
async function namePeople(ctx: ChatContext, text: string): Promise<DraftChange> {
  const { unitCode, personName, coordinatingCodes } = toOrder(await readOrder(ctx, text));
  if (unitCode === null) return { kind: 'name', typed: personName ?? text };
  const nothingElse = { title: null, product: null, deadlineWording: null, dueOn: null };
  return { kind: 'order', order: { ...nothingElse, unitCode, personName, coordinatingCodes } };
}
