import { Composer } from 'telegraf';
import { message } from 'telegraf/filters';
import {
  answerBottleneck,
  type BottleneckChange,
  beginBottleneck,
  dropBottleneck,
} from '../../app/draft-bottleneck.ts';
import { findAskedQuestion } from '../../app/find-asked-question.ts';
import { confirmBottleneck, moveBottleneck } from '../../app/move-bottleneck.ts';
import { findBottleneckId, listBottlenecksFor, readBottleneckCard } from '../../app/read-bottlenecks.ts';
import { recordBottleneck } from '../../app/record-bottleneck.ts';
import { Refusal } from '../../app/use-case.ts';
import { listUnits } from '../../db/queries/directory.ts';
import { findSentPayload } from '../../db/queries/requests.ts';
import { type Day, makeDay } from '../../domain/days.ts';
import type { BottleneckDraftModel } from '../../domain/message/bottleneck-payloads.ts';
import { BOTTLENECK_DOMAINS, BOTTLENECK_STATES } from '../../domain/task/bottleneck.ts';
import { BOTTLENECK_QUESTIONS, questionOf } from '../../domain/task/bottleneck-draft.ts';
import { cleanText, foldText } from '../../domain/text.ts';
import { findParties } from '../../domain/utterance/parties.ts';
import { prepareText } from '../../domain/utterance/typed-text.ts';
import type { ChatContext } from '../chat-context.ts';
import { ADDS } from '../texts/vi/bottlenecks.ts';
import { TOASTS } from '../texts/vi/buttons.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** What keeps several tasks from going on, until somebody removes it (R69, R74). */
export const bottlenecks = new Composer<ChatContext>();

bottlenecks.command('diemnghen', async (ctx) => {
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
  const typed = cleanText(ctx.payload);
  if (typed === '') return sayList(ctx);
  if (ADDS.test(typed)) return begin(ctx, typed.replace(ADDS, ''));
  const id = await findBottleneckId(ctx.useCase, typed);
  await ctx.say({
    kind: 'bottleneckCard',
    payload: await readBottleneckCard(ctx.useCase, actorOf(ctx), id),
  });
});

async function sayList(ctx: ChatContext): Promise<void> {
  await ctx.say({ kind: 'bottleneckList', payload: await listBottlenecksFor(ctx.useCase, actorOf(ctx)) });
}

async function begin(ctx: ChatContext, text: string): Promise<void> {
  const typed = text === '' ? null : { text, unitCode: await readUnit(ctx, text) };
  const payload = await beginBottleneck(ctx.useCase, actorOf(ctx), typed);
  await ctx.say({ kind: 'bottleneckDraft', payload });
}

/** The unit of the department that a text names, before any other one that is not the sender's own; else `null`. */
async function readUnit(ctx: ChatContext, text: string): Promise<string | null> {
  const { today, calendar, tx } = ctx.useCase;
  const units = await listUnits(tx, today);
  const context = { today, calendar, actor: 'staff', hasAttachment: false, units } as const;
  const named = findParties(prepareText(text), context).flatMap(({ code }) => code ?? []);
  const own = new Set(actorOf(ctx).roles.map(({ unitId }) => unitId));
  const isOther = (code: string) => units.some((unit) => unit.code === code && !own.has(unit.id));
  return named.find(isOther) ?? named[0] ?? null;
}

/** What a bottleneck on its way asked for, typed: as a reply to its card, or as the next text. */
bottlenecks.on(message('text'), async (ctx, next) => {
  const text = cleanText(ctx.message.text);
  if (text.startsWith('/') || text === '' || !isPrivate(ctx) || ctx.actor === null) return next();
  const replied = ctx.message.reply_to_message;
  const pendingId =
    replied === undefined ? await findAsked(ctx, text) : await findReplied(ctx, replied.message_id);
  if (pendingId === null) return next();
  const change: BottleneckChange = { kind: 'typed', text, unitCode: await readUnit(ctx, text) };
  const payload = await answerBottleneck(ctx.useCase, actorOf(ctx), pendingId, change);
  await ctx.say({ kind: 'bottleneckDraft', payload });
});

