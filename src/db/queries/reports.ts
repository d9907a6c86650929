import { and, asc, eq, gte, inArray, isNull } from 'drizzle-orm';
import type { Day } from '../../domain/days.ts';
import type { Db } from '../client.ts';
import { reports } from '../schema/index.ts';

export type ReportRow = typeof reports.$inferSelect;

/** Which report: of the regime, of whom, on what. */
export interface ReportKey {
  reportCode: string;
  /** `null`: the department's. */
  unitId: number | null;
  periodCode: string;
}

const ofUnit = (unitId: number | null) =>
  unitId === null ? isNull(reports.unitId) : eq(reports.unitId, unitId);

export async function findReport(db: Db, key: ReportKey): Promise<ReportRow | undefined> {
  const [row] = await db
    .select()
    .from(reports)
    .where(
      and(eq(reports.reportCode, key.reportCode), eq(reports.periodCode, key.periodCode), ofUnit(key.unitId)),
    )
    .limit(1);
  return row;
}

/** Begins a report; one that was begun meanwhile stays as it is. */
export async function beginReport(tx: Db, row: Omit<typeof reports.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(reports).values(row).onConflictDoNothing();
}

/** Locks it, so that of two who act at once the second sees what the first did. */
export async function lockReport(tx: Db, id: number): Promise<ReportRow | undefined> {
  const [row] = await tx.select().from(reports).where(eq(reports.id, id)).for('update');
  return row;
}

export async function changeReport(tx: Db, id: number, patch: Partial<ReportRow>): Promise<ReportRow> {
  const [changed] = await tx.update(reports).set(patch).where(eq(reports.id, id)).returning();
  if (changed === undefined) throw new Error(`No report has the id ${id}`);
  return changed;
}

/** What reports of a unit, or of all of them, said since a day of why tasks are late, the newest said last. */
export async function listWrittenReasons(
  db: Db,
  since: Day,
  unitId: number | null,
): Promise<Record<string, string>[]> {
  const rows = await db
    .select({ lateReasons: reports.lateReasons })
    .from(reports)
    .where(and(gte(reports.periodTo, since), unitId === null ? undefined : eq(reports.unitId, unitId)))
    .orderBy(asc(reports.id));
  return rows.map(({ lateReasons }) => lateReasons);
}

/** How reports on some periods stand, without what they say: of one unit, or of all units and the department. */
export async function listReportStandings(
  db: Db,
  filter: { reportCodes: string[]; periodCodes: string[]; unitId?: number },
) {
  if (filter.reportCodes.length === 0) return [];
  return db
    .select({
      id: reports.id,
      reportCode: reports.reportCode,
      unitId: reports.unitId,
      periodCode: reports.periodCode,
      state: reports.state,
      submittedAt: reports.submittedAt,
      narrative: reports.narrative,
      lateReasons: reports.lateReasons,
    })
    .from(reports)
    .where(
      and(
        inArray(reports.reportCode, filter.reportCodes),
        inArray(reports.periodCode, filter.periodCodes),
        filter.unitId === undefined ? undefined : eq(reports.unitId, filter.unitId),
      ),
    )
    .orderBy(asc(reports.id));
}
