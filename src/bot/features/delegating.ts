import { Composer } from 'telegraf';
import { listPeopleNamed } from '../../app/ask-handover.ts';
import { checkDelegation, delegate, endDelegationNow } from '../../app/delegate.ts';
import { askFirst, takePending } from '../../app/pending-action.ts';
import { Refusal } from '../../app/use-case.ts';
import { listDelegations } from '../../db/queries/delegations.ts';
import { listPeopleNames } from '../../db/queries/directory.ts';
import { mayDelegate } from '../../domain/access/access.ts';
import type { ChatContext } from '../chat-context.ts';
import { TOASTS } from '../texts/vi/buttons.ts';
import { asAbsence } from '../texts/vi/people.ts';
import { onPress } from './on-press.ts';
import { readText } from './read-text.ts';
import { actorOf } from './require-actor.ts';

/** `/uyquyen`: lets somebody decide in one's place for some days, and takes it back (R46). */
export const delegating = new Composer<ChatContext>();

delegating.command('uyquyen', async (ctx) => {
  const actor = actorOf(ctx);
  if (!mayDelegate(actor)) throw new Refusal('notAllowed');
  const typed = ctx.payload.trim();
  if (typed === '') return ctx.say({ kind: 'delegations', payload: await readDelegations(ctx) });
  // Whoever is named and for which days is read as in the sentence of an absence.
  const meaning = await readText(ctx, asAbsence(typed), { replyTask: null, hasAttachment: false });
  const toOn = meaning.on ?? meaning.from;
  if (meaning.person === undefined || toOn === undefined) throw new Refusal('cannotDelegateTo');
  const [only, ...others] = await listPeopleNamed(ctx.useCase, actor, meaning.person, null);
  if (only === undefined || others.length > 0) throw new Refusal('whichPerson');
  const draft = { toPersonId: only.personId, fromOn: meaning.from ?? toOn, toOn };
  const to = await checkDelegation(ctx.useCase, actor, draft);
  const pendingId = await askFirst(ctx.useCase, actor, { kind: 'delegation', ...draft });
  const { fromOn } = draft;
  await ctx.say({ kind: 'delegationToConfirm', payload: { pendingId, to, fromOn, toOn } });
});

delegating.use(
  onPress('delegate', async (ctx, pendingId = 0) => {
    const { toPersonId, fromOn, toOn } = await takePending(
      ctx.useCase,
      actorOf(ctx),
      pendingId,
      'delegation',
    );
    const to = await delegate(ctx.useCase, actorOf(ctx), { toPersonId, fromOn, toOn });
    ctx.toast = TOASTS.done;
    await ctx.redraw({ kind: 'delegationGiven', payload: { to, fromOn, toOn } });
  }),
  onPress('dropDelegation', async (ctx, pendingId = 0) => {
    await takePending(ctx.useCase, actorOf(ctx), pendingId, 'delegation');
    await ctx.redraw({ kind: 'delegations', payload: await readDelegations(ctx) });
  }),
  onPress('endDelegation', async (ctx, delegationId = 0) => {
    const actor = actorOf(ctx);
    const to = await endDelegationNow(ctx.useCase, actor, delegationId);
    await ctx.redraw({ kind: 'delegationEnded', payload: { from: actor.name, to, isGiver: true } });
  }),
);

async function readDelegations(ctx: ChatContext) {
  const { tx, today } = ctx.useCase;
  const { given, received } = await listDelegations(tx, actorOf(ctx).personId, today);
  const ids = [...given.map((row) => row.toPersonId), ...received.map((row) => row.fromPersonId)];
  const names = await listPeopleNames(tx, ids);
  return {
    given: given.map(({ id, toPersonId, fromOn, toOn }) => ({
      delegationId: id,
      to: names.get(toPersonId) ?? '',
      fromOn,
      toOn,
    })),
    received: received.map(({ fromPersonId, fromOn, toOn }) => ({
      from: names.get(fromPersonId) ?? '',
      fromOn,
      toOn,
    })),
  };
}
