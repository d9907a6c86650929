import { Composer } from 'telegraf';
import { message } from 'telegraf/filters';
import { askRequest } from '../../app/ask-request.ts';
import { grantAtOnce } from '../../app/decide-request.ts';
import { takePending } from '../../app/pending-action.ts';
import { Refusal } from '../../app/use-case.ts';
import { withdrawRequest } from '../../app/withdraw-request.ts';
import { findSentPayload } from '../../db/queries/requests.ts';
import { findTask, type TaskRow } from '../../db/queries/tasks.ts';
import type { Day } from '../../domain/days.ts';
import { dayOfNumber } from '../callback-data/day-number.ts';
import type { ChatContext } from '../chat-context.ts';
import { TOASTS } from '../texts/vi/buttons.ts';
import { ASKS_EXTENSION, REFUSAL_REASONS } from '../texts/vi/requests.ts';
import { actOnMeaning, askWhichTask } from './act-on-meaning.ts';
import { onPress } from './on-press.ts';
import { readText } from './read-text.ts';
import { prepareExtension, prepareForPerson } from './request-actions.ts';
import { decideNow, requestDecisions } from './request-decisions.ts';
import { actorOf } from './require-actor.ts';

/** Requests that change a task: extension, return, another person or unit, a stand-in; and what is decided of them. */
export const requests = new Composer<ChatContext>();

requests.command('giahan', async (ctx) => {
  const typed = ctx.payload.trim().replace(/^\d{1,6}(?![\d/.-])/, 'NV$&');
  const text = `${ASKS_EXTENSION} ${typed}`.trim();
  const said = { text, reportedAt: ctx.saidAt, evidence: null };
  if (typed === '') return askWhichTask(ctx, said);
  await actOnMeaning(ctx, await readText(ctx, text, { replyTask: null, hasAttachment: false }), said);
});

/** A day typed under the question for it. */
requests.on(message('text'), async (ctx, next) => {
  const replied = ctx.message.reply_to_message;
  if (replied === undefined || ctx.message.text.startsWith('/')) return next();
  const sent = await findSentPayload(ctx.useCase.tx, ctx.chat.id, replied.message_id);
  if (sent?.kind !== 'extensionDayWanted') return next();
  const { pendingId, taskId } = sent.payload as { pendingId: number; taskId: number };
  const task = await readTaskOf(ctx, taskId);
  const text = `${ASKS_EXTENSION} ${ctx.message.text}`;
  const replyTask = { code: task.code, kind: sent.kind };
  const meaning = await readText(ctx, text, { replyTask, hasAttachment: false });
  const { intent, on, extendBy } = meaning;
  if (intent !== 'ask_extension' || (on ?? extendBy) === undefined) return next();
  const { reason, askedAt } = await takePending(ctx.useCase, actorOf(ctx), pendingId, 'extensionDay');
  await ctx.say(await prepareExtension(ctx, task, { on, extendBy, reason }, new Date(askedAt)));
});

requests.use(
  requestDecisions,
  onPress('extensionDay', async (ctx, pendingId = 0, day = 0) => {
    const actor = actorOf(ctx);
    const { taskId, reason, askedAt } = await takePending(ctx.useCase, actor, pendingId, 'extensionDay');
    const task = await readTaskOf(ctx, taskId);
    await ctx.redraw(await prepareExtension(ctx, task, { on: toDay(day), reason }, new Date(askedAt)));
  }),
  onPress('sendRequest', async (ctx, pendingId = 0) => {
    const actor = actorOf(ctx);
    const { draft, isAtOnce, askedAt } = await takePending(ctx.useCase, actor, pendingId, 'request');
    ctx.toast = TOASTS.done;
    if (isAtOnce) {
      const handedOver = await grantAtOnce(ctx.useCase, actor, draft);
      return ctx.redraw({ kind: 'handedOver', payload: { request: handedOver, by: actor.name } });
    }
    const { request, model, approverName } = await askRequest(ctx.useCase, actor, draft, new Date(askedAt));
    const payload = { requestId: request.id, request: model, approver: approverName };
    return ctx.redraw({ kind: 'requestAsked', payload });
  }),
  onPress('dropRequest', async (ctx, pendingId = 0) => {
    const { code } = await takePending(ctx.useCase, actorOf(ctx), pendingId, 'request');
    await ctx.redraw({ kind: 'requestDropped', payload: { code } });
  }),
  onPress('withdrawRequest', async (ctx, requestId = 0) => {
    const request = await withdrawRequest(ctx.useCase, actorOf(ctx), requestId);
    ctx.toast = TOASTS.done;
    await ctx.redraw({ kind: 'requestWithdrawn', payload: { request, isOwn: true } });
  }),
  onPress('approveRequest', async (ctx, requestId = 0) => {
    await ctx.redraw(await decideNow(ctx, requestId, { verdict: 'approve' }));
  }),
  onPress('refuseRequest', async (ctx, requestId = 0) => {
    await ctx.redraw(await decideNow(ctx, requestId, { verdict: 'refuse', reason: null }));
  }),
  onPress('refuseRequestFor', async (ctx, requestId = 0, index = 0) => {
    const reason = REFUSAL_REASONS[index];
    if (reason === undefined) throw new Refusal('buttonTooOld');
    await ctx.redraw(await decideNow(ctx, requestId, { verdict: 'refuse', reason }));
  }),
  onPress('returnToUnit', async (ctx, requestId = 0, unitId = 0) => {
    await ctx.redraw(await decideNow(ctx, requestId, { verdict: 'approve', unitId }));
  }),
  onPress('chooseRequestPerson', async (ctx, pendingId = 0, personId = 0) => {
    const asked = await takePending(ctx.useCase, actorOf(ctx), pendingId, 'requestPerson');
    await ctx.redraw(await prepareForPerson(ctx, asked, personId));
  }),
);

/** A day as a button carries it: 20260720. @throws Refusal `buttonTooOld` when no such day exists */
function toDay(number: number): Day {
  const day = dayOfNumber(number);
  if (day === null) throw new Refusal('buttonTooOld');
  return day;
}

async function readTaskOf(ctx: ChatContext, taskId: number): Promise<TaskRow> {
  const task = await findTask(ctx.useCase.tx, taskId);
  if (task === undefined) throw new Refusal('buttonTooOld');
  return task;
}
