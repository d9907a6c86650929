import { Composer } from 'telegraf';
import { type CorrectedInput, correctReport } from '../../app/correct-report.ts';
import { findTaskForActor } from '../../app/find-task.ts';
import { findMisplacedReport, moveTo } from '../../app/move-report.ts';
import { askFirst, takePending } from '../../app/pending-action.ts';
import type { StandingReport } from '../../db/queries/standing-reports.ts';
import type { TaskRow } from '../../db/queries/tasks.ts';
import type { CorrectionModel } from '../../domain/message/follow-up-payloads.ts';
import type { ChatContext } from '../chat-context.ts';
import { TOASTS } from '../texts/vi/buttons.ts';
import type { IntentAction } from './act-on-meaning.ts';
import { onPress } from './on-press.ts';
import { findReplyTaskCode } from './read-text.ts';
import { actorOf } from './require-actor.ts';

/** A report that is taken back and recorded as it should have been, once its author said yes. */
export const undoMove = new Composer<ChatContext>();

/** "lộn, là NV21 chứ không phải NV12"; without another task ("gửi nhầm chỗ") the report is only taken back. */
export const moveReport: IntentAction = async (ctx, meaning) => {
  const actor = actorOf(ctx);
  const replied = (await findReplyTaskCode(ctx))?.code;
  const wrongCodes = meaning.candidates ?? [];
  const isOnlyWrong = wrongCodes.length === 0 && meaning.task === replied;
  const rightCode = isOnlyWrong ? undefined : meaning.task;
  const rightTask =
    rightCode === undefined ? null : await findTaskForActor(ctx.useCase, actor, rightCode, 'report');
  const named = isOnlyWrong && replied !== undefined ? [replied] : wrongCodes;
  const wrong = await findMisplacedReport(ctx.useCase, actor, { wrongCodes: named, rightTask });
  const input = rightTask === null ? null : moveTo(rightTask, wrong);
  await askToCorrect(ctx, wrong, input, rightTask);
};

/** Shows what a report would become; nothing changes before its author agrees. */
export async function askToCorrect(
  ctx: ChatContext,
  { report, task }: StandingReport,
  input: CorrectedInput,
  rightTask: TaskRow | null,
): Promise<void> {
  const now =
    input === null || rightTask === null
      ? null
      : {
          taskId: rightTask.id,
          code: rightTask.code,
          title: rightTask.title,
          percent: input.percent,
          status: input.status,
          productText: input.product?.text ?? null,
        };
  const correction: CorrectionModel = {
    taskId: task.id,
    code: task.code,
    title: task.title,
    percent: report.percent,
    now,
    note: input?.note ?? null,
  };
  const pendingId = await askFirst(ctx.useCase, actorOf(ctx), {
    kind: 'correction',
    reportId: report.id,
    input: input === null ? null : { ...input, reportedAt: input.reportedAt.toISOString() },
    shown: correction,
  });
  await ctx.say({ kind: 'confirmCorrection', payload: { pendingId, correction } });
}

undoMove.use(
  onPress('confirmCorrection', async (ctx, pendingId = 0) => {
    const actor = actorOf(ctx);
    const { reportId, input, shown } = await takePending(ctx.useCase, actor, pendingId, 'correction');
    const { recorded, fellBackTo } = await correctReport(ctx.useCase, actor, {
      reportId,
      input: input === null ? null : { ...input, reportedAt: new Date(input.reportedAt) },
    });
    ctx.toast = TOASTS.done;
    await ctx.redraw({
      kind: 'reportCorrected',
      payload: {
        reportId: recorded?.report.id ?? null,
        correction: shown,
        fellBackTo,
        before: recorded?.before ?? null,
        confirmer: recorded?.confirmerName ?? null,
      },
    });
  }),
  onPress('dropCorrection', async (ctx, pendingId = 0) => {
    const { shown } = await takePending(ctx.useCase, actorOf(ctx), pendingId, 'correction');
    await ctx.redraw({ kind: 'correctionDropped', payload: { code: shown.code } });
  }),
);
