import { lockTask, type TaskRow } from '../db/queries/tasks.ts';
import { type Actor, mayActOnTask } from '../domain/access/access.ts';
import type { TaskState } from '../domain/task/task.ts';
import { loadTaskSubject } from './task-subject.ts';
import { Refusal, type UseCase } from './use-case.ts';

/**
 * A task about whose completion this person may decide now (R9), locked.
 * @throws Refusal `taskNotFound`, `notAllowed`; `alreadyDecided` when it stands in none of these states
 */
export async function lockConfirmable(
  useCase: UseCase,
  actor: Actor,
  taskId: number,
  states: readonly TaskState[],
): Promise<TaskRow> {
  const task = await lockTask(useCase.tx, taskId);
  if (task === undefined) throw new Refusal('taskNotFound');
  if (!mayActOnTask(actor, 'confirm', await loadTaskSubject(useCase.tx, task)))
    throw new Refusal('notAllowed');
  if (!states.includes(task.state)) throw new Refusal('alreadyDecided', { code: task.code });
  return task;
}

/** A completion that was reported, confirmed or not. */
export const FINISHED_STATES = [
  'reportedDone',
  'done',
  'basicallyDone',
] as const satisfies readonly TaskState[];
