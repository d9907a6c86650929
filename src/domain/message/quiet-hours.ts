import { isWorkingDay, nextWorkingDay, type WorkingCalendar } from '../calendar/working-calendar.ts';
import { dayOf, instantAt } from '../days.ts';

export interface MessageHours {
  slots: { morning: string; afternoon: string };
  quietHours: { from: string; to: string };
}

/** Whether a message about what somebody did may go out at this moment; answers to the person's own message always may. */
export function isQuiet(now: Date, hours: MessageHours, calendar: WorkingCalendar): boolean {
  const today = dayOf(now);
  if (!isWorkingDay(calendar, today)) return true;
  return now < instantAt(today, hours.quietHours.to) || now >= instantAt(today, hours.quietHours.from);
}

/** When an event that happens at `now` is told: at once, or with the next morning's slot when it is quiet. */
export function momentForEvent(now: Date, hours: MessageHours, calendar: WorkingCalendar): Date {
  if (!isQuiet(now, hours, calendar)) return now;
  const today = dayOf(now);
  const isBeforeWork = isWorkingDay(calendar, today) && now < instantAt(today, hours.quietHours.to);
  return instantAt(isBeforeWork ? today : nextWorkingDay(calendar, today), hours.slots.morning);
}
