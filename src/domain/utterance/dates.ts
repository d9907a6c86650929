import { addWorkingDays, type WorkingCalendar } from '../calendar/working-calendar.ts';
import { addDays, type Day, daysBetween, makeDay, weekdayOf } from '../days.ts';
import { numberOf, SMALL_NUMBER } from './number-words.ts';
import { blankOut, type Span } from './spans.ts';
import { agrees, spell } from './spelling.ts';
import type { TypedText } from './typed-text.ts';

/** A day named in a chat message, as it would be meant of the past and of the future. */
export interface DayMention extends Span {
  kind: 'day' | 'impossible';
  /** The reading for something still to come (a period stands for its last working day). */
  next: Day;
  /** The reading for something that has happened. */
  last: Day;
  /** The reading when nothing says which: the nearer one of a date, the coming one of a weekday. */
  natural: Day;
}

interface Clock {
  today: Day;
  calendar?: WorkingCalendar | undefined;
}
interface Found {
  next: Day;
  last?: Day;
  natural?: Day;
  isImpossible?: true;
}
interface DayPattern {
  pattern: RegExp;
  /** Words, with marks, that the matched words must agree with, so that "sáu" or "Tuấn" are not taken. */
  spelled?: string;
  read(groups: Readonly<Record<string, string | undefined>>, clock: Clock): Found | undefined;
}

const START = '(?<![a-z\\d\\u0001/.])';
const END = '(?![a-z\\d]|/\\d)';
const on = (source: string): RegExp => new RegExp(`${START}(?:${source})${END}`, 'g');
const fixed = (day: Day): Found => ({ next: day });
const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));
const yearOf = (day: Day): number => Number(day.slice(0, 4));
const monthOf = (day: Day): number => Number(day.slice(5, 7));

function lastOfMonth(year: number, month: number): Day {
  const first = makeDay(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) ?? '';
  return addDays(first, -1);
}

const IMPOSSIBLE: Found = { next: '', isImpossible: true };

/** A day and month without a year: the next one and the last one, seen from today. */
function inNearYears(today: Day, month: number, day: number): Found {
  const year = yearOf(today);
  const days = [year - 1, year, year + 1].map((y) => makeDay(y, month, day)).filter((d) => d !== null);
  const next = days.find((d) => d >= today);
  const last = days.findLast((d) => d <= today);
  if (next === undefined && last === undefined) return IMPOSSIBLE;
  return { next: next ?? last ?? '', last: last ?? next ?? '' };
}

/** Without a year people mean the nearest such day, behind or ahead. */
function withNearest(today: Day, found: Found): Found {
  if (found.last === undefined) return found;
  const isAheadNearer = daysBetween(today, found.next) <= daysBetween(found.last, today);
  return { ...found, natural: isAheadNearer ? found.next : found.last };
}

function readDate(day: string, month: string, year: string | undefined, { today }: Clock): Found {
  if (year === undefined) return withNearest(today, inNearYears(today, Number(month), Number(day)));
  const full = Number(year.length === 2 ? `20${year}` : year);
  const found = makeDay(full, Number(month), Number(day));
  return found === null ? IMPOSSIBLE : fixed(found);
}

