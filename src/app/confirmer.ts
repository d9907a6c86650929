import type { Directory } from '../domain/organisation/directory.ts';
import { isFocus, type TaskPriority } from '../domain/task/task.ts';

/** Who confirms a completion: the leader in charge for trọng tâm and for the office's own tasks, the office otherwise. */
export function confirmerOf(
  directory: Directory,
  task: { priority: TaskPriority; leadUnitId: number; leaderInChargeId: number | null },
): number | null {
  const isForLeader = isFocus(task.priority) || directory.isOffice(task.leadUnitId);
  return isForLeader ? directory.leaderInChargeOf(task) : directory.office();
}
