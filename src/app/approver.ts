import type { Directory } from '../domain/organisation/directory.ts';
import { isFocus, type TaskPriority } from '../domain/task/task.ts';

/**
 * Who decides what is asked about a task: the director for trọng tâm, the leader in charge otherwise (R44–R46). Never
 * facet 5, and never whoever asks: then one step up, and the director's own go to the office.
 */
export function approverOf(
  directory: Directory,
  task: { priority: TaskPriority; leadUnitId: number; leaderInChargeId: number | null },
  askedById: number,
): number | null {
  const first = isFocus(task.priority) ? directory.director() : directory.leaderInChargeOf(task);
  const others = [first, directory.director(), directory.office()];
  return others.find((personId) => personId !== null && personId !== askedById) ?? null;
}
