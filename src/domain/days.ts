import { DateTime } from 'luxon';

/** A calendar day in the plan's zone, `YYYY-MM-DD`. Plain string order is day order. */
export type Day = string;

/** The zone in which days begin and end; Vietnam has no daylight saving time. */
export const ZONE = 'Asia/Ho_Chi_Minh';

/** The day on which an instant falls in the plan's zone. */
export function dayOf(instant: Date): Day {
  return DateTime.fromJSDate(instant, { zone: ZONE }).toFormat('yyyy-MM-dd');
}

/** The instant at which `HH:mm` strikes on a day in the plan's zone. */
export function instantAt(day: Day, time: string): Date {
  return DateTime.fromISO(`${day}T${time}`, { zone: ZONE }).toJSDate();
}

/** The day `count` calendar days after (negative: before) another. */
export function addDays(day: Day, count: number): Day {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days: count }).toFormat('yyyy-MM-dd');
}

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
  return DateTime.fromISO(day, { zone: 'utc' }).weekday;
}

/** Whole calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  const start = DateTime.fromISO(from, { zone: 'utc' });
  return Math.round(DateTime.fromISO(to, { zone: 'utc' }).diff(start, 'days').days);
}

/** Whether a year, month (1–12) and day of month name a day that exists (31/6 does not). */
export function isRealDay(year: number, month: number, dayOfMonth: number): boolean {
  return DateTime.utc(year, month, dayOfMonth).isValid;
}

/** A `Day` from its parts, or `null` when that day does not exist. */
export function makeDay(year: number, month: number, dayOfMonth: number): Day | null {
  const date = DateTime.utc(year, month, dayOfMonth);
  return date.isValid ? date.toFormat('yyyy-MM-dd') : null;
}
