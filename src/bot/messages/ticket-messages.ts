import type { CardTicket, TicketPayloads } from '../../domain/message/ticket-payloads.ts';
import * as texts from '../texts/vi/tickets.ts';
import { type Button, button, inRows, type Part, textPart } from './rendered.ts';

type Renderers = { [K in keyof TicketPayloads]: (payload: TicketPayloads[K]) => Part[] };

const { TICKET_BUTTONS } = texts;

/** A reply to the card is the answer, so the message is of no task by itself. */
function ticketToAnswer(model: TicketPayloads['ticketToAnswer']): Part[] {
  const { ticketId, taskId, code } = model.ticket;
  const answer = model.mayForward ? TICKET_BUTTONS.answer : TICKET_BUTTONS.decide;
  const keyboard = [
    [
      ...(model.mayForward ? [button(TICKET_BUTTONS.forward, 'forwardTicket', ticketId)] : []),
      ...(model.mayAnswer ? [button(answer, 'answerTicket', ticketId)] : []),
    ],
    [button(code, 'card', taskId)],
  ];
  return [textPart(texts.ticketToAnswer(model), { keyboard })];
}

function ticketForwarding(model: TicketPayloads['ticketForwarding']): Part[] {
  const { pendingId } = model;
  const leaders = model.leaders.map(({ personId, name }) =>
    button(name, 'forwardTicketTo', pendingId, personId),
  );
  const keyboard = [...inRows(leaders, 1), [button(TICKET_BUTTONS.drop, 'dropForward', pendingId)]];
  return [textPart(texts.ticketForwarding(model), { keyboard })];
}

/** How difficulty tickets, and what holds one's own work up, look. */
export const TICKET_RENDERERS: Renderers = {
  ticketRaised: (model) => [textPart(texts.ticketRaised(model), { taskId: model.ticket.taskId })],
  ticketToAnswer,
  ticketForwarding,
  ticketForwarded: (model) => [textPart(texts.ticketForwarded(model))],
  ticketDropped: (model) => [textPart(texts.ticketDropped(model))],
  ticketAnswerWanted: (model) => [textPart(texts.ticketAnswerWanted(model))],
  ticketDecided: (model) => [textPart(texts.ticketDecided(model), { taskId: model.ticket.taskId })],
  holdups: (model) => [textPart(texts.holdups(model))],
  blockerConfirmed: (model) => [textPart(texts.blockerConfirmed(model), { taskId: model.taskId })],
};

/** The open tickets of a task, to be opened from its card. */
export const ticketButtons = (tickets: CardTicket[] | undefined): Button[] =>
  (tickets ?? []).map(({ ticketId }) => button(TICKET_BUTTONS.view, 'viewTicket', ticketId));
