import { Composer } from 'telegraf';
import { readKpi } from '../../app/read-kpi.ts';
import { Refusal } from '../../app/use-case.ts';
import { findBoundGroup } from '../../db/queries/groups.ts';
import { type FigureScope, mayReadFigures, widestFigureScope } from '../../domain/access/access.ts';
import type { MessagePayloads } from '../../domain/message/messages.ts';
import type { ChatContext } from '../chat-context.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** The director's question: how do we stand? With a picture, and each unit one tap away. */
export const figures = new Composer<ChatContext>();

figures.command('kpi', async (ctx) => {
  await ctx.say({ kind: 'kpi', payload: await readFigures(ctx, await scopeHere(ctx), false) });
});

figures.use(
  onPress('kpiAll', async (ctx) =>
    ctx.redraw({ kind: 'kpi', payload: await readFigures(ctx, { kind: 'all' }, true) }),
  ),
  onPress('kpiUnit', async (ctx, unitId = 0) =>
    ctx.redraw({ kind: 'kpi', payload: await readFigures(ctx, { kind: 'unit', unitId }, true) }),
  ),
);

/** In private the widest figures of the person; in a group never beyond the group's own scope, whoever asks. */
async function scopeHere(ctx: ChatContext): Promise<FigureScope> {
  const actor = actorOf(ctx);
  if (isPrivate(ctx)) return widestFigureScope(actor);
  const group = await findBoundGroup(ctx.useCase.tx, ctx.chat?.id ?? 0);
  if (group === undefined) throw new Refusal('onlyInPrivate');
  return group.unitId === null ? { kind: 'all' } : { kind: 'unit', unitId: group.unitId };
}

async function readFigures(
  ctx: ChatContext,
  scope: FigureScope,
  isRedraw: boolean,
): Promise<MessagePayloads['kpi']> {
  const actor = actorOf(ctx);
  const limit = await scopeHere(ctx);
  const isWithinGroup = limit.kind === 'all' || (scope.kind === 'unit' && isSameUnit(limit, scope));
  const mayRead = isPrivate(ctx) ? mayReadFigures(actor, scope) : isWithinGroup;
  if (!mayRead) throw new Refusal('notAllowed');
  const kpi = await readKpi(ctx.useCase, { scope });
  const mayReadAll = isPrivate(ctx) ? mayReadFigures(actor, { kind: 'all' }) : limit.kind === 'all';
  return { ...kpi, mayReadAll, isRedraw };
}

const isSameUnit = (limit: FigureScope, scope: { unitId: number }): boolean =>
  limit.kind === 'unit' && limit.unitId === scope.unitId;
