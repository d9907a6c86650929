import type { TaskRow } from '../db/queries/tasks.ts';
import type { Directory, SeatRole } from '../domain/organisation/directory.ts';
import { isFocus } from '../domain/task/task.ts';

/** What of a task decides who confirms its completion. */
type Confirmed = Pick<TaskRow, 'priority' | 'level' | 'leadUnitId' | 'leaderInChargeId' | 'assigneeId'>;

/**
 * Which role confirms a completion: the head what was given inside the unit; the leader in charge trọng tâm, the
 * office's own tasks and what a head does inside the unit; the office otherwise (R9).
 */
export function confirmingRole(
  directory: Directory,
  task: Confirmed,
): Extract<SeatRole, 'head' | 'leaderInCharge' | 'office'> {
  if (task.level === 'unit') {
    return directory.headOf(task.leadUnitId) === task.assigneeId ? 'leaderInCharge' : 'head';
  }
  return isFocus(task.priority) || directory.isOffice(task.leadUnitId) ? 'leaderInCharge' : 'office';
}

/** Who confirms a completion today. */
export const confirmerOf = (directory: Directory, task: Confirmed): number | null =>
  directory.seatOf(confirmingRole(directory, task), task)?.personId ?? null;
