import { addAuditEntry } from '../db/queries/audit.ts';
import { findUnit } from '../db/queries/directory.ts';
import { beginReport, findReport, listWrittenReasons } from '../db/queries/reports.ts';
import { type Actor, mayWriteReport } from '../domain/access/access.ts';
import { addDays } from '../domain/days.ts';
import type { ReportCard } from '../domain/message/report-payloads.ts';
import type { Report } from '../domain/plan/plan-shape.ts';
import { isSubmittedBy } from '../domain/report/owed-reports.ts';
import type { ReportModel } from '../domain/report/report-model.ts';
import type { ReportPeriod } from '../domain/report/report-period.ts';
import { describeReport, lockKnownReport, readModelOf } from './report-in-hand.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** How far back the reasons that reports gave are looked up. */
const REMEMBERED_DAYS = 100;

/**
 * For whom a person writes a report: the unit that they lead where units submit it, else the department for the office.
 * @throws Refusal `notAllowed` when neither
 */
export async function authorUnitOf(useCase: UseCase, actor: Actor, report: Report): Promise<number | null> {
  for (const { unitId } of actor.roles) {
    const unit = mayWriteReport(actor, unitId) ? await findUnit(useCase.tx, unitId) : undefined;
    if (unit === undefined) continue;
    const isOfDepartment = unit.kind === 'office' && !report.submitters.includes('ALL');
    if (!isOfDepartment && isSubmittedBy(report, unit.code)) return unitId;
  }
  if (mayWriteReport(actor, null)) return null;
  throw new Refusal('notAllowed');
}

/**
 * Begins a report, or goes on with it; a draft is filled from data each time it is looked at.
 * @throws Refusal `notAllowed`, `reportWithoutOutline`
 */
export async function openReport(
  useCase: UseCase,
  actor: Actor,
  asked: { report: Report; period: ReportPeriod; unitId: number | null },
): Promise<ReportCard> {
  const { report, period, unitId } = asked;
  if (!mayWriteReport(actor, unitId)) throw new Refusal('notAllowed');
  if (report.outline === undefined) throw new Refusal('reportWithoutOutline', { code: report.code });
  const key = { reportCode: report.code, unitId, periodCode: period.code };
  const isNew = (await findReport(useCase.tx, key)) === undefined;
  if (isNew) await begin(useCase, { report, period, unitId });
  const row = await findReport(useCase.tx, key);
  if (row === undefined) throw new Error(`The report ${report.code} was not begun`);
  if (isNew) await auditReport(useCase, actor, { reportId: row.id, action: 'beginReport' });
  return readReportCard(useCase, actor, row.id);
}

/** Why a task is late is said once: what other reports say of it already stands in a new one. */
async function begin(
  useCase: UseCase,
  { report, period, unitId }: { report: Report; period: ReportPeriod; unitId: number | null },
): Promise<void> {
  const since = addDays(useCase.today, -REMEMBERED_DAYS);
  const said = await listWrittenReasons(useCase.tx, since, unitId);
  await beginReport(useCase.tx, {
    reportCode: report.code,
    unitId,
    periodCode: period.code,
    periodFrom: period.from,
    periodTo: period.to,
    state: 'draft',
    narrative: {},
    lateReasons: Object.assign({}, ...said) as Record<string, string>,
    beganAt: useCase.now,
  });
}

/** A report's card for somebody who may read it. @throws Refusal `notAllowed`, `buttonTooOld` */
export async function readReportCard(useCase: UseCase, actor: Actor, reportId: number): Promise<ReportCard> {
  return describeReport(useCase, actor, await lockKnownReport(useCase, actor, reportId));
}

/** Everything that a report says, to be printed. @throws Refusal `notAllowed`, `buttonTooOld` */
export async function readReportModel(
  useCase: UseCase,
  actor: Actor,
  reportId: number,
): Promise<ReportModel> {
  return readModelOf(useCase, await lockKnownReport(useCase, actor, reportId));
}

/** What people wrote stays in the report's own row. */
export async function auditReport(
  useCase: UseCase,
  actor: Actor,
  entry: { reportId: number; action: string; after?: unknown },
): Promise<void> {
  const { tx, now, source } = useCase;
  await addAuditEntry(tx, {
    at: now,
    actorId: actor.personId,
    source,
    action: entry.action,
    subject: 'report',
    subjectId: entry.reportId,
    after: entry.after,
  });
}
