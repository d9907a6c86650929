import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { figurePeriod, readFigure } from '../../../src/domain/indicator/figure-period.ts';
import {
  cutAgainst,
  type Indicator,
  lightOf,
  ROW_FORMULAS,
  share,
  valueOfEntered,
} from '../../../src/domain/indicator/indicator.ts';
import {
  type IndicatorFacts,
  type IndicatorTask,
  plannedPercent,
  valueOfRows,
} from '../../../src/domain/indicator/row-indicators.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { planCalendar } from '../../../src/domain/plan/plan.ts';
import { readShippedPlan } from '../../support/shipped-plan.ts';

let plan: Plan;
beforeAll(async () => {
  plan = await readShippedPlan();
});

const indicator = (code: string): Indicator => {
  const found = plan.indicators.find((one) => one.code === code);
  if (found === undefined) throw new Error(`The plan has no ${code}`);
  return found;
};

const aTask = (what: Partial<IndicatorTask> = {}): IndicatorTask => ({
  unitId: 1,
  state: 'inProgress',
  isFocus: false,
  flags: [],
  dueOn: '2026-07-31',
  productOn: null,
  startOn: '2026-07-01',
  isSixClear: true,
  legalBasis: null,
  percent: 0,
  lastReportOn: null,
  ...what,
});

/** Wednesday 15/7/2026, half-way through July. */
const facts = (what: Partial<IndicatorFacts> = {}): IndicatorFacts => ({
  on: '2026-07-15',
  calendar: planCalendar(plan),
  staleFocusDays: 3,
  tasks: [],
  figures: { doneEarly: 0, doneOnDay: 0, due: 0, overdueOpen: 0 } as IndicatorFacts['figures'],
  workingUnits: [1, 2, 3],
  bottlenecks: { resolved: 0, all: 0 },
  reports: { submitted: 0, due: 0 },
  baselines: new Map(),
  documents: new Map([['qd-2996', '2996/QĐ-UBND']]),
  ...what,
});

const focus = (what: Partial<IndicatorTask>): IndicatorTask => aTask({ isFocus: true, ...what });
const withFigures = (figures: Partial<IndicatorFacts['figures']>): Partial<IndicatorFacts> => ({
  figures: { doneEarly: 0, doneOnDay: 0, due: 0, overdueOpen: 0, ...figures } as IndicatorFacts['figures'],
});

/** What each indicator of the rows says of rows that were counted by hand. */
const BY_HAND: [string, () => Partial<IndicatorFacts>, number | null][] = [
  [
    'CT-01',
    () => ({
      tasks: [aTask(), aTask({ isSixClear: false }), aTask({ state: 'cancelled', isSixClear: false })],
    }),
    1 / 2,
  ],
  ['CT-05', () => withFigures({ doneEarly: 3, doneOnDay: 1, due: 5, overdueOpen: 1 }), 4 / 5],
  ['CT-06', () => ({ ...withFigures({ overdueOpen: 12 }), baselines: new Map([['CT-06', 40]]) }), 28 / 40],
  [
    'CT-08',
    () => ({
      tasks: [
        // Three working days ago is fresh, four is not.
        focus({ lastReportOn: '2026-07-10' }),
        focus({ lastReportOn: '2026-07-09' }),
        focus({ lastReportOn: null }),
        focus({ state: 'done', productOn: '2026-07-01' }),
        aTask({ lastReportOn: null }),
      ],
    }),
    1 / 3,
  ],
  [
    'CT-09',
    () => ({
      tasks: [
        focus({ percent: 47 }),
        focus({ percent: 46 }),
        focus({ state: 'done', productOn: '2026-07-31', percent: 100 }),
        focus({ state: 'done', productOn: '2026-08-01', percent: 100 }),
        focus({ dueOn: '2026-07-14', percent: 100 }),
        focus({ state: 'suspended' }),
      ],
    }),
    2 / 5,
  ],
  ['CT-10', () => ({ bottlenecks: { resolved: 3, all: 4 } }), 3 / 4],
  [
    'CT-12',
    () => ({
      tasks: [
        aTask({ flags: ['completableInPhase'], state: 'done' }),
        aTask({ flags: ['completableInPhase'], state: 'basicallyDone' }),
        aTask({ flags: ['completableInPhase'] }),
        aTask({ state: 'done' }),
      ],
    }),
    2 / 3,
  ],
  [
    'CT-17',
    () => ({
      tasks: [
        aTask({ unitId: 1, lastReportOn: '2026-07-01' }),
        aTask({ unitId: 2, lastReportOn: '2026-06-30' }),
        aTask({ unitId: 3, state: 'done' }),
      ],
    }),
    1 / 2,
  ],
  [
    'CT-18',
    () => ({
      tasks: [
        aTask({ legalBasis: 'Quyết định số 2996/QĐ-UBND ngày 05/12/2025', state: 'done' }),
        aTask({ legalBasis: '2996/QĐ-UBND' }),
        aTask({ legalBasis: 'Quyết định khác' }),
      ],
    }),
    1 / 2,
  ],
  ['CT-19', () => ({ reports: { submitted: 7, due: 8 } }), 7 / 8],
];

describe('An indicator of the rows', () => {
  it.each(BY_HAND)('%s is what was counted by hand', (code, rows, value) => {
    expect(valueOfRows(indicator(code), facts(rows())).value).toBeCloseTo(value ?? Number.NaN, 10);
  });

  it('each of them has such a count', () => {
    const counted = plan.indicators
      .filter(({ formula }) => ROW_FORMULAS.has(formula))
      .map(({ code }) => code);
    expect(BY_HAND.map(([code]) => code)).toEqual(counted);
  });

  it.each(BY_HAND.map(([code]) => code))('%s of nothing is no data, never a figure', (code) => {
    const { value, why } = valueOfRows(indicator(code), facts());
    expect([value, why]).toEqual([null, code === 'CT-06' ? 'noBaseline' : 'noData']);
  });
});

