import { Composer } from 'telegraf';
import { readOverdueTasks, readOverdueUnits } from '../../app/answer-query.ts';
import { readKpi } from '../../app/read-kpi.ts';
import { Refusal } from '../../app/use-case.ts';
import { findUnit, findUnitByCode } from '../../db/queries/directory.ts';
import { findBoundGroup } from '../../db/queries/groups.ts';
import { type FigureScope, mayReadFigures, widestFigureScope } from '../../domain/access/access.ts';
import { readAskedPeriod } from '../../domain/kpi/asked-period.ts';
import { foldText } from '../../domain/text.ts';
import type { ChatContext } from '../chat-context.ts';
import type { IntentAction } from './act-on-meaning.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** Questions that are answered from the rows. */
export const queries = new Composer<ChatContext>();

/** "việc nào của em trễ", "phòng CĐS trễ việc gì". */
export const answerOverdue: IntentAction = async (ctx, meaning) => {
  const scope = await scopeOf(ctx, meaning.unit);
  await ctx.say({ kind: 'overdueTasks', payload: await readOverdueTasks(ctx.useCase, scope) });
};

/** "phòng nào đang trễ?"; whoever may not see all units sees what is overdue of theirs. */
export const answerOverdueUnits: IntentAction = async (ctx, meaning, said) => {
  const scope = await scopeOf(ctx, undefined);
  if (scope.kind !== 'all') return answerOverdue(ctx, meaning, said);
  await ctx.say({ kind: 'overdueUnits', payload: await readOverdueUnits(ctx.useCase) });
};

queries.use(
  onPress('overdueOfUnit', async (ctx, unitId = 0) => {
    const unit = await findUnit(ctx.useCase.tx, unitId);
    if (unit === undefined) throw new Refusal('buttonTooOld');
    const scope = await scopeOf(ctx, unit.code);
    await ctx.say({ kind: 'overdueTasks', payload: await readOverdueTasks(ctx.useCase, scope) });
  }),
);

const ON_TIME = /(?:dung|truoc|kip|som) (?:tien do|han)|kpi|hoan thanh/;

/** "tháng này đúng hạn bao nhiêu %": from the figures of `/kpi`; no figure of another indicator is made up. */
export const answerIndicator: IntentAction = async (ctx, meaning, said) => {
  const { plan } = ctx.useCase;
  const named = plan.indicators.find(({ code }) => code === meaning.indicator);
  const isOnTime =
    named === undefined
      ? meaning.indicator === undefined && ON_TIME.test(foldText(said.text))
      : named.formula === 'onTimeRate';
  if (!isOnTime) {
    const payload = { code: meaning.indicator ?? null, name: named?.name ?? null };
    return ctx.say({ kind: 'indicatorWithoutFigure', payload });
  }
  const scope = await scopeOf(ctx, meaning.unit);
  const { today } = ctx.useCase;
  const period = meaning.period === undefined ? null : readAskedPeriod(meaning.period, today);
  const kpi = await readKpi(ctx.useCase, { scope, ...(period === null ? {} : { period }) });
  const mayReadAll = (await limitHere(ctx)).kind === 'all';
  await ctx.say({ kind: 'kpi', payload: { ...kpi, mayReadAll, isRedraw: false } });
};

/** What may be spoken of here at most: in private what the person may read, in a group the group's scope. */
async function limitHere(ctx: ChatContext): Promise<FigureScope> {
  if (isPrivate(ctx)) return widestFigureScope(actorOf(ctx));
  const group = await findBoundGroup(ctx.useCase.tx, ctx.chat?.id ?? 0);
  if (group === undefined) throw new Refusal('onlyInPrivate');
  return group.unitId === null ? { kind: 'all' } : { kind: 'unit', unitId: group.unitId };
}

/** The unit that is asked about, within what may be spoken of here; without one, all of that. */
async function scopeOf(ctx: ChatContext, unitCode: string | undefined): Promise<FigureScope> {
  const limit = await limitHere(ctx);
  const unit = unitCode === undefined ? undefined : await findUnitByCode(ctx.useCase.tx, unitCode);
  if (unit === undefined) return limit;
  const scope: FigureScope = { kind: 'unit', unitId: unit.id };
  const isWithin = limit.kind === 'all' || (limit.kind === 'unit' && limit.unitId === unit.id);
  if (!isPrivate(ctx) && !isWithin) throw new Refusal('onlyInPrivate');
  if (isPrivate(ctx) && !mayReadFigures(actorOf(ctx), scope)) throw new Refusal('notAllowed');
  return scope;
}
