import { listLeadersInCharge, listMemberships, listPeople, listUnits } from '../db/queries/directory.ts';
import { listGoLives } from '../db/queries/groups.ts';
import {
  countBottlenecks,
  type FigureRow,
  type IndicatorTaskRow,
  listBaselines,
  listIndicatorTasks,
  listNewestFigures,
} from '../db/queries/indicators.ts';
import { listReportStandings } from '../db/queries/reports.ts';
import { type Day, dayOf } from '../domain/days.ts';
import {
  type Indicator,
  type IndicatorLight,
  type IndicatorLine,
  type IndicatorValue,
  lightOf,
  ROW_FORMULAS,
  valueOfEntered,
} from '../domain/indicator/indicator.ts';
import { type IndicatorFacts, type IndicatorTask, valueOfRows } from '../domain/indicator/row-indicators.ts';
import { isWorkingUnit } from '../domain/organisation/organisation.ts';
import { campaignDay } from '../domain/plan/plan.ts';
import { listReportsAround } from '../domain/report/owed-reports.ts';
import { isInHand } from '../domain/report/report-state.ts';
import { missingFacets } from '../domain/task/facets.ts';
import { isFocus } from '../domain/task/task.ts';
import { readKpi } from './read-kpi.ts';
import { submittersAmong } from './report-submitters.ts';
import type { UseCase } from './use-case.ts';

/** An indicator with what it stands at. */
export interface IndicatorReading extends IndicatorValue {
  indicator: Indicator;
  light: IndicatorLight;
  /** Of an entered one: the period of the figure and when it came in. */
  figure: FigureRow | null;
  baseline: { value: number; document: string; recordedAt: Date } | null;
}

/**
 * All 25 indicators of the department as recorded by a moment, in the plan's order (R18–R42). What nobody entered and
 * what has no baseline says so.
 */
export async function readIndicators(
  useCase: UseCase,
  asOf: Date = useCase.now,
): Promise<IndicatorReading[]> {
  const { tx, plan } = useCase;
  const on = dayOf(asOf);
  const facts = await gatherFacts(useCase, asOf);
  const figures = await listNewestFigures(tx, asOf);
  const baselines = new Map((await listBaselines(tx, asOf)).map((row) => [row.indicatorCode, row]));
  const headcount = await countHeads(useCase, on);
  const elapsed = Math.min(1, Math.max(0, campaignDay(plan, on) / plan.campaign.dayCount));
  return plan.indicators.map((indicator): IndicatorReading => {
    const isOfRows = ROW_FORMULAS.has(indicator.formula);
    const figure = isOfRows ? null : (figures.get(indicator.code) ?? null);
    const baseline = baselines.get(indicator.code) ?? null;
    const value = isOfRows
      ? valueOfRows(indicator, facts)
      : valueOfEntered(
          indicator.formula,
          figure && { part: figure.part, whole: figure.whole ?? headcount(indicator) },
          baseline?.value ?? null,
        );
    return { indicator, ...value, light: lightOf(indicator, value.value, elapsed), figure, baseline };
  });
}

/** An indicator as lists and reports show it. */
export const toIndicatorLine = ({
  indicator,
  value,
  part,
  whole,
  why,
  light,
}: IndicatorReading): IndicatorLine => ({
  code: indicator.code,
  name: indicator.name,
  target: indicator.target,
  formula: indicator.formula,
  value,
  part,
  whole,
  why,
  light,
});

/** People of the kinds that an indicator's denominator names, on a day (R143); `null` where it names none. */
async function countHeads({ tx }: UseCase, on: Day): Promise<(indicator: Indicator) => number | null> {
  const people = await listPeople(tx, on);
  return ({ headcount }) =>
    headcount === undefined
      ? null
      : people.filter(({ staffKind }) => (headcount as readonly string[]).includes(staffKind)).length;
}

async function gatherFacts(useCase: UseCase, asOf: Date): Promise<IndicatorFacts> {
  const { tx, plan, calendar } = useCase;
  const on = dayOf(asOf);
  const units = await listUnits(tx, on);
  const { figures } = await readKpi(useCase, { scope: { kind: 'all' }, asOf });
  const isLed = await findLed(useCase, on);
  return {
    on,
    calendar,
    staleFocusDays: plan.reminders.stale.focus,
    tasks: (await listIndicatorTasks(tx, asOf)).map((row) => toIndicatorTask(row, isLed)),
    figures,
    workingUnits: units.filter(({ kind }) => isWorkingUnit(kind)).map(({ id }) => id),
    bottlenecks: await countBottlenecks(tx, asOf),
    reports: await countReports(useCase, on),
    baselines: new Map((await listBaselines(tx, asOf)).map((row) => [row.indicatorCode, row.value])),
    documents: new Map(
      plan.legalBasis.flatMap(({ key, number }) => (number === null ? [] : [[key, number]])),
    ),
  };
}

type Led = (unitId: number) => { hasHead: boolean; hasLeader: boolean };

/** Whether a unit has a head and a leader in charge on a day: part of the fourth facet. */
async function findLed({ tx }: UseCase, on: Day): Promise<Led> {
  const heads = new Set(
    (await listMemberships(tx, on))
      .filter(({ role }) => role === 'head' || role === 'deputyHead' || role === 'director')
      .map(({ unitId }) => unitId),
  );
  const inCharge = new Set((await listLeadersInCharge(tx, on)).map(({ unitId }) => unitId));
  return (unitId) => ({ hasHead: heads.has(unitId), hasLeader: inCharge.has(unitId) });
}

function toIndicatorTask(
  { task, version, percent, lastReportAt }: IndicatorTaskRow,
  isLed: Led,
): IndicatorTask {
  const { hasHead, hasLeader } = isLed(version.leadUnitId);
  const facts = {
    ...task,
    assigneeId: version.assigneeId,
    dueOn: version.dueOn,
    hasHead,
    hasLeader: hasLeader || task.leaderInChargeId !== null,
  };
  return {
    unitId: version.leadUnitId,
    state: version.state,
    isFocus: isFocus(version.priority),
    flags: task.flags,
    dueOn: version.dueOn,
    productOn: version.productOn,
    startOn: task.startOn ?? dayOf(task.issuedAt),
    isSixClear: missingFacets(facts).length === 0 && task.defaultedFacets.length === 0,
    legalBasis: task.legalBasis,
    percent: percent ?? 0,
    lastReportOn: lastReportAt === null ? null : dayOf(lastReportAt),
  };
}

/** Reports that were due by a day since the start, of all units, and how many of them came in (R36). */
async function countReports(useCase: UseCase, on: Day): Promise<{ submitted: number; due: number }> {
  const { tx, plan } = useCase;
  const starts = (await listGoLives(tx)).map(({ startedAt }) => dayOf(startedAt)).sort();
  const around = listReportsAround(plan, on, starts[0] ?? on).filter(({ dueOn }) => dueOn < on);
  if (around.length === 0) return { submitted: 0, due: 0 };
  const rows = await listReportStandings(tx, {
    reportCodes: around.map(({ report }) => report.code),
    periodCodes: around.map(({ period }) => period.code),
  });
  const units = await listUnits(tx, on);
  let due = 0;
  let submitted = 0;
  for (const { report, period } of around) {
    due += submittersAmong(units, report).length;
    submitted += rows.filter(
      (row) =>
        row.reportCode === report.code &&
        row.periodCode === period.code &&
        row.unitId !== null &&
        !isInHand(row.state),
    ).length;
  }
  return { submitted, due };
}
