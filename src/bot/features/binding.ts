import { Composer } from 'telegraf';
import { bindAccount, type InvitationRefusal, readInvitation } from '../../app/bind-account.ts';
import { Refusal } from '../../app/use-case.ts';
import { loadActor } from '../../db/queries/actors.ts';
import { describePerson } from '../../db/queries/directory.ts';
import { enqueueMessage, PRIORITY } from '../../db/queries/outbox.ts';
import { audienceOf } from '../../domain/access/access.ts';
import type { ChatContext } from '../chat-context.ts';
import { publishMenu } from '../commands.ts';
import { onPress } from './on-press.ts';

/** Binding a Telegram account to a person by a one-time invitation; everybody else gets one polite answer. */
export const binding = new Composer<ChatContext>();

binding.start(async (ctx, next) => {
  const code = ctx.payload;
  if (code === '' || ctx.chat.type !== 'private') return next();
  try {
    const invitation = await readInvitation(ctx.useCase, code, ctx.from.id);
    const person =
      invitation.personId === null
        ? { name: fullNameOf(ctx), unitName: null, title: null }
        : await describePerson(ctx.useCase.tx, invitation.personId, ctx.useCase.today);
    await ctx.say({
      kind: 'confirmBinding',
      payload: {
        invitationId: invitation.id,
        personName: person.name,
        unitName: person.unitName,
        title: person.title,
      },
    });
  } catch (error) {
    await answerInvitationRefusal(ctx, error);
  }
});

binding.use(
  onPress('bind', async (ctx, invitationId = 0) => {
    if (ctx.chat?.type !== 'private') return;
    try {
      await bindPresser(ctx, invitationId);
    } catch (error) {
      await answerInvitationRefusal(ctx, error);
    }
  }),
  onPress('declineBinding', async (ctx) => ctx.redraw({ kind: 'bindingDeclined', payload: {} })),
);

// Everything below needs a bound account.
binding.use(async (ctx, next) => {
  if (ctx.actor !== null) return next();
  if (ctx.chat?.type === 'private') await ctx.say({ kind: 'notInvited', payload: {} });
});

const fullNameOf = (ctx: ChatContext): string =>
  [ctx.from?.last_name, ctx.from?.first_name].filter((part) => part !== undefined && part !== '').join(' ');

async function bindPresser(ctx: ChatContext, invitationId: number): Promise<void> {
  const telegramUserId = ctx.from?.id ?? 0;
  const { tx, today, now } = ctx.useCase;
  const bound = await bindAccount(ctx.useCase, {
    invitationId,
    telegramUserId,
    displayName: fullNameOf(ctx),
  });
  const actor = await loadActor(tx, bound.personId, today);
  const person = await describePerson(tx, bound.personId, today);
  ctx.actor = actor;
  if (actor !== null) {
    ctx.afterwards.push((telegram) => publishMenu(telegram, audienceOf(actor), telegramUserId));
  }
  await ctx.redraw({
    kind: 'bound',
    payload: {
      personName: person.name,
      unitName: person.unitName,
      title: person.title,
      audience: actor === null ? 'staff' : audienceOf(actor),
    },
  });
  if (bound.replacedTelegramId !== null) {
    await enqueueMessage(tx, {
      message: { kind: 'accountReplaced', payload: { personName: person.name } },
      to: { chatId: bound.replacedTelegramId },
      // Whoever holds the old phone must know at once, whatever the hour.
      priority: PRIORITY.answer,
      now,
    });
  }
}

const INVITATION_REFUSALS: readonly InvitationRefusal[] = ['unknown', 'expired', 'used', 'accountTaken'];

async function answerInvitationRefusal(ctx: ChatContext, error: unknown): Promise<void> {
  const reason =
    error instanceof Refusal ? INVITATION_REFUSALS.find((known) => known === error.reason) : undefined;
  if (reason === undefined) throw error;
  await ctx.say({ kind: 'invitationRefused', payload: { reason } });
}
