import type { CalendarFacts } from './evidence.ts';

/** The office's zone keeps one offset the whole year. */
const ZONE_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** The office's day and time (`HH:MM:SS`) at a moment. */
export function officeTime(at: number): { day: string; time: string } {
  const [day = '', time = ''] = new Date(at + ZONE_MS).toISOString().split('T');
  return { day, time: time.slice(0, 8) };
}

/** The moment of a day and a time `HH:MM` or `HH:MM:SS` at the office. */
export const officeMoment = (day: string, time: string): number => Date.parse(`${day}T${time}Z`) - ZONE_MS;

export const shiftDay = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7;

export function isWorkingDay(day: string, calendar: CalendarFacts): boolean {
  if (calendar.workingSaturdays.includes(day)) return true;
  return weekdayOf(day) <= 5 && !calendar.daysOff.includes(day);
}

/** The working day itself, or the nearest one in that direction. */
export function nearestWorkingDay(day: string, step: 1 | -1, calendar: CalendarFacts): string {
  let found = day;
  while (!isWorkingDay(found, calendar)) found = shiftDay(found, step);
  return found;
}

/** Working days after `from`, up to and with `to`. */
export function countWorkingDays(from: string, to: string, calendar: CalendarFacts): number {
  let count = 0;
  for (let day = shiftDay(from, 1); day <= to; day = shiftDay(day, 1)) {
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
}

/** Days off and worked Saturdays as the text of a plan file lists them. */
export function readCalendar(plan: string): CalendarFacts {
  const daysIn = (pattern: RegExp) => [...plan.matchAll(pattern)].map((found) => found[1] ?? '');
  return {
    daysOff: daysIn(/\{ on: (\d{4}-\d{2}-\d{2}), name:/g),
    workingSaturdays: daysIn(/\{ on: (\d{4}-\d{2}-\d{2}), replaces:/g),
  };
}
