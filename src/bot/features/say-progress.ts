import { askFirst } from '../../app/pending-action.ts';
import { type ProgressInput, type ProgressOutcome, reportProgress } from '../../app/report-progress.ts';
import { Refusal } from '../../app/use-case.ts';
import { findPerson } from '../../db/queries/directory.ts';
import type { TaskRow } from '../../db/queries/tasks.ts';
import type { ChatContext } from '../chat-context.ts';
import { actorOf } from './require-actor.ts';

/** Reports progress and says how it ended: recorded, to be confirmed first, or a product is wanted. */
export async function sayProgress(
  ctx: ChatContext,
  task: TaskRow,
  input: Omit<ProgressInput, 'isConfirmed'>,
): Promise<void> {
  const actor = actorOf(ctx);
  try {
    const outcome = await reportProgress(ctx.useCase, actor, { ...input, isConfirmed: false });
    if (outcome.kind === 'recorded') return await sayRecorded(ctx, outcome);
    const pendingId = await askFirst(ctx.useCase, actor, {
      kind: 'progress',
      code: task.code,
      input: { ...input, reportedAt: input.reportedAt.toISOString() },
    });
    await ctx.say({
      kind: 'confirmProgress',
      payload: {
        pendingId,
        taskId: task.id,
        code: task.code,
        title: task.title,
        percent: outcome.percent,
        before: outcome.before,
        status: input.status,
        productText: input.product?.text ?? null,
      },
    });
  } catch (error) {
    if (!(error instanceof Refusal && error.reason === 'productWanted')) throw error;
    await sayProductWanted(ctx, task);
  }
}

/** A task is only said to be done with what came out of it. */
export const sayProductWanted = (ctx: ChatContext, task: TaskRow): Promise<void> =>
  ctx.say({ kind: 'productWanted', payload: { taskId: task.id, code: task.code, title: task.title } });

/** Says that a report is in, with the way back. */
export async function sayRecorded(
  ctx: ChatContext,
  { report, task, before, isOnBehalf, confirmerName }: Extract<ProgressOutcome, { kind: 'recorded' }>,
): Promise<void> {
  const about = { reportId: report.id, taskId: task.id, code: task.code, title: task.title };
  if (task.state === 'reportedDone') {
    await ctx.say({
      kind: 'completionReported',
      payload: { ...about, productText: task.productText ?? '', confirmer: confirmerName },
    });
    return;
  }
  const owner =
    isOnBehalf && task.assigneeId !== null ? await findPerson(ctx.useCase.tx, task.assigneeId) : undefined;
  await ctx.say({
    kind: 'progressRecorded',
    payload: {
      ...about,
      percent: report.percent,
      before,
      status: report.status,
      onBehalfOf: owner?.fullName ?? null,
    },
  });
}
