import { listStandingReports, type StandingReport } from '../db/queries/standing-reports.ts';
import type { TaskRow } from '../db/queries/tasks.ts';
import type { Actor } from '../domain/access/access.ts';
import type { CorrectedInput } from './correct-report.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** As long as a report may be taken back. */
const MOVABLE_HOURS = 24;
const LOOKED_AT = 50;

/**
 * The author's newest report that a "that was of the other task" speaks of: of a task that was named as the wrong one,
 * else of any task but the right one.
 * @throws Refusal `nothingToMove`
 */
export async function findMisplacedReport(
  useCase: UseCase,
  actor: Actor,
  said: { wrongCodes: readonly string[]; rightTask: TaskRow | null },
): Promise<StandingReport> {
  const since = new Date(useCase.now.getTime() - MOVABLE_HOURS * 3_600_000);
  const newest = await listStandingReports(useCase.tx, actor.personId, { since, limit: LOOKED_AT });
  const { wrongCodes, rightTask } = said;
  const found = newest.find(({ task }) =>
    wrongCodes.length > 0 ? wrongCodes.some((code) => isOrIsPartOf(task, code)) : task.id !== rightTask?.id,
  );
  if (found === undefined || found.task.id === rightTask?.id) {
    throw new Refusal('nothingToMove', rightTask === null ? {} : { code: rightTask.code });
  }
  return found;
}

/** "NV18" of a series means the occurrence that was reported on. */
const isOrIsPartOf = (task: TaskRow, code: string): boolean =>
  task.code === code || task.code.startsWith(`${code}.`);

/** What the misplaced report said, said of the right task. */
export function moveTo(right: TaskRow, { report, task }: StandingReport): Exclude<CorrectedInput, null> {
  const isDone = report.status === 'reportedDone' || report.status === 'basicallyDone';
  const product = { text: task.productText ?? '', onDay: task.productOn };
  return {
    taskId: right.id,
    percent: report.percent,
    delta: null,
    status: report.status,
    note: report.note,
    product: isDone ? product : null,
    reportedAt: report.reportedAt,
  };
}
