import { addAuditEntry } from '../db/queries/audit.ts';
import { markPendingDecided } from '../db/queries/pending.ts';
import { changeTicket, type RaisedTicket } from '../db/queries/tickets.ts';
import type { Actor } from '../domain/access/access.ts';
import type { MessagePayloads } from '../domain/message/messages.ts';
import type { TicketModel } from '../domain/message/ticket-payloads.ts';
import type { Directory } from '../domain/organisation/directory.ts';
import { waitsUntil } from './find-asked-explanation.ts';
import { loadDirectory } from './load-directory.ts';
import { askFirst } from './pending-action.ts';
import { describeTicket, lockAnswerable } from './read-tickets.ts';
import { isLive, tellPerson } from './tell.ts';
import type { UseCase } from './use-case.ts';

/**
 * Asks for the words of a decision; the next text that this person types is the decision.
 * @throws Refusal `buttonTooOld`, `notAllowed`, `alreadyDecided`, `ticketForwarded`
 */
export async function beginTicketAnswer(
  useCase: UseCase,
  actor: Actor,
  ticketId: number,
): Promise<TicketModel> {
  const { found } = await lockAnswerable(useCase, actor, ticketId);
  const pending = { ticketId, code: found.task.code, waitsUntil: waitsUntil(useCase) };
  await askFirst(useCase, actor, { kind: 'ticketAnswer', ...pending });
  return describeTicket(useCase, await loadDirectory(useCase.tx, useCase.today), found);
}

/**
 * Decides a ticket in words: a leader, or the office while it has not passed it on. Whoever raised it, their head and
 * the office are told.
 * @param input.pendingId the question that the words answer, if they answer one
 * @throws Refusal as `beginTicketAnswer`
 */
export async function decideTicket(
  useCase: UseCase,
  actor: Actor,
  input: { ticketId: number; decision: string; pendingId: number | null },
): Promise<MessagePayloads['ticketDecided']> {
  const { tx, now } = useCase;
  const { ticketId, decision } = input;
  const { found } = await lockAnswerable(useCase, actor, ticketId);
  const change = { decidedById: actor.personId, decidedAt: now, decision };
  await changeTicket(tx, ticketId, change);
  if (input.pendingId !== null) await markPendingDecided(tx, input.pendingId, now);
  await addAuditEntry(tx, {
    at: now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'decideTicket',
    subject: 'task',
    subjectId: found.task.id,
    after: { ticketId },
  });
  const directory = await loadDirectory(tx, useCase.today);
  const ticket = describeTicket(useCase, directory, {
    ...found,
    ticket: { ...found.ticket, ...change },
  });
  const said = { ticket, by: actor.name, decision };
  return { ...said, told: await tellConcerned(useCase, actor, directory, found, said) };
}

async function tellConcerned(
  useCase: UseCase,
  actor: Actor,
  directory: Directory,
  { ticket, task }: RaisedTicket,
  said: { ticket: TicketModel; by: string; decision: string },
): Promise<string[]> {
  if (!(await isLive(useCase, task.leadUnitId))) return [];
  const concerned = [
    ticket.raisedById,
    directory.headOf(task.leadUnitId),
    ticket.forwardedById ?? directory.office(),
  ];
  const people = [...new Set(concerned)].filter((id) => id !== null && id !== actor.personId);
  for (const personId of people) {
    if (personId === null) continue;
    await tellPerson(
      useCase,
      { personId, unitId: task.leadUnitId },
      { kind: 'ticketDecided', payload: { ...said, told: null } },
      `ticketDecided:${ticket.id}:${personId}`,
    );
  }
  return people.flatMap((id) => directory.nameOf(id) ?? []);
}
