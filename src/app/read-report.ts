import type { UnitRow } from '../db/queries/directory.ts';
import { listBlockersAt, listChangesBetween } from '../db/queries/report-facts.ts';
import type { ReportTaskRow } from '../db/queries/report-tasks.ts';
import { dayOf, instantAt } from '../domain/days.ts';
import {
  computeFigures,
  computeFiguresByUnit,
  type FigureScope,
  type FigureTask,
} from '../domain/kpi/figures.ts';
import type { Report } from '../domain/plan/plan-shape.ts';
import type {
  ReportBlocker,
  ReportChange,
  ReportIndicator,
  ReportModel,
  ReportTask,
} from '../domain/report/report-model.ts';
import { fillOutline } from '../domain/report/report-parts.ts';
import { nextPeriod, previousPeriod, type ReportPeriod } from '../domain/report/report-period.ts';
import { isOpen } from '../domain/task/task.ts';
import { figureScopeOf, loadReportRows, type Stretch } from './load-report-rows.ts';
import { readIndicators, toIndicatorLine } from './read-indicators.ts';
import { listUnitFigures } from './read-kpi.ts';
import { readIssuer } from './report-issuer.ts';
import { type ReportLookup, toReportTask } from './report-rows.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** What was written into a report by people. */
export interface WrittenParts {
  narrative: Readonly<Record<string, string>>;
  lateReasons: Readonly<Record<string, string>>;
}

export interface ReportQuestion {
  /** Which of the plan's reports. */
  report: Report;
  /** `null`: the department's. */
  unitId: number | null;
  period: ReportPeriod;
  /** The moment as of which rows are read. */
  asOf: Date;
  written?: WrittenParts;
}

/** A report that runs "until that day" holds everything that was given. */
const stretchOf = (period: ReportPeriod): Stretch => (period.kind === 'toDate' ? null : period);

/**
 * A report made from the rows as recorded by its moment (R96–R110, R144). Its figures are those of `readKpi`: the same
 * rows, counted by the same functions.
 * @throws Refusal `reportWithoutOutline`
 */
export async function readReport(useCase: UseCase, question: ReportQuestion): Promise<ReportModel> {
  const { report, period, asOf } = question;
  if (report.outline === undefined) throw new Refusal('reportWithoutOutline', { code: report.code });
  const filter = question.unitId === null ? {} : { unitId: question.unitId };
  const loaded = await loadReportRows(useCase, {
    asOf,
    filter,
    stretch: stretchOf(period),
    lateReasons: question.written?.lateReasons ?? {},
  });
  const { counted, rows, scope, lookup, units } = loaded;
  return {
    ...(await describeFrame(useCase, question)),
    figures: computeFigures(counted, scope),
    previous: countPrevious(useCase, question, counted),
    units: question.unitId === null ? await listFiguresByUnit(useCase, counted, scope) : [],
    sections: fillOutline(report.outline, question.written?.narrative ?? {}),
    tasks: loaded.classified.map(({ row, figureClass }) => toReportTask(row, figureClass, lookup)),
    next: listNext(rows, nextPeriod(report, period), lookup),
    blockers: await listBlockers(useCase, { asOf, filter, rows, units }),
    changes: await listChanges(useCase, { asOf, filter, rows, period }),
    indicators: question.unitId === null ? await listReportIndicators(useCase, asOf) : [],
  };
}

type Frame = Omit<
  ReportModel,
  'figures' | 'previous' | 'units' | 'sections' | 'tasks' | 'next' | 'blockers' | 'changes' | 'indicators'
>;

