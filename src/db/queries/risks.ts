import { and, eq, gte, inArray, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import type { Day } from '../../domain/days.ts';
import type { Db } from '../client.ts';
import { blockers, people, tasks, units } from '../schema/index.ts';
import { selectNewestReports } from './progress.ts';

/** Open tasks with a due day, with what the early warning asks of each; of one unit or all. */
export async function listOpenForRisk(db: Db, unitId?: number) {
  const newest = selectNewestReports(db);
  const held = db
    .select({
      taskId: blockers.taskId,
      isConfirmed: sql<boolean>`bool_or(${blockers.confirmedAt} is not null)`.as('is_confirmed'),
    })
    .from(blockers)
    .where(isNull(blockers.closedAt))
    .groupBy(blockers.taskId)
    .as('held');
  return db
    .select({
      id: tasks.id,
      code: tasks.code,
      title: tasks.title,
      priority: tasks.priority,
      startOn: tasks.startOn,
      dueOn: tasks.dueOn,
      issuedAt: tasks.issuedAt,
      assigneeId: tasks.assigneeId,
      assignee: people.fullName,
      unitId: tasks.leadUnitId,
      unit: units.shortName,
      percent: newest.percent,
      lastReportAt: newest.recordedAt,
      isConfirmed: held.isConfirmed,
    })
    .from(tasks)
    .innerJoin(units, eq(units.id, tasks.leadUnitId))
    .leftJoin(people, eq(people.id, tasks.assigneeId))
    .leftJoin(newest, eq(newest.taskId, tasks.id))
    .leftJoin(held, eq(held.taskId, tasks.id))
    .where(
      and(
        inArray(tasks.state, ['issued', 'inProgress', 'submitted']),
        notInArray(tasks.structure, ['series', 'split']),
        unitId === undefined ? undefined : eq(tasks.leadUnitId, unitId),
      ),
    );
}

/** Of what each person finished since a day: how much, and how much of it late. */
export async function listOwnerRecords(
  db: Db,
  since: Day,
): Promise<Map<number, { finished: number; late: number }>> {
  const rows = await db
    .select({
      personId: tasks.assigneeId,
      finished: sql<number>`count(*)::int`,
      late: sql<number>`(count(*) filter (where ${tasks.productOn} > ${tasks.dueOn}))::int`,
    })
    .from(tasks)
    .where(
      and(
        inArray(tasks.state, ['done', 'basicallyDone']),
        isNotNull(tasks.assigneeId),
        gte(tasks.productOn, since),
      ),
    )
    .groupBy(tasks.assigneeId);
  return new Map(rows.map(({ personId, ...record }) => [personId ?? 0, record]));
}
