import { findUnit } from '../db/queries/directory.ts';
import { lockReport, type ReportRow } from '../db/queries/reports.ts';
import { type Actor, mayReadReport, mayWriteReport } from '../domain/access/access.ts';
import type { ReportCard } from '../domain/message/report-payloads.ts';
import type { Plan, Report } from '../domain/plan/plan-shape.ts';
import type { ReportModel } from '../domain/report/report-model.ts';
import { listParts, tasksWithoutReason } from '../domain/report/report-parts.ts';
import { dueOnOf, type ReportPeriod, readPeriod } from '../domain/report/report-period.ts';
import { isInHand } from '../domain/report/report-state.ts';
import { readReport } from './read-report.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** A report with the plan's word on it. */
export interface KnownReport {
  row: ReportRow;
  report: Report;
  period: ReportPeriod;
}

/** The plan's report of a code. @throws Refusal `buttonTooOld` when the plan has it no more */
function findRegime(plan: Plan, code: string): Report {
  const report = plan.reportRegime.find((one) => one.code === code);
  if (report === undefined) throw new Refusal('buttonTooOld');
  return report;
}

/** A report under its lock. @throws Refusal `buttonTooOld`, `notAllowed` unless the actor may read it */
export async function lockKnownReport(
  useCase: UseCase,
  actor: Actor,
  reportId: number,
): Promise<KnownReport> {
  const row = await lockReport(useCase.tx, reportId);
  if (row === undefined) throw new Refusal('buttonTooOld');
  if (!mayReadReport(actor, row.unitId)) throw new Refusal('notAllowed');
  const report = findRegime(useCase.plan, row.reportCode);
  const period = row.model?.period ?? readPeriod(useCase.plan, report, row.periodCode);
  if (period === null) throw new Refusal('buttonTooOld');
  return { row, report, period };
}

/**
 * A report that the actor may write in now.
 * @throws Refusal `notAllowed`, `reportNotInHand` once it was submitted
 */
export async function lockOwnReport(useCase: UseCase, actor: Actor, reportId: number): Promise<KnownReport> {
  const known = await lockKnownReport(useCase, actor, reportId);
  if (!mayWriteReport(actor, known.row.unitId)) throw new Refusal('notAllowed');
  if (!isInHand(known.row.state)) throw new Refusal('reportNotInHand');
  return known;
}

/** What it says: as it was submitted, or as it would be now. */
export async function readModelOf(
  useCase: UseCase,
  { row, report, period }: KnownReport,
): Promise<ReportModel> {
  if (!isInHand(row.state) && row.model !== null) return row.model;
  return readReport(useCase, { report, unitId: row.unitId, period, asOf: useCase.now, written: row });
}

/** How a report stands, what is written in it and what is missing. */
export async function describeReport(
  useCase: UseCase,
  actor: Actor,
  known: KnownReport,
): Promise<ReportCard> {
  const { row, report, period } = known;
  const model = await readModelOf(useCase, known);
  const { figures } = model;
  const unit = row.unitId === null ? undefined : await findUnit(useCase.tx, row.unitId);
  return {
    reportId: row.id,
    reportCode: row.reportCode,
    name: report.name,
    period,
    dueOn: dueOnOf(report, period),
    unitName: unit?.name ?? null,
    standing: row.state,
    tasks: figures.tasks,
    done: figures.doneEarly + figures.doneOnDay + figures.doneLate,
    overdue: figures.overdueOpen,
    onTimeRate: figures.onTimeRate,
    parts: listWrittenParts(model),
    withoutReason: tasksWithoutReason(model.tasks).map(({ taskId, code }) => ({ taskId, code })),
    returnReason: row.state === 'returned' ? row.returnReason : null,
    mayWrite: isInHand(row.state) && mayWriteReport(actor, row.unitId),
  };
}

/** The parts that people write, by their place in the outline. */
const listWrittenParts = (model: ReportModel): ReportCard['parts'] =>
  listParts(model).flatMap(({ title, narrative }, place) =>
    narrative === null ? [] : [{ place, title, isWritten: narrative.text !== null }],
  );
