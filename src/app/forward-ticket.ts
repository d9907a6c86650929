import { loadActor } from '../db/queries/actors.ts';
import { addAuditEntry } from '../db/queries/audit.ts';
import { changePending, markPendingDecided } from '../db/queries/pending.ts';
import { changeTicket, type RaisedTicket } from '../db/queries/tickets.ts';
import type { Actor } from '../domain/access/access.ts';
import type { MessagePayloads } from '../domain/message/messages.ts';
import type { TicketModel } from '../domain/message/ticket-payloads.ts';
import type { Directory } from '../domain/organisation/directory.ts';
import { leaderByOf, mayForwardTicket, standingOf } from '../domain/task/ticket.ts';
import { waitsUntil } from './find-asked-explanation.ts';
import { loadDirectory } from './load-directory.ts';
import { askFirst, lockKept, type PendingTicketForward, takePending } from './pending-action.ts';
import { cardOf, describeTicket, type LockedTicket, lockTicket } from './read-tickets.ts';
import { loadTaskSubject } from './task-subject.ts';
import { tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

type Forwarding = MessagePayloads['ticketForwarding'];

/**
 * Asks the office to which leader a ticket goes; what they type before they choose is their note.
 * @throws Refusal `buttonTooOld`, `notAllowed`, `alreadyDecided`, `ticketForwarded`, `nobodyToAsk`
 */
export async function beginForward(useCase: UseCase, actor: Actor, ticketId: number): Promise<Forwarding> {
  const { found } = await lockForwardable(useCase, actor, ticketId);
  const shown = await describeForwarding(useCase, found);
  const pendingId = await askFirst(useCase, actor, {
    kind: 'ticketForward',
    ticketId,
    code: found.task.code,
    note: null,
    waitsUntil: waitsUntil(useCase),
  });
  return { pendingId, note: null, ...shown };
}

/** Takes what the office adds for the leader. @throws Refusal as `beginForward`, and as `lockKept` */
export async function noteForward(
  useCase: UseCase,
  actor: Actor,
  pendingId: number,
  note: string,
): Promise<Forwarding> {
  const kept = await lockKept(useCase, actor, pendingId, 'ticketForward');
  const { found } = await lockForwardable(useCase, actor, kept.ticketId);
  // One note is enough: the next text is about something else.
  const noted: PendingTicketForward = { ...kept, note, waitsUntil: null };
  const shown = await describeForwarding(useCase, found);
  await changePending(useCase.tx, pendingId, noted);
  return { pendingId, note, ...shown };
}

async function describeForwarding(
  useCase: UseCase,
  found: RaisedTicket,
): Promise<Pick<Forwarding, 'ticket' | 'leaders'>> {
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const leaders = listLeadersFor(directory, found);
  if (leaders.length === 0) throw new Refusal('nobodyToAsk', { code: found.task.code });
  return { ticket: describeTicket(useCase, directory, found), leaders };
}

/** The leader in charge of the task and the director, but nobody who raised it or does the work. */
function listLeadersFor(
  directory: Directory,
  { ticket, task }: RaisedTicket,
): { personId: number; name: string }[] {
  const ids = [directory.leaderInChargeOf(task), directory.director()];
  return [...new Set(ids)].flatMap((personId) => {
    if (personId === null || personId === ticket.raisedById || personId === task.assigneeId) return [];
    return [{ personId, name: directory.nameOf(personId) ?? '' }];
  });
}

/**
 * Passes a ticket on to the leader who was chosen, who is told.
 * @throws Refusal as `beginForward`, and as `lockKept`
 */
export async function forwardTicket(
  useCase: UseCase,
  actor: Actor,
  pendingId: number,
  leaderId: number,
): Promise<{ ticket: TicketModel; to: string }> {
  const { tx, now } = useCase;
  const { ticketId, note } = await lockKept(useCase, actor, pendingId, 'ticketForward');
  const { found } = await lockForwardable(useCase, actor, ticketId);
  const directory = await loadDirectory(tx, useCase.today);
  const leader = listLeadersFor(directory, found).find(({ personId }) => personId === leaderId);
  if (leader === undefined) throw new Refusal('buttonTooOld');
  const change = {
    forwardedById: actor.personId,
    forwardedAt: now,
    forwardedToId: leaderId,
    officeNote: note,
    leaderBy: leaderByOf(useCase.calendar, useCase.today),
  };
  await changeTicket(tx, ticketId, change);
  await markPendingDecided(tx, pendingId, now);
  await addAuditEntry(tx, {
    at: now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'forwardTicket',
    subject: 'task',
    subjectId: found.task.id,
    after: { ticketId, forwardedToId: leaderId },
  });
  const passedOn = { ...found, ticket: { ...found.ticket, ...change } };
  const ticket = describeTicket(useCase, directory, passedOn);
  await tellLeader(useCase, leaderId, ticket, passedOn);
  return { ticket, to: leader.name };
}

async function tellLeader(
  useCase: UseCase,
  leaderId: number,
  ticket: TicketModel,
  found: RaisedTicket,
): Promise<void> {
  const reader = await loadActor(useCase.tx, leaderId, useCase.today);
  if (reader === null) return;
  const subject = await loadTaskSubject(useCase.tx, found.task);
  await tellPerson(
    useCase,
    { personId: leaderId, unitId: found.task.leadUnitId },
    { kind: 'ticketToAnswer', payload: cardOf(reader, ticket, { found, subject }) },
    `ticketToAnswer:${ticket.ticketId}:leader`,
  );
}

async function lockForwardable(useCase: UseCase, actor: Actor, ticketId: number): Promise<LockedTicket> {
  const locked = await lockTicket(useCase, ticketId);
  const { ticket, task } = locked.found;
  if (!mayForwardTicket(actor, 'withOffice', locked.subject)) throw new Refusal('notAllowed');
  const standing = standingOf(ticket);
  if (standing === 'decided') throw new Refusal('alreadyDecided', { code: task.code });
  if (standing === 'withLeader') throw new Refusal('ticketForwarded', { code: task.code });
  return locked;
}

/** Keeps a ticket with the office after all. @throws Refusal what keeps a button from being pressed */
export const dropForward = (useCase: UseCase, actor: Actor, pendingId: number) =>
  takePending(useCase, actor, pendingId, 'ticketForward');
