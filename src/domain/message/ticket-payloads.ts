import type { Day } from '../days.ts';
import type { TicketStanding } from '../task/ticket.ts';

/** A difficulty ticket as messages show it. */
export interface TicketModel {
  ticketId: number;
  taskId: number;
  code: string;
  title: string;
  unit: string;
  by: string;
  text: string;
  standing: TicketStanding;
  /** The last day for whoever has it. */
  answerBy: Day;
  isLate: boolean;
  /** To whom it was passed on, and what the office added. */
  leader: string | null;
  officeNote: string | null;
}

/** An open ticket on the card of its task. */
export type CardTicket = Pick<TicketModel, 'ticketId' | 'text' | 'standing' | 'leader' | 'answerBy'>;

/** What a brief adds about a task: a ticket of it waits for the reader. */
export type TicketMark = Pick<TicketModel, 'standing' | 'answerBy'>;

/** Difficulty tickets (R66): raised, passed on, decided; and what holds a person's own work up. */
export interface TicketPayloads {
  /** `isNew` is false when the same waits already; `to` is `null` when nobody is told yet. */
  ticketRaised: { ticket: TicketModel; to: string | null; isNew: boolean };
  /** To whoever has it now, and what they may do. */
  ticketToAnswer: { ticket: TicketModel; mayForward: boolean; mayAnswer: boolean };
  ticketForwarding: {
    pendingId: number;
    ticket: TicketModel;
    note: string | null;
    leaders: { personId: number; name: string }[];
  };
  ticketForwarded: { ticket: TicketModel; to: string };
  ticketDropped: { code: string };
  ticketAnswerWanted: { ticket: TicketModel };
  /** `told`: names, for whoever decided; `null` for those who are told. */
  ticketDecided: { ticket: TicketModel; by: string; decision: string; told: string[] | null };
  holdups: {
    on: Day;
    blockers: { code: string; text: string; waitingFor: string | null; isConfirmed: boolean }[];
    tickets: TicketModel[];
  };
  /** `isOwn`: said to the head who confirmed it. */
  blockerConfirmed: {
    blockerId: number;
    taskId: number;
    code: string;
    title: string;
    text: string;
    by: string;
    isOwn: boolean;
  };
}
