import {
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  type WorkingCalendar,
} from '../calendar/working-calendar.ts';
import { addDays, type Day } from '../days.ts';
import { WEEKENDS_ONLY } from './calendar-arithmetic.ts';
import type { DeadlineMeaning, DeadlineOptions } from './deadline.ts';
import { daysBefore } from './due-day.ts';
import { nextPeriod, type PlacedMention } from './mention.ts';

/** First day of Tết (mùng 1) and Giỗ Tổ (10/3 of the lunar year) in Vietnam's own reckoning, UTC+7. */
const LUNAR_YEARS: readonly { tetOn: Day; hungKingsOn: Day }[] = [
  { tetOn: '2026-02-17', hungKingsOn: '2026-04-26' },
  { tetOn: '2027-02-06', hungKingsOn: '2027-04-16' },
  { tetOn: '2028-01-26', hungKingsOn: '2028-04-04' },
  { tetOn: '2029-02-13', hungKingsOn: '2029-04-23' },
  { tetOn: '2030-02-02', hungKingsOn: '2030-04-12' },
  { tetOn: '2031-01-23', hungKingsOn: '2031-04-01' },
];

const NEW_YEAR_OF_SUN = /\btet (?:duong lich|tay)\b/;
const TET = /\btet\b(?! (?:duong lich|tay|trung thu|doc lap|thieu nhi|nam hoc))/;
const DAY_OF_TET = /\bngay (\d{1,2}) tet\b/;
const HUNG_KINGS = /\bgio to\b|\b10\/3 ?\(?(?:am lich|al)\b/;
const FIRST_FULL_MOON = /\bram thang (?:gieng|1)\b/;
const LUNAR = /\bam lich\b|\d ?\(?al\b|\bram\b|\bthang chap\b|\bthang gieng\b/;
const HOLIDAY = /\b(?:nghi|dip|ngay|truoc|sau|dot) (?:nghi )?le\b|\bquoc khanh\b/;
const NATIONAL_DAY = /\bquoc khanh\b/;

const upcoming = (days: readonly Day[], from: Day): Day | undefined => days.find((day) => day >= from);

function lastWorkedBefore(day: Day, calendar: WorkingCalendar): Day {
  return previousWorkingDay(calendar, day);
}

function firstWorkedAfter(day: Day, calendar: WorkingCalendar): Day {
  return isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day);
}

/** Five days off around mùng 1; which five is decided year by year, so this stays a guess. */
function readTet(text: string, tetOn: Day, { calendar = WEEKENDS_ONLY }: DeadlineOptions): DeadlineMeaning {
  const eve = addDays(tetOn, -1);
  if (/\bsau\b/.test(text)) return { kind: 'unclear', dueOn: firstWorkedAfter(addDays(eve, 5), calendar) };
  return { kind: 'unclear', dueOn: lastWorkedBefore(eve, calendar) };
}

function readNamedDay(text: string, day: Day | undefined, options: DeadlineOptions): DeadlineMeaning {
  if (day === undefined) return { kind: 'unclear' };
  return { kind: 'day', dueOn: /\btruoc\b/.test(text) ? addDays(day, -daysBefore(options)) : day };
}

function holidayOn(text: string, mentions: readonly PlacedMention[], issuedOn: Day): Day | undefined {
  const mention = mentions.find(({ unit }) => unit === 'day');
  if (mention) return nextPeriod(mention, issuedOn)?.startOn;
  const years = [0, 1].map((n) => `${Number(issuedOn.slice(0, 4)) + n}`);
  if (NATIONAL_DAY.test(text))
    return upcoming(
      years.map((year) => `${year}-09-02`),
      issuedOn,
    );
  return undefined;
}

/** Before or after a public holiday means the last or first day worked around it, which only the calendar knows. */
function readHoliday(
  text: string,
  day: Day | undefined,
  { calendar = WEEKENDS_ONLY }: DeadlineOptions,
): DeadlineMeaning | null {
  if (day === undefined) return null;
  if (/\btruoc\b/.test(text)) return { kind: 'unclear', dueOn: lastWorkedBefore(day, calendar) };
  if (/\bsau\b/.test(text)) return { kind: 'unclear', dueOn: nextWorkingDay(calendar, day) };
  return null;
}

/** Tết, lunar days and public holidays: "Trước Tết", "trước lễ 2/9", "10/3 âm lịch". `null` when none is named. */
export function readFestiveDay(
  text: string,
  mentions: readonly PlacedMention[],
  options: DeadlineOptions,
): DeadlineMeaning | null {
  const { issuedOn } = options;
  const tetOn = upcoming(
    LUNAR_YEARS.map((year) => year.tetOn),
    issuedOn,
  );
  const dayOfTet = Number(DAY_OF_TET.exec(text)?.[1] ?? 0);
  if (HUNG_KINGS.test(text)) {
    return readNamedDay(
      text,
      upcoming(
        LUNAR_YEARS.map((year) => year.hungKingsOn),
        issuedOn,
      ),
      options,
    );
  }
  if (FIRST_FULL_MOON.test(text) || (dayOfTet >= 1 && dayOfTet <= 15)) {
    return readNamedDay(text, tetOn && addDays(tetOn, (dayOfTet || 15) - 1), options);
  }
  if (NEW_YEAR_OF_SUN.test(text))
    return readHoliday(text, `${Number(issuedOn.slice(0, 4)) + 1}-01-01`, options);
  if (TET.test(text)) return tetOn === undefined ? { kind: 'unclear' } : readTet(text, tetOn, options);
  if (LUNAR.test(text)) return { kind: 'unclear' };
  return HOLIDAY.test(text) ? readHoliday(text, holidayOn(text, mentions, issuedOn), options) : null;
}
