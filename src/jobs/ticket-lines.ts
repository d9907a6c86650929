import type { UseCase } from '../app/use-case.ts';
import { listReachablePersonIds } from '../db/queries/directory.ts';
import { listGoLives } from '../db/queries/groups.ts';
import { listToldKeys } from '../db/queries/notices.ts';
import { listOpenTickets, type RaisedTicket } from '../db/queries/tickets.ts';
import { dayOf } from '../domain/days.ts';
import type { OwedNotice } from '../domain/escalation/owed-notices.ts';
import { listTicketNotices } from '../domain/escalation/ticket-notices.ts';
import type { TicketMark } from '../domain/message/ticket-payloads.ts';
import type { Directory } from '../domain/organisation/directory.ts';
import { answerByOf, standingOf } from '../domain/task/ticket.ts';

interface TicketLine {
  personId: number;
  taskId: number;
  notice: OwedNotice;
  ticket: TicketMark;
}

/** What a brief owes about difficulty tickets: to the office those to pass on, to leaders those to decide. */
export async function listTicketLines(useCase: UseCase, directory: Directory): Promise<TicketLine[]> {
  const open = await listOpenTickets(useCase.tx);
  if (open.length === 0) return [];
  const starts = await listGoLives(useCase.tx);
  const isLive = (unitId: number) => starts.some((start) => start.unitId === null || start.unitId === unitId);
  const reachable = await listReachablePersonIds(useCase.tx);
  const told = await listToldKeys(useCase.tx, [...new Set(open.map(({ task }) => task.id))]);
  return open
    .filter(({ ticket }) => isLive(ticket.unitId))
    .flatMap((found) => toLines(useCase, { directory, reachable }, found))
    .filter((line) => !told.has(`${line.personId}:${line.notice.key}`));
}

function toLines(
  useCase: UseCase,
  who: { directory: Directory; reachable: ReadonlySet<number> },
  { ticket, task }: RaisedTicket,
): TicketLine[] {
  const standing = standingOf(ticket);
  const changedOn = dayOf(ticket.forwardedAt ?? ticket.raisedAt);
  const leaderId = ticket.forwardedToId;
  const isWithReachable = leaderId !== null && who.reachable.has(leaderId);
  const leader = isWithReachable ? leaderId : who.directory.leaderInChargeOf(task);
  const personId = standing === 'withOffice' ? who.directory.office() : leader;
  if (personId === null) return [];
  const mark = { standing, answerBy: answerByOf(ticket) };
  return listTicketNotices({ id: ticket.id, standing, changedOn }, useCase.today).map((notice) => ({
    personId,
    taskId: task.id,
    notice,
    ticket: mark,
  }));
}
