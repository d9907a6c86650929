import type { Directory, SeatRole } from '../domain/organisation/directory.ts';
import { isFocus, type TaskPriority } from '../domain/task/task.ts';

/** Which role confirms a completion: the leader in charge for trọng tâm and for the office's own tasks, the office otherwise. */
export const confirmingRole = (
  directory: Directory,
  task: { priority: TaskPriority; leadUnitId: number },
): Extract<SeatRole, 'leaderInCharge' | 'office'> =>
  isFocus(task.priority) || directory.isOffice(task.leadUnitId) ? 'leaderInCharge' : 'office';

/** Who confirms a completion today. */
export function confirmerOf(
  directory: Directory,
  task: { priority: TaskPriority; leadUnitId: number; leaderInChargeId: number | null },
): number | null {
  return confirmingRole(directory, task) === 'leaderInCharge'
    ? directory.leaderInChargeOf(task)
    : directory.office();
}
