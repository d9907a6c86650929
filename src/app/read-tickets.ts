import { listOwnBlockers } from '../db/queries/blockers.ts';
import { lockTask } from '../db/queries/tasks.ts';
import { findTicket, listOpenTickets, type RaisedTicket } from '../db/queries/tickets.ts';
import { type Actor, mayActOnTask, type TaskSubject } from '../domain/access/access.ts';
import type { MessagePayloads } from '../domain/message/messages.ts';
import type { CardTicket, TicketModel } from '../domain/message/ticket-payloads.ts';
import type { Directory } from '../domain/organisation/directory.ts';
import {
  answerByOf,
  isTicketLate,
  mayAnswerTicket,
  mayForwardTicket,
  standingOf,
} from '../domain/task/ticket.ts';
import { loadDirectory } from './load-directory.ts';
import { nameWaitedFor } from './open-blocker.ts';
import { loadTaskSubject } from './task-subject.ts';
import { Refusal, type UseCase } from './use-case.ts';

const SHOWN_HOLDUPS = 10;

/** A ticket as its messages show it. */
export function describeTicket(
  useCase: UseCase,
  directory: Directory,
  { ticket, task, raisedBy }: RaisedTicket,
): TicketModel {
  return {
    ticketId: ticket.id,
    taskId: task.id,
    code: task.code,
    title: task.title,
    unit: directory.unitOf(ticket.unitId)?.shortName ?? '',
    by: raisedBy,
    text: ticket.text,
    standing: standingOf(ticket),
    answerBy: answerByOf(ticket),
    isLate: isTicketLate(ticket, useCase.today),
    leader: directory.nameOf(ticket.forwardedToId),
    officeNote: ticket.officeNote,
  };
}

export interface LockedTicket {
  found: RaisedTicket;
  subject: TaskSubject;
}

/**
 * A ticket under its task's lock, read anew: of two who act at once the second sees what the first did.
 * @throws Refusal `buttonTooOld`
 */
export async function lockTicket(useCase: UseCase, ticketId: number): Promise<LockedTicket> {
  const named = await findTicket(useCase.tx, ticketId);
  if (named === undefined) throw new Refusal('buttonTooOld');
  await lockTask(useCase.tx, named.task.id);
  const found = await findTicket(useCase.tx, ticketId);
  if (found === undefined) throw new Refusal('buttonTooOld');
  return { found, subject: await loadTaskSubject(useCase.tx, found.task) };
}

/**
 * A ticket that this person may decide now, locked.
 * @throws Refusal `alreadyDecided`, `ticketForwarded`, `notAllowed`
 */
export async function lockAnswerable(
  useCase: UseCase,
  actor: Actor,
  ticketId: number,
): Promise<LockedTicket> {
  const locked = await lockTicket(useCase, ticketId);
  const { ticket, task } = locked.found;
  const standing = standingOf(ticket);
  if (!mayActOnTask(actor, 'view', locked.subject)) throw new Refusal('notAllowed');
  if (standing === 'decided') throw new Refusal('alreadyDecided', { code: task.code });
  const asked = { standing, raisedById: ticket.raisedById };
  if (mayAnswerTicket(actor, asked, locked.subject)) return locked;
  const couldBefore = mayAnswerTicket(actor, { ...asked, standing: 'withOffice' }, locked.subject);
  throw new Refusal(couldBefore ? 'ticketForwarded' : 'notAllowed', { code: task.code });
}

/** The card of a ticket for somebody who may see its task. @throws Refusal `buttonTooOld`, `notAllowed` */
export async function readTicketCard(
  useCase: UseCase,
  actor: Actor,
  ticketId: number,
): Promise<MessagePayloads['ticketToAnswer']> {
  const found = await findTicket(useCase.tx, ticketId);
  if (found === undefined) throw new Refusal('buttonTooOld');
  const subject = await loadTaskSubject(useCase.tx, found.task);
  if (!mayActOnTask(actor, 'view', subject)) throw new Refusal('notAllowed');
  const directory = await loadDirectory(useCase.tx, useCase.today);
  return cardOf(actor, describeTicket(useCase, directory, found), { found, subject });
}

/** A ticket with what this person may do about it. */
export function cardOf(
  actor: Actor,
  ticket: TicketModel,
  { found, subject }: LockedTicket,
): MessagePayloads['ticketToAnswer'] {
  const { standing } = ticket;
  const { raisedById } = found.ticket;
  return {
    ticket,
    mayForward: mayForwardTicket(actor, standing, subject),
    mayAnswer: mayAnswerTicket(actor, { standing, raisedById }, subject),
  };
}

/** The open tickets of a task for its card. */
export async function listCardTickets(
  useCase: UseCase,
  directory: Directory,
  taskId: number,
): Promise<CardTicket[]> {
  const open = await listOpenTickets(useCase.tx, { taskIds: [taskId] });
  return open.map((found) => {
    const { ticketId, text, standing, leader, answerBy } = describeTicket(useCase, directory, found);
    return { ticketId, text, standing, leader, answerBy };
  });
}

/** What holds this person's work up: open blockers, and tickets that nobody decided yet. */
export async function listHoldups(useCase: UseCase, actor: Actor): Promise<MessagePayloads['holdups']> {
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const blockers = await listOwnBlockers(useCase.tx, actor.personId, SHOWN_HOLDUPS);
  const tickets = await listOpenTickets(useCase.tx, { raisedById: actor.personId });
  return {
    on: useCase.today,
    blockers: blockers.map(({ blocker, code }) => ({
      code,
      text: blocker.text,
      waitingFor: nameWaitedFor(directory, blocker),
      isConfirmed: blocker.confirmedAt !== null,
    })),
    tickets: tickets.slice(0, SHOWN_HOLDUPS).map((found) => describeTicket(useCase, directory, found)),
  };
}
