import { listReachablePersonIds } from '../db/queries/directory.ts';
import { listOpenTickets, type RaisedTicket } from '../db/queries/tickets.ts';
import type { Directory } from '../domain/organisation/directory.ts';
import { standingOf } from '../domain/task/ticket.ts';
import type { UseCase } from './use-case.ts';

/** Every ticket that nobody decided, with who has it today: the office, then the leader to whom it was passed on. */
export async function listWaitingTickets(
  useCase: UseCase,
  directory: Directory,
): Promise<{ found: RaisedTicket; holderId: number }[]> {
  const open = await listOpenTickets(useCase.tx);
  if (open.length === 0) return [];
  const reachable = await listReachablePersonIds(useCase.tx);
  return open.flatMap((found) => {
    const holderId = holderOf(directory, reachable, found);
    return holderId === null ? [] : [{ found, holderId }];
  });
}

function holderOf(
  directory: Directory,
  reachable: ReadonlySet<number>,
  { ticket, task }: RaisedTicket,
): number | null {
  if (standingOf(ticket) === 'withOffice') return directory.office();
  const leaderId = ticket.forwardedToId;
  return leaderId !== null && reachable.has(leaderId) ? leaderId : directory.leaderInChargeOf(task);
}
