import { INDICATOR_COUNT } from '../indicator-schema.ts';
import { suggestName } from '../nearest-name.ts';
import type { Report } from '../plan-shape.ts';
import { type Contradiction, findRepeated, type PlanRule } from './contradiction.ts';

export const keysAreUnique: PlanRule = (plan) => [
  ...findRepeated(
    plan.legalBasis.map(({ key }) => key),
    (i) => ['legalBasis', i, 'key'],
  ),
  ...findRepeated(
    plan.solutions.map(({ key }) => key),
    (i) => ['solutions', i, 'key'],
  ),
  ...findRepeated(
    plan.registers.map(({ code }) => code),
    (i) => ['registers', i, 'code'],
  ),
  ...findRepeated(
    plan.reportRegime.map(({ code }) => code),
    (i) => ['reportRegime', i, 'code'],
  ),
  ...keysOfPhasesAreUnique(plan),
];

const keysOfPhasesAreUnique: PlanRule = ({ phases }) => {
  const places = phases.flatMap((phase, i) => [
    ...phase.tasks.map(({ key }, j) => ({ key, path: ['phases', i, 'tasks', j, 'key'] })),
    ...phase.milestones.map(({ key }, j) => ({ key, path: ['phases', i, 'milestones', j, 'key'] })),
  ]);
  return findRepeated(
    places.map(({ key }) => key),
    (index) => places[index]?.path ?? ['phases'],
  );
};

/** The campaign has CT-01 … CT-25, each exactly once (R18–R42). */
export const indicatorsAreComplete: PlanRule = ({ indicators }) => {
  const codes = indicators.map(({ code }) => code);
  const expected = Array.from({ length: INDICATOR_COUNT }, (_, i) => `CT-${String(i + 1).padStart(2, '0')}`);
  const absent = expected.filter((code) => !codes.includes(code));
  const strange = codes.flatMap((code, i) =>
    expected.includes(code)
      ? []
      : [{ path: ['indicators', i, 'code'], message: `${code} is not one of CT-01 to ${expected.at(-1)}` }],
  );
  const missing = { path: ['indicators'], message: `${absent.join(', ')} is missing; add it to the list` };
  return [
    ...findRepeated(codes, (i) => ['indicators', i, 'code']),
    ...strange,
    ...(absent.length > 0 ? [missing] : []),
  ];
};

export const indicatorsHaveTheirInputs: PlanRule = ({ indicators, legalBasis }) => {
  const documents = legalBasis.map(({ key }) => key);
  return indicators.flatMap((indicator, i) => {
    const found: Contradiction[] = [];
    const { basis, formula, target, needsBaseline } = indicator;
    if (basis !== undefined && !documents.includes(basis)) {
      const message = suggestName('document', basis, documents);
      found.push({ path: ['indicators', i, 'basis'], message });
    }
    if (formula === 'basisTasksDone' && basis === undefined) {
      const message = `is missing; formula ${formula} needs the key of a legalBasis document`;
      found.push({ path: ['indicators', i, 'basis'], message });
    }
    if (target.kind === 'cutBy' && !needsBaseline) {
      const message = 'must be true: a cut is measured against a baseline';
      found.push({ path: ['indicators', i, 'needsBaseline'], message });
    }
    return found;
  });
};

/** What a head wrote is kept by its key: two questions of one report that share it would share the answer. */
export const questionsAreUnique: PlanRule = ({ reportRegime }) =>
  reportRegime.flatMap(({ outline }, i) => {
    const asked = (outline ?? [])
      .flatMap((section, j) => [
        { asks: section.asks, path: ['reportRegime', i, 'outline', j, 'asks', 'key'] },
        ...(section.parts ?? []).map(({ asks }, k) => ({
          asks,
          path: ['reportRegime', i, 'outline', j, 'parts', k, 'asks', 'key'],
        })),
      ])
      .filter(({ asks }) => asks !== undefined);
    return findRepeated(
      asked.map(({ asks }) => asks?.key ?? ''),
      (index) => asked[index]?.path ?? ['reportRegime', i],
    );
  });

const DUE_KEY = { week: 'dueWeekday', month: 'dueDay', quarter: 'dueDay', dated: 'occasions' } as const;

export const reportsHaveTheirDueDay: PlanRule = ({ reportRegime }) =>
  reportRegime.flatMap((report, i) => [...missingDueDay(report, i), ...impossibleCutOff(report, i)]);

function missingDueDay(report: Report, index: number): Contradiction[] {
  if (report.cadence === 'onDemand') return [];
  const key = DUE_KEY[report.cadence];
  if (report[key] !== undefined) return [];
  const message = `is missing; a report with the cadence ${report.cadence} needs it`;
  return [{ path: ['reportRegime', index, key], message }];
}

function impossibleCutOff(report: Report, index: number): Contradiction[] {
  if (report.cadence !== 'week' || typeof report.cutOff !== 'number' || report.cutOff <= 7) return [];
  const message = 'of a weekly report is a weekday: write 1 (Monday) to 7 (Sunday)';
  return [{ path: ['reportRegime', index, 'cutOff'], message }];
}
