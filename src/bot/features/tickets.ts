import { Composer } from 'telegraf';
import { message } from 'telegraf/filters';
import { beginTicketAnswer, decideTicket } from '../../app/decide-ticket.ts';
import { findAskedQuestion } from '../../app/find-asked-question.ts';
import { beginForward, dropForward, forwardTicket, noteForward } from '../../app/forward-ticket.ts';
import { raiseTicket } from '../../app/raise-ticket.ts';
import { readTicketCard } from '../../app/read-tickets.ts';
import { findSentPayload } from '../../db/queries/requests.ts';
import { findTicket } from '../../db/queries/tickets.ts';
import type { Message } from '../../domain/message/messages.ts';
import type { TicketPayloads } from '../../domain/message/ticket-payloads.ts';
import { cleanText, foldText } from '../../domain/text.ts';
import type { ChatContext } from '../chat-context.ts';
import { TOASTS } from '../texts/vi/buttons.ts';
import { onPress } from './on-press.ts';
import { readText } from './read-text.ts';
import { actorOf, isPrivate } from './require-actor.ts';

/** Difficulties on their way to the office and the leaders, and the decisions back (R66). */
export const tickets = new Composer<ChatContext>();

/** What a typed text is: the decision of a ticket, or the office's note for the leader. */
type Asked =
  | { kind: 'decision'; ticketId: number; pendingId: number | null }
  | { kind: 'note'; pendingId: number };

/** A text that begins with a code is about that task, whatever was asked. */
const BEGINS_WITH_CODE = /^(?:nv|#|viec)\s*\d/;

tickets.on(message('text'), async (ctx, next) => {
  const text = cleanText(ctx.message.text);
  if (text.startsWith('/') || text === '' || !isPrivate(ctx) || ctx.actor === null) return next();
  const replied = ctx.message.reply_to_message;
  const asked =
    replied === undefined ? await findAsked(ctx, text) : await findReplied(ctx, replied.message_id);
  return asked === null ? next() : ctx.say(await answer(ctx, asked, text));
});

async function findAsked(ctx: ChatContext, text: string): Promise<Asked | null> {
  if (BEGINS_WITH_CODE.test(foldText(text))) return null;
  const asked = await findAskedQuestion(ctx.useCase, actorOf(ctx), ['ticketAnswer', 'ticketForward']);
  if (asked === null || (await isAnsweredSince(ctx, asked.pending.ticketId))) return null;
  // A question to the bot is no decision for others.
  const { intent } = await readText(ctx, text, { replyTask: null, hasAttachment: false });
  if (intent.startsWith('query_')) return null;
  const { pendingId, pending } = asked;
  return pending.kind === 'ticketForward'
    ? { kind: 'note', pendingId }
    : { kind: 'decision', ticketId: pending.ticketId, pendingId };
}

/** By somebody else: then the text is about something new. */
async function isAnsweredSince(ctx: ChatContext, ticketId: number): Promise<boolean> {
  const found = await findTicket(ctx.useCase.tx, ticketId);
  return found === undefined || found.ticket.decidedAt !== null;
}

async function findReplied(ctx: ChatContext, messageId: number): Promise<Asked | null> {
  const sent = await findSentPayload(ctx.useCase.tx, ctx.chat?.id ?? 0, messageId);
  if (sent?.kind === 'ticketForwarding') {
    return { kind: 'note', pendingId: (sent.payload as TicketPayloads['ticketForwarding']).pendingId };
  }
  if (sent?.kind !== 'ticketToAnswer' && sent?.kind !== 'ticketAnswerWanted') return null;
  const { ticket } = sent.payload as TicketPayloads['ticketAnswerWanted'];
  const asked = await findAskedQuestion(ctx.useCase, actorOf(ctx), ['ticketAnswer']);
  const pendingId = asked?.pending.ticketId === ticket.ticketId ? asked.pendingId : null;
  return { kind: 'decision', ticketId: ticket.ticketId, pendingId };
}

async function answer(ctx: ChatContext, asked: Asked, text: string): Promise<Message> {
  const actor = actorOf(ctx);
  if (asked.kind === 'note') {
    const payload = await noteForward(ctx.useCase, actor, asked.pendingId, text);
    return { kind: 'ticketForwarding', payload };
  }
  const { ticketId, pendingId } = asked;
  const payload = await decideTicket(ctx.useCase, actor, { ticketId, decision: text, pendingId });
  return { kind: 'ticketDecided', payload };
}

tickets.use(
  onPress('raiseTicket', async (ctx, blockerId = 0) => {
    const payload = await raiseTicket(ctx.useCase, actorOf(ctx), blockerId);
    ctx.toast = TOASTS.done;
    await ctx.say({ kind: 'ticketRaised', payload });
  }),
  onPress('viewTicket', async (ctx, ticketId = 0) => {
    const payload = await readTicketCard(ctx.useCase, actorOf(ctx), ticketId);
    await ctx.say({ kind: 'ticketToAnswer', payload });
  }),
  onPress('forwardTicket', async (ctx, ticketId = 0) => {
    const payload = await beginForward(ctx.useCase, actorOf(ctx), ticketId);
    await ctx.say({ kind: 'ticketForwarding', payload });
  }),
  onPress('forwardTicketTo', async (ctx, pendingId = 0, leaderId = 0) => {
    const payload = await forwardTicket(ctx.useCase, actorOf(ctx), pendingId, leaderId);
    ctx.toast = TOASTS.done;
    await ctx.redraw({ kind: 'ticketForwarded', payload });
  }),
  onPress('dropForward', async (ctx, pendingId = 0) => {
    const { code } = await dropForward(ctx.useCase, actorOf(ctx), pendingId);
    await ctx.redraw({ kind: 'ticketDropped', payload: { code } });
  }),
  onPress('answerTicket', async (ctx, ticketId = 0) => {
    const ticket = await beginTicketAnswer(ctx.useCase, actorOf(ctx), ticketId);
    await ctx.say({ kind: 'ticketAnswerWanted', payload: { ticket } });
  }),
);
