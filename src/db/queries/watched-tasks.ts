import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm';
import type { Day } from '../../domain/days.ts';
import type { Db } from '../client.ts';
import { tasks, taskVersions } from '../schema/index.ts';
import { selectFirstExtensions } from './requests.ts';
import { isPart, OPEN_STATES } from './tasks.ts';

/** What the reminder rules read of open tasks that are due by a day, wait for a confirmation, or were not taken on. */
export async function listWatchedTasks(db: Db, dueBy: Day) {
  const asked = selectFirstExtensions(db);
  return db
    .select({
      id: tasks.id,
      level: tasks.level,
      priority: tasks.priority,
      state: tasks.state,
      dueOn: tasks.dueOn,
      leadUnitId: tasks.leadUnitId,
      assigneeId: tasks.assigneeId,
      leaderInChargeId: tasks.leaderInChargeId,
      issuedAt: tasks.issuedAt,
      givenById: tasks.givenById,
      structure: tasks.structure,
      /** For the due day that stands now. */
      firstExtensionAskedAt: asked.firstAt,
    })
    .from(tasks)
    .leftJoin(asked, and(eq(asked.taskId, tasks.id), eq(asked.dueOn, tasks.dueOn)))
    .where(
      and(
        isPart,
        inArray(tasks.state, [...OPEN_STATES]),
        or(
          eq(tasks.state, 'reportedDone'),
          lte(tasks.dueOn, dueBy),
          isNull(tasks.assigneeId),
          and(eq(tasks.state, 'issued'), eq(tasks.structure, 'single'), isNotNull(tasks.givenById)),
        ),
      ),
    )
    .orderBy(asc(tasks.dueOn), asc(tasks.id));
}

export type WatchedTaskRow = Awaited<ReturnType<typeof listWatchedTasks>>[number];

/** The same of all tasks, or of one, as they stood at a moment. */
export async function listWatchedTasksAsOf(db: Db, asOf: Date, taskId?: number): Promise<WatchedTaskRow[]> {
  const asked = selectFirstExtensions(db, asOf);
  return db
    .select({
      id: tasks.id,
      level: tasks.level,
      priority: taskVersions.priority,
      state: taskVersions.state,
      dueOn: taskVersions.dueOn,
      leadUnitId: taskVersions.leadUnitId,
      assigneeId: taskVersions.assigneeId,
      leaderInChargeId: tasks.leaderInChargeId,
      issuedAt: tasks.issuedAt,
      givenById: tasks.givenById,
      structure: tasks.structure,
      firstExtensionAskedAt: asked.firstAt,
    })
    .from(tasks)
    .innerJoin(taskVersions, eq(taskVersions.taskId, tasks.id))
    .leftJoin(asked, and(eq(asked.taskId, tasks.id), eq(asked.dueOn, taskVersions.dueOn)))
    .where(
      and(
        isPart,
        inArray(taskVersions.state, [...OPEN_STATES]),
        lte(taskVersions.recordedAt, asOf),
        or(isNull(taskVersions.supersededAt), gt(taskVersions.supersededAt, asOf)),
        taskId === undefined ? undefined : eq(tasks.id, taskId),
      ),
    )
    .orderBy(asc(taskVersions.dueOn), asc(tasks.id));
}
