import { changeReport } from '../db/queries/reports.ts';
import type { Actor } from '../domain/access/access.ts';
import type { ReportCard, ReportPayloads } from '../domain/message/report-payloads.ts';
import { listParts, tasksWithoutReason } from '../domain/report/report-parts.ts';
import { waitsUntil } from './find-asked-explanation.ts';
import { findAskedQuestion } from './find-asked-question.ts';
import { auditReport, readReportCard } from './open-report.ts';
import { askFirst, type PendingReport, takePending } from './pending-action.ts';
import { lockOwnReport, readModelOf } from './report-in-hand.ts';
import { Refusal, type UseCase } from './use-case.ts';

/**
 * Asks for a part of a report by its place in the outline; what is typed next is written there.
 * @throws Refusal `notAllowed`, `reportNotInHand`, `buttonTooOld`
 */
export async function askReportPart(
  useCase: UseCase,
  actor: Actor,
  reportId: number,
  place: number,
): Promise<ReportPayloads['reportPartWanted']> {
  const known = await lockOwnReport(useCase, actor, reportId);
  const part = listParts(await readModelOf(useCase, known))[place];
  if (part?.narrative == null) throw new Refusal('buttonTooOld');
  const { key, question, text } = part.narrative;
  await ask(useCase, actor, { reportId, asked: { part: key } });
  return { reportId, title: part.title, question, written: text };
}

/** Asks why a task is late of which nobody said so. @throws Refusal as above */
export async function askLateReason(
  useCase: UseCase,
  actor: Actor,
  reportId: number,
  taskId: number,
): Promise<ReportPayloads['lateReasonWanted']> {
  const known = await lockOwnReport(useCase, actor, reportId);
  const { tasks } = await readModelOf(useCase, known);
  const task = tasksWithoutReason(tasks).find((one) => one.taskId === taskId);
  if (task === undefined) throw new Refusal('buttonTooOld');
  await ask(useCase, actor, { reportId, asked: { taskId } });
  return { reportId, taskId, code: task.code, title: task.title, dueOn: task.dueOn };
}

const ask = (useCase: UseCase, actor: Actor, asked: Pick<PendingReport, 'reportId' | 'asked'>) =>
  askFirst(useCase, actor, { kind: 'report', ...asked, waitsUntil: waitsUntil(useCase) });

/** What a text typed now answers about reports; `null` when nothing is asked, or something else was asked later. */
export async function findAskedReport(
  useCase: UseCase,
  actor: Actor,
): Promise<{ pendingId: number; pending: PendingReport } | null> {
  return findAskedQuestion(useCase, actor, ['report']);
}

/** Writes what was typed where it was asked for. @throws Refusal `notAllowed`, `reportNotInHand` */
export async function writeInReport(
  useCase: UseCase,
  actor: Actor,
  asked: { pendingId: number; typed: string },
): Promise<ReportCard> {
  const pending = await takePending(useCase, actor, asked.pendingId, 'report');
  const { row } = await lockOwnReport(useCase, actor, pending.reportId);
  if (pending.asked === 'returnReason') throw new Refusal('buttonTooOld');
  const { narrative, lateReasons } = row;
  const patch =
    'part' in pending.asked
      ? { narrative: { ...narrative, [pending.asked.part]: asked.typed } }
      : { lateReasons: { ...lateReasons, [pending.asked.taskId]: asked.typed } };
  await changeReport(useCase.tx, row.id, patch);
  await auditReport(useCase, actor, { reportId: row.id, action: 'writeReport', after: pending.asked });
  return readReportCard(useCase, actor, row.id);
}
