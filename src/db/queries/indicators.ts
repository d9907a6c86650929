import { and, asc, desc, eq, gt, isNull, lte, notInArray, or, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { bottlenecks, indicatorBaselines, indicatorFigures, tasks, taskVersions } from '../schema/index.ts';
import { selectNewestReports } from './progress.ts';
import type { TaskRow } from './tasks.ts';

export type FigureRow = typeof indicatorFigures.$inferSelect;
export type BaselineRow = typeof indicatorBaselines.$inferSelect;

export async function addFigure(
  tx: Db,
  row: Omit<typeof indicatorFigures.$inferInsert, 'id'>,
): Promise<void> {
  await tx.insert(indicatorFigures).values(row);
}

/** The newest figure of each indicator that was recorded by a moment. */
export async function listNewestFigures(db: Db, asOf: Date): Promise<Map<string, FigureRow>> {
  const rows = await db
    .selectDistinctOn([indicatorFigures.indicatorCode])
    .from(indicatorFigures)
    .where(lte(indicatorFigures.recordedAt, asOf))
    .orderBy(indicatorFigures.indicatorCode, desc(indicatorFigures.toOn), desc(indicatorFigures.id));
  return new Map(rows.map((row) => [row.indicatorCode, row]));
}

/** What was entered for one indicator, the newest first. */
export async function listFigures(db: Db, code: string, limit: number): Promise<FigureRow[]> {
  return db
    .select()
    .from(indicatorFigures)
    .where(eq(indicatorFigures.indicatorCode, code))
    .orderBy(desc(indicatorFigures.id))
    .limit(limit);
}

/** Keeps a baseline; false when there is one already: it is locked. */
export async function addBaseline(
  tx: Db,
  row: Omit<typeof indicatorBaselines.$inferInsert, 'id'>,
): Promise<boolean> {
  const added = await tx
    .insert(indicatorBaselines)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: indicatorBaselines.id });
  return added.length > 0;
}

export async function listBaselines(db: Db, asOf: Date): Promise<BaselineRow[]> {
  return db
    .select()
    .from(indicatorBaselines)
    .where(lte(indicatorBaselines.recordedAt, asOf))
    .orderBy(asc(indicatorBaselines.indicatorCode));
}

/** A task as it was recorded by a moment, with what it was then reported to stand at. */
export interface IndicatorTaskRow {
  task: TaskRow;
  version: typeof taskVersions.$inferSelect;
  percent: number | null;
  lastReportAt: Date | null;
}

/** Every counted task of the department, as recorded by a moment; one query for all indicators. */
export async function listIndicatorTasks(db: Db, asOf: Date): Promise<IndicatorTaskRow[]> {
  const newest = selectNewestReports(db, asOf);
  return db
    .select({ task: tasks, version: taskVersions, percent: newest.percent, lastReportAt: newest.recordedAt })
    .from(taskVersions)
    .innerJoin(tasks, eq(tasks.id, taskVersions.taskId))
    .leftJoin(newest, eq(newest.taskId, tasks.id))
    .where(
      and(
        notInArray(tasks.structure, ['series', 'split']),
        eq(tasks.level, 'department'),
        lte(taskVersions.recordedAt, asOf),
        or(isNull(taskVersions.supersededAt), gt(taskVersions.supersededAt, asOf)),
      ),
    );
}

/** How many bottlenecks were known by a moment, and how many of them removed (R27). */
export async function countBottlenecks(db: Db, asOf: Date): Promise<{ resolved: number; all: number }> {
  const [row] = await db
    .select({
      all: sql<number>`count(*)::int`,
      resolved: sql<number>`(count(*) filter (where ${bottlenecks.resolvedAt} <= ${asOf.toISOString()}::timestamptz))::int`,
    })
    .from(bottlenecks)
    .where(lte(bottlenecks.reportedAt, asOf));
  return { all: row?.all ?? 0, resolved: row?.resolved ?? 0 };
}
