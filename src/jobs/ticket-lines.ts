import type { UseCase } from '../app/use-case.ts';
import { listWaitingTickets } from '../app/waiting-tickets.ts';
import { listGoLives } from '../db/queries/groups.ts';
import { listToldKeys } from '../db/queries/notices.ts';
import type { RaisedTicket } from '../db/queries/tickets.ts';
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
  const waiting = await listWaitingTickets(useCase, directory);
  if (waiting.length === 0) return [];
  const starts = await listGoLives(useCase.tx);
  const isLive = (unitId: number) => starts.some((start) => start.unitId === null || start.unitId === unitId);
  const told = await listToldKeys(useCase.tx, [...new Set(waiting.map(({ found }) => found.task.id))]);
  return waiting
    .filter(({ found }) => isLive(found.ticket.unitId))
    .flatMap((one) => toLines(useCase, one))
    .filter((line) => !told.has(`${line.personId}:${line.notice.key}`));
}

function toLines(
  { today }: UseCase,
  { found: { ticket, task }, holderId }: { found: RaisedTicket; holderId: number },
): TicketLine[] {
  const standing = standingOf(ticket);
  const changedOn = dayOf(ticket.forwardedAt ?? ticket.raisedAt);
  const mark = { standing, answerBy: answerByOf(ticket) };
  return listTicketNotices({ id: ticket.id, standing, changedOn }, today).map((notice) => ({
    personId: holderId,
    taskId: task.id,
    notice,
    ticket: mark,
  }));
}
