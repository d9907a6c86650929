import { Composer } from 'telegraf';
import { approveBinding } from '../../app/approve-binding.ts';
import { bindAccount, type InvitationRefusal, readInvitation } from '../../app/bind-account.ts';
import { Refusal } from '../../app/use-case.ts';
import { loadActor } from '../../db/queries/actors.ts';
import { describePerson } from '../../db/queries/directory.ts';
import { enqueueMessage, PRIORITY } from '../../db/queries/outbox.ts';
import { type Actor, audienceOf } from '../../domain/access/access.ts';
import type { Message } from '../../domain/message/messages.ts';
import type { ChatContext } from '../chat-context.ts';
import { publishMenu } from '../commands.ts';
import { onPress } from './on-press.ts';
import { actorOf } from './require-actor.ts';

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

binding.use(
  onPress('rightPerson', (ctx, invitationId = 0) => decideBinding(ctx, invitationId, true)),
  onPress('wrongPerson', (ctx, invitationId = 0) => decideBinding(ctx, invitationId, false)),
);

const fullNameOf = (ctx: ChatContext): string =>
  [ctx.from?.last_name, ctx.from?.first_name].filter((part) => part !== undefined && part !== '').join(' ');

async function bindPresser(ctx: ChatContext, invitationId: number): Promise<void> {
  const telegramUserId = ctx.from?.id ?? 0;
  const { tx, today } = ctx.useCase;
  const bound = await bindAccount(ctx.useCase, {
    invitationId,
    telegramUserId,
    displayName: fullNameOf(ctx),
  });
  const person = await describePerson(tx, bound.personId, today);
  if (bound.kind === 'waits') {
    await askForApproval(ctx, invitationId, bound.askedPersonId, person);
    return ctx.redraw({ kind: 'bindingWaits', payload: { personName: person.name } });
  }
  const actor = await loadActor(tx, bound.personId, today);
  ctx.actor = actor;
  await welcome(ctx, telegramUserId, actor, person, (message) => ctx.redraw(message));
  await tellReplaced(ctx, bound.replacedTelegramId, person.name);
}

type Described = Awaited<ReturnType<typeof describePerson>>;

/** The first words to an account that has just been let in, and the menu of its role. */
async function welcome(
  ctx: ChatContext,
  telegramUserId: number,
  actor: Actor | null,
  person: Described,
  send: (message: Message) => Promise<unknown>,
): Promise<void> {
  if (actor !== null)
    ctx.afterwards.push((telegram) => publishMenu(telegram, audienceOf(actor), telegramUserId));
  await send({
    kind: 'bound',
    payload: {
      personName: person.name,
      unitName: person.unitName,
      title: person.title,
      audience: actor === null ? 'staff' : audienceOf(actor),
    },
  });
}

async function tellReplaced(ctx: ChatContext, telegramId: number | null, personName: string): Promise<void> {
  // Whoever holds the old phone must know at once, whatever the hour.
  if (telegramId !== null)
    await tellChat(ctx, telegramId, { kind: 'accountReplaced', payload: { personName } });
}

const tellChat = (ctx: ChatContext, chatId: number, message: Message) =>
  enqueueMessage(ctx.useCase.tx, {
    message,
    to: { chatId },
    priority: PRIORITY.answer,
    now: ctx.useCase.now,
  });

/** Somebody waits at the door of a powerful account: whoever invited is asked at once. */
async function askForApproval(
  ctx: ChatContext,
  invitationId: number,
  askedPersonId: number,
  person: Described,
): Promise<void> {
  await enqueueMessage(ctx.useCase.tx, {
    message: {
      kind: 'bindingToApprove',
      payload: {
        invitationId,
        personName: person.name,
        unitName: person.unitName,
        title: person.title,
        takerName: fullNameOf(ctx),
        takerUsername: ctx.from?.username ?? null,
      },
    },
    to: { personId: askedPersonId },
    priority: PRIORITY.answer,
    now: ctx.useCase.now,
    dedupeKey: `bindingToApprove:${invitationId}`,
  });
}

/** "Đúng người" and its opposite; for bound accounts only, so it stands below the door. */
async function decideBinding(ctx: ChatContext, invitationId: number, isRightPerson: boolean): Promise<void> {
  const { tx, today } = ctx.useCase;
  const {
    personName,
    telegramUserId,
    binding: opened,
  } = await approveBinding(ctx.useCase, actorOf(ctx), invitationId, isRightPerson);
  if (opened === null) return ctx.redraw({ kind: 'bindingRefused', payload: { personName, isTaker: false } });
  const person = await describePerson(tx, opened.personId, today);
  const actor = await loadActor(tx, opened.personId, today);
  await welcome(ctx, telegramUserId, actor, person, (message) => tellChat(ctx, telegramUserId, message));
  await tellReplaced(ctx, opened.replacedTelegramId, personName);
  await ctx.redraw({ kind: 'bindingApproved', payload: { personName } });
}

const INVITATION_REFUSALS: readonly InvitationRefusal[] = ['unknown', 'expired', 'used', 'accountTaken'];

async function answerInvitationRefusal(ctx: ChatContext, error: unknown): Promise<void> {
  const reason =
    error instanceof Refusal ? INVITATION_REFUSALS.find((known) => known === error.reason) : undefined;
  if (reason === undefined) throw error;
  await ctx.say({ kind: 'invitationRefused', payload: { reason } });
}
