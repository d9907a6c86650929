import { isWorkingDay, type WorkingCalendar, workingDayOnOrAfter } from '../calendar/working-calendar.ts';
import { addDays, type Day, dayOf, instantAt, weekdayOf } from '../days.ts';
import type { MessageHours } from './quiet-hours.ts';

export type Slot = 'morning' | 'afternoon';

/**
 * The slot whose messages are owed at this moment, if any. A slot stays open until the next one, the last until quiet
 * hours begin, so that a process that was down at the minute still sends the day's message, once.
 */
export function slotAt(now: Date, hours: MessageHours, calendar: WorkingCalendar): Slot | null {
  const today = dayOf(now);
  if (!isWorkingDay(calendar, today)) return null;
  const morning = instantAt(today, hours.slots.morning);
  const afternoon = instantAt(today, hours.slots.afternoon);
  const quiet = instantAt(today, hours.quietHours.from);
  if (now >= afternoon) return now < quiet || quiet <= afternoon ? 'afternoon' : null;
  return now >= morning ? 'morning' : null;
}

/** The first moment after `now` at which a slot opens. */
export function nextSlotAt(now: Date, hours: MessageHours, calendar: WorkingCalendar): Date {
  for (let day = dayOf(now); ; day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue;
    const next = [hours.slots.morning, hours.slots.afternoon]
      .map((time) => instantAt(day, time))
      .find((instant) => instant > now);
    if (next !== undefined) return next;
  }
}

/** When the slot that is open at `now` ends: what it owed and did not send joins the next one. */
export function slotEndsAt(now: Date, hours: MessageHours, calendar: WorkingCalendar): Date {
  const next = nextSlotAt(now, hours, calendar);
  const quiet = instantAt(dayOf(now), hours.quietHours.from);
  return quiet > now && quiet < next ? quiet : next;
}

/** Monday of the week of a day. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/**
 * The week (its Monday) whose digest is owed at this moment, if any. A digest due on a day off goes out on the next
 * working day, also across a week of holidays; one that a stop delayed waits out the quiet hours.
 */
export function digestWeekAt(
  now: Date,
  digest: { weekday: number; at: string },
  hours: MessageHours,
  calendar: WorkingCalendar,
): Day | null {
  const today = dayOf(now);
  const opensAt = instantAt(today, digest.at);
  const quietFrom = instantAt(today, hours.quietHours.from);
  const isTooLate = now >= quietFrom && opensAt < quietFrom;
  if (!isWorkingDay(calendar, today) || now < opensAt || isTooLate) return null;
  const monday = mondayOf(today);
  const thisWeek = workingDayOnOrAfter(calendar, addDays(monday, digest.weekday - 1));
  if (thisWeek <= today) return monday;
  const lastMonday = addDays(monday, -7);
  const lastWeek = workingDayOnOrAfter(calendar, addDays(lastMonday, digest.weekday - 1));
  return lastWeek >= monday ? lastMonday : null;
}
