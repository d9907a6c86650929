import { isRealDay } from '../days.ts';
import type { Cadence, DeadlineMeaning, DeadlineOptions } from './deadline.ts';
import { daysBefore } from './due-day.ts';
import { CADENCE_UNITS } from './vocabulary.ts';

const UNIT =
  '(6 thang|nua nam|ngay(?! ?\\d)|tuan|thang(?! (?:\\d|cuoi|dau|con))|quy(?! (?:\\d|dinh|che|trinh|hoach|mo|chuan))|nam(?! \\d))';
const EVERY = '(?:hang|moi|tung|dinh ky(?: (?:hang|moi|theo))?|theo(?: tung| dinh ky)?|cac(?! ngay))';
const MARKER = new RegExp(
  `\\b${EVERY} (?:mot |1 )?${UNIT}((?: ?(?:,|va|hoac|;|-|\\/) ?(?:hang |moi )?${UNIT})*)`,
);
const UNITS_ALONE = new RegExp(`^(?:bao cao )?${UNIT}(?: ?(?:,|va|;) ?(?:ca |1 )?${UNIT})+$`);
const COUNT_PER = /\b(\d{1,2}) lan ?(?:\/|mot |1 |moi |trong |trong mot )(?:1 )?(ngay|tuan|thang|quy|nam)\b/;
const TIMES_EACH = /\b(?:moi|hang|tung) (ngay|tuan|thang|quy|nam) (\d{1,2}) lan\b/;
const PERIOD_PER_TIME =
  /\b(?:moi )?(\d{1,2}) (ngay|tuan|thang|quy|nam) ?(?:\/ ?|mot |)(?:\d{1,2} )?lan\b|\b(?:hang|moi|dinh ky) (\d{1,2}) (ngay|tuan|thang|quy|nam)\b/;
const MONTH_OF_QUARTER = /\bthang (?:dau|cuoi)(?: cung| tien)?(?: cua)? (?:moi |cac |hang )?quy\b(?! \d)/;
const LAST_DAY_OF_MONTH =
  /\bngay (?:lam viec )?cuoi cung(?: cua)?(?: moi| hang| cac)? thang\b(?! (?:\d|nay|sau|toi))/;

/** Repetitions told by the day alone. */
const NAMED_DAYS: readonly (readonly [pattern: RegExp, every: Cadence['every']])[] = [
  [LAST_DAY_OF_MONTH, 'month'],
  [/\b(?:moi|cac|hang) (?:ngay )?thu \d\b/, 'week'],
  [MONTH_OF_QUARTER, 'quarter'],
];

const EVERY_MONTHS: Readonly<Record<number, Cadence['every']>> = {
  1: 'month',
  3: 'quarter',
  6: 'halfYear',
  12: 'year',
};
const MONTHS: Readonly<Record<string, number>> = { thang: 1, quy: 3, nam: 12 };
// The longest a month can be, so that the eve of 01/3 is the last day of February in any year.
const MONTH_LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** `null`: a repetition is named that has no place in {@link Cadence}, such as every two weeks. */
type Every = Cadence['every'] | null;

function everyFromInterval(count: number, unit: string): Every {
  if (unit === 'tuan' || unit === 'ngay') return count === 1 ? (unit === 'tuan' ? 'week' : 'day') : null;
  return EVERY_MONTHS[count * (MONTHS[unit] ?? 0)] ?? null;
}

function everyFromFrequency(count: number, unit: string): Every {
  if (unit === 'tuan' || unit === 'ngay') return everyFromInterval(count, unit);
  return EVERY_MONTHS[(MONTHS[unit] ?? 0) / count] ?? null;
}

/** Of "tháng, quý, 6 tháng, năm" the finest: the others fall on its days. */
function finestUnit(words: string): Every {
  const tokens: readonly string[] = words.match(/6 thang|nua nam|ngay|tuan|thang|quy|nam/g) ?? [];
  return CADENCE_UNITS.find(([word]) => tokens.includes(word))?.[1] ?? null;
}

function readEvery(text: string): Every | undefined {
  const frequency = COUNT_PER.exec(text);
  if (frequency) return everyFromFrequency(Number(frequency[1]), frequency[2] ?? '');
  const each = TIMES_EACH.exec(text);
  if (each) return everyFromFrequency(Number(each[2]), each[1] ?? '');
  const interval = PERIOD_PER_TIME.exec(text);
  if (interval)
    return everyFromInterval(Number(interval[1] ?? interval[3]), interval[2] ?? interval[4] ?? '');
  const marker = MARKER.exec(text);
  if (marker) return finestUnit(`${marker[1]} ${marker[2]}`);
  if (UNITS_ALONE.test(text)) return finestUnit(text);
  return NAMED_DAYS.find(([pattern]) => pattern.test(text))?.[1];
}

