import { Composer } from 'telegraf';
import { goLive } from '../../app/go-live.ts';
import { Refusal } from '../../app/use-case.ts';
import { countSetup, findUnit, listUnits } from '../../db/queries/directory.ts';
import { countBoundGroups, listGoLives } from '../../db/queries/groups.ts';
import { countTasks } from '../../db/queries/tasks.ts';
import { mayActInOffice } from '../../domain/access/access.ts';
import type { MessagePayloads } from '../../domain/message/messages.ts';
import { isWorkingUnit } from '../../domain/organisation/organisation.ts';
import type { ChatContext } from '../chat-context.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** The checklist by which the office sets the system up, and the press that starts it. */
export const setup = new Composer<ChatContext>();

setup.command(['thietlap', 'batdau'], saySetup);
setup.start(saySetup);
setup.use(
  onPress('refreshSetup', (ctx) => redrawSetup(ctx, { withUnits: false })),
  onPress('goLiveUnits', (ctx) => redrawSetup(ctx, { withUnits: true })),
  onPress('goLive', (ctx) => start(ctx, null)),
  onPress('goLiveUnit', (ctx, unitId) => start(ctx, unitId ?? null)),
);

async function saySetup(ctx: ChatContext): Promise<void> {
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
  await ctx.say({ kind: 'setup', payload: await readSetup(ctx, { withUnits: false }) });
}

async function redrawSetup(ctx: ChatContext, look: { withUnits: boolean }): Promise<void> {
  await ctx.redraw({ kind: 'setup', payload: await readSetup(ctx, look) });
}

async function start(ctx: ChatContext, unitId: number | null): Promise<void> {
  const unit = unitId === null ? null : await findUnit(ctx.useCase.tx, unitId);
  if (unit === undefined) throw new Refusal('buttonTooOld');
  const live = await goLive(ctx.useCase, actorOf(ctx), unitId);
  await redrawSetup(ctx, { withUnits: unitId !== null });
  await ctx.say({
    kind: 'wentLive',
    payload: { ...live, scopeName: unit?.name ?? null, firstSlotAt: live.firstSlotAt.toISOString() },
  });
}

async function readSetup(ctx: ChatContext, look: { withUnits: boolean }): Promise<MessagePayloads['setup']> {
  const actor = actorOf(ctx);
  if (!mayActInOffice(actor, 'import')) throw new Refusal('notAllowed');
  const { tx, today } = ctx.useCase;
  const starts = await listGoLives(tx);
  const isLive = starts.some((started) => started.unitId === null);
  const units = (await listUnits(tx, today)).filter((unit) => isWorkingUnit(unit.kind));
  return {
    ...(await countSetup(tx)),
    tasks: await countTasks(tx),
    groups: await countBoundGroups(tx),
    isLive,
    mayStart: mayActInOffice(actor, 'goLive'),
    liveUnits: units
      .filter((unit) => starts.some((started) => started.unitId === unit.id))
      .map((u) => u.shortName),
    unitsToStart: look.withUnits
      ? units
          .filter((unit) => !starts.some((started) => started.unitId === unit.id))
          .map((unit) => ({ unitId: unit.id, name: unit.shortName }))
      : null,
  };
}
