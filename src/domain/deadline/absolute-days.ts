import { addDays, makeDay } from '../days.ts';
import { addMonths, lastDayOfMonth, monthOf, type Period, yearOf } from './calendar-arithmetic.ts';
import { datedMention, type MentionPattern, writtenYear } from './mention.ts';

const oneDay = (day: string | null): Period | null => (day === null ? null : { startOn: day, dueOn: day });

/** The next day of that number, in this month or the first one that has it. */
function nextDayOfMonth(from: string, dayOfMonth: number): Period | null {
  const firstOfMonth = `${from.slice(0, 8)}01`;
  for (let months = 0; months < 12; months++) {
    const month = addMonths(firstOfMonth, months);
    const day = makeDay(yearOf(month), monthOf(month), dayOfMonth);
    if (day !== null && day >= from) return oneDay(day);
  }
  return null;
}

/** Days by number: `5/6/2026`, `5/6`, `ngay 20`, "ngày đầu tiên của tháng 7", a spreadsheet's serial number. */
export const ABSOLUTE_DAYS: readonly MentionPattern[] = [
  {
    name: 'day and month',
    pattern: /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?![\d/])/g,
    read: ([, day, month, year]) => ({
      unit: 'day',
      year: writtenYear(year),
      in: (y) => oneDay(makeDay(y, Number(month), Number(day))),
    }),
  },
  {
    name: 'first or last day of a month',
    pattern: /\bngay (dau tien|cuoi(?: cung)?)(?: cua)? thang (\d{1,2})(?:\/(\d{4}))?(?![\d/])/g,
    read: ([, edge, month, year]) => ({
      unit: 'day',
      year: writtenYear(year),
      in: (y) =>
        oneDay(edge === 'dau tien' ? makeDay(y, Number(month), 1) : lastDayOfMonth(y, Number(month))),
    }),
  },
  {
    name: 'day of the month',
    pattern: /\bngay (\d{1,2})(?![\d/]| ?(?:ngay|thang|lam viec))/g,
    read: ([, day], { issuedOn }) => datedMention('day', nextDayOfMonth(issuedOn, Number(day)), issuedOn),
  },
  {
    // Spreadsheets count days from 30/12/1899.
    name: 'serial number of a spreadsheet',
    pattern: /^([3-7]\d{4})$/g,
    read: ([, serial], { issuedOn }) =>
      datedMention('day', oneDay(addDays('1899-12-30', Number(serial))), issuedOn),
  },
];
