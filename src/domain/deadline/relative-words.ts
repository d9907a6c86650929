import { addDays, type Day, weekdayOf } from '../days.ts';
import { addMonths, mondayOf, officeWeek, type Period, workingDaysAfter } from './calendar-arithmetic.ts';
import type { DeadlineOptions } from './deadline.ts';
import { datedMention, type MentionPattern } from './mention.ts';
import { DAY_WORDS } from './vocabulary.ts';

const oneDay = (day: Day): Period => ({ startOn: day, dueOn: day });

const WEEKS_AHEAD: Readonly<Record<string, number>> = { nay: 0, sau: 1, toi: 1, 'sau nua': 2, 'toi nua': 2 };
const WHICH_WEEK = '(nay|sau nua|toi nua|sau|toi)';

function weekdayInWeek(issuedOn: Day, weekday: number, which: string): Day {
  return addDays(mondayOf(issuedOn), 7 * (WEEKS_AHEAD[which] ?? 0) + weekday - 1);
}

/** The coming weekday; "tới" leaves today out, a bare one may be today. */
function comingWeekday(issuedOn: Day, weekday: number, which: string | undefined): Day {
  const ahead = (weekday - weekdayOf(issuedOn) + 7) % 7;
  return addDays(issuedOn, ahead === 0 && which === 'toi' ? 7 : ahead);
}

function weekFromToday(issuedOn: Day, which: string): Period {
  const week = officeWeek(addDays(mondayOf(issuedOn), 7 * (WEEKS_AHEAD[which] ?? 0)));
  // Said on a weekend, "trong tuần" cannot mean the Friday that is over.
  return week.dueOn < issuedOn ? { ...week, dueOn: issuedOn } : week;
}

const HOURS: readonly string[] = ['gio', 'tieng', 'h'];

/** The day that many hours, days, working days, weeks, months, quarters or years after another. */
export function dayAfter(from: Day, count: number, unit: string, calendar: DeadlineOptions['calendar']): Day {
  if (unit.endsWith('lam viec')) return workingDaysAfter(from, count, calendar);
  if (unit === 'tuan') return addDays(from, 7 * count);
  if (unit === 'thang') return addMonths(from, count);
  if (unit === 'quy') return addMonths(from, 3 * count);
  if (unit === 'nam') return addMonths(from, 12 * count);
  if (HOURS.includes(unit)) return addDays(from, Math.floor(count / 24));
  return addDays(from, count);
}

const COUNT = '(?<!thu )(\\d{1,3}) ?(ngay lam viec|ngay(?! dem)|hom|bua|tuan|thang|quy|nam|gio|tieng|h)';

function readCount(groups: readonly (string | undefined)[], { issuedOn, calendar }: DeadlineOptions) {
  const dueOn = dayAfter(issuedOn, Number(groups[1]), groups[2] ?? 'ngay', calendar);
  return datedMention('day', oneDay(dueOn), issuedOn);
}

/** Time counted from today: "3 ngày nữa", "mai", "thứ 6 tuần sau", "trong tuần". */
export const RELATIVE_WORDS: readonly MentionPattern[] = [
  { name: 'count from now', pattern: new RegExp(`\\b${COUNT} (?:nua|toi)\\b`, 'g'), read: readCount },
  {
    name: 'count with a preposition',
    pattern: new RegExp(
      `\\b(?:sau|trong(?: vong)?|them|toi da) ${COUNT}(?! (?:dau|cuoi|truoc|sau|ke|tu|\\d))`,
      'g',
    ),
    read: readCount,
  },
  { name: 'count alone', pattern: new RegExp(`^${COUNT}$`, 'g'), read: readCount },
  {
    name: 'half a month from now',
    pattern: /\bnua thang nua\b/g,
    read: (_, { issuedOn }) => datedMention('day', oneDay(addDays(issuedOn, 15)), issuedOn),
  },
  {
    name: 'weekday of a week',
    pattern: new RegExp(`\\bthu (\\d) tuan ${WHICH_WEEK}\\b`, 'g'),
    read: ([, weekday, which = ''], { issuedOn }) =>
      datedMention('day', oneDay(weekdayInWeek(issuedOn, Number(weekday) - 1, which)), issuedOn),
  },
  {
    name: 'coming weekday',
    pattern: /\bthu ([2-8])\b(?: (nay|toi))?/g,
    read: ([, weekday, which], { issuedOn }) =>
      datedMention('day', oneDay(comingWeekday(issuedOn, Number(weekday) - 1, which)), issuedOn),
  },
  {
    name: 'week from today',
    pattern: new RegExp(
      `\\btuan ${WHICH_WEEK}\\b|(?<=\\b(?:trong|het|cuoi|dau|giua|den) )tuan(?! \\d)\\b`,
      'g',
    ),
    read: ([, which = 'nay'], { issuedOn }) => datedMention('week', weekFromToday(issuedOn, which), issuedOn),
  },
  ...DAY_WORDS.map(
    ([words, days]): MentionPattern => ({
      name: `today ${days >= 0 ? '+' : ''}${days}`,
      pattern: new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, 'g'),
      read: (_, { issuedOn }) => datedMention('day', oneDay(addDays(issuedOn, days)), issuedOn),
    }),
  ),
];
