import { Composer } from 'telegraf';
import { message } from 'telegraf/filters';
import { attachEvidence } from '../../app/add-evidence.ts';
import { findTaskForActor } from '../../app/find-task.ts';
import { takePending } from '../../app/pending-action.ts';
import { reportProgress } from '../../app/report-progress.ts';
import { undoReport } from '../../app/undo-report.ts';
import { Refusal } from '../../app/use-case.ts';
import { findTask, type TaskRow } from '../../db/queries/tasks.ts';
import type { ChatContext } from '../chat-context.ts';
import { TOASTS } from '../texts/vi/buttons.ts';
import { actOnMeaning } from './act-on-meaning.ts';
import { addEvidenceTo } from './evidence.ts';
import { isAddressed } from './is-addressed.ts';
import { onPress } from './on-press.ts';
import { findReplyTaskCode, readText } from './read-text.ts';
import { actorOf } from './require-actor.ts';
import { sayProgress, sayRecorded } from './say-progress.ts';

/** Progress reports by plain message or one tap, and taking them back. */
export const progress = new Composer<ChatContext>();

progress.on(message('text'), async (ctx, next) => {
  const text = ctx.message.text;
  if (text.startsWith('/') || !isAddressed(ctx)) return next();
  const replyTask = await findReplyTaskCode(ctx);
  const meaning = await readText(ctx, withoutMention(ctx, text), { replyTask, hasAttachment: false });
  await actOnMeaning(ctx, meaning, { text, reportedAt: ctx.saidAt, evidence: null });
});

progress.use(
  onPress('undo', async (ctx, reportId = 0) => {
    const undone = await undoReport(ctx.useCase, actorOf(ctx), reportId);
    ctx.toast = TOASTS.done;
    await ctx.redraw({
      kind: 'progressUndone',
      payload: { taskId: undone.task.id, code: undone.task.code, percent: undone.percent },
    });
  }),
  onPress('confirmPending', async (ctx, pendingId = 0) => {
    const actor = actorOf(ctx);
    const { input } = await takePending(ctx.useCase, actor, pendingId, 'progress');
    const outcome = await reportProgress(ctx.useCase, actor, {
      ...input,
      reportedAt: new Date(input.reportedAt),
      isConfirmed: true,
    });
    if (outcome.kind === 'recorded') await sayRecorded(ctx, outcome);
  }),
  onPress('dropPending', async (ctx, pendingId = 0) => {
    const pending = await takePending(ctx.useCase, actorOf(ctx), pendingId, 'progress');
    await ctx.redraw({ kind: 'pendingDropped', payload: { code: pending.code } });
  }),
  onPress('chooseTask', async (ctx, pendingId = 0, taskId = 0) => {
    const choice = await takePending(ctx.useCase, actorOf(ctx), pendingId, 'chooseTask');
    const task = await loadOwnTask(ctx, taskId);
    for (const file of choice.album ?? []) {
      await attachEvidence(ctx.useCase, actorOf(ctx), { ...file, taskId: task.id });
    }
    if (choice.evidence !== null) await addEvidenceTo(ctx, task, choice.evidence);
    if (choice.text === '') return;
    const meaning = await readText(ctx, choice.text, {
      replyTask: { code: task.code, kind: 'taskCard' },
      hasAttachment: choice.evidence !== null,
    });
    const said = { text: choice.text, reportedAt: new Date(choice.reportedAt), evidence: choice.evidence };
    await actOnMeaning(ctx, { ...meaning, task: task.code }, said);
  }),
  onPress('quickPercent', async (ctx, taskId = 0, percent = 0) => {
    if (percent > 100) throw new Refusal('percentOutOfRange');
    const task = await loadOwnTask(ctx, taskId);
    await sayProgress(ctx, task, {
      taskId: task.id,
      percent,
      delta: null,
      status: 'inProgress',
      note: null,
      product: null,
      reportedAt: ctx.useCase.now,
    });
  }),
);

/** A task named by a button, which may be old or forged: it is looked up and asked for rights again. */
async function loadOwnTask(ctx: ChatContext, taskId: number): Promise<TaskRow> {
  const named = await findTask(ctx.useCase.tx, taskId);
  if (named === undefined) throw new Refusal('buttonTooOld');
  return findTaskForActor(ctx.useCase, actorOf(ctx), named.code, 'report');
}

const withoutMention = (ctx: ChatContext, text: string): string =>
  text.replaceAll(new RegExp(`@${ctx.botInfo.username}\\b`, 'giu'), ' ').trim();
