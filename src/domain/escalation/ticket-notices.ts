import type { Day } from '../days.ts';
import type { TicketStanding } from '../task/ticket.ts';
import type { OwedNotice } from './owed-notices.ts';

/** A ticket and where it stands; `changedOn`: the day on which it came to whoever has it. */
export interface WatchedTicket {
  id: number;
  standing: TicketStanding;
  changedOn: Day;
}

/**
 * What is owed about a ticket on a working day: to the office until it is passed on, then to the leader until it is
 * decided (R66). On the day on which it came to them they were told of it, and are not reminded as well.
 */
export function listTicketNotices({ id, standing, changedOn }: WatchedTicket, today: Day): OwedNotice[] {
  if (standing === 'decided' || changedOn >= today) return [];
  const to = standing === 'withOffice' ? 'office' : 'leaderInCharge';
  return [{ kind: 'ticketToAnswer', to, key: `ticket:${id}:${standing}:${today}` }];
}
