import type { Db } from '../db/client.ts';
import { hasRole } from '../db/queries/directory.ts';
import { findCurrentProgress } from '../db/queries/progress.ts';
import { listCoordinatingUnitIds, type TaskRow } from '../db/queries/tasks.ts';
import type { TaskSubject } from '../domain/access/access.ts';
import { isFinished, isFocus } from '../domain/task/task.ts';

/** What the access rules need to know of a task. */
export async function loadTaskSubject(db: Db, task: TaskRow): Promise<TaskSubject> {
  // Whoever reported it decides nothing about it afterwards either: neither its quality nor its day.
  const isReported = isFinished(task.state);
  return {
    leadUnitId: task.leadUnitId,
    assigneeId: task.assigneeId,
    leaderInChargeId: task.leaderInChargeId,
    coordinatingUnitIds: await listCoordinatingUnitIds(db, task.id),
    isFocus: isFocus(task.priority),
    isCitizenRights: task.flags.includes('citizenRights'),
    isInternal: task.level === 'unit',
    isDirectorsWork:
      isReported && task.assigneeId !== null && (await hasRole(db, task.assigneeId, 'director')),
    reportedById: isReported ? ((await findCurrentProgress(db, task.id))?.authorId ?? null) : null,
  };
}
