import { addDays } from '../days.ts';
import {
  type Clock,
  type FoundDay,
  fixed,
  readComingDay,
  readDate,
  readDistance,
  readMonth,
  readMonthDay,
  readNamedMonth,
  readQuarter,
  readWeek,
  readWeekday,
  yearOf,
} from './calendar-words.ts';
import { SMALL_NUMBER } from './number-words.ts';

/** A wording of a day, matched on folded text. */
export interface DayPattern {
  pattern: RegExp;
  /** Words, with marks, that the matched words must agree with, so that "sáu" or "Tuấn" are not taken. */
  spelled?: string;
  read: (groups: Readonly<Record<string, string | undefined>>, clock: Clock) => FoundDay | undefined;
}

const START = '(?<![a-z\\d\\u0001/.])';
const END = '(?![a-z\\d]|/\\d)';
const on = (source: string): RegExp => new RegExp(`${START}(?:${source})${END}`, 'g');
const WEEK =
  '(?<week>tuan (?:nay|sau|toi|ke|den|truoc|roi|vua roi|vua qua|qua)|nay|sau|toi|ke|truoc|vua roi|vua qua|qua)';
const RELATIVE_MONTH = '(?<month>thang (?:nay|sau|toi|truoc|roi|vua roi))';
const TIME_OF_DAY = '(?:sang|trua|chieu|toi|dem|cuoi gio|dau gio) ?';
/** "cả 2 này", "bước 3 này": a count or a number of something. */
const NO_COUNT =
  '(?<!(?:ca|viec|cai|muc|buoc|so|ma|tuan|quy|thang|phong|lop|tram|vu|luc|phan|dot|lan|khau|diem|don vi|tang|nam|gom|trong) )';
const NO_SUCH_WEEK_WORD = '(?! (?:nay|sau|toi|truoc|roi|vua|qua))';

/** In order of precedence: what an earlier pattern takes, a later one does not see. */
export const DAY_PATTERNS: readonly DayPattern[] = [
  {
    pattern: on('(?:ngay )?(?<d>\\d{1,2}) ?thang ?(?<m>\\d{1,2})(?:(?: nam |/)(?<y>\\d{4}))?'),
    read: (g, c) => readDate(g.d ?? '', g.m ?? '', g.y, c),
  },
  {
    pattern: on('(?:ngay )?(?<d>\\d{1,2})[/-](?<m>\\d{1,2})[/-](?<y>\\d{4}|\\d{2})'),
    read: (g, c) => readDate(g.d ?? '', g.m ?? '', g.y, c),
  },
  {
    pattern: on('(?:ngay )?(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>\\d{4})'),
    read: (g, c) => readDate(g.d ?? '', g.m ?? '', g.y, c),
  },
  {
    pattern: on('(?:ngay )?(?<d>[0-3]?\\d)/(?<m>0?[1-9]|1[0-2])'),
    read: (g, c) => readDate(g.d ?? '', g.m ?? '', undefined, c),
  },
  {
    pattern: on('(?:ngay|truoc|den) (?<d>\\d{1,2})[.-](?<m>\\d{1,2})'),
    read: (g, c) => readDate(g.d ?? '', g.m ?? '', undefined, c),
  },
  {
    pattern: on(`(?:ngay|mung|mong|hom|bua) (?<d>\\d{1,2})(?: (?:tay|duong lich))?(?: ${RELATIVE_MONTH})?`),
    read: (g, c) => readMonthDay(Number(g.d), g.month, c),
  },
  {
    pattern: on(
      `(?<n>${SMALL_NUMBER}) (?<unit>ngay lam viec|ngay|bua|hom|tuan le|tuan|thang) (?:nua|toi)|(?:sau|trong|trong vong|khoang) (?<n2>${SMALL_NUMBER}) (?<unit2>ngay lam viec|ngay|bua|tuan|thang)`,
    ),
    read: (g, c) => readDistance(g.n ?? g.n2 ?? '', g.unit ?? g.unit2 ?? '', c),
  },
  {
    pattern: on('(?:chung |khoang |tam |co )?tuan nua'),
    spelled: 'tuần',
    read: (_, c) => readDistance('1', 'tuan', c),
  },
  {
    pattern: on(
      '(?<part>dau|giua|cuoi|het|trong) t(?<m>\\d{1,2})(?:/(?<y>\\d{4}))?|t(?<m2>\\d{1,2})/(?<y2>\\d{4})',
    ),
    read: (g, c) => readNamedMonth(g.part, Number(g.m ?? g.m2), g.y ?? g.y2, c),
  },
  {
    pattern: on(
      `(?<behind>(?:hom|bua) )?(?<word>thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat|cn|t[2-7])(?: ${WEEK})?`,
    ),
    read: (g, c) => readWeekday(g.word ?? '', g.week ?? g.behind, c),
  },
  {
    pattern: on(`(?<d>[12]?\\d|3[01]) (?:tay|duong lich)(?: ${RELATIVE_MONTH})?`),
    spelled: 'tây',
    read: (g, c) => readMonthDay(Number(g.d), g.month, c),
  },
  {
    pattern: on(`${NO_COUNT}(?<d>[12]?\\d|3[01]) nay`),
    spelled: 'này',
    read: (g, c) => readComingDay(Number(g.d), c),
  },
  {
    pattern: on(`(?:(?<part>dau|giua|cuoi|het|trong|noi trong) )?(?=tuan )${WEEK}`),
    spelled: 'tuần',
    read: (g, c) => readWeek(g.part, g.week, c),
  },
  {
    pattern: on(`(?<part>dau|giua|cuoi|het|trong) tuan${NO_SUCH_WEEK_WORD}`),
    read: (g, c) => readWeek(g.part, undefined, c),
  },
  {
    pattern: on(`(?<!ram )(?:(?<part>dau|giua|cuoi|het|trong) )?${RELATIVE_MONTH}`),
    read: (g, c) => readMonth(g.part, g.month, c),
  },
  {
    pattern: on('(?:(?<part>dau|giua|cuoi|het|trong) )?thang (?<m>\\d{1,2})(?:(?:/| nam )(?<y>\\d{4}))?'),
    read: (g, c) => readNamedMonth(g.part, Number(g.m), g.y, c),
  },
  {
    pattern: on('(?<part>cuoi|het|giua|dau|trong) thang'),
    read: (g, c) => readMonth(g.part, undefined, c),
  },
  {
    pattern: on(
      '(?:cuoi|het|trong)? ?quy (?<q>iii|iv|ii|i|[1-4]|nay|sau|toi)(?:(?:/| nam )(?<y>\\d{4}))?|(?:cuoi|het) quy',
    ),
    spelled: 'quý',
    read: (g, c) => readQuarter(g.q, g.y, c),
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
    spelled: 'tối nay',
    read: (_, c) => fixed(c.today),
  },
];
