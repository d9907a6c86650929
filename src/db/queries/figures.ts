import { and, eq, gt, isNull, lte, notInArray, or, sql } from 'drizzle-orm';
import type { FigureTask } from '../../domain/kpi/figures.ts';
import type { Db } from '../client.ts';
import { explanationAnswers, explanations, tasks, taskVersions } from '../schema/index.ts';

export interface FigureFilter {
  unitId?: number;
  personId?: number;
}

/**
 * What the figures read, as recorded by `asOf`: the version of each counted task that covers that moment (R144).
 * Containers are left out: their parts are counted. So are tasks that a head gave inside the unit.
 */
export async function listFigureTasks(db: Db, asOf: Date, filter: FigureFilter): Promise<FigureTask[]> {
  const excused = selectExcused(db, asOf);
  return db
    .select({
      id: taskVersions.taskId,
      unitId: taskVersions.leadUnitId,
      state: taskVersions.state,
      dueOn: taskVersions.dueOn,
      originalDueOn: taskVersions.originalDueOn,
      productOn: taskVersions.productOn,
      isBacklog: taskVersions.isBacklog,
      isExcused: sql<boolean>`${excused.taskId} is not null`,
    })
    .from(taskVersions)
    .innerJoin(tasks, eq(tasks.id, taskVersions.taskId))
    .leftJoin(excused, and(eq(excused.taskId, taskVersions.taskId), eq(excused.dueOn, taskVersions.dueOn)))
    .where(
      and(
        notInArray(tasks.structure, ['series', 'split']),
        eq(tasks.level, 'department'),
        lte(taskVersions.recordedAt, asOf),
        or(isNull(taskVersions.supersededAt), gt(taskVersions.supersededAt, asOf)),
        filter.unitId === undefined ? undefined : eq(taskVersions.leadUnitId, filter.unitId),
        filter.personId === undefined ? undefined : eq(taskVersions.assigneeId, filter.personId),
      ),
    );
}

/** The tasks and due days whose lateness a leader had by then confirmed as objective (R116). */
const selectExcused = (db: Db, asOf: Date) =>
  db
    .selectDistinct({ taskId: explanations.taskId, dueOn: explanations.dueOn })
    .from(explanationAnswers)
    .innerJoin(explanations, eq(explanations.id, explanationAnswers.explanationId))
    .where(
      and(
        eq(explanationAnswers.decision, 'accepted'),
        eq(explanationAnswers.confirmedCause, 'objective'),
        lte(explanationAnswers.decidedAt, asOf),
      ),
    )
    .as('excused');
