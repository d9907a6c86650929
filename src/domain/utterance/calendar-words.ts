import { addWorkingDays, type WorkingCalendar } from '../calendar/working-calendar.ts';
import { addDays, type Day, daysBetween, makeDay, weekdayOf } from '../days.ts';
import { numberOf } from './number-words.ts';

/** From where the words of time are seen. */
export interface Clock {
  today: Day;
  calendar?: WorkingCalendar | undefined;
}

/** A day worked out from words; `last` and `natural` only where they differ from `next`. */
export interface FoundDay {
  next: Day;
  last?: Day;
  natural?: Day;
  isImpossible?: true;
}

/** Words that leave no choice. */
export const fixed = (day: Day): FoundDay => ({ next: day });
const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));
export const yearOf = (day: Day): number => Number(day.slice(0, 4));
const monthOf = (day: Day): number => Number(day.slice(5, 7));

function lastOfMonth(year: number, month: number): Day {
  const first = makeDay(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) ?? '';
  return addDays(first, -1);
}

const IMPOSSIBLE: FoundDay = { next: '', isImpossible: true };

/** A day and month without a year: the next one and the last one, seen from today. */
function inNearYears(today: Day, month: number, day: number): FoundDay {
  const year = yearOf(today);
  const days = [year - 1, year, year + 1].map((y) => makeDay(y, month, day)).filter((d) => d !== null);
  const next = days.find((d) => d >= today);
  const last = days.findLast((d) => d <= today);
  if (next === undefined && last === undefined) return IMPOSSIBLE;
  return { next: next ?? last ?? '', last: last ?? next ?? '' };
}

/** Without a year people mean the nearest such day, behind or ahead. */
function withNearest(today: Day, found: FoundDay): FoundDay {
  if (found.last === undefined) return found;
  const isAheadNearer = daysBetween(today, found.next) <= daysBetween(found.last, today);
  return { ...found, natural: isAheadNearer ? found.next : found.last };
}

export function readDate(day: string, month: string, year: string | undefined, { today }: Clock): FoundDay {
  if (year === undefined) return withNearest(today, inNearYears(today, Number(month), Number(day)));
  const full = Number(year.length === 2 ? `20${year}` : year);
  const found = makeDay(full, Number(month), Number(day));
  return found === null ? IMPOSSIBLE : fixed(found);
}

const inMonth = (day: Day | null): FoundDay => (day === null ? IMPOSSIBLE : fixed(day));

export function readMonthDay(day: number, month: string | undefined, { today }: Clock): FoundDay {
  const shift = month === undefined ? 0 : /sau|toi/.test(month) ? 1 : /truoc|roi/.test(month) ? -1 : 0;
  const index = yearOf(today) * 12 + monthOf(today) - 1 + shift;
  const at = (i: number): Day | null => makeDay(Math.floor(i / 12), (i % 12) + 1, day);
  if (month !== undefined) return inMonth(at(index));
  const near = [-2, -1, 0, 1, 2].map((step) => at(index + step)).filter((found) => found !== null);
  const next = near.find((found) => found >= today);
  const last = near.findLast((found) => found <= today);
  return next === undefined || last === undefined ? IMPOSSIBLE : { next, last };
}

/** "15 này": the next day of that number. */
export function readComingDay(day: number, clock: Clock): FoundDay {
  const found = readMonthDay(day, undefined, clock);
  return found.isImpossible ? found : fixed(found.next);
}

function weekdayNumber(word: string): number {
  if (/^(?:cn|chu nhat)$/.test(word)) return 7;
  return numberOf(word.replace(/^(?:thu|t)\s*/, '')) - 1;
}

function weekShift(week: string | undefined): number | undefined {
  if (week === undefined) return undefined;
  if (/nay/.test(week)) return 0;
  return /sau|toi|ke|den/.test(week) ? 7 : -7;
}

export function readWeekday(word: string, week: string | undefined, { today }: Clock): FoundDay {
  const weekday = weekdayNumber(word);
  const thisWeek = addDays(mondayOf(today), weekday - 1);
  if (week !== undefined && /^(?:hom|bua)/.test(week))
    return fixed(thisWeek <= today ? thisWeek : addDays(thisWeek, -7));
  const shift = weekShift(week);
  if (shift !== undefined) return fixed(addDays(thisWeek, shift));
  return {
    next: thisWeek > today ? thisWeek : addDays(thisWeek, 7),
    last: thisWeek <= today ? thisWeek : addDays(thisWeek, -7),
  };
}

const PART_OF_WEEK: Readonly<Record<string, number>> = { dau: 0, giua: 2, cuoi: 4, het: 4, trong: 4 };

export function readWeek(part: string | undefined, week: string | undefined, { today }: Clock): FoundDay {
  const day = addDays(mondayOf(today), PART_OF_WEEK[part ?? 'het'] ?? 4);
  const shift = weekShift(week);
  if (shift !== undefined) return fixed(addDays(day, shift));
  return { next: day >= today ? day : addDays(day, 7), last: day <= today ? day : addDays(day, -7) };
}

function partOfMonth(part: string | undefined, year: number, month: number): FoundDay {
  if (part === 'dau') return fixed(makeDay(year, month, 10) ?? '');
  if (part === 'giua') return fixed(makeDay(year, month, 20) ?? '');
  return fixed(lastOfMonth(year, month));
}

export function readMonth(part: string | undefined, month: string | undefined, { today }: Clock): FoundDay {
  const shift = month === undefined || /nay/.test(month) ? 0 : /sau|toi|den/.test(month) ? 1 : -1;
  const index = yearOf(today) * 12 + monthOf(today) - 1 + shift;
  return partOfMonth(part, Math.floor(index / 12), (index % 12) + 1);
}

export function readNamedMonth(
  part: string | undefined,
  month: number,
  year: string | undefined,
  { today }: Clock,
): FoundDay | undefined {
  if (month < 1 || month > 12) return undefined;
  const wanted = year === undefined ? yearOf(today) + (month < monthOf(today) ? 1 : 0) : Number(year);
  return partOfMonth(part, wanted, month);
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

export function readQuarter(which: string | undefined, year: string | undefined, { today }: Clock): FoundDay {
  const current = Math.ceil(monthOf(today) / 3);
  const next = which !== undefined && /sau|toi/.test(which) ? current + 1 : current;
  const quarter = ROMAN[which ?? ''] ?? (/^\d$/.test(which ?? '') ? Number(which) : next);
  return fixed(
    lastOfMonth(Number(year ?? yearOf(today)) + Math.floor((quarter - 1) / 4), ((quarter - 1) % 4) * 3 + 3),
  );
}

function countWeekdaysOn(from: Day, count: number): Day {
  const weeks = Math.floor(count / 5) * 7;
  const rest = addDays(from, weeks + (count % 5));
  return weekdayOf(rest) > 5 || weekdayOf(rest) < weekdayOf(from) ? addDays(rest, 2) : rest;
}

export function readDistance(count: string, unit: string, { today, calendar }: Clock): FoundDay {
  const n = numberOf(count);
  if (unit.startsWith('tuan')) return fixed(addDays(today, 7 * n));
  if (unit.startsWith('thang')) return fixed(addMonths(today, n));
  if (!unit.includes('lam viec')) return fixed(addDays(today, n));
  return fixed(calendar === undefined ? countWeekdaysOn(today, n) : addWorkingDays(calendar, today, n));
}

function addMonths(day: Day, count: number): Day {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + count;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return makeDay(year, month, Number(day.slice(8))) ?? lastOfMonth(year, month);
}
