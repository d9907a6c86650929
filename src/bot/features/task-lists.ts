import { Composer } from 'telegraf';
import { findTaskForActor } from '../../app/find-task.ts';
import { listTaskPage } from '../../app/list-tasks.ts';
import { readTaskCard } from '../../app/read-task-card.ts';
import { Refusal } from '../../app/use-case.ts';
import { findUnit } from '../../db/queries/directory.ts';
import { findTask } from '../../db/queries/tasks.ts';
import { type Actor, audienceOf } from '../../domain/access/access.ts';
import type { MessagePayloads } from '../../domain/message/messages.ts';
import { formatTaskCode } from '../../domain/task/task.ts';
import type { ChatContext } from '../chat-context.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** My tasks, my unit's tasks, and the card of one task. */
export const taskLists = new Composer<ChatContext>();

taskLists.command('viec', async (ctx) => {
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
  const mine = await readList(ctx, 'mine', 0);
  // A head who carries no task alone means the unit's.
  const isForUnit = mine.total === 0 && audienceOf(actorOf(ctx)) === 'head';
  await ctx.say({ kind: 'taskList', payload: isForUnit ? await readList(ctx, 'unit', 0) : mine });
});

taskLists.command('nv', async (ctx) => {
  const code = readCode(ctx.payload);
  if (code === null) throw new Refusal('taskNotFound', { code: ctx.payload });
  const task = await findTaskForActor(ctx.useCase, actorOf(ctx), code, 'view');
  await ctx.say({ kind: 'taskCard', payload: await readTaskCard(ctx.useCase, actorOf(ctx), task) });
});

taskLists.use(
  onPress('listMine', async (ctx, page = 0) =>
    ctx.redraw({ kind: 'taskList', payload: await readList(ctx, 'mine', page) }),
  ),
  onPress('listUnit', async (ctx, page = 0) =>
    ctx.redraw({ kind: 'taskList', payload: await readList(ctx, 'unit', page) }),
  ),
  onPress('card', async (ctx, taskId = 0) => {
    const named = await findTask(ctx.useCase.tx, taskId);
    if (named === undefined) throw new Refusal('buttonTooOld');
    const task = await findTaskForActor(ctx.useCase, actorOf(ctx), named.code, 'view');
    await ctx.say({ kind: 'taskCard', payload: await readTaskCard(ctx.useCase, actorOf(ctx), task) });
  }),
);

/** "/nv 12", "/nv NV01.KHTC", "/nv nv 012". */
function readCode(typed: string): string | null {
  const match = /^\s*(?:nv|#)?\s*0*(\d{1,6})(?:\.([\p{L}\d]+))?\s*$/iu.exec(typed);
  return match === null ? null : formatTaskCode(Number(match[1]), match[2]?.toUpperCase());
}

/** The unit whose board this person may page through: the one they lead. */
const unitOf = (actor: Actor): number | null =>
  actor.roles.find((r) => r.role === 'head' || r.role === 'deputyHead')?.unitId ?? null;

async function readList(
  ctx: ChatContext,
  scope: 'mine' | 'unit',
  page: number,
): Promise<MessagePayloads['taskList']> {
  const actor = actorOf(ctx);
  const unitId = unitOf(actor);
  if (scope === 'unit' && unitId === null) throw new Refusal('notAllowed');
  const filter =
    scope === 'unit' && unitId !== null ? { leadUnitId: unitId } : { assigneeId: actor.personId };
  const list = await listTaskPage(ctx.useCase, filter, page);
  const unit = unitId === null ? undefined : await findUnit(ctx.useCase.tx, unitId);
  return { scope, scopeName: unit?.name ?? '', hasUnit: unit !== undefined, ...list };
}
