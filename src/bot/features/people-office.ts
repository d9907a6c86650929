import { Composer } from 'telegraf';
import { changePerson, movePerson } from '../../app/change-person.ts';
import { readPersonSheet } from '../../app/read-person-sheet.ts';
import { Refusal } from '../../app/use-case.ts';
import { findOpenAccountOfPerson } from '../../db/queries/accounts.ts';
import { loadActor } from '../../db/queries/actors.ts';
import { findUnit, listMemberships, listPeopleNames, listUnits } from '../../db/queries/directory.ts';
import { countPeopleByUnit, listPeopleLines } from '../../db/queries/people-office.ts';
import { audienceOf, mayActInOffice } from '../../domain/access/access.ts';
import type { PersonSheet } from '../../domain/message/people-payloads.ts';
import { PERSON_CHANGES, type PersonChange } from '../../domain/organisation/person-change.ts';
import { foldText } from '../../domain/text.ts';
import type { ChatContext } from '../chat-context.ts';
import { publishMenu } from '../commands.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** `/nhansu`: the office looks after accounts, roles and rights of people. */
export const peopleOffice = new Composer<ChatContext>();

const PAGE_LENGTH = 12;

/** @throws Refusal `notAllowed`, `onlyInPrivate` */
function requireOffice(ctx: ChatContext): void {
  if (!mayActInOffice(actorOf(ctx), 'managePeople')) throw new Refusal('notAllowed');
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
}

peopleOffice.command('nhansu', async (ctx) => {
  requireOffice(ctx);
  const typed = ctx.payload.trim();
  if (typed === '') return ctx.say({ kind: 'peopleOverview', payload: await readOverview(ctx) });
  const filter = { on: ctx.useCase.today, foldedName: foldText(typed) };
  const { rows, total } = await listPeopleLines(ctx.useCase.tx, filter, { offset: 0, limit: PAGE_LENGTH });
  const [only] = rows;
  if (only !== undefined && total === 1) return ctx.say(await sheetOf(ctx, only.personId));
  await ctx.say({ kind: 'peopleFound', payload: { typed, total, people: rows } });
});

peopleOffice.use(
  onPress('peopleOverview', async (ctx) => {
    requireOffice(ctx);
    await ctx.redraw({ kind: 'peopleOverview', payload: await readOverview(ctx) });
  }),
  onPress('unitPeople', async (ctx, unitId = 0, page = 0) => {
    requireOffice(ctx);
    await ctx.redraw(await readUnitPeople(ctx, unitId, page));
  }),
  onPress('person', async (ctx, personId = 0) => {
    requireOffice(ctx);
    await ctx.redraw(await sheetOf(ctx, personId));
  }),
  onPress('changePerson', async (ctx, personId = 0, index = 0) => {
    requireOffice(ctx);
    const sheet = await readPersonSheet(ctx.useCase, actorOf(ctx), personId);
    const change = toChange(index);
    const otherHead = change === 'makeHead' ? await findOtherHead(ctx, sheet) : null;
    await ctx.redraw({ kind: 'personChangeToConfirm', payload: { sheet, change, otherHead } });
  }),
  onPress('confirmPersonChange', async (ctx, personId = 0, index = 0) => {
    requireOffice(ctx);
    const change = toChange(index);
    const { sheet: before, releasedTasks } = await changePerson(ctx.useCase, actorOf(ctx), personId, change);
    const sheet = change === 'leave' ? before : await readPersonSheet(ctx.useCase, actorOf(ctx), personId);
    await renewMenu(ctx, personId);
    await ctx.redraw({ kind: 'personChanged', payload: { sheet, change, releasedTasks } });
  }),
  onPress('moveOfPerson', async (ctx, personId = 0) => {
    requireOffice(ctx);
    const { name, unitId } = await readPersonSheet(ctx.useCase, actorOf(ctx), personId);
    const units = (await listUnits(ctx.useCase.tx, ctx.useCase.today))
      .filter(({ id }) => id !== unitId)
      .map(({ id, shortName }) => ({ unitId: id, name: shortName }));
    await ctx.redraw({ kind: 'chooseUnitToMove', payload: { personId, name, units } });
  }),
  onPress('movePersonTo', async (ctx, personId = 0, unitId = 0) => {
    requireOffice(ctx);
    const sheet = await readPersonSheet(ctx.useCase, actorOf(ctx), personId);
    const unit = await findUnit(ctx.useCase.tx, unitId);
    if (unit === undefined) throw new Refusal('buttonTooOld');
    await ctx.redraw({ kind: 'moveToConfirm', payload: { sheet, unitId, unit: unit.shortName } });
  }),
  onPress('confirmMove', async (ctx, personId = 0, unitId = 0) => {
    requireOffice(ctx);
    const { releasedTasks } = await movePerson(ctx.useCase, actorOf(ctx), personId, unitId);
    const sheet = await readPersonSheet(ctx.useCase, actorOf(ctx), personId);
    await renewMenu(ctx, personId);
    await ctx.redraw({ kind: 'personMoved', payload: { sheet, releasedTasks } });
  }),
);

/** The commands that a person is offered follow their role of today. */
async function renewMenu(ctx: ChatContext, personId: number): Promise<void> {
  const { tx, today } = ctx.useCase;
  const account = await findOpenAccountOfPerson(tx, personId);
  const actor = await loadActor(tx, personId, today);
  if (account === undefined || actor === null) return;
  ctx.afterwards.push((telegram) => publishMenu(telegram, audienceOf(actor), account.telegramUserId));
}

/** @throws Refusal `buttonTooOld` */
function toChange(index: number): PersonChange {
  const change = PERSON_CHANGES[index];
  if (change === undefined) throw new Refusal('buttonTooOld');
  return change;
}

const sheetOf = async (ctx: ChatContext, personId: number) =>
  ({ kind: 'personSheet', payload: await readPersonSheet(ctx.useCase, actorOf(ctx), personId) }) as const;

async function readOverview(ctx: ChatContext) {
  const { tx, today } = ctx.useCase;
  const counts = await countPeopleByUnit(tx, today);
  const units = (await listUnits(tx, today)).map(({ id, shortName }) => ({
    unitId: id,
    name: shortName,
    ...(counts.get(id) ?? { people: 0, joined: 0 }),
  }));
  return { units };
}

async function readUnitPeople(ctx: ChatContext, unitId: number, page: number) {
  const { tx, today } = ctx.useCase;
  const unit = await findUnit(tx, unitId);
  if (unit === undefined) throw new Refusal('buttonTooOld');
  const place = { offset: page * PAGE_LENGTH, limit: PAGE_LENGTH };
  const { rows, total } = await listPeopleLines(tx, { on: today, unitId }, place);
  const joined = (await countPeopleByUnit(tx, today)).get(unitId)?.joined ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE_LENGTH));
  const payload = { unitId, name: unit.name, page, pages, total, joined, people: rows };
  return { kind: 'unitPeople', payload } as const;
}

/** Somebody who leads the unit already, not only for the time being. */
async function findOtherHead(ctx: ChatContext, { personId, unitId }: PersonSheet): Promise<string | null> {
  const { tx, today } = ctx.useCase;
  const head = (await listMemberships(tx, today)).find(
    (row) =>
      row.unitId === unitId &&
      row.personId !== personId &&
      !row.isActing &&
      (row.role === 'head' || row.role === 'director'),
  );
  if (head === undefined) return null;
  return (await listPeopleNames(tx, [head.personId])).get(head.personId) ?? null;
}
