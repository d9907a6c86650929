import { and, desc, eq, gte, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '../client.ts';
import { progressReports, tasks } from '../schema/index.ts';
import type { ProgressRow } from './progress.ts';
import type { TaskRow } from './tasks.ts';

export interface StandingReport {
  report: ProgressRow;
  task: TaskRow;
}

const undoing = alias(progressReports, 'undoing');

/** A person's reports since a moment that were not taken back, newest first, of all tasks or of one. */
export async function listStandingReports(
  db: Db,
  authorId: number,
  wanted: { since: Date; taskId?: number; saidAt?: Date; limit: number },
): Promise<StandingReport[]> {
  return db
    .select({ report: progressReports, task: tasks })
    .from(progressReports)
    .innerJoin(tasks, eq(tasks.id, progressReports.taskId))
    .leftJoin(undoing, eq(undoing.reversesId, progressReports.id))
    .where(
      and(
        eq(progressReports.authorId, authorId),
        gte(progressReports.recordedAt, wanted.since),
        isNull(progressReports.reversesId),
        isNull(undoing.id),
        wanted.taskId === undefined ? undefined : eq(progressReports.taskId, wanted.taskId),
        wanted.saidAt === undefined ? undefined : eq(progressReports.reportedAt, wanted.saidAt),
      ),
    )
    .orderBy(desc(progressReports.id))
    .limit(wanted.limit);
}
