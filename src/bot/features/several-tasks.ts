import { Composer } from 'telegraf';
import { askFirst, takePending } from '../../app/pending-action.ts';
import { type ProgressInput, reportProgress } from '../../app/report-progress.ts';
import { Refusal } from '../../app/use-case.ts';
import { findCurrentProgress } from '../../db/queries/progress.ts';
import { findTask, type TaskRow } from '../../db/queries/tasks.ts';
import type { ChatContext } from '../chat-context.ts';
import { onPress } from './on-press.ts';
import { actorOf } from './require-actor.ts';
import { sayProductWanted, sayRecorded } from './say-progress.ts';

/** What one message says of one of several tasks. */
export interface SaidOfTask {
  task: TaskRow;
  input: Omit<ProgressInput, 'isConfirmed'>;
}

/** Several tasks in one message: one table, one confirmation. */
export const severalTasks = new Composer<ChatContext>();

/** Shows how a message about several tasks was understood; nothing is recorded before its author agrees. */
export async function askAboutSeveral(ctx: ChatContext, items: SaidOfTask[]): Promise<void> {
  const pendingId = await askFirst(ctx.useCase, actorOf(ctx), {
    kind: 'several',
    inputs: items.map(({ input }) => ({ ...input, reportedAt: input.reportedAt.toISOString() })),
  });
  const lines = [];
  for (const { task, input } of items) {
    const before = (await findCurrentProgress(ctx.useCase.tx, task.id))?.percent ?? null;
    const { percent, status } = input;
    lines.push({
      code: task.code,
      title: task.title,
      percent,
      before,
      status,
      productText: input.product?.text ?? null,
    });
  }
  await ctx.say({ kind: 'confirmSeveral', payload: { pendingId, lines } });
}

severalTasks.use(
  onPress('confirmSeveral', async (ctx, pendingId = 0) => {
    const { inputs } = await takePending(ctx.useCase, actorOf(ctx), pendingId, 'several');
    for (const input of inputs) await recordOne(ctx, { ...input, reportedAt: new Date(input.reportedAt) });
  }),
  onPress('dropSeveral', async (ctx, pendingId = 0) => {
    await takePending(ctx.useCase, actorOf(ctx), pendingId, 'several');
    await ctx.redraw({ kind: 'severalDropped', payload: {} });
  }),
);

/** Each is recorded with its own way back; one that lacks its product is asked for it, and the others stand. */
async function recordOne(ctx: ChatContext, input: Omit<ProgressInput, 'isConfirmed'>): Promise<void> {
  try {
    const outcome = await reportProgress(ctx.useCase, actorOf(ctx), { ...input, isConfirmed: true });
    if (outcome.kind === 'recorded') await sayRecorded(ctx, outcome);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const task = await findTask(ctx.useCase.tx, input.taskId);
    if (error.reason === 'productWanted' && task !== undefined) return sayProductWanted(ctx, task);
    // Closed meanwhile, or no longer this person's: said in the words of that refusal, for this task alone.
    const problem = error.reason === 'taskClosed' ? 'taskClosed' : 'taskNotYours';
    await ctx.say({ kind: 'problem', payload: { problem, code: task?.code ?? '' } });
  }
}
