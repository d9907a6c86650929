import { Composer } from 'telegraf';
import { invitePeople } from '../../app/invite-people.ts';
import { readPersonSheet } from '../../app/read-person-sheet.ts';
import { Refusal } from '../../app/use-case.ts';
import { findUnit, listUnits, type UnitRow } from '../../db/queries/directory.ts';
import { type ListedPerson, listPeopleLines } from '../../db/queries/people-office.ts';
import { mayActInOffice } from '../../domain/access/access.ts';
import { foldText } from '../../domain/text.ts';
import type { ChatContext } from '../chat-context.ts';
import { onPress } from './on-press.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** `/moi`: one-time links by which people bind their accounts (R141). A link is a secret: private chats only. */
export const inviting = new Composer<ChatContext>();

/** A unit has fewer; a bound so that no sheet grows without end. */
const MOST_INVITED = 300;

/** @throws Refusal `notAllowed`, `onlyInPrivate` */
function requireInviter(ctx: ChatContext): void {
  if (!mayActInOffice(actorOf(ctx), 'invite')) throw new Refusal('notAllowed');
  if (!isPrivate(ctx)) throw new Refusal('onlyInPrivate');
}

inviting.command('moi', async (ctx) => {
  requireInviter(ctx);
  const typed = foldText(ctx.payload.trim());
  if (typed === '') return ctx.say({ kind: 'howToInvite', payload: {} });
  const { tx, today } = ctx.useCase;
  const unit = (await listUnits(tx, today)).find((row) => isCalled(row, typed));
  if (unit !== undefined) return inviteUnit(ctx, unit);
  const { rows, total } = await listPeopleLines(
    tx,
    { on: today, foldedName: typed },
    { offset: 0, limit: 12 },
  );
  const [only] = rows;
  if (only === undefined || total > 1)
    return ctx.say({ kind: 'peopleFound', payload: { typed: ctx.payload.trim(), total, people: rows } });
  await sayInvitations(ctx, [only], null);
});

inviting.use(
  onPress('invitePerson', async (ctx, personId = 0) => {
    requireInviter(ctx);
    const { name, title } = await readPersonSheet(ctx.useCase, actorOf(ctx), personId);
    await sayInvitations(ctx, [{ personId, name, title }], null);
  }),
  onPress('inviteUnit', async (ctx, unitId = 0) => {
    requireInviter(ctx);
    const unit = await findUnit(ctx.useCase.tx, unitId);
    if (unit === undefined) throw new Refusal('buttonTooOld');
    await inviteUnit(ctx, unit);
  }),
);

const isCalled = ({ code, name, shortName, aliases }: UnitRow, typed: string): boolean =>
  [code, name, shortName, ...aliases].some((word) => foldText(word) === typed);

/** Everybody of a unit who has not joined, on one sheet. */
async function inviteUnit(ctx: ChatContext, unit: UnitRow): Promise<void> {
  const filter = { on: ctx.useCase.today, unitId: unit.id };
  const { rows } = await listPeopleLines(ctx.useCase.tx, filter, { offset: 0, limit: MOST_INVITED });
  const missing = rows.filter(({ hasJoined }) => !hasJoined);
  if (missing.length === 0) return ctx.say({ kind: 'everybodyJoined', payload: { unit: unit.shortName } });
  await sayInvitations(ctx, missing, unit.name);
}

async function sayInvitations(
  ctx: ChatContext,
  people: readonly Pick<ListedPerson, 'personId' | 'name' | 'title'>[],
  unit: string | null,
): Promise<void> {
  const ids = people.map(({ personId }) => personId);
  const made = await invitePeople(ctx.useCase, ids, actorOf(ctx).personId);
  const codes = new Map(made.map(({ personId, code }) => [personId, code]));
  const [first] = made;
  if (first === undefined) return;
  await ctx.say({
    kind: 'invitations',
    payload: {
      botUsername: ctx.botInfo.username,
      unit,
      expiresAt: first.expiresAt.toISOString(),
      people: people.map(({ personId, name, title }) => ({ name, title, code: codes.get(personId) ?? '' })),
    },
  });
}
