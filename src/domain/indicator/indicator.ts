import type { Plan } from '../plan/plan.ts';

export type Indicator = Plan['indicators'][number];
export type IndicatorFormula = Indicator['formula'];

/** Why an indicator has no value: a made-up one is never shown. */
export type WhyNoValue = 'noBaseline' | 'baselineZero' | 'noData' | 'notEntered';

/** What an indicator stands at. `value` is a share 0–1 (more where a target may be exceeded) or a count for `watch`. */
export interface IndicatorValue {
  value: number | null;
  part: number | null;
  whole: number | null;
  why: WhyNoValue | null;
}

/** A figure of the owner's, as far as a value is made of it. */
export interface EnteredFigure {
  part: number;
  whole: number | null;
}

/** A part of a whole; nothing of nothing is no data, never 0 %. */
export const share = (part: number, whole: number): IndicatorValue =>
  whole === 0 ? { value: null, part, whole, why: 'noData' } : { value: part / whole, part, whole, why: null };

/** By how much something was cut against what it was before the campaign (R23, R24). */
export function cutAgainst(baseline: number | null, now: number): IndicatorValue {
  if (baseline === null) return { value: null, part: now, whole: null, why: 'noBaseline' };
  if (baseline === 0) return { value: null, part: now, whole: 0, why: 'baselineZero' };
  return { value: (baseline - now) / baseline, part: now, whole: baseline, why: null };
}

const NOT_ENTERED: IndicatorValue = { value: null, part: null, whole: null, why: 'notEntered' };

/** How each entered formula makes a value of a figure. Those that the rows answer are not here. */
const FROM_ENTERED: Partial<
  Record<IndicatorFormula, (figure: EnteredFigure, baseline: number | null) => IndicatorValue>
> = {
  enteredCut: ({ part }, baseline) => cutAgainst(baseline, part),
  // Working time of all reviewed procedures: new ÷ old (R33).
  procedureTimeCut: ({ part, whole }) => (whole === null ? NOT_ENTERED : cutAgainst(whole, part)),
  responsibilityCases: ({ part }) => ({ value: part, part, whole: null, why: null }),
};

const ofShare = ({ part, whole }: EnteredFigure): IndicatorValue =>
  whole === null ? NOT_ENTERED : share(part, whole);

/** What an entered figure makes of an indicator. */
export function valueOfEntered(
  formula: IndicatorFormula,
  figure: EnteredFigure | null,
  baseline: number | null,
): IndicatorValue {
  if (figure === null) return NOT_ENTERED;
  return (FROM_ENTERED[formula] ?? ofShare)(figure, baseline);
}

export const INDICATOR_LIGHTS = ['reached', 'onTrack', 'behind', 'watched', 'unknown'] as const;
/** đạt · đúng tiến độ · chậm · theo dõi (không có mức) · chưa có số liệu. */
export type IndicatorLight = (typeof INDICATOR_LIGHTS)[number];

/**
 * The light of a value against its target and the time that has passed. Where the target is to be grown into (a share of
 * people, of money, a cut), half-way through half of it is on track; a rate that must hold all along is reached or not.
 * @param elapsed share of the campaign that has passed, 0–1
 */
export function lightOf(indicator: Indicator, value: number | null, elapsed: number): IndicatorLight {
  const { target, formula } = indicator;
  if (value === null) return 'unknown';
  if (target.kind === 'watch') return 'watched';
  const wanted = target.value ?? 1;
  if (value >= wanted) return 'reached';
  return !HOLDS_ALL_ALONG.has(formula) && value >= wanted * elapsed ? 'onTrack' : 'behind';
}

/** One indicator as a list shows it. */
export interface IndicatorLine {
  code: string;
  name: string;
  target: Indicator['target'];
  formula: Indicator['formula'];
  value: number | null;
  part: number | null;
  whole: number | null;
  why: WhyNoValue | null;
  light: IndicatorLight;
}

const HOLDS_ALL_ALONG: ReadonlySet<IndicatorFormula> = new Set<IndicatorFormula>([
  'sixFacetsShare',
  'onTimeRate',
  'freshFocusShare',
  'focusOnScheduleShare',
  'activeUnitsShare',
  'reportsSubmittedShare',
  'petitionsResolvedShare',
  'satisfiedShare',
]);

/** Formulas that the rows answer; everything else its owner enters. */
export const ROW_FORMULAS: ReadonlySet<IndicatorFormula> = new Set<IndicatorFormula>([
  'sixFacetsShare',
  'onTimeRate',
  'overdueTasksCut',
  'freshFocusShare',
  'focusOnScheduleShare',
  'bottlenecksResolvedShare',
  'completableDoneShare',
  'activeUnitsShare',
  'basisTasksDone',
  'reportsSubmittedShare',
]);
