import { Composer } from 'telegraf';
import { type ClosedBlockers, closeBlockers, withdrawBlocker } from '../../app/close-blocker.ts';
import { confirmBlocker } from '../../app/confirm-blocker.ts';
import { findTaskForActor } from '../../app/find-task.ts';
import { type OpenedBlocker, openBlocker } from '../../app/open-blocker.ts';
import { raiseTicket } from '../../app/raise-ticket.ts';
import { listHoldups } from '../../app/read-tickets.ts';
import { loadTaskSubject } from '../../app/task-subject.ts';
import { Refusal } from '../../app/use-case.ts';
import { mayActOnTask } from '../../domain/access/access.ts';
import { mayConfirmHoldup } from '../../domain/task/holdup-rights.ts';
import { cleanText } from '../../domain/text.ts';
import { asksLeaders } from '../../domain/utterance/holdup-words.ts';
import type { Meaning } from '../../domain/utterance/meaning.ts';
import type { ChatContext } from '../chat-context.ts';
import { TOASTS } from '../texts/vi/buttons.ts';
import type { IntentAction, Said } from './act-on-meaning.ts';
import { commandText } from './command-text.ts';
import { onPress } from './on-press.ts';
import { findReplyTaskCode, listExampleCodes, readText } from './read-text.ts';
import { actorOf, isPrivate } from './require-actor.ts';
import { sayProgress, sayRecorded } from './say-progress.ts';

/** What a task waits for, and that it does no more. */
export const blockers = new Composer<ChatContext>();

/** "NV12 vướng, chờ P.KHTC thẩm định". */
export const reportBlocked: IntentAction = async (ctx, meaning, said) => {
  await recordBlocked(ctx, meaning, said);
};

async function recordBlocked(ctx: ChatContext, meaning: Meaning, said: Said): Promise<OpenedBlocker> {
  const actor = actorOf(ctx);
  const task = await findTaskForActor(ctx.useCase, actor, requireTask(meaning), 'report');
  const percent = meaning.percent ?? null;
  const opened = await openBlocker(ctx.useCase, actor, {
    taskId: task.id,
    percent,
    text: meaning.note ?? cleanText(said.text),
    waitingFor: meaning.waitingFor ?? null,
    unitCode: meaning.unit ?? null,
    reportedAt: said.reportedAt,
    isConfirmed: false,
  });
  const { report } = opened.outcome;
  await ctx.say({
    kind: 'blockerOpened',
    payload: {
      taskId: task.id,
      code: task.code,
      title: task.title,
      reportId: report.id,
      blockerId: opened.isNew ? opened.blocker.id : null,
      text: opened.blocker.text,
      waitingFor: opened.waitingFor,
      percent: report.percent,
      told: opened.told,
      ...(await listOffers(ctx, opened)),
    },
  });
  if (opened.isFigureLeftOut) await askLowerFigure(ctx, opened.outcome.task, percent, said);
  return opened;
}

/** What whoever reports may do next: vouch for it as the head, or take it to the leadership. */
async function listOffers(ctx: ChatContext, { outcome: { task }, blocker }: OpenedBlocker) {
  const actor = actorOf(ctx);
  const { id: standingId, reportedById, confirmedAt } = blocker;
  const isToConfirm =
    confirmedAt === null && mayConfirmHoldup(actor, { unitId: task.leadUnitId, reportedById });
  const subject = await loadTaskSubject(ctx.useCase.tx, task);
  return { standingId, mayConfirm: isToConfirm, mayRaise: mayActOnTask(actor, 'ask', subject) };
}

/** The obstacle stands; the lower figure is asked about by itself. */
const askLowerFigure = (
  ctx: ChatContext,
  task: Parameters<typeof sayProgress>[1],
  percent: number | null,
  said: Said,
): Promise<void> =>
  sayProgress(ctx, task, {
    taskId: task.id,
    percent,
    delta: null,
    status: 'blocked',
    note: null,
    product: null,
    reportedAt: said.reportedAt,
  });

/** "đã gỡ vướng NV12", "KHTC gửi số liệu rồi" in reply to the card. */
export const reportUnblocked: IntentAction = async (ctx, meaning, said) => {
  const actor = actorOf(ctx);
  const task = await findTaskForActor(ctx.useCase, actor, requireTask(meaning), 'report');
  const closed = await closeBlockers(ctx.useCase, actor, {
    taskId: task.id,
    note: meaning.note ?? cleanText(said.text),
    unitCode: meaning.unit ?? null,
    reportedAt: said.reportedAt,
    isOnlyOfBlocked: false,
  });
  await sayClosed(ctx, closed);
};

async function sayClosed(
  ctx: ChatContext,
  { outcome, closed, remaining, told }: ClosedBlockers,
): Promise<void> {
  // Nothing was known to stand in the way: then it is a report like any other.
  if (closed.length === 0) return sayRecorded(ctx, outcome);
  const { task } = outcome;
  await ctx.say({
    kind: 'blockersClosed',
    payload: {
      taskId: task.id,
      code: task.code,
      title: task.title,
      closed: closed.map((blocker) => blocker.text),
      remaining: remaining.map((blocker) => blocker.text),
      told,
    },
  });
}

function requireTask(meaning: Meaning): string {
  if (meaning.task === undefined) throw new Refusal('whichTask');
  return meaning.task;
}

blockers.command('vuong', async (ctx) => {
  const typed = commandText(ctx.payload);
  const replyTask = await findReplyTaskCode(ctx);
  const meaning = typed === '' ? null : await readText(ctx, typed, { replyTask, hasAttachment: false });
  if (meaning?.task === undefined) {
    const holdups = await listHoldups(ctx.useCase, actorOf(ctx));
    const hasAny = holdups.blockers.length + holdups.tickets.length > 0;
    if (typed === '' && hasAny && isPrivate(ctx)) return ctx.say({ kind: 'holdups', payload: holdups });
    const examples = await listExampleCodes(ctx, actorOf(ctx));
    return ctx.say({ kind: 'howToBlock', payload: { examples } });
  }
  const said = { text: typed, reportedAt: ctx.saidAt, evidence: null };
  const { blocker } = await recordBlocked(ctx, meaning, said);
  if (!asksLeaders(typed)) return;
  await ctx.say({ kind: 'ticketRaised', payload: await raiseTicket(ctx.useCase, actorOf(ctx), blocker.id) });
});

blockers.use(
  onPress('confirmBlocker', async (ctx, blockerId = 0) => {
    const payload = await confirmBlocker(ctx.useCase, actorOf(ctx), blockerId);
    ctx.toast = TOASTS.done;
    await ctx.say({ kind: 'blockerConfirmed', payload });
  }),
  onPress('undoBlocker', async (ctx, reportId = 0, blockerId = 0) => {
    const { task, percent } = await withdrawBlocker(ctx.useCase, actorOf(ctx), { reportId, blockerId });
    ctx.toast = TOASTS.done;
    await ctx.redraw({ kind: 'progressUndone', payload: { taskId: task.id, code: task.code, percent } });
  }),
  onPress('closeBlockers', async (ctx, taskId = 0) => {
    const closed = await closeBlockers(ctx.useCase, actorOf(ctx), {
      taskId,
      note: null,
      unitCode: null,
      reportedAt: ctx.useCase.now,
      isOnlyOfBlocked: true,
    });
    ctx.toast = TOASTS.done;
    await sayClosed(ctx, closed);
  }),
);
