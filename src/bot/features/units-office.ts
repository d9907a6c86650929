import { Composer } from 'telegraf';
import { message } from 'telegraf/filters';
import { askFirst, takePending } from '../../app/pending-action.ts';
import { planSuccession, type Succession, succeedUnit } from '../../app/succeed-unit.ts';
import { Refusal } from '../../app/use-case.ts';
import { findUnit, listUnits } from '../../db/queries/directory.ts';
import { findSentPayload } from '../../db/queries/requests.ts';
import { countSuccession } from '../../db/queries/unit-succession.ts';
import { mayActInOffice } from '../../domain/access/access.ts';
import type { MessagePayloads } from '../../domain/message/messages.ts';
import { cleanText } from '../../domain/text.ts';
import type { ChatContext } from '../chat-context.ts';
import { readUnitName } from '../texts/vi/units.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** `/donvi`: the office renames units and merges them. */
export const unitsOffice = new Composer<ChatContext>();

/** @throws Refusal `notAllowed`, `onlyInPrivate` */
function requireOffice(ctx: ChatContext): void {
  if (!mayActInOffice(actorOf(ctx), 'manageUnits')) throw new Refusal('notAllowed');
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
}

unitsOffice.command('donvi', async (ctx) => {
  requireOffice(ctx);
  await ctx.say({ kind: 'unitList', payload: await readUnitList(ctx) });
});

/** The new name, typed under the question for it. */
unitsOffice.on(message('text'), async (ctx, next) => {
  const replied = ctx.message.reply_to_message;
  if (replied === undefined || ctx.message.text.startsWith('/')) return next();
  const sent = await findSentPayload(ctx.useCase.tx, ctx.chat.id, replied.message_id);
  if (sent?.kind !== 'unitNameWanted') return next();
  const { unitId } = sent.payload as MessagePayloads['unitNameWanted'];
  const named = readUnitName(cleanText(ctx.message.text));
  if (named === null) throw new Refusal('unitNameWanted');
  await ctx.say(await ask(ctx, unitId, { kind: 'rename', ...named }));
});

unitsOffice.use(
  onPress('unitList', async (ctx) => {
    requireOffice(ctx);
    await ctx.redraw({ kind: 'unitList', payload: await readUnitList(ctx) });
  }),
  onPress('unitSheet', async (ctx, unitId = 0) => {
    requireOffice(ctx);
    const { name, shortName } = await readUnit(ctx, unitId);
    const counts = await countSuccession(ctx.useCase.tx, unitId);
    await ctx.redraw({ kind: 'unitSheet', payload: { unitId, name, shortName, counts } });
  }),
  onPress('renameUnit', async (ctx, unitId = 0) => {
    requireOffice(ctx);
    const { name, shortName } = await readUnit(ctx, unitId);
    await ctx.redraw({ kind: 'unitNameWanted', payload: { unitId, name, shortName } });
  }),
  onPress('mergeUnit', async (ctx, unitId = 0) => {
    requireOffice(ctx);
    const { name } = await readUnit(ctx, unitId);
    const units = (await readUnitList(ctx)).units
      .filter((unit) => unit.unitId !== unitId)
      .map((unit) => ({ unitId: unit.unitId, name: unit.shortName }));
    await ctx.redraw({ kind: 'chooseUnitToJoin', payload: { unitId, name, units } });
  }),
  onPress('mergeUnitInto', async (ctx, unitId = 0, intoUnitId = 0) => {
    await ctx.redraw(await ask(ctx, unitId, { kind: 'merge', intoUnitId }));
  }),
  onPress('confirmSuccession', async (ctx, pendingId = 0) => {
    requireOffice(ctx);
    const { unitId, succession } = await takePending(ctx.useCase, actorOf(ctx), pendingId, 'succession');
    const { unit, to, counts } = await succeedUnit(ctx.useCase, actorOf(ctx), unitId, succession);
    const isMerger = succession.kind === 'merge';
    await ctx.redraw({ kind: 'unitSucceeded', payload: { name: unit.name, to, isMerger, counts } });
  }),
  onPress('dropSuccession', async (ctx, pendingId = 0) => {
    await takePending(ctx.useCase, actorOf(ctx), pendingId, 'succession');
    await ctx.redraw({ kind: 'unitList', payload: await readUnitList(ctx) });
  }),
);

/** The card that says what would move. */
async function ask(ctx: ChatContext, unitId: number, succession: Succession) {
  requireOffice(ctx);
  const { unit, to, counts } = await planSuccession(ctx.useCase, actorOf(ctx), unitId, succession);
  const pendingId = await askFirst(ctx.useCase, actorOf(ctx), { kind: 'succession', unitId, succession });
  const payload = { pendingId, name: unit.name, to, isMerger: succession.kind === 'merge', counts };
  return { kind: 'successionToConfirm', payload } as const;
}

async function readUnitList(ctx: ChatContext) {
  const units = await listUnits(ctx.useCase.tx, ctx.useCase.today);
  return { units: units.map(({ id, name, shortName }) => ({ unitId: id, name, shortName })) };
}

async function readUnit(ctx: ChatContext, unitId: number) {
  const unit = await findUnit(ctx.useCase.tx, unitId);
  if (unit === undefined || unit.closedOn !== null) throw new Refusal('buttonTooOld');
  return unit;
}
