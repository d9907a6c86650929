import { listUnits } from '../db/queries/directory.ts';
import { changeReport, listReportStandings } from '../db/queries/reports.ts';
import { type Actor, mayCollectReports, mayReadReport } from '../domain/access/access.ts';
import type { ReportCard, ReportPayloads } from '../domain/message/report-payloads.ts';
import type { Report } from '../domain/plan/plan-shape.ts';
import { dueOnOf, type ReportPeriod } from '../domain/report/report-period.ts';
import { isInHand } from '../domain/report/report-state.ts';
import { waitsUntil } from './find-asked-explanation.ts';
import { auditReport, openReport, readReportCard } from './open-report.ts';
import { askFirst, takePending } from './pending-action.ts';
import { type KnownReport, lockKnownReport } from './report-in-hand.ts';
import { submittersAmong } from './report-submitters.ts';
import { tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** Who submitted a report and who did not (R102). @throws Refusal `notAllowed` unless all may be read */
export async function readReportStatus(
  useCase: UseCase,
  actor: Actor,
  { report, period }: { report: Report; period: ReportPeriod },
): Promise<ReportPayloads['reportStatus']> {
  if (!mayReadReport(actor, null)) throw new Refusal('notAllowed');
  const rows = await listReportStandings(useCase.tx, {
    reportCodes: [report.code],
    periodCodes: [period.code],
  });
  const byUnit = new Map(rows.map((row) => [row.unitId, row]));
  return {
    reportCode: report.code,
    name: report.name,
    period,
    dueOn: dueOnOf(report, period),
    units: submittersAmong(await listUnits(useCase.tx, useCase.today), report).map((unit) => {
      const row = byUnit.get(unit.id);
      return {
        name: unit.shortName,
        standing: row?.state ?? 'missing',
        reportId: row?.id ?? null,
        submittedAt: row?.submittedAt?.toISOString() ?? null,
      };
    }),
    isConsolidated: byUnit.get(null)?.state === 'submitted',
  };
}

/** A report that waits for the office. @throws Refusal `notAllowed`, `alreadyDecided` */
async function lockSubmitted(useCase: UseCase, actor: Actor, reportId: number): Promise<KnownReport> {
  if (!mayCollectReports(actor)) throw new Refusal('notAllowed');
  const known = await lockKnownReport(useCase, actor, reportId);
  if (known.row.state !== 'submitted' || known.row.unitId === null) {
    throw new Refusal('alreadyDecided', { code: known.report.name });
  }
  return known;
}

/** Asks why a report goes back; what is typed next is the reason. @throws Refusal as above */
export async function askReturnReason(
  useCase: UseCase,
  actor: Actor,
  reportId: number,
): Promise<ReportPayloads['reportReturnWanted']> {
  const { row, report } = await lockSubmitted(useCase, actor, reportId);
  const pending = { reportId, asked: 'returnReason', waitsUntil: waitsUntil(useCase) } as const;
  await askFirst(useCase, actor, { kind: 'report', ...pending });
  return { reportId, name: report.name, unitName: row.model?.issuer.unit?.name ?? '' };
}

/** Gives a report back to its author with the reason that was typed. @throws Refusal as above */
export async function returnReport(
  useCase: UseCase,
  actor: Actor,
  asked: { pendingId: number; reason: string },
): Promise<ReportPayloads['reportReturned']> {
  const { reportId } = await takePending(useCase, actor, asked.pendingId, 'report');
  const { row, report, period } = await lockSubmitted(useCase, actor, reportId);
  const { reason } = asked;
  await changeReport(useCase.tx, reportId, {
    state: 'returned',
    returnReason: reason,
    decidedAt: useCase.now,
    decidedById: actor.personId,
  });
  await auditReport(useCase, actor, { reportId, action: 'returnReport' });
  const unitName = row.model?.issuer.unit?.name ?? '';
  const said = { reportId, name: report.name, period, unitName, by: actor.name, reason };
  if (row.submittedById !== null && row.unitId !== null && row.submittedById !== actor.personId) {
    await tellPerson(
      useCase,
      { personId: row.submittedById, unitId: row.unitId },
      { kind: 'reportReturned', payload: { ...said, toAuthor: true } },
      `reportReturned:${reportId}:${useCase.now.toISOString()}`,
    );
  }
  return { ...said, toAuthor: false };
}

/**
 * Makes the department's report out of what units submitted: what they wrote stands in it under their names, to be
 * edited; their reports are closed (R102). What comes in later is taken in by the next press.
 * @throws Refusal `notAllowed`, `nothingToConsolidate`, `reportNotInHand`
 */
export async function consolidateReports(
  useCase: UseCase,
  actor: Actor,
  { report, period }: { report: Report; period: ReportPeriod },
): Promise<ReportCard> {
  if (!mayCollectReports(actor)) throw new Refusal('notAllowed');
  const rows = await listReportStandings(useCase.tx, {
    reportCodes: [report.code],
    periodCodes: [period.code],
  });
  const submitted = rows.filter((row) => row.unitId !== null && row.state === 'submitted');
  if (submitted.length === 0) throw new Refusal('nothingToConsolidate');
  const card = await openReport(useCase, actor, { report, period, unitId: null });
  const { row } = await lockKnownReport(useCase, actor, card.reportId);
  if (!isInHand(row.state)) throw new Refusal('reportNotInHand');
  const names = new Map(
    (await listUnits(useCase.tx, useCase.today)).map((unit) => [unit.id, unit.shortName]),
  );
  const narrative = { ...row.narrative };
  const lateReasons = { ...row.lateReasons };
  for (const one of submitted) {
    for (const [key, text] of Object.entries(one.narrative)) {
      const said = `- ${names.get(one.unitId ?? 0) ?? ''}: ${text}`;
      narrative[key] = narrative[key] === undefined ? said : `${narrative[key]}\n${said}`;
    }
    Object.assign(lateReasons, one.lateReasons);
    await changeReport(useCase.tx, one.id, {
      state: 'consolidated',
      decidedAt: useCase.now,
      decidedById: actor.personId,
    });
  }
  await changeReport(useCase.tx, row.id, { narrative, lateReasons });
  const after = { of: submitted.map(({ id }) => id) };
  await auditReport(useCase, actor, { reportId: row.id, action: 'consolidateReports', after });
  return readReportCard(useCase, actor, row.id);
}
