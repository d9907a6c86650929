import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, weekdayOf } from '../../../src/domain/days.ts';
import type { Cadence } from '../../../src/domain/deadline/deadline.ts';
import { listOccurrences } from '../../../src/domain/deadline/occurrences.ts';

const dueDays = (cadence: Cadence, from: string, to: string) =>
  listOccurrences(cadence, from, to).map(({ key, dueOn }) => `${key} ${dueOn}`);

describe('the dated occurrences of a cadence', () => {
  test('weekly ones are due on Friday', () => {
    expect(listOccurrences({ every: 'week' }, '2026-07-08', '2026-07-17')).toEqual([
      { key: '2026-W28', startOn: '2026-07-06', dueOn: '2026-07-10' },
      { key: '2026-W29', startOn: '2026-07-13', dueOn: '2026-07-17' },
    ]);
  });

  test('weekly ones on a named weekday fall on it, and a week belongs to its ISO year', () => {
    expect(dueDays({ every: 'week', weekday: 1 }, '2026-12-28', '2027-01-04')).toEqual([
      '2026-W53 2026-12-28',
      '2027-W01 2027-01-04',
    ]);
  });

  test('monthly ones are due on the last day', () => {
    expect(dueDays({ every: 'month' }, '2027-01-15', '2027-03-01')).toEqual([
      '2027-01 2027-01-31',
      '2027-02 2027-02-28',
    ]);
  });

  test('the 31st of a short month is its last day', () => {
    expect(dueDays({ every: 'month', day: 31 }, '2026-06-01', '2026-07-31')).toEqual([
      '2026-06 2026-06-30',
      '2026-07 2026-07-31',
    ]);
  });

  test('monthly ones whose day is over begin with the next month', () => {
    expect(dueDays({ every: 'month', day: 25 }, '2026-06-26', '2026-08-25')).toEqual([
      '2026-07 2026-07-25',
      '2026-08 2026-08-25',
    ]);
  });

  test('quarterly ones are due at the end of the quarter, or on the month and day given inside it', () => {
    expect(dueDays({ every: 'quarter' }, '2026-06-01', '2026-12-31')).toEqual([
      '2026-Q2 2026-06-30',
      '2026-Q3 2026-09-30',
      '2026-Q4 2026-12-31',
    ]);
    expect(dueDays({ every: 'quarter', day: 25 }, '2026-07-01', '2026-09-30')).toEqual([
      '2026-Q3 2026-09-25',
    ]);
    expect(dueDays({ every: 'quarter', month: 1, day: 5 }, '2026-07-01', '2026-09-30')).toEqual([
      '2026-Q3 2026-07-05',
    ]);
  });

  test('half-yearly and yearly ones likewise', () => {
    expect(dueDays({ every: 'halfYear' }, '2026-06-01', '2027-06-30')).toEqual([
      '2026-H1 2026-06-30',
      '2026-H2 2026-12-31',
      '2027-H1 2027-06-30',
    ]);
    expect(dueDays({ every: 'year', month: 11, day: 14 }, '2026-01-01', '2027-12-31')).toEqual([
      '2026 2026-11-14',
      '2027 2027-11-14',
    ]);
    expect(dueDays({ every: 'year', month: 2, day: 29 }, '2027-01-01', '2028-12-31')).toEqual([
      '2027 2027-02-28',
      '2028 2028-02-29',
    ]);
  });

  test('daily ones fall on every day', () => {
    expect(dueDays({ every: 'day' }, '2026-07-08', '2026-07-09')).toEqual([
      '2026-07-08 2026-07-08',
      '2026-07-09 2026-07-09',
    ]);
  });

  test('none lie in an empty stretch', () => {
    expect(listOccurrences({ every: 'week' }, '2026-07-10', '2026-07-09')).toEqual([]);
  });

  const anyCadence: fc.Arbitrary<Cadence> = fc.oneof(
    fc.record({ every: fc.constant('week' as const), weekday: fc.integer({ min: 1, max: 7 }) }),
    fc.record({
      every: fc.constantFrom('month', 'quarter', 'halfYear', 'year'),
      day: fc.integer({ min: 1, max: 31 }),
      month: fc.integer({ min: 1, max: 12 }),
    }),
  );
  const anyStretch = fc
    .tuple(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 800 }))
    .map(
      ([offset, length]) => [addDays('2026-01-01', offset), addDays('2026-01-01', offset + length)] as const,
    );

  test('each lies in the stretch, once, in order, and on its weekday', () => {
    fc.assert(
      fc.property(anyCadence, anyStretch, (cadence, [from, to]) => {
        const found = listOccurrences(cadence, from, to);
        const days = found.map(({ dueOn }) => dueOn);
        expect(days).toEqual([...days].sort());
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
        expect(days.every((day) => day >= from && day <= to)).toBe(true);
        if (cadence.every === 'week')
          expect(days.every((day) => weekdayOf(day) === cadence.weekday)).toBe(true);
      }),
    );
  });

  test('splitting a stretch neither loses nor doubles one', () => {
    fc.assert(
      fc.property(anyCadence, anyStretch, fc.nat({ max: 800 }), (cadence, [from, to], cut) => {
        const middle = addDays(from, Math.min(cut, daysBetween(from, to)));
        expect([
          ...listOccurrences(cadence, from, middle),
          ...listOccurrences(cadence, addDays(middle, 1), to),
        ]).toEqual(listOccurrences(cadence, from, to));
      }),
    );
  });
});
