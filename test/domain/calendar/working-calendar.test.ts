import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  countWorkingDays,
  createCalendar,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  type WorkingCalendar,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '../../../src/domain/calendar/working-calendar.ts';
import { addDays, type Day, weekdayOf } from '../../../src/domain/days.ts';

const calendar = createCalendar({
  daysOff: [
    '2026-08-31',
    '2026-09-01',
    '2026-09-02',
    '2026-11-24',
    '2027-02-05',
    '2027-02-08',
    '2027-02-09',
    '2027-02-10',
    '2027-02-11',
    '2027-04-30',
    '2027-05-03',
  ],
  workingSaturdays: ['2026-08-22'],
});

describe('which days are worked', () => {
  it.each([
    ['2026-06-05', true, 'an ordinary Friday'],
    ['2026-06-06', false, 'an ordinary Saturday'],
    ['2026-06-07', false, 'a Sunday'],
    ['2026-08-22', true, 'the Saturday that makes up for 31/8'],
    ['2026-08-31', false, 'the Monday swapped for it'],
    ['2026-11-24', false, 'Ngày Văn hóa Việt Nam, a Tuesday'],
    ['2027-05-03', false, 'the Monday that compensates Saturday 01/5'],
  ])('%s: worked is %s (%s)', (day, worked) => {
    expect(isWorkingDay(calendar, day)).toBe(worked);
  });

  it('lets a day off win over a working Saturday of the same date', () => {
    const both = createCalendar({ daysOff: ['2026-08-22'], workingSaturdays: ['2026-08-22'] });
    expect(isWorkingDay(both, '2026-08-22')).toBe(false);
    expect(countWorkingDays(both, '2026-08-21', '2026-08-22')).toBe(0);
  });
});

describe('T+n', () => {
  it('counts from Friday over the weekend', () => {
    expect(addWorkingDays(calendar, '2026-06-05', 1)).toBe('2026-06-08');
    expect(addWorkingDays(calendar, '2026-06-05', 5)).toBe('2026-06-12');
  });

  it('goes over the National Day block of 29/8–02/9/2026', () => {
    expect(nextWorkingDay(calendar, '2026-08-28')).toBe('2026-09-03');
    expect(previousWorkingDay(calendar, '2026-09-03')).toBe('2026-08-28');
  });

  it('stops on the Saturday that is made up', () => {
    expect(nextWorkingDay(calendar, '2026-08-21')).toBe('2026-08-22');
    expect(nextWorkingDay(calendar, '2026-08-22')).toBe('2026-08-24');
    expect(addWorkingDays(calendar, '2026-08-21', 6)).toBe('2026-08-28');
  });

  it('goes over Tết 2027 as if it were one weekend', () => {
    expect(nextWorkingDay(calendar, '2027-02-04')).toBe('2027-02-12');
    expect(countWorkingDays(calendar, '2027-02-04', '2027-02-12')).toBe(1);
    expect(addWorkingDays(calendar, '2027-02-12', -2)).toBe('2027-02-03');
  });

  it('goes over 30/4–03/5/2027', () => {
    expect(nextWorkingDay(calendar, '2027-04-29')).toBe('2027-05-04');
    expect(workingDayOnOrBefore(calendar, '2027-05-01')).toBe('2027-04-29');
    expect(workingDayOnOrAfter(calendar, '2027-05-01')).toBe('2027-05-04');
  });

  it('gives the day itself for zero, worked or not', () => {
    expect(addWorkingDays(calendar, '2026-11-24', 0)).toBe('2026-11-24');
  });
});

describe('a due day on a day off', () => {
  it('is one working day late on the first working day after it', () => {
    expect(countWorkingDays(calendar, '2026-11-24', '2026-11-25')).toBe(1);
    expect(countWorkingDays(calendar, '2027-01-31', '2027-02-01')).toBe(1);
  });

  it('has its T0 on the last working day before it', () => {
    expect(workingDayOnOrBefore(calendar, '2027-01-31')).toBe('2027-01-29');
    expect(workingDayOnOrBefore(calendar, '2026-11-24')).toBe('2026-11-23');
  });
});

const dayFrom2026 = fc.integer({ min: 0, max: 1800 }).map((offset) => addDays('2026-01-01', offset));
const anyCalendar = fc
  .record({
    daysOff: fc.array(dayFrom2026, { maxLength: 80 }),
    workingSaturdays: fc.array(dayFrom2026, { maxLength: 20 }),
  })
  .map(createCalendar);

/** The definition, one day at a time. */
function countOneByOne(cal: WorkingCalendar, from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(cal, day)) count += 1;
  return count;
}

describe('for every calendar', () => {
  it('counts the working days that walking day by day would count', () => {
    fc.assert(
      fc.property(anyCalendar, dayFrom2026, fc.integer({ min: 0, max: 40 }), (cal, from, length) => {
        const to = addDays(from, length);
        expect(countWorkingDays(cal, from, to)).toBe(countOneByOne(cal, from, to));
        expect(countWorkingDays(cal, to, from)).toBe(0 - countOneByOne(cal, from, to));
      }),
    );
  });

  it('adds n working days and counts n of them, from any day', () => {
    fc.assert(
      fc.property(anyCalendar, dayFrom2026, fc.integer({ min: 1, max: 60 }), (cal, day, n) => {
        const reached = addWorkingDays(cal, day, n);
        expect(isWorkingDay(cal, reached)).toBe(true);
        expect(countWorkingDays(cal, day, reached)).toBe(n);
      }),
    );
  });

  it('comes back to the working day it left', () => {
    fc.assert(
      fc.property(anyCalendar, dayFrom2026, fc.integer({ min: -40, max: 40 }), (cal, day, n) => {
        const start = workingDayOnOrAfter(cal, day);
        expect(addWorkingDays(cal, addWorkingDays(cal, start, n), -n)).toBe(start);
      }),
    );
  });

  it('steps back only over days that are not worked', () => {
    fc.assert(
      fc.property(anyCalendar, dayFrom2026, (cal, day) => {
        const before = previousWorkingDay(cal, day);
        expect(before < day && isWorkingDay(cal, before)).toBe(true);
        expect(countOneByOne(cal, before, addDays(day, -1))).toBe(0);
      }),
    );
  });

  it('never goes back when the day or the number grows', () => {
    fc.assert(
      fc.property(anyCalendar, dayFrom2026, fc.integer({ min: -30, max: 30 }), (cal, day, n) => {
        const reached = addWorkingDays(cal, day, n);
        expect(addWorkingDays(cal, addDays(day, 1), n) >= reached).toBe(true);
        expect(addWorkingDays(cal, day, n + 1) > reached).toBe(true);
      }),
    );
  });

  it('works Monday to Friday when nothing is listed', () => {
    const plain = createCalendar({ daysOff: [], workingSaturdays: [] });
    fc.assert(fc.property(dayFrom2026, (day) => isWorkingDay(plain, day) === weekdayOf(day) <= 5));
  });
});