/** 1 when the words before a place in the text are "trước", and that means the day before. */
function backStep(text: string, at: number, options: DeadlineOptions): number {
  return /\btruoc (?:ngay )?$/.test(text.slice(0, at)) ? daysBefore(options) : 0;
}

function weeklyDetail(text: string, options: DeadlineOptions): Partial<Cadence> {
  const match = /\bthu ([2-8])\b/.exec(text);
  if (match === null) return {};
  const weekday = Number(match[1]) - 1 - backStep(text, match.index, options);
  return { weekday: weekday === 0 ? 7 : weekday };
}

/** The day of a monthly or longer cadence; the eve of the 1st is the last day of the month before. */
function dayDetail(text: string, options: DeadlineOptions): Partial<Cadence> {
  if (/\bngay (?:lam viec )?cuoi (?:cung\b|(?:cua )?(?:moi |hang )?thang\b)/.test(text)) return { day: 31 };
  const match = /\bngay (\d{1,2})(?![\d/])/.exec(text);
  if (match === null) return {};
  const day = Number(match[1]) - backStep(text, match.index, options);
  return { day: day === 0 ? 31 : day };
}

function longerDetail(text: string, options: DeadlineOptions): Partial<Cadence> {
  const first = /\bthang (?:dau|thu nhat)\b/.test(text) ? { month: 1 } : {};
  const middle = /\bthang (?:giua|thu 2)\b/.test(text) ? { month: 2 } : {};
  return { ...first, ...middle, ...dayDetail(text, options) };
}

function eveOf(month: number, day: number): { month: number; day: number } {
  if (day > 1) return { month, day: day - 1 };
  const before = month === 1 ? 12 : month - 1;
  return { month: before, day: MONTH_LENGTHS[before - 1] ?? 31 };
}

function yearlyDetail(text: string, options: DeadlineOptions): Partial<Cadence> {
  const date = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/\d{4})?(?![\d/])/.exec(text);
  if (date) {
    const named = { month: Number(date[2]), day: Number(date[1]) };
    return backStep(text, date.index, options) === 1 ? eveOf(named.month, named.day) : named;
  }
  const month = /\bthang (\d{1,2})\b(?!\/)/.exec(text);
  if (month) return { month: Number(month[1]), ...dayDetail(text, options) };
  const quarter = /\bquy ([1-4])\b(?!\/)/.exec(text);
  return quarter ? { month: Number(quarter[1]) * 3 } : {};
}

const DETAILS: Readonly<
  Record<Cadence['every'], (text: string, options: DeadlineOptions) => Partial<Cadence>>
> = {
  day: () => ({}),
  week: weeklyDetail,
  month: dayDetail,
  quarter: longerDetail,
  halfYear: longerDetail,
  year: yearlyDetail,
};

function isPossible({ every, day, month }: Cadence): boolean {
  if (every === 'year' && month !== undefined) return isRealDay(2024, month, day ?? 1);
  return day === undefined || (day >= 1 && day <= 31);
}

/** More than one weekday, day or date: a cadence has only one. */
function namesSeveral(text: string, every: Cadence['every']): boolean {
  if (every === 'week') return (text.match(/\bthu [2-8]\b/g)?.length ?? 0) > 1;
  if (every === 'year') return (text.match(/(?<![\d/])\d{1,2}\/\d{1,2}(?![\d/])/g)?.length ?? 0) > 1;
  return /\bngay \d{1,2} ?(?:,|va|;|&|-) ?(?:ngay )?\d{1,2}\b(?!\/)/.test(text);
}

/** A repetition: "Ngày 25 hằng tháng", "Định kỳ 6 tháng, năm", "3 tháng/lần". `null` when none is named. */
export function readCadence(text: string, options: DeadlineOptions): DeadlineMeaning | null {
  const every = readEvery(text);
  if (every === undefined) return null;
  if (every === null || namesSeveral(text, every)) return { kind: 'unclear' };
  const cadence: Cadence = { every, ...DETAILS[every](text, options) };
  return isPossible(cadence) ? { kind: 'cadence', cadence } : { kind: 'impossible' };
}
