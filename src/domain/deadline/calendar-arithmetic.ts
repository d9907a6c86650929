import { DateTime } from 'luxon';
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-calendar.ts';
import { addDays, type Day, makeDay, weekdayOf } from '../days.ts';

/** First and last day of a stretch of time; a single day has both the same. */
export interface Period {
  startOn: Day;
  dueOn: Day;
}

/** Monday to Friday, when no calendar of days off is known. */
export const WEEKENDS_ONLY: WorkingCalendar = { daysOff: new Set(), workingSaturdays: new Set() };

/** The n-th working day after a day; without a calendar Monday to Friday are worked. */
export function workingDaysAfter(day: Day, count: number, calendar: WorkingCalendar = WEEKENDS_ONLY): Day {
  return addWorkingDays(calendar, day, count);
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

/** Adds whole months; the 31st becomes the last day of a shorter month. */
export function addMonths(day: Day, count: number): Day {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ months: count }).toFormat('yyyy-MM-dd');
}

/** The last day of a month, or `null` when there is no such month. */
export function lastDayOfMonth(year: number, month: number): Day | null {
  const first = makeDay(year, month, 1);
  return first === null ? null : addDays(addMonths(first, 1), -1);
}

/** From the first day of one month to the last day of another in the same year; `null` when either does not exist. */
export function monthsOfYear(year: number, firstMonth: number, lastMonth: number): Period | null {
  const startOn = makeDay(year, firstMonth, 1);
  const dueOn = lastDayOfMonth(year, lastMonth);
  return startOn === null || dueOn === null ? null : { startOn, dueOn };
}

/** The day of a month, or its last day when the month is shorter. */
export function dayInMonth(year: number, month: number, dayOfMonth: number): Day | null {
  return makeDay(year, month, dayOfMonth) ?? lastDayOfMonth(year, month);
}

/** Monday of the week of a day. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** An office week: Monday to Friday. */
export const officeWeek = (monday: Day): Period => ({ startOn: monday, dueOn: addDays(monday, 4) });

/** Week `n` of a month; a week belongs to the month of its Thursday. `null` when the month has no such week. */
export function weekOfMonth(year: number, month: number, n: number): Period | null {
  const first = makeDay(year, month, 1);
  if (first === null || n < 1) return null;
  const firstThursday = addDays(first, (4 - weekdayOf(first) + 7) % 7);
  const thursday = addDays(firstThursday, 7 * (n - 1));
  return monthOf(thursday) === month ? officeWeek(addDays(thursday, -3)) : null;
}

/** The last week of a month, by its Thursday. */
export function lastWeekOfMonth(year: number, month: number): Period | null {
  return weekOfMonth(year, month, 5) ?? weekOfMonth(year, month, 4);
}

/** ISO week `n` of a year, or `null` when the year has no such week. */
export function weekOfYear(year: number, n: number): Period | null {
  const monday = DateTime.fromObject({ weekYear: year, weekNumber: n, weekday: 1 }, { zone: 'utc' });
  return monday.isValid ? officeWeek(monday.toFormat('yyyy-MM-dd')) : null;
}
