import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { isQuiet, type MessageHours } from './quiet-hours.ts';
import { slotAt } from './slots.ts';

/** How urgent a message is: an answer to a person, news of what somebody did, or what the clock owes. */
export const PRIORITY = { answer: 0, event: 1, bulk: 2 } as const;
export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY];

/**
 * The least urgent that may go out at this moment: answers always, news outside quiet hours, what the clock owes only
 * while one of its slots is open. What a stop delayed is held to the same hours.
 */
export function leastUrgentNow(now: Date, hours: MessageHours, calendar: WorkingCalendar): Priority {
  if (slotAt(now, hours, calendar) !== null) return PRIORITY.bulk;
  return isQuiet(now, hours, calendar) ? PRIORITY.answer : PRIORITY.event;
}
