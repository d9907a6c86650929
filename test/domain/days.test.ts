import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  formatDay,
  instantAt,
  isRealDay,
  makeDay,
  weekdayOf,
} from '../../src/domain/days.ts';

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1990-01-01', count));

describe('a day in the plan’s zone', () => {
  it.each([
    ['2026-06-04T16:59:59.999Z', '2026-06-04'],
    ['2026-06-04T17:00:00.000Z', '2026-06-05'],
    ['2026-06-05T16:59:59.999Z', '2026-06-05'],
    ['2026-12-31T17:00:00.000Z', '2027-01-01'],
  ])('%s falls on %s', (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day);
  });

  it('strikes 07:30 at 00:30 UTC', () => {
    expect(instantAt('2026-06-05', '07:30').toISOString()).toBe('2026-06-05T00:30:00.000Z');
  });

  it('holds every one of its minutes', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(23), fc.nat(59), (day, hour, minute) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        expect(dayOf(instantAt(day, time))).toBe(day);
      }),
    );
  });
});

describe('arithmetic of days', () => {
  it('goes over months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
    expect(daysBetween('2026-05-19', '2027-09-30')).toBe(499);
  });

  it('adding and counting are each other’s reverse', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });

  it('the order of days is the order of their text', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
      }),
    );
  });

  it('weeks begin on Monday', () => {
    expect(weekdayOf('2026-06-01')).toBe(1);
    expect(weekdayOf('2026-06-05')).toBe(5);
    expect(weekdayOf('2026-06-07')).toBe(7);
  });
});

describe('days that exist', () => {
  it.each([
    [2026, 6, 30, '2026-06-30'],
    [2026, 6, 31, null],
    [2026, 2, 29, null],
    [2028, 2, 29, '2028-02-29'],
    [2026, 13, 1, null],
    [2026, 0, 1, null],
    [2026, 1, 0, null],
  ])('%i-%i-%i is %s', (year, month, dayOfMonth, day) => {
    expect(makeDay(year, month, dayOfMonth)).toBe(day);
    expect(isRealDay(year, month, dayOfMonth)).toBe(day !== null);
  });
});

describe('a day as documents write it (NĐ 30/2020)', () => {
  it.each([
    ['2026-06-05', '05/6/2026'],
    ['2026-02-05', '05/02/2026'],
    ['2027-01-31', '31/01/2027'],
    ['2027-03-31', '31/3/2027'],
    ['2026-10-15', '15/10/2026'],
    ['2026-12-05', '05/12/2026'],
  ])('%s is %s', (day, written) => {
    expect(formatDay(day)).toBe(written);
  });
});