function readMonthDay(day: number, month: string | undefined, { today }: Clock): Found {
  const shift = month === undefined ? 0 : /sau|toi/.test(month) ? 1 : /truoc|roi/.test(month) ? -1 : 0;
  const index = yearOf(today) * 12 + monthOf(today) - 1 + shift;
  const at = (i: number): Day | null => makeDay(Math.floor(i / 12), (i % 12) + 1, day);
  const wanted = at(index);
  if (wanted === null) return IMPOSSIBLE;
  if (month !== undefined) return fixed(wanted);
  return {
    next: wanted >= today ? wanted : (at(index + 1) ?? wanted),
    last: wanted <= today ? wanted : (at(index - 1) ?? wanted),
  };
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

function readWeekday(word: string, week: string | undefined, { today }: Clock): Found {
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

function readWeek(part: string | undefined, week: string | undefined, { today }: Clock): Found {
  const day = addDays(mondayOf(today), PART_OF_WEEK[part ?? 'het'] ?? 4);
  const shift = weekShift(week);
  if (shift !== undefined) return fixed(addDays(day, shift));
  return { next: day >= today ? day : addDays(day, 7), last: day <= today ? day : addDays(day, -7) };
}

function partOfMonth(part: string | undefined, year: number, month: number): Found {
  if (part === 'dau') return fixed(makeDay(year, month, 10) ?? '');
  if (part === 'giua') return fixed(makeDay(year, month, 20) ?? '');
  return fixed(lastOfMonth(year, month));
}

function readMonth(part: string | undefined, month: string | undefined, { today }: Clock): Found {
  const shift = month === undefined || /nay/.test(month) ? 0 : /sau|toi|den/.test(month) ? 1 : -1;
  const index = yearOf(today) * 12 + monthOf(today) - 1 + shift;
  return partOfMonth(part, Math.floor(index / 12), (index % 12) + 1);
}

function readNamedMonth(
  part: string | undefined,
  month: number,
  year: string | undefined,
  { today }: Clock,
): Found | undefined {
  if (month < 1 || month > 12) return undefined;
  const wanted = year === undefined ? yearOf(today) + (month < monthOf(today) ? 1 : 0) : Number(year);
  return partOfMonth(part, wanted, month);
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

function readQuarter(which: string | undefined, year: string | undefined, { today }: Clock): Found {
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

function readDistance(count: string, unit: string, { today, calendar }: Clock): Found {
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

const WEEK =
  '(?<week>tuan (?:nay|sau|toi|ke|den|truoc|roi|vua roi|vua qua|qua)|nay|sau|toi|ke|truoc|vua roi|vua qua|qua)';
const RELATIVE_MONTH = '(?<month>thang (?:nay|sau|toi|truoc|roi|vua roi))';
const TIME_OF_DAY = '(?:sang|trua|chieu|toi|dem|cuoi gio|dau gio) ?';
const NO_SUCH_WEEK_WORD = '(?! (?:nay|sau|toi|truoc|roi|vua|qua))';

/** In order of precedence: what an earlier pattern takes, a later one does not see. */
const PATTERNS: readonly DayPattern[] = [
  {
    pattern: on('(?:ngay )?(?<d>\\d{1,2}) ?thang ?(?<m>\\d{1,2})(?:(?: nam |/)(?<y>\\d{4}))?'),
    read: (g, c) => readDate(g['d'] ?? '', g['m'] ?? '', g['y'], c),
  },
  {
    pattern: on('(?:ngay )?(?<d>\\d{1,2})[/-](?<m>\\d{1,2})[/-](?<y>\\d{4}|\\d{2})'),
    read: (g, c) => readDate(g['d'] ?? '', g['m'] ?? '', g['y'], c),
  },
  {
    pattern: on('(?:ngay )?(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>\\d{4})'),
    read: (g, c) => readDate(g['d'] ?? '', g['m'] ?? '', g['y'], c),
  },
  {
    pattern: on('(?:ngay )?(?<d>[0-3]?\\d)/(?<m>0?[1-9]|1[0-2])'),
    read: (g, c) => readDate(g['d'] ?? '', g['m'] ?? '', undefined, c),
  },
  {
    pattern: on('(?:ngay|truoc|den) (?<d>\\d{1,2})[.-](?<m>\\d{1,2})'),
    read: (g, c) => readDate(g['d'] ?? '', g['m'] ?? '', undefined, c),
  },
  {
    pattern: on(`(?:ngay|mung|mong|hom|bua) (?<d>\\d{1,2})(?: (?:tay|duong lich))?(?: ${RELATIVE_MONTH})?`),
    read: (g, c) => readMonthDay(Number(g['d']), g['month'], c),
  },
  {
    pattern: on(
      `(?<n>${SMALL_NUMBER}) (?<unit>ngay lam viec|ngay|bua|hom|tuan le|tuan|thang) (?:nua|toi)|(?:sau|trong|trong vong|khoang) (?<n2>${SMALL_NUMBER}) (?<unit2>ngay lam viec|ngay|bua|tuan|thang)`,
    ),
    read: (g, c) => readDistance(g['n'] ?? g['n2'] ?? '', g['unit'] ?? g['unit2'] ?? '', c),
  },
  {
    pattern: on(
      '(?<part>dau|giua|cuoi|het|trong) t(?<m>\\d{1,2})(?:/(?<y>\\d{4}))?|t(?<m2>\\d{1,2})/(?<y2>\\d{4})',
    ),
    read: (g, c) => readNamedMonth(g['part'], Number(g['m'] ?? g['m2']), g['y'] ?? g['y2'], c),
  },
  {
    pattern: on(
      `(?<behind>(?:hom|bua) )?(?<word>thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat|cn|t[2-7])(?: ${WEEK})?`,
    ),
    read: (g, c) => readWeekday(g['word'] ?? '', g['week'] ?? g['behind'], c),
  },
  {
    pattern: on(`(?:(?<part>dau|giua|cuoi|het|trong|noi trong) )?(?=tuan )${WEEK}`),
    spelled: 'tuần',
    read: (g, c) => readWeek(g['part'], g['week'], c),
  },
  {
    pattern: on(`(?<part>dau|giua|cuoi|het|trong) tuan${NO_SUCH_WEEK_WORD}`),
    read: (g, c) => readWeek(g['part'], undefined, c),
  },
  {
    pattern: on(`(?:(?<part>dau|giua|cuoi|het|trong) )?${RELATIVE_MONTH}`),
    read: (g, c) => readMonth(g['part'], g['month'], c),
  },
  {
    pattern: on('(?:(?<part>dau|giua|cuoi|het|trong) )?thang (?<m>\\d{1,2})(?:(?:/| nam )(?<y>\\d{4}))?'),
    read: (g, c) => readNamedMonth(g['part'], Number(g['m']), g['y'], c),
  },
  {
    pattern: on('(?<part>cuoi|het|giua|dau|trong) thang'),
    read: (g, c) => readMonth(g['part'], undefined, c),
  },
  {
    pattern: on(
      '(?:cuoi|het|trong)? ?quy (?<q>iii|iv|ii|i|[1-4]|nay|sau|toi)(?:(?:/| nam )(?<y>\\d{4}))?|(?:cuoi|het) quy',
    ),
    spelled: 'quý',
    read: (g, c) => readQuarter(g['q'], g['y'], c),
  },
  { pattern: on('(?:cuoi|het) nam(?: nay)?'), read: (_, c) => fixed(`${yearOf(c.today)}-12-31`) },
  {
    pattern: on(`(?:ngay |hom )?mai|${TIME_OF_DAY}mai`),
    spelled: 'mai',
    read: (_, c) => fixed(addDays(c.today, 1)),
  },
  {
    pattern: on(
      `(?:ngay|sang|chieu|trua|toi|bua) mot|ngay kia|mot(?= (?:xong|nop|gui|trinh|em|nha|nhe|ht|hoan)|$)`,
    ),
    spelled: 'mốt',
    read: (_, c) => fixed(addDays(c.today, 2)),
  },
  {
    pattern: on(`(?:hom|bua|ngay) (?:qua|wa)|${TIME_OF_DAY}(?:hom )?qua`),
    read: (_, c) => fixed(addDays(c.today, -1)),
  },
  { pattern: on('hom kia|bua kia|hom truoc|bua truoc'), read: (_, c) => fixed(addDays(c.today, -2)) },
  {
    pattern: on(
      `(?:trong )?(?:hom|bua|ngay hom|ngay) nay|(?<!den |toi |lau |hien |truoc )${TIME_OF_DAY}nay|(?<=^|[,;] ?)nay(?= (?:xong|nop|gui|trinh|em))`,
    ),
    spelled: 'nay',
    read: (_, c) => fixed(c.today),
  },
];

/** Words that look like a time word without their marks: "Tuấn", "một", "quỹ". */
function isSpelledSo(typed: string, expected: string): boolean {
  const word = spell(expected);
  return typed.split(' ').every((part) => {
    const spelling = spell(part);
    return spelling.key !== word.key || agrees(spelling, word);
  });
}

function readMatch(
  match: RegExpMatchArray,
  text: string,
  { spelled, read }: DayPattern,
  clock: Clock,
): DayMention[] {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  if (spelled !== undefined && !isSpelledSo(text.slice(start, end), spelled)) return [];
  const found = read(match.groups ?? {}, clock);
  if (found === undefined) return [];
  const kind = found.isImpossible ? 'impossible' : 'day';
  const { next, last = next, natural = next } = found;
  return [{ start, end, kind, next, last, natural }];
}

/** Finds the days that a message speaks of, in order. `folded` may have stretches blanked out. */
export function findDays({ text, folded }: TypedText, clock: Clock): DayMention[] {
  let rest = folded;
  const found: DayMention[] = [];
  for (const dayPattern of PATTERNS) {
    const mentions = [...rest.matchAll(dayPattern.pattern)].flatMap((match) =>
      readMatch(match, text, dayPattern, clock),
    );
    found.push(...mentions);
    rest = blankOut(rest, mentions);
  }
  return found.sort((a, b) => a.start - b.start);
}
