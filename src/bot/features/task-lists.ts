import { Composer } from 'telegraf';
import { findTaskForActor } from '../../app/find-task.ts';
import { listTaskPage } from '../../app/list-tasks.ts';
import { readTaskCard } from '../../app/read-task-card.ts';
import { readUnitBoards } from '../../app/read-unit-boards.ts';
import { searchTasks } from '../../app/search-tasks.ts';
import { Refusal } from '../../app/use-case.ts';
import { findUnit, findUnitByCode } from '../../db/queries/directory.ts';
import { findTask } from '../../db/queries/tasks.ts';
import { type Actor, audienceOf, mayReadFigures, worksFor } from '../../domain/access/access.ts';
import {
  type MessagePayloads,
  TASK_LIST_FILTERS,
  type TaskListFilter,
} from '../../domain/message/messages.ts';
import { cleanText, foldText } from '../../domain/text.ts';
import type { ChatContext } from '../chat-context.ts';
import { ASKS_UNIT } from '../texts/vi/tasks.ts';
import { commandText, readTaskCode } from './command-text.ts';
import { onPress } from './on-press.ts';
import { readText } from './read-text.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** My tasks, my unit's tasks, and the card of one task. */
export const taskLists = new Composer<ChatContext>();

taskLists.command('viec', async (ctx) => {
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
  const mine = await readList(ctx, { page: 0 });
  // A head who carries no task alone means the unit's.
  const isForUnit = mine.counts?.all === 0 && audienceOf(actorOf(ctx)) === 'head';
  await ctx.say({
    kind: 'taskList',
    payload: isForUnit ? await readList(ctx, { unitId: ownUnit(ctx), page: 0 }) : mine,
  });
});

taskLists.command('nv', async (ctx) => {
  const code = readTaskCode(ctx.payload);
  if (code === null) throw new Refusal('taskNotFound', { code: ctx.payload });
  const task = await findTaskForActor(ctx.useCase, actorOf(ctx), code, 'view');
  await ctx.say({ kind: 'taskCard', payload: await readTaskCard(ctx.useCase, actorOf(ctx), task) });
});

taskLists.use(
  onPress('listMine', async (ctx, page = 0) =>
    ctx.redraw({ kind: 'taskList', payload: await readList(ctx, { page }) }),
  ),
  onPress('listUnit', async (ctx, page = 0) =>
    ctx.redraw({ kind: 'taskList', payload: await readList(ctx, { unitId: ownUnit(ctx), page }) }),
  ),
  onPress('tasksBy', async (ctx, unitId = 0, place = 0, page = 0) => {
    const filter = TASK_LIST_FILTERS[place];
    if (filter === undefined) throw new Refusal('buttonTooOld');
    const whose = unitId === 0 ? {} : { unitId };
    await ctx.redraw({ kind: 'taskList', payload: await readList(ctx, { ...whose, filter, page }) });
  }),
  onPress('card', async (ctx, taskId = 0) => {
    const named = await findTask(ctx.useCase.tx, taskId);
    if (named === undefined) throw new Refusal('buttonTooOld');
    const task = await findTaskForActor(ctx.useCase, actorOf(ctx), named.code, 'view');
    await ctx.say({ kind: 'taskCard', payload: await readTaskCard(ctx.useCase, actorOf(ctx), task) });
  }),
);

/** `/phong`: the board of one's own unit; `/phong CĐS`: of that one; leaders and the office choose among all. */
taskLists.command('phong', async (ctx) => {
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
  const unitId = await namedUnit(ctx, commandText(ctx.payload));
  if (unitId !== null) {
    return ctx.say({ kind: 'taskList', payload: await readList(ctx, { unitId, page: 0 }) });
  }
  if (!mayReadFigures(actorOf(ctx), { kind: 'all' })) throw new Refusal('notAllowed');
  await ctx.say({ kind: 'unitBoards', payload: await readUnitBoards(ctx.useCase) });
});

async function namedUnit(ctx: ChatContext, typed: string): Promise<number | null> {
  if (typed === '') return unitOf(actorOf(ctx));
  const { tx } = ctx.useCase;
  const bare = foldText(typed)
    .replace(/^(?:phong|p\.)\s*/, '')
    .toUpperCase();
  const byCode = await findUnitByCode(tx, bare);
  if (byCode !== undefined) return byCode.id;
  const { unit } = await readText(ctx, `${ASKS_UNIT} ${typed}`, { replyTask: null, hasAttachment: false });
  const named = unit === undefined ? undefined : await findUnitByCode(tx, unit);
  if (named === undefined) throw new Refusal('whichUnit');
  return named.id;
}

/** `/tim khóa từ`: in what I may see. */
taskLists.command('tim', async (ctx) => {
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
  const query = cleanText(ctx.payload);
  if (query === '') return ctx.say({ kind: 'howToSearch', payload: {} });
  await ctx.say({ kind: 'searchResults', payload: await searchTasks(ctx.useCase, actorOf(ctx), query) });
});

/** The unit whose board is one's own: the one that one leads. */
const unitOf = (actor: Actor): number | null =>
  actor.roles.find((r) => r.role === 'head' || r.role === 'deputyHead')?.unitId ?? null;

function ownUnit(ctx: ChatContext): number {
  const unitId = unitOf(actorOf(ctx));
  if (unitId === null) throw new Refusal('notAllowed');
  return unitId;
}

/** @throws Refusal `notAllowed` for a unit that this person may not look into */
async function readList(
  ctx: ChatContext,
  { unitId, filter = 'all', page }: { unitId?: number; filter?: TaskListFilter; page: number },
): Promise<MessagePayloads['taskList']> {
  const actor = actorOf(ctx);
  const own = unitOf(actor);
  if (unitId === undefined) {
    const list = await listTaskPage(ctx.useCase, { assigneeIds: worksFor(actor) }, { page, filter });
    const unitOfOwn = own === null ? {} : { unitId: own };
    return { scope: 'mine', scopeName: '', hasUnit: own !== null, filter, ...unitOfOwn, ...list };
  }
  if (!mayReadFigures(actor, { kind: 'unit', unitId })) throw new Refusal('notAllowed');
  const unit = await findUnit(ctx.useCase.tx, unitId);
  if (unit === undefined) throw new Refusal('buttonTooOld');
  const list = await listTaskPage(ctx.useCase, { leadUnitId: unitId }, { page, filter });
  return { scope: 'unit', scopeName: unit.name, hasUnit: true, unitId, filter, ...list };
}