/** Nothing but codes: the tasks to link, and no report on them. */
const ONLY_CODES = /^(?:(?:nv|#)\s*\d{1,6}(?:\.[a-z\d]+)?(?:\s*(?:[,;&]|va)\s*|\s+|$))+$/;
/** A text that begins with a code is about that task, whatever was asked. */
const BEGINS_WITH_CODE = /^(?:nv|#|viec)\s*\d/;

async function findAsked(ctx: ChatContext, text: string): Promise<number | null> {
  const asked = await findAskedQuestion(ctx.useCase, actorOf(ctx), ['bottleneck']);
  if (asked === null) return null;
  const isAnswer =
    questionOf(asked.pending.bottleneck) === null
      ? ONLY_CODES.test(foldText(text))
      : !BEGINS_WITH_CODE.test(foldText(text));
  return isAnswer ? asked.pendingId : null;
}

async function findReplied(ctx: ChatContext, messageId: number): Promise<number | null> {
  const sent = await findSentPayload(ctx.useCase.tx, ctx.chat?.id ?? 0, messageId);
  return sent?.kind === 'bottleneckDraft' ? (sent.payload as BottleneckDraftModel).pendingId : null;
}

/** Takes a pressed answer and draws the card in place. */
async function press(ctx: ChatContext, pendingId: number, change: BottleneckChange): Promise<void> {
  const payload = await answerBottleneck(ctx.useCase, actorOf(ctx), pendingId, change);
  await ctx.redraw({ kind: 'bottleneckDraft', payload });
}

/** What stands at a place of a list, as buttons carry it. @throws Refusal `buttonTooOld` for any other number */
function at<Item>(items: readonly Item[], place: number): Item {
  const item = items[place];
  if (item === undefined) throw new Refusal('buttonTooOld');
  return item;
}

/** A day as a button carries it: 20260720. @throws Refusal `buttonTooOld` when no such day exists */
function toDay(number: number): Day {
  const day = makeDay(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100);
  if (day === null) throw new Refusal('buttonTooOld');
  return day;
}

bottlenecks.use(
  onPress('addBottleneck', (ctx) => begin(ctx, '')),
  onPress('bottleneckDomain', (ctx, pendingId = 0, place = 0) =>
    press(ctx, pendingId, { kind: 'domain', domain: at(BOTTLENECK_DOMAINS, place) }),
  ),
  onPress('bottleneckUnit', (ctx, pendingId = 0, unitId = 0) =>
    press(ctx, pendingId, { kind: 'unit', unitId }),
  ),
  onPress('bottleneckDay', (ctx, pendingId = 0, day = 0) =>
    press(ctx, pendingId, { kind: 'day', dueOn: toDay(day) }),
  ),
  onPress('bottleneckWithoutDay', (ctx, pendingId = 0) => press(ctx, pendingId, { kind: 'noDay' })),
  onPress('bottleneckAsk', (ctx, pendingId = 0, place = 0) =>
    press(ctx, pendingId, { kind: 'ask', question: at(BOTTLENECK_QUESTIONS, place) }),
  ),
  onPress('recordBottleneck', async (ctx, pendingId = 0) => {
    const payload = await recordBottleneck(ctx.useCase, actorOf(ctx), pendingId);
    ctx.toast = TOASTS.done;
    await ctx.redraw({ kind: 'bottleneckRecorded', payload });
  }),
  onPress('dropBottleneck', async (ctx, pendingId = 0) => {
    await dropBottleneck(ctx.useCase, actorOf(ctx), pendingId);
    await ctx.redraw({ kind: 'bottleneckDropped', payload: {} });
  }),
);

bottlenecks.use(
  onPress('bottlenecks', sayList),
  onPress('viewBottleneck', async (ctx, id = 0) => {
    const payload = await readBottleneckCard(ctx.useCase, actorOf(ctx), id);
    await ctx.say({ kind: 'bottleneckCard', payload });
  }),
  onPress('moveBottleneck', async (ctx, id = 0, place = 0) => {
    const actor = actorOf(ctx);
    await moveBottleneck(ctx.useCase, actor, id, at(BOTTLENECK_STATES, place));
    ctx.toast = TOASTS.done;
    const payload = await readBottleneckCard(ctx.useCase, actor, id);
    await ctx.redraw({ kind: 'bottleneckCard', payload });
  }),
  onPress('confirmBottleneck', async (ctx, id = 0) => {
    const payload = await confirmBottleneck(ctx.useCase, actorOf(ctx), id);
    ctx.toast = TOASTS.done;
    await ctx.redraw({ kind: 'bottleneckConfirmed', payload });
  }),
);
