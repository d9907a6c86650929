import { and, eq, gt, isNull, lte, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { alias, type PgColumn } from 'drizzle-orm/pg-core';
import type { Db } from '../client.ts';
import {
  notices,
  nudges,
  people,
  progressReports,
  taskDescriptions,
  tasks,
  taskVersions,
} from '../schema/index.ts';
import type { FigureFilter } from './figures.ts';

const parentDescriptions = alias(taskDescriptions, 'parent_descriptions');

/** A row that was in force at a moment. */
const coversMoment = (from: PgColumn, to: PgColumn, asOf: Date) =>
  and(lte(from, asOf), or(isNull(to), gt(to, asOf)));

/** The newest figure that had been recorded by then and not been taken back by then. */
const percentAsOf = (asOf: Date): SQL<number | null> => sql`(
  select r.percent from ${progressReports} r
  where r.task_id = ${tasks.id} and r.reverses_id is null and r.recorded_at <= ${asOf.toISOString()}::timestamptz
    and not exists (
      select 1 from ${progressReports} u
      where u.reverses_id = r.id and u.recorded_at <= ${asOf.toISOString()}::timestamptz
    )
  order by r.id desc limit 1
)`;

/** How often somebody had been reminded of it by then, by hand or because it was late. */
const remindersAsOf = (asOf: Date): SQL<number> => sql`(
  (select count(*) from ${nudges} n where n.task_id = ${tasks.id} and n.at <= ${asOf.toISOString()}::timestamptz)
  + (select count(distinct n.on_day) from ${notices} n where n.task_id = ${tasks.id} and n.kind = 'overdue'
    and n.planned_at <= ${asOf.toISOString()}::timestamptz)
)::int`;

/** A task as documents print it, as recorded by a moment; the parts of a container, never the container (R144). */
export async function listReportTasks(db: Db, asOf: Date, filter: FigureFilter) {
  return db
    .select({
      taskId: taskVersions.taskId,
      code: tasks.code,
      title: taskDescriptions.title,
      product: taskDescriptions.product,
      productText: taskDescriptions.productText,
      unitId: taskVersions.leadUnitId,
      assignee: people.fullName,
      coordinatingUnitIds: taskDescriptions.coordinatingUnitIds,
      parentCoordinatingUnitIds: parentDescriptions.coordinatingUnitIds,
      priority: taskVersions.priority,
      state: taskVersions.state,
      dueOn: taskVersions.dueOn,
      originalDueOn: taskVersions.originalDueOn,
      productOn: taskVersions.productOn,
      percent: percentAsOf(asOf),
      reminders: remindersAsOf(asOf),
      parentId: tasks.parentId,
      kind: tasks.kind,
      content: tasks.content,
      deadlineWording: tasks.deadlineWording,
      startOn: tasks.startOn,
      leaderInChargeId: tasks.leaderInChargeId,
      authority: tasks.authority,
      measureTarget: tasks.measureTarget,
      measureUnit: tasks.measureUnit,
      legalBasis: tasks.legalBasis,
      outsideBodies: tasks.outsideBodies,
    })
    .from(taskVersions)
    .innerJoin(tasks, eq(tasks.id, taskVersions.taskId))
    .innerJoin(
      taskDescriptions,
      and(
        eq(taskDescriptions.taskId, tasks.id),
        coversMoment(taskDescriptions.recordedAt, taskDescriptions.supersededAt, asOf),
      ),
    )
    .leftJoin(
      parentDescriptions,
      and(
        eq(parentDescriptions.taskId, tasks.parentId),
        coversMoment(parentDescriptions.recordedAt, parentDescriptions.supersededAt, asOf),
      ),
    )
    .leftJoin(people, eq(people.id, taskVersions.assigneeId))
    .where(
      and(
        notInArray(tasks.structure, ['series', 'split']),
        coversMoment(taskVersions.recordedAt, taskVersions.supersededAt, asOf),
        filter.unitId === undefined ? undefined : eq(taskVersions.leadUnitId, filter.unitId),
        filter.personId === undefined ? undefined : eq(taskVersions.assigneeId, filter.personId),
      ),
    )
    .orderBy(sql`${taskVersions.dueOn} asc nulls last`, tasks.id);
}

export type ReportTaskRow = Awaited<ReturnType<typeof listReportTasks>>[number];
