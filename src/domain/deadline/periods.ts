import {
  lastWeekOfMonth,
  monthsOfYear,
  type Period,
  weekOfMonth,
  weekOfYear,
} from './calendar-arithmetic.ts';
import type { DeadlineOptions } from './deadline.ts';
import { datedMention, type MentionPattern, writtenYear } from './mention.ts';

const YEAR = '(?:\\/(\\d{4}))?';
const OF_YEAR = '(?: cua)?(?: nam)?(?: ?(20\\d\\d))?';

function phasePeriod(number: number, { phases = [] }: DeadlineOptions): Period | null {
  const phase = phases.find(({ code }) => Number(code.replace(/\D/g, '')) === number);
  return phase === undefined ? null : { startOn: phase.startOn ?? phase.endOn, dueOn: phase.endOn };
}

function readWeekOfMonth(year: number, month: number, which: string): Period | null {
  if (which === 'cuoi') return lastWeekOfMonth(year, month);
  return weekOfMonth(year, month, which === 'dau' ? 1 : Number(which));
}

const PLACE_IN_QUARTER: Readonly<Record<string, number>> = { dau: 1, giua: 2, cuoi: 3 };

function monthOfQuarter(year: number, quarter: number, place: string): Period | null {
  const month = (quarter - 1) * 3 + (PLACE_IN_QUARTER[place] ?? 3);
  return monthsOfYear(year, month, month);
}

/** Weeks, months, quarters, parts of a year, years and phases by number; composite names come before their parts. */
export const PERIODS: readonly MentionPattern[] = [
  {
    name: 'week of a month',
    pattern: new RegExp(`\\btuan (\\d|dau|cuoi)(?: tien| cung)?(?: cua)? thang (\\d{1,2})${YEAR}`, 'g'),
    read: ([, week = '', month, year]) => ({
      unit: 'week',
      year: writtenYear(year),
      in: (y) => readWeekOfMonth(y, Number(month), week),
    }),
  },
  {
    name: 'months at an end of the year',
    pattern: new RegExp(`\\b(\\d{1,2}) thang (dau|cuoi)${OF_YEAR}`, 'g'),
    read: ([, count, end, year]) => ({
      unit: 'halfYear',
      year: writtenYear(year),
      in: (y) =>
        end === 'dau' ? monthsOfYear(y, 1, Number(count)) : monthsOfYear(y, 13 - Number(count), 12),
    }),
  },
  {
    name: 'half of the year',
    pattern: /\bnua (?:nam )?(dau|cuoi)(?: cua)? nam(?: (20\d\d))?/g,
    read: ([, end, year]) => ({
      unit: 'halfYear',
      year: writtenYear(year),
      in: (y) => (end === 'dau' ? monthsOfYear(y, 1, 6) : monthsOfYear(y, 7, 12)),
    }),
  },
  {
    name: 'first months of a year',
    pattern: /\b([369]) thang,? nam (20\d\d)/g,
    read: ([, count, year]) => ({
      unit: 'halfYear',
      year: writtenYear(year),
      in: (y) => monthsOfYear(y, 1, Number(count)),
    }),
  },
  {
    name: 'month of a quarter',
    pattern: new RegExp(`\\bthang (dau|giua|cuoi)(?: cung| tien)?(?: cua)? quy (\\d)${YEAR}`, 'g'),
    read: ([, place = '', quarter, year]) => ({
      unit: 'month',
      year: writtenYear(year),
      in: (y) => monthOfQuarter(y, Number(quarter), place),
    }),
  },
  {
    name: 'month',
    pattern: new RegExp(`\\bthang (\\d{1,2})${YEAR}(?![\\d/])`, 'g'),
    read: ([, month, year]) => ({
      unit: 'month',
      year: writtenYear(year),
      in: (y) => monthsOfYear(y, Number(month), Number(month)),
    }),
  },
  {
    name: 'quarter',
    pattern: new RegExp(`\\bquy (\\d{1,2})${YEAR}(?![\\d/])`, 'g'),
    read: ([, quarter, year]) => ({
      unit: 'quarter',
      year: writtenYear(year),
      in: (y) => monthsOfYear(y, Number(quarter) * 3 - 2, Number(quarter) * 3),
    }),
  },
  {
    name: 'week of the year',
    pattern: new RegExp(`\\btuan (\\d{1,2})${YEAR}(?![\\d/])`, 'g'),
    read: ([, week, year]) => ({
      unit: 'week',
      year: writtenYear(year),
      in: (y) => weekOfYear(y, Number(week)),
    }),
  },
  {
    name: 'phase of the campaign',
    pattern: /\bgiai doan (\d{1,2})(?!\d)/g,
    read: ([, number], options) =>
      datedMention('phase', phasePeriod(Number(number), options), options.issuedOn),
  },
  {
    name: 'year',
    pattern: /(?<![\d/.])(?:nam )?\b(20\d\d)(?![\d/.])/g,
    read: ([, year]) => ({ unit: 'year', year: writtenYear(year), in: (y) => monthsOfYear(y, 1, 12) }),
  },
];
