import { DateTime } from 'luxon';
import { addDays, type Day } from '../days.ts';
import { addMonths, dayInMonth, mondayOf, monthOf, yearOf } from './calendar-arithmetic.ts';
import type { Cadence } from './deadline.ts';

/** One dated occurrence of a cadence; `key` names its period: `2026-07-08`, `2026-W28`, `2026-07`, `2026-Q3`, `2026-H2`, `2026`. */
export interface Occurrence {
  key: string;
  startOn: Day;
  dueOn: Day;
}

const FRIDAY = 5;
const MONTHS_LONG = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const;

function dailyOccurrence(day: Day): Occurrence {
  return { key: day, startOn: day, dueOn: day };
}

function weeklyOccurrence(monday: Day, weekday: number): Occurrence {
  const key = DateTime.fromISO(monday, { zone: 'utc' }).toFormat("kkkk-'W'WW");
  return { key, startOn: monday, dueOn: addDays(monday, weekday - 1) };
}

function periodKey(startOn: Day, length: number): string {
  const ordinal = Math.ceil(monthOf(startOn) / length);
  if (length === 1) return startOn.slice(0, 7);
  if (length === 12) return startOn.slice(0, 4);
  return `${yearOf(startOn)}-${length === 3 ? 'Q' : 'H'}${ordinal}`;
}

/** `month` may be the place in the period or a calendar month; both give the same place. */
function monthlyOccurrence(startOn: Day, length: number, { month, day }: Cadence): Occurrence {
  const place = month === undefined ? length - 1 : (month - 1) % length;
  const dueMonth = addMonths(startOn, place);
  const dueOn = dayInMonth(yearOf(dueMonth), monthOf(dueMonth), day ?? 31) ?? dueMonth;
  return { key: periodKey(startOn, length), startOn, dueOn };
}

function firstOccurrence(cadence: Cadence, from: Day): Occurrence {
  if (cadence.every === 'day') return dailyOccurrence(from);
  if (cadence.every === 'week') return weeklyOccurrence(mondayOf(from), cadence.weekday ?? FRIDAY);
  const length = MONTHS_LONG[cadence.every];
  const place = (monthOf(from) - 1) % length;
  return monthlyOccurrence(addMonths(`${from.slice(0, 8)}01`, -place), length, cadence);
}

function nextOccurrence(cadence: Cadence, { startOn }: Occurrence): Occurrence {
  if (cadence.every === 'day') return dailyOccurrence(addDays(startOn, 1));
  if (cadence.every === 'week') return weeklyOccurrence(addDays(startOn, 7), cadence.weekday ?? FRIDAY);
  const length = MONTHS_LONG[cadence.every];
  return monthlyOccurrence(addMonths(startOn, length), length, cadence);
}

/**
 * The occurrences whose due day lies in `[from, to]`, in order (R140). Weekly ones are due on Friday, longer ones on the
 * last day of their period unless the cadence says otherwise; daily ones fall on every calendar day.
 */
export function listOccurrences(cadence: Cadence, from: Day, to: Day): Occurrence[] {
  const found: Occurrence[] = [];
  for (
    let current = firstOccurrence(cadence, from);
    current.startOn <= to;
    current = nextOccurrence(cadence, current)
  ) {
    if (current.dueOn >= from && current.dueOn <= to) found.push(current);
  }
  return found;
}