/** What stands around a report's figures: whose it is, to whom, about what, of which moment. */
async function describeFrame(useCase: UseCase, question: ReportQuestion): Promise<Frame> {
  const { report, period, asOf } = question;
  const { organisation, campaign, figures } = useCase.plan;
  const { name, parent, symbol, place } = organisation;
  const asOfOn = dayOf(asOf);
  return {
    version: 1,
    code: report.code,
    kind: report.kind,
    name: report.name,
    subject: report.subject ?? report.name,
    addressee: report.addressee ?? null,
    recipients: report.recipients,
    appendices: report.appendices ?? [],
    organisation: { name, parent, symbol, place },
    issuer: await readIssuer(useCase, question.unitId, asOfOn),
    campaign: { name: campaign.name, number: campaign.number, issuedOn: campaign.issuedOn },
    period,
    asOf: asOf.toISOString(),
    asOfOn,
    target: figures.onTimeTarget,
  };
}

/** The figures of the period before, of the same moment; `null` where there is none to compare with. */
function countPrevious(
  useCase: UseCase,
  { report, period, asOf }: ReportQuestion,
  counted: readonly FigureTask[],
): ReportModel['previous'] {
  const before = previousPeriod(report, period);
  if (before === null) return null;
  const scope = figureScopeOf(useCase, stretchOf(before), dayOf(asOf));
  return { period: before, figures: computeFigures(counted, scope) };
}

const listFiguresByUnit = (useCase: UseCase, counted: FigureTask[], scope: FigureScope) =>
  listUnitFigures({ ...useCase, today: scope.asOfOn }, computeFiguresByUnit(counted, scope));

/** What is to be done in the stretch that follows. */
const listNext = (rows: readonly ReportTaskRow[], next: ReportPeriod, lookup: ReportLookup): ReportTask[] =>
  rows
    .filter(({ state, dueOn }) => isOpen(state) && dueOn !== null && dueOn >= next.from && dueOn <= next.to)
    .map((row) => toReportTask(row, 'openInTime', lookup));

interface Facts {
  asOf: Date;
  filter: { unitId?: number };
  rows: readonly ReportTaskRow[];
}

async function listBlockers(
  useCase: UseCase,
  { asOf, filter, rows, units }: Facts & { units: readonly UnitRow[] },
): Promise<ReportBlocker[]> {
  const tasks = new Map(rows.map((row) => [row.taskId, row]));
  const unitNames = new Map(units.map((unit) => [unit.id, unit.shortName]));
  return (await listBlockersAt(useCase.tx, asOf, filter)).flatMap((blocker) => {
    const task = tasks.get(blocker.taskId);
    if (task === undefined) return [];
    return {
      code: task.code,
      title: task.title,
      unit: unitNames.get(task.unitId) ?? '',
      text: blocker.text,
      waitingFor: blocker.waitingForUnit ?? blocker.waitingForText,
      openedOn: dayOf(blocker.openedAt),
    };
  });
}

async function listChanges(
  useCase: UseCase,
  { asOf, filter, rows, period }: Facts & { period: ReportPeriod },
): Promise<ReportChange[]> {
  const titles = new Map(rows.map((row) => [row.taskId, row.title]));
  const end = instantAt(period.to, '23:59:59.999');
  const span = { from: instantAt(period.from, '00:00'), to: end < asOf ? end : asOf, asOf };
  return (await listChangesBetween(useCase.tx, span, filter)).map((change) => ({
    code: change.code,
    title: titles.get(change.taskId) ?? '',
    kind: change.kind,
    previousDueOn: change.previousDueOn,
    proposedDueOn: change.proposedDueOn,
    proposedUnit: change.proposedUnit,
    reason: change.reason,
    // Decided later: it was open then.
    state: change.decidedAt !== null && change.decidedAt > asOf ? 'open' : change.state,
  }));
}

/** The department's indicators as recorded by a moment; a unit's report has none of its own. */
async function listReportIndicators(useCase: UseCase, asOf: Date): Promise<ReportIndicator[]> {
  return (await readIndicators(useCase, asOf)).map((reading) => ({
    ...toIndicatorLine(reading),
    baseline: reading.baseline?.value ?? null,
  }));
}
