import { Composer } from 'telegraf';
import { checkEntry, enterIndicator, type IndicatorEntry } from '../../app/enter-indicator.ts';
import { askFirst, takePending } from '../../app/pending-action.ts';
import { readIndicators, toIndicatorLine } from '../../app/read-indicators.ts';
import { Refusal } from '../../app/use-case.ts';
import { findUnitByCode, listPeopleNames } from '../../db/queries/directory.ts';
import { listFigures } from '../../db/queries/indicators.ts';
import { mayEnterIndicator, mayReadIndicators } from '../../domain/access/access.ts';
import { figurePeriod, readFigure } from '../../domain/indicator/figure-period.ts';
import { ROW_FORMULAS } from '../../domain/indicator/indicator.ts';
import type { ChatContext } from '../chat-context.ts';
import { TOASTS } from '../texts/vi/buttons.ts';
import { splitBaseline } from '../texts/vi/indicators.ts';
import type { IntentAction } from './act-on-meaning.ts';
import { keepForOffice } from './journal.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** `/chitieu`: the 25 indicators as lights, each with its formula and figures; their owners enter what rows do not say. */
export const indicators = new Composer<ChatContext>();

const SHOWN_HISTORY = 5;

/** @throws Refusal `notAllowed`, `onlyInPrivate` */
async function requireReader(ctx: ChatContext): Promise<void> {
  const actor = actorOf(ctx);
  const owners = await listOwnerIds(ctx);
  if (!mayReadIndicators(actor, owners)) throw new Refusal('notAllowed');
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
}

async function listOwnerIds(ctx: ChatContext): Promise<number[]> {
  const codes = [...new Set(ctx.useCase.plan.indicators.map(({ owner }) => owner))];
  const units = await Promise.all(codes.map((code) => findUnitByCode(ctx.useCase.tx, code)));
  return units.flatMap((unit) => unit?.id ?? []);
}

indicators.command('chitieu', async (ctx) => {
  await requireReader(ctx);
  const typed = ctx.payload.trim();
  const [, number, rest = ''] = /^(?:ct)?[\s-]*(\d{1,2})(?:\s+(.*))?$/isu.exec(typed) ?? [];
  if (typed === '') return ctx.say({ kind: 'indicatorList', payload: await readList(ctx) });
  if (number === undefined) throw new Refusal('indicatorNotFound', { code: typed.slice(0, 20) });
  const code = toCode(Number(number));
  if (rest.trim() === '') return ctx.say(await readSheet(ctx, code));
  const { isBaseline, figure } = splitBaseline(rest);
  const read = readFigure(figure);
  if (read === null) throw new Refusal('indicatorFigureWanted', { code });
  await sayToConfirm(ctx, { code, ...read, isBaseline });
});

/** "giải ngân tới nay 12,5 tỷ/20 tỷ": one that is plain is shown to be agreed to, another goes to the office. */
export const enterByWords: IntentAction = async (ctx, meaning, said) => {
  const { indicator: code, figure } = meaning;
  const part = figure?.part ?? figure?.value;
  const owners = await listOwnerIds(ctx);
  if (code === undefined || part === undefined || !mayReadIndicators(actorOf(ctx), owners))
    return keepForOffice(ctx, meaning, said);
  const whole = figure?.whole ?? (figure?.unit === '%' ? 100 : null);
  await sayToConfirm(ctx, { code, part, whole, note: said.text.slice(0, 300), isBaseline: false });
};

async function sayToConfirm(ctx: ChatContext, entry: IndicatorEntry): Promise<void> {
  const indicator = await checkEntry(ctx.useCase, actorOf(ctx), entry);
  const pendingId = await askFirst(ctx.useCase, actorOf(ctx), { kind: 'indicator', entry });
  const [before] = await listFigures(ctx.useCase.tx, entry.code, 1);
  const { code, part, whole, note, isBaseline } = entry;
  await ctx.say({
    kind: 'indicatorToConfirm',
    payload: {
      pendingId,
      code,
      name: indicator.name,
      part,
      whole,
      note,
      isBaseline,
      period: isBaseline ? null : figurePeriod(indicator.cadence, ctx.useCase.today),
      before: before === undefined || isBaseline ? null : { part: before.part, whole: before.whole },
    },
  });
}

indicators.use(
  onPress('indicators', async (ctx) => {
    await requireReader(ctx);
    await ctx.redraw({ kind: 'indicatorList', payload: await readList(ctx) });
  }),
  onPress('indicator', async (ctx, number = 0) => {
    await requireReader(ctx);
    await ctx.redraw(await readSheet(ctx, toCode(number)));
  }),
  onPress('confirmIndicator', async (ctx, pendingId = 0) => {
    const { entry } = await takePending(ctx.useCase, actorOf(ctx), pendingId, 'indicator');
    const { code, name } = await enterIndicator(ctx.useCase, actorOf(ctx), entry);
    ctx.toast = TOASTS.done;
    await ctx.redraw({ kind: 'indicatorEntered', payload: { code, name, isBaseline: entry.isBaseline } });
  }),
  onPress('dropIndicator', async (ctx, pendingId = 0) => {
    const { entry } = await takePending(ctx.useCase, actorOf(ctx), pendingId, 'indicator');
    await ctx.redraw({ kind: 'indicatorDropped', payload: { code: entry.code } });
  }),
);

const toCode = (number: number): string => `CT-${String(number).padStart(2, '0')}`;

async function readList(ctx: ChatContext) {
  return { on: ctx.useCase.today, lines: (await readIndicators(ctx.useCase)).map(toIndicatorLine) };
}

/** @throws Refusal `indicatorNotFound` */
async function readSheet(ctx: ChatContext, code: string) {
  const { tx, today } = ctx.useCase;
  const reading = (await readIndicators(ctx.useCase)).find(({ indicator }) => indicator.code === code);
  if (reading === undefined) throw new Refusal('indicatorNotFound', { code });
  const { indicator, baseline } = reading;
  const owner = await findUnitByCode(tx, indicator.owner);
  const history = await listFigures(tx, code, SHOWN_HISTORY);
  const names = await listPeopleNames(
    tx,
    history.map(({ enteredById }) => enteredById),
  );
  const isAutomatic = ROW_FORMULAS.has(indicator.formula);
  const payload = {
    ...toIndicatorLine(reading),
    on: today,
    text: indicator.text,
    owner: owner?.shortName ?? indicator.owner,
    isAutomatic,
    mayEnter: !isAutomatic && mayEnterIndicator(actorOf(ctx), owner?.id ?? null),
    baseline: baseline === null ? null : { value: baseline.value, document: baseline.document },
    needsBaseline: indicator.needsBaseline,
    history: history.map(({ fromOn, toOn, part, whole, note, enteredById }) => ({
      fromOn,
      toOn,
      part,
      whole,
      note,
      by: names.get(enteredById) ?? '',
    })),
  };
  return { kind: 'indicatorSheet', payload } as const;
}
