import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { addDays } from '../../../src/domain/days.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import type { Report } from '../../../src/domain/plan/plan-shape.ts';
import { listReportsAround, periodEndingOn } from '../../../src/domain/report/owed-reports.ts';
import {
  dueOnOf,
  nextPeriod,
  periodHolding,
  previousPeriod,
  readPeriod,
} from '../../../src/domain/report/report-period.ts';
import { loadPlan } from '../../../src/load-plan.ts';

let plan: Plan;
beforeAll(async () => {
  plan = await loadPlan(fileURLToPath(new URL('../../../plans/dong-nai-skhcn.yaml', import.meta.url)));
});

const ofKind = (kind: string): Report => {
  const report = plan.reportRegime.find((one) => one.kind === kind);
  if (report === undefined) throw new Error(`The plan has no ${kind}`);
  return report;
};

describe('the days of a period as it is typed', () => {
  it.each([
    // A week is cut off on its Friday.
    ['week', '2026-W28', '2026-07-04', '2026-07-10'],
    ['week', '2026-W01', '2025-12-27', '2026-01-02'],
    ['month', '2026-07', '2026-07-01', '2026-07-31'],
    ['month', '2027-02', '2027-02-01', '2027-02-28'],
    ['quarter', '2026-Q3', '2026-07-01', '2026-09-30'],
    // Upwards: from the 15th of the month before to the 14th (NĐ 09/2019).
    ['city', '2026-07', '2026-06-15', '2026-07-14'],
    ['city', '2027-01', '2026-12-15', '2027-01-14'],
    ['month', '2026', '2026-01-01', '2026-12-31'],
    ['phase', 'GD2', '2026-06-05', '2026-12-31'],
    ['phase', '2026-12-31', '2026-05-19', '2026-12-31'],
    ['adHoc', '2026-07-08', '2026-05-19', '2026-07-08'],
    ['adHoc', '2026-07-01..2026-07-15', '2026-07-01', '2026-07-15'],
  ])('%s %s is %s to %s', (kind, typed, from, to) => {
    expect(readPeriod(plan, ofKind(kind), typed)).toMatchObject({ from, to });
  });

  it.each([
    '',
    '2026-13',
    '2026-W54',
    '2026-Q5',
    'GD9',
    '2026-02-30',
    '2026-07-15..2026-07-01',
    '2020-01-01',
    'x',
  ])('%j is none', (typed) => {
    expect(readPeriod(plan, ofKind('month'), typed)).toBeNull();
  });
});

describe('the last day for a report', () => {
  it.each([
    ['week', '2026-W28', '2026-07-10'],
    ['month', '2026-06', '2026-07-03'],
    ['month', '2026-12', '2027-01-03'],
    ['quarter', '2026-Q2', '2026-07-05'],
    ['city', '2026-07', '2026-07-16'],
    ['phase', '2026-12-31', '2026-12-31'],
    ['adHoc', '2026-07-08', null],
  ])('of %s %s is %s', (kind, typed, dueOn) => {
    const report = ofKind(kind);
    const period = readPeriod(plan, report, typed);
    expect(period === null ? undefined : dueOnOf(report, period)).toBe(dueOn);
  });
});

describe('regular periods', () => {
  test('follow one another without a gap, and each day is in exactly one', () => {
    const days = fc.nat(1600).map((count) => addDays('2026-05-19', count));
    fc.assert(
      fc.property(days, fc.constantFrom('week', 'month', 'quarter', 'city'), (day, kind) => {
        const report = ofKind(kind);
        const period = periodHolding(report, day);
        if (period === null) throw new Error('A regular report has periods');
        expect(period.from <= day && day <= period.to).toBe(true);
        expect(nextPeriod(report, period).from).toBe(addDays(period.to, 1));
        expect(previousPeriod(report, nextPeriod(report, period))).toEqual(period);
        expect(readPeriod(plan, report, period.code)).toEqual(period);
        expect(periodEndingOn(plan, report, period.to)).toEqual(period);
        expect((dueOnOf(report, period) ?? '') >= period.to).toBe(true);
      }),
    );
  });
});

describe('what is spoken of around a day', () => {
  const codesOn = (day: string, since = '2026-05-19') =>
    listReportsAround(plan, day, since).map(({ report, period }) => `${report.kind} ${period.code}`);

  it('is what ended last and what runs', () => {
    expect(codesOn('2026-07-08')).toEqual([
      'week 2026-W27',
      'week 2026-W28',
      'month 2026-06',
      'month 2026-07',
      'quarter 2026-Q2',
      'city 2026-06',
      'city 2026-07',
    ]);
  });

  it('holds a dated report when its day is near', () => {
    expect(codesOn('2026-12-10')).toContain('phase 2026-12-31');
    expect(codesOn('2026-11-10')).not.toContain('phase 2026-12-31');
  });

  it('holds nothing that was due before the bot was started', () => {
    expect(codesOn('2026-07-08', '2026-07-08')).toEqual(['week 2026-W28', 'month 2026-07', 'city 2026-07']);
  });
});
