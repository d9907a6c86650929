import { addAuditEntry } from '../db/queries/audit.ts';
import { addProgress, findCurrentProgress, type ProgressRow } from '../db/queries/progress.ts';
import { changeTask, lockTask, type TaskRow } from '../db/queries/tasks.ts';
import { type Actor, mayActOnTask } from '../domain/access/access.ts';
import { type Day, dayOf } from '../domain/days.ts';
import { isQuiet } from '../domain/message/quiet-hours.ts';
import { type ClaimedStatus, needsConfirmation, stateAfterReport } from '../domain/task/progress.ts';
import { isContainer, isOpen } from '../domain/task/task.ts';
import { confirmerOf } from './confirmer.ts';
import { loadDirectory } from './load-directory.ts';
import { loadTaskSubject } from './task-subject.ts';
import { tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

export interface ProgressInput {
  taskId: number;
  /** 0–100; none when only a status was said, and then the figure stays. */
  percent: number | null;
  /** A step in percent points from where the task stands ("thêm 10%"). */
  delta: number | null;
  status: ClaimedStatus;
  note: string | null;
  /** Needed when the task is said to be done (R17). */
  product: { text: string; onDay: Day | null } | null;
  reportedAt: Date;
  isConfirmed: boolean;
}

export type ProgressOutcome =
  | {
      kind: 'recorded';
      report: ProgressRow;
      task: TaskRow;
      before: number | null;
      isOnBehalf: boolean;
      confirmerName: string | null;
    }
  | { kind: 'needsConfirmation'; task: TaskRow; before: number | null; percent: number };

/**
 * Records what somebody says of a task's progress. What closes the task or lowers its figure is only recorded once
 * the author confirmed it.
 * @throws Refusal `taskNotYours`, `taskClosed`, `taskIsContainer`, `notYoursToFinish` or `productWanted`
 */
export async function reportProgress(
  useCase: UseCase,
  actor: Actor,
  input: ProgressInput,
): Promise<ProgressOutcome> {
  const { tx, now } = useCase;
  const task = await lockTask(tx, input.taskId);
  if (task === undefined) throw new Refusal('taskNotFound');
  const subject = await loadTaskSubject(tx, task);
  if (!mayActOnTask(actor, 'report', subject)) throw new Refusal('taskNotYours', { code: task.code });
  if (isContainer(task.structure)) throw new Refusal('taskIsContainer', { code: task.code });
  if (!isOpen(task.state)) throw new Refusal('taskClosed', { code: task.code });

  const before = (await findCurrentProgress(tx, task.id))?.percent ?? null;
  const state = stateAfterReport(input.status, task.state);
  const percent = figureOf(input, state, before);
  if (state === 'reportedDone' && !mayActOnTask(actor, 'complete', subject))
    throw new Refusal('notYoursToFinish', { code: task.code });
  if (state === 'reportedDone' && input.product === null)
    throw new Refusal('productWanted', { taskId: task.id });
  if (!input.isConfirmed && needsConfirmation({ status: input.status, percent }, before)) {
    return { kind: 'needsConfirmation', task, before, percent };
  }

  const isOnBehalf = isEnteredForOthers(actor, task);
  const report = await addProgress(tx, {
    taskId: task.id,
    authorId: actor.personId,
    reportedAt: input.reportedAt,
    recordedAt: now,
    percent,
    status: input.status,
    note: input.note,
    isOnBehalf,
    previousPercent: before,
    previousState: task.state,
    previousProductOn: task.productOn,
    previousProductText: task.productText,
  });
  const changed = await applyReport(useCase, task, input, state);
  await addAuditEntry(tx, {
    at: now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'reportProgress',
    subject: 'task',
    subjectId: task.id,
    before: { percent: before, state: task.state },
    after: { percent, state, reportId: report.id },
  });
  const confirmerName = state === 'reportedDone' ? await askConfirmer(useCase, actor, changed, report) : null;
  return { kind: 'recorded', report, task: changed, before, isOnBehalf, confirmerName };
}

function figureOf(input: ProgressInput, state: TaskRow['state'], before: number | null): number {
  if (input.percent !== null) return input.percent;
  if (input.delta !== null) return Math.min(100, Math.max(0, (before ?? 0) + input.delta));
  return state === 'reportedDone' ? 100 : (before ?? 0);
}

/** Entered by the office or a head for the person who does the work ("nhập hộ"). */
const isEnteredForOthers = (actor: Actor, task: TaskRow): boolean =>
  task.assigneeId !== null && task.assigneeId !== actor.personId;

async function applyReport(useCase: UseCase, task: TaskRow, input: ProgressInput, state: TaskRow['state']) {
  if (state !== 'reportedDone') {
    return state === task.state ? task : changeTask(useCase.tx, task.id, { state }, useCase.now);
  }
  const productOn = input.product?.onDay ?? dayOf(input.reportedAt);
  const productText = input.product?.text ?? null;
  return changeTask(useCase.tx, task.id, { state, productOn, productText }, useCase.now);
}

/** Tells whoever confirms it; their name is for the answer. */
async function askConfirmer(
  useCase: UseCase,
  actor: Actor,
  task: TaskRow,
  report: ProgressRow,
): Promise<string | null> {
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const confirmer = confirmerOf(directory, task);
  if (confirmer === null) return null;
  // In quiet hours the morning's message speaks of it already.
  if (isQuiet(useCase.now, useCase.plan.reminders, useCase.calendar)) return directory.nameOf(confirmer);
  const payload = {
    taskId: task.id,
    code: task.code,
    title: task.title,
    unit: directory.unitOf(task.leadUnitId)?.shortName ?? '',
    reporter: actor.name,
    productText: task.productText ?? '',
    productOn: task.productOn ?? useCase.today,
  };
  await tellPerson(
    useCase,
    { personId: confirmer, unitId: task.leadUnitId },
    { kind: 'completionToConfirm', payload },
    `completionToConfirm:${report.id}`,
  );
  return directory.nameOf(confirmer);
}
