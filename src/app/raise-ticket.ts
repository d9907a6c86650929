import { loadActor } from '../db/queries/actors.ts';
import { addAuditEntry } from '../db/queries/audit.ts';
import { findBlocker } from '../db/queries/blockers.ts';
import { lockTask, type TaskRow } from '../db/queries/tasks.ts';
import { addTicket, findTicket, listOpenTickets, type RaisedTicket } from '../db/queries/tickets.ts';
import { type Actor, mayActOnTask } from '../domain/access/access.ts';
import type { TicketModel } from '../domain/message/ticket-payloads.ts';
import { officeByOf } from '../domain/task/ticket.ts';
import { foldText } from '../domain/text.ts';
import { loadDirectory } from './load-directory.ts';
import { cardOf, describeTicket } from './read-tickets.ts';
import { loadTaskSubject } from './task-subject.ts';
import { isLive, tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

export interface RaisedOutcome {
  ticket: TicketModel;
  /** Who was told; `null` before the unit has gone live. */
  to: string | null;
  /** False: the same waits already. */
  isNew: boolean;
}

/**
 * Takes what holds a task up to the leadership, by way of the office (R66): the words of the blocker, as they were
 * reported. The same words twice are one ticket while nobody has decided it.
 * @throws Refusal `buttonTooOld`, `taskNotYours`, `alreadyDecided` when the blocker is gone
 */
export async function raiseTicket(useCase: UseCase, actor: Actor, blockerId: number): Promise<RaisedOutcome> {
  const { tx } = useCase;
  const named = await findBlocker(tx, blockerId);
  const task = named && (await lockTask(tx, named.taskId));
  const blocker = await findBlocker(tx, blockerId);
  if (task === undefined || blocker === undefined) throw new Refusal('buttonTooOld');
  if (!mayActOnTask(actor, 'ask', await loadTaskSubject(tx, task)))
    throw new Refusal('taskNotYours', { code: task.code });
  if (blocker.closedAt !== null) throw new Refusal('alreadyDecided', { code: task.code });

  const directory = await loadDirectory(tx, useCase.today);
  const officeId = directory.office();
  const to = (await isLive(useCase, task.leadUnitId)) ? directory.nameOf(officeId) : null;
  const waiting = await listOpenTickets(tx, { taskIds: [task.id] });
  const known = waiting.find(({ ticket }) => foldText(ticket.text) === foldText(blocker.text));
  if (known !== undefined) return { ticket: describeTicket(useCase, directory, known), to, isNew: false };
  const raised = await addRow(useCase, actor, task, blocker.text);
  const ticket = describeTicket(useCase, directory, raised);
  if (officeId !== null) await tellOffice(useCase, officeId, ticket, raised);
  return { ticket, to, isNew: true };
}

async function addRow(useCase: UseCase, actor: Actor, task: TaskRow, text: string): Promise<RaisedTicket> {
  const { id } = await addTicket(useCase.tx, {
    taskId: task.id,
    unitId: task.leadUnitId,
    raisedById: actor.personId,
    raisedAt: useCase.now,
    text,
    officeBy: officeByOf(useCase.calendar, useCase.today),
  });
  await addAuditEntry(useCase.tx, {
    at: useCase.now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'raiseTicket',
    subject: 'task',
    subjectId: task.id,
    after: { ticketId: id },
  });
  const raised = await findTicket(useCase.tx, id);
  if (raised === undefined) throw new Error('The ticket that was added is not there');
  return raised;
}

async function tellOffice(
  useCase: UseCase,
  officeId: number,
  ticket: TicketModel,
  found: RaisedTicket,
): Promise<void> {
  const reader = await loadActor(useCase.tx, officeId, useCase.today);
  if (reader === null) return;
  const subject = await loadTaskSubject(useCase.tx, found.task);
  await tellPerson(
    useCase,
    { personId: officeId, unitId: found.task.leadUnitId },
    { kind: 'ticketToAnswer', payload: cardOf(reader, ticket, { found, subject }) },
    `ticketToAnswer:${ticket.ticketId}:office`,
  );
}
