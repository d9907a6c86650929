import { type Actor, mayActOnTask, type TaskSubject } from '../access/access.ts';
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Day } from '../days.ts';

/** Where a ticket stands (R66): with the office, with the leader to whom it was passed on, or decided. */
export type TicketStanding = 'withOffice' | 'withLeader' | 'decided';

/** Working days within which the office passes a ticket on or answers it, and the leader decides it. */
const OFFICE_WORKING_DAYS = 1;
const LEADER_WORKING_DAYS = 2;

/** The moments of a ticket's row that say where it stands. */
export interface TicketMoments {
  forwardedAt: Date | null;
  decidedAt: Date | null;
  officeBy: Day;
  leaderBy: Day | null;
}

/** Where a ticket stands, from which of its moments are set. */
export function standingOf(ticket: Pick<TicketMoments, 'forwardedAt' | 'decidedAt'>): TicketStanding {
  if (ticket.decidedAt !== null) return 'decided';
  return ticket.forwardedAt === null ? 'withOffice' : 'withLeader';
}

/** The last day for the office, for a ticket raised on a day. */
export const officeByOf = (calendar: WorkingCalendar, raisedOn: Day): Day =>
  addWorkingDays(calendar, raisedOn, OFFICE_WORKING_DAYS);

/** The last day for the leader, for a ticket passed on on a day. */
export const leaderByOf = (calendar: WorkingCalendar, forwardedOn: Day): Day =>
  addWorkingDays(calendar, forwardedOn, LEADER_WORKING_DAYS);

/** The last day for whoever has the ticket now. */
export const answerByOf = (ticket: TicketMoments): Day => ticket.leaderBy ?? ticket.officeBy;

/** Whether whoever has the ticket is late with it: its last day is over. */
export const isTicketLate = (ticket: TicketMoments, today: Day): boolean =>
  standingOf(ticket) !== 'decided' && today > answerByOf(ticket);

/** An actor without what the office alone may do: once a leader has a ticket, its answer is the leader's. */
const withoutOffice = (actor: Actor): Actor => ({
  ...actor,
  isOperator: false,
  inPlaceOf: (actor.inPlaceOf ?? []).map(({ of, scope }) => ({ of: { ...of, isOperator: false }, scope })),
});

/** Whether this person may pass a ticket on to a leader now. */
export const mayForwardTicket = (actor: Actor, standing: TicketStanding, task: TaskSubject): boolean =>
  standing === 'withOffice' && mayActOnTask(actor, 'forwardTicket', task);

/** Whether this person may decide a ticket now; never one that they raised. */
export function mayAnswerTicket(
  actor: Actor,
  ticket: { standing: TicketStanding; raisedById: number },
  task: TaskSubject,
): boolean {
  if (ticket.standing === 'decided' || ticket.raisedById === actor.personId) return false;
  const hand = ticket.standing === 'withLeader' ? withoutOffice(actor) : actor;
  return mayActOnTask(hand, 'decideTicket', task);
}
