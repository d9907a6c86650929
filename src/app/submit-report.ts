import { changeReport } from '../db/queries/reports.ts';
import type { Actor } from '../domain/access/access.ts';
import type { ReportPayloads } from '../domain/message/report-payloads.ts';
import { tasksWithoutReason } from '../domain/report/report-parts.ts';
import { loadDirectory } from './load-directory.ts';
import { auditReport } from './open-report.ts';
import { lockOwnReport, readModelOf } from './report-in-hand.ts';
import { tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

/**
 * Submits a report: all that it says is kept as it is now, and the office is told (R102). The department's own is closed
 * by it.
 * @throws Refusal `notAllowed`, `reportNotInHand`, `reportReasonsWanted` while a late task has no reason (R56)
 */
export async function submitReport(
  useCase: UseCase,
  actor: Actor,
  reportId: number,
): Promise<ReportPayloads['reportSubmitted']> {
  const known = await lockOwnReport(useCase, actor, reportId);
  const { row, report, period } = known;
  const model = await readModelOf(useCase, known);
  if (tasksWithoutReason(model.tasks).length > 0) throw new Refusal('reportReasonsWanted');
  await changeReport(useCase.tx, reportId, {
    state: 'submitted',
    model,
    submittedAt: useCase.now,
    submittedById: actor.personId,
    decidedAt: null,
    decidedById: null,
    returnReason: null,
  });
  await auditReport(useCase, actor, { reportId, action: 'submitReport', after: { asOf: model.asOf } });
  if (row.unitId !== null) {
    const arrived = {
      reportId,
      name: report.name,
      period,
      unitName: model.issuer.unit?.name ?? '',
      by: actor.name,
    };
    await tellOffice(useCase, { unitId: row.unitId, actor, arrived });
  }
  return { name: report.name, period, isDepartment: row.unitId === null };
}

/** Whoever runs the campaign in the office hears of it, unless it is the author. */
async function tellOffice(
  useCase: UseCase,
  told: { unitId: number; actor: Actor; arrived: ReportPayloads['reportArrived'] },
): Promise<void> {
  const office = (await loadDirectory(useCase.tx, useCase.today)).office();
  if (office === null || office === told.actor.personId) return;
  const at = useCase.now.toISOString();
  await tellPerson(
    useCase,
    { personId: office, unitId: told.unitId },
    { kind: 'reportArrived', payload: told.arrived },
    `reportArrived:${told.arrived.reportId}:${at}`,
  );
}
