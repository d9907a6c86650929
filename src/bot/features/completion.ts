import { Composer } from 'telegraf';
import { message } from 'telegraf/filters';
import { correctProductDay } from '../../app/correct-product-day.ts';
import { decideCompletion } from '../../app/decide-completion.ts';
import { FINISHED_STATES, lockConfirmable } from '../../app/lock-confirmable.ts';
import { markQuality } from '../../app/mark-quality.ts';
import { Refusal } from '../../app/use-case.ts';
import { findSentPayload } from '../../db/queries/requests.ts';
import type { TaskRow } from '../../db/queries/tasks.ts';
import type { MessagePayloads } from '../../domain/message/messages.ts';
import { QUALITY_MARKS } from '../../domain/task/quality.ts';
import { cleanText } from '../../domain/text.ts';
import { readTypedDay } from '../../domain/utterance/typed-day.ts';
import type { ChatContext } from '../chat-context.ts';
import { TOASTS } from '../texts/vi/buttons.ts';
import { RETURN_REASONS } from '../texts/vi/completion.ts';
import { onPress } from './on-press.ts';
import { actorOf } from './require-actor.ts';

/** What a confirmer does with what was reported done: confirms it, gives it back with a reason, marks it, corrects its day. */
export const completion = new Composer<ChatContext>();

/** A reason or a day, typed under the question for it. */
completion.on(message('text'), async (ctx, next) => {
  const replied = ctx.message.reply_to_message;
  if (replied === undefined || ctx.message.text.startsWith('/')) return next();
  const sent = await findSentPayload(ctx.useCase.tx, ctx.chat.id, replied.message_id);
  if (sent?.kind !== 'returnReasonWanted' && sent?.kind !== 'productDayWanted') return next();
  const { taskId } = sent.payload as MessagePayloads['productDayWanted'];
  const typed = cleanText(ctx.message.text);
  if (sent.kind === 'returnReasonWanted') return giveBack(ctx, taskId, typed, (shown) => ctx.say(shown));
  const on = readTypedDay(typed, ctx.useCase.today, 'past');
  if (on === null) throw new Refusal('impossibleDay');
  const task = await correctProductDay(ctx.useCase, actorOf(ctx), taskId, on);
  await ctx.say({ kind: 'completionAccepted', payload: acceptedOf(task) });
});

completion.use(
  onPress('confirmCompletion', async (ctx, taskId = 0) => {
    const task = await decideCompletion(ctx.useCase, actorOf(ctx), { taskId, decision: 'confirm' });
    ctx.toast = TOASTS.done;
    await ctx.redraw({ kind: 'completionAccepted', payload: acceptedOf(task) });
  }),
  onPress('returnCompletion', async (ctx, taskId = 0) => {
    const { code, title } = await lockConfirmable(ctx.useCase, actorOf(ctx), taskId, ['reportedDone']);
    await ctx.redraw({ kind: 'returnReasonWanted', payload: { taskId, code, title } });
  }),
  onPress('returnCompletionFor', async (ctx, taskId = 0, index = 0) => {
    const reason = RETURN_REASONS[index];
    if (reason === undefined) throw new Refusal('buttonTooOld');
    await giveBack(ctx, taskId, reason, (shown) => ctx.redraw(shown));
  }),
  onPress('markQuality', async (ctx, taskId = 0, index = 0) => {
    const quality = QUALITY_MARKS[index];
    if (quality === undefined) throw new Refusal('buttonTooOld');
    const task = await markQuality(ctx.useCase, actorOf(ctx), taskId, quality);
    ctx.toast = TOASTS.done;
    await ctx.redraw({ kind: 'completionAccepted', payload: acceptedOf(task) });
  }),
  onPress('productDay', async (ctx, taskId = 0) => {
    const task = await lockConfirmable(ctx.useCase, actorOf(ctx), taskId, FINISHED_STATES);
    const { code, title, productOn } = task;
    await ctx.say({ kind: 'productDayWanted', payload: { taskId, code, title, productOn } });
  }),
);

type Shown = { kind: 'completionReturned'; payload: MessagePayloads['completionReturned'] };

async function giveBack(
  ctx: ChatContext,
  taskId: number,
  reason: string,
  show: (shown: Shown) => Promise<void>,
): Promise<void> {
  const actor = actorOf(ctx);
  const { id, code, title } = await decideCompletion(ctx.useCase, actor, {
    taskId,
    decision: 'return',
    reason,
  });
  ctx.toast = TOASTS.done;
  await show({ kind: 'completionReturned', payload: { taskId: id, code, title, by: actor.name, reason } });
}

/** A completion as whoever confirms it sees it. */
export const acceptedOf = ({
  id,
  code,
  title,
  productOn,
  quality,
  state,
}: TaskRow): MessagePayloads['completionAccepted'] => ({
  taskId: id,
  code,
  title,
  productOn,
  quality,
  isConfirmed: state !== 'reportedDone',
});
