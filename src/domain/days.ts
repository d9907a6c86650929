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

const MILLISECONDS_A_DAY = 86_400_000;

// Plain arithmetic in UTC, where every day has 24 hours: these three are asked millions of times on a morning.
const toUtc = (day: Day): number => Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10));

/** The day `count` calendar days after (negative: before) another. */
export function addDays(day: Day, count: number): Day {
  return new Date(toUtc(day) + count * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(toUtc(day)).getUTCDay() || 7;
}

/** Whole calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (toUtc(to) - toUtc(from)) / MILLISECONDS_A_DAY;
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

/** A day as documents write it: `05/6/2026`, the month padded only in January and February (NĐ 30/2020). */
export function formatDay(day: Day): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return `${dayOfMonth}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}
