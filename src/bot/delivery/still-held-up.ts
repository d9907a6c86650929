import type { Db } from '../../db/client.ts';
import { findBlocker } from '../../db/queries/blockers.ts';
import { listBottlenecks } from '../../db/queries/bottlenecks.ts';
import { findTicket, listOpenTickets } from '../../db/queries/tickets.ts';
import type { Message, NoticeLine } from '../../domain/message/messages.ts';
import { standingOf, type TicketStanding } from '../../domain/task/ticket.ts';

/** Whether a message about a blocker, a ticket or a bottleneck still says what is; of any other it knows nothing. */
export async function isHoldupStillTrue(db: Db, message: Message): Promise<boolean> {
  switch (message.kind) {
    case 'blockerTold':
    case 'blockerConfirmed': {
      const { blockerId } = message.payload;
      // Rows of older releases do not say which one they are about.
      return blockerId === undefined || (await findBlocker(db, blockerId))?.closedAt === null;
    }
    case 'ticketToAnswer': {
      const { ticketId, standing } = message.payload.ticket;
      const found = await findTicket(db, ticketId);
      return found !== undefined && standingOf(found.ticket) === standing;
    }
    case 'bottleneckTold':
    case 'bottleneckConfirmed':
    case 'bottleneckMoved': {
      const { bottleneckId: id, state } = message.payload.bottleneck;
      const [found] = await listBottlenecks(db, { id }, 1);
      const now = found?.bottleneck.state;
      return message.kind === 'bottleneckMoved' ? now === state : now !== 'resolved';
    }
    default:
      return true;
  }
}

/** Who has the tickets of which the lines of a brief speak, by task. */
export async function listWaitingTickets(
  db: Db,
  lines: NoticeLine[],
): Promise<Map<number, ReadonlySet<TicketStanding>>> {
  const taskIds = lines.filter(({ ticket }) => ticket !== undefined).map(({ taskId }) => taskId);
  const waiting = new Map<number, Set<TicketStanding>>();
  if (taskIds.length === 0) return waiting;
  for (const { ticket, task } of await listOpenTickets(db, { taskIds })) {
    const standings = waiting.get(task.id) ?? new Set();
    waiting.set(task.id, standings.add(standingOf(ticket)));
  }
  return waiting;
}