/** What each entered indicator makes of its owner's figure. */
const ENTERED: [string, { part: number; whole: number | null }, number | null, number][] = [
  ['CT-02', { part: 120, whole: 148 }, null, 120 / 148],
  ['CT-03', { part: 74, whole: 148 }, null, 0.5],
  ['CT-04', { part: 7, whole: 8 }, null, 7 / 8],
  ['CT-07', { part: 4, whole: null }, 40, 0.9],
  ['CT-11', { part: 12.5, whole: 20 }, null, 0.625],
  ['CT-13', { part: 30, whole: 30 }, null, 1],
  ['CT-14', { part: 99, whole: 100 }, null, 0.99],
  ['CT-15', { part: 91, whole: 100 }, null, 0.91],
  ['CT-16', { part: 140, whole: 200 }, null, 0.3],
  ['CT-20', { part: 150, whole: 150 }, null, 1],
  ['CT-21', { part: 6, whole: 8 }, null, 0.75],
  ['CT-22', { part: 2, whole: null }, null, 2],
  ['CT-23', { part: 37, whole: 148 }, null, 0.25],
  ['CT-24', { part: 190, whole: 200 }, null, 0.95],
  ['CT-25', { part: 9, whole: 10 }, null, 0.9],
];

describe('An entered indicator', () => {
  it.each(ENTERED)('%s is made of its figure', (code, figure, baseline, value) => {
    expect(valueOfEntered(indicator(code).formula, figure, baseline).value).toBeCloseTo(value, 10);
  });

  it('each of them has such a figure', () => {
    const entered = plan.indicators
      .filter(({ formula }) => !ROW_FORMULAS.has(formula))
      .map(({ code }) => code);
    expect(ENTERED.map(([code]) => code)).toEqual(entered);
  });

  it.each(ENTERED.map(([code]) => code))('%s that nobody entered says so', (code) => {
    expect(valueOfEntered(indicator(code).formula, null, 5)).toMatchObject({
      value: null,
      why: 'notEntered',
    });
  });

  it('a cut without a baseline, or with one of nothing, has no value', () => {
    expect(cutAgainst(null, 3)).toMatchObject({ value: null, why: 'noBaseline' });
    expect(cutAgainst(0, 3)).toMatchObject({ value: null, why: 'baselineZero' });
    expect(cutAgainst(10, 12).value).toBeCloseTo(-0.2);
  });

  it('is never a figure that is none', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (part, whole) => {
        const { value } = share(part, whole);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

describe('The light', () => {
  it('of what is grown into looks at the time that has passed, of what must hold all along does not', () => {
    expect(lightOf(indicator('CT-11'), 0.625, 0.5)).toBe('onTrack');
    expect(lightOf(indicator('CT-11'), 0.625, 0.7)).toBe('behind');
    expect(lightOf(indicator('CT-11'), 1.02, 0.7)).toBe('reached');
    expect(lightOf(indicator('CT-05'), 0.97, 0.1)).toBe('behind');
    expect(lightOf(indicator('CT-05'), 0.98, 0.1)).toBe('reached');
    expect(lightOf(indicator('CT-10'), 0.2, 0.5)).toBe('watched');
    expect(lightOf(indicator('CT-02'), null, 0.5)).toBe('unknown');
  });

  it('never grows worse when the value grows', () => {
    const rank = { behind: 0, onTrack: 1, reached: 2 } as Record<string, number>;
    const shareArb = fc.double({ min: 0, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(shareArb, shareArb, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, elapsed) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const of = (value: number) => rank[lightOf(indicator('CT-11'), value, elapsed)] ?? -1;
        expect(of(high)).toBeGreaterThanOrEqual(of(low));
      }),
    );
  });
});

describe('The planned curve', () => {
  it.each([
    ['2026-06-30', 0],
    ['2026-07-01', 0],
    ['2026-07-16', 50],
    ['2026-07-31', 100],
    ['2026-08-05', 100],
  ])('on %s', (on, percent) => {
    expect(plannedPercent({ startOn: '2026-07-01', dueOn: '2026-07-31' }, on)).toBe(percent);
  });
});

describe('A typed figure', () => {
  it.each([
    ['12,5/20 tỷ', { part: 12.5, whole: 20, note: 'tỷ' }],
    ['12.5/20', { part: 12.5, whole: 20, note: null }],
    ['1.234', { part: 1234, whole: null, note: null }],
    ['1.234,5/2.000, theo Kho bạc', { part: 1234.5, whole: 2000, note: 'theo Kho bạc' }],
    ['95%', { part: 95, whole: 100, note: null }],
    ['120 trên 148', { part: 120, whole: 148, note: null }],
    [
      '40 theo 12/BC-SKHCN ngày 01/6/2026',
      { part: 40, whole: null, note: 'theo 12/BC-SKHCN ngày 01/6/2026' },
    ],
    ['12/0', null],
    ['abc', null],
    ['', null],
    ['-5', null],
    ['1e9', null],
  ])('“%s”', (typed, read) => {
    expect(readFigure(typed)).toEqual(read);
  });

  it.each([
    ['month', '2026-02-10', '2026-02-01', '2026-02-28'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['quarter', '2026-11-24', '2026-10-01', '2026-12-31'],
    ['year', '2027-01-01', '2027-01-01', '2027-12-31'],
    ['week', '2026-07-12', '2026-07-06', '2026-07-12'],
  ] as const)('belongs to the %s that holds %s', (cadence, on, fromOn, toOn) => {
    expect(figurePeriod(cadence, on)).toEqual({ fromOn, toOn });
  });
});
