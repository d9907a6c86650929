import { and, asc, count, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { BottleneckState } from '../../domain/task/bottleneck.ts';
import type { Db } from '../client.ts';
import { bottlenecks, bottleneckTasks, campaigns, people, tasks, units } from '../schema/index.ts';
import type { WaitedFor } from './blockers.ts';

export type BottleneckRow = typeof bottlenecks.$inferSelect;

/** A bottleneck with the names that its messages show. */
export interface NamedBottleneck {
  bottleneck: BottleneckRow;
  unit: string;
  mustAct: string | null;
  reportedBy: string;
}

/** Adds a bottleneck with the tasks that it holds up. */
export async function addBottleneck(
  tx: Db,
  row: Omit<typeof bottlenecks.$inferInsert, 'id'>,
  taskIds: number[],
): Promise<BottleneckRow> {
  const [added] = await tx.insert(bottlenecks).values(row).returning();
  if (added === undefined) throw new Error('The database returned no bottleneck');
  if (taskIds.length > 0) {
    await tx.insert(bottleneckTasks).values(taskIds.map((taskId) => ({ bottleneckId: added.id, taskId })));
  }
  return added;
}

/**
 * The next free number among codes `DNn`. The campaign's row stays locked until the transaction ends, so that of two
 * who add one at once the second takes the number after.
 */
export async function takeBottleneckNumber(tx: Db): Promise<number> {
  await tx.select({ id: campaigns.id }).from(campaigns).orderBy(campaigns.id).for('update');
  const highest = sql<number | null>`max(substring(${bottlenecks.code} from 3)::int)`;
  const [row] = await tx.select({ highest }).from(bottlenecks);
  return (row?.highest ?? 0) + 1;
}

/** Locks it, so that of two presses one moves it. */
export async function lockBottleneck(tx: Db, id: number): Promise<BottleneckRow | undefined> {
  const [row] = await tx.select().from(bottlenecks).where(eq(bottlenecks.id, id)).for('update');
  return row;
}

export async function findBottleneckByCode(db: Db, code: string): Promise<BottleneckRow | undefined> {
  const [row] = await db.select().from(bottlenecks).where(eq(bottlenecks.code, code)).limit(1);
  return row;
}

export async function changeBottleneck(
  tx: Db,
  id: number,
  change: Partial<Pick<BottleneckRow, 'state' | 'resolvedAt' | 'confirmedAt' | 'confirmedById'>>,
): Promise<void> {
  await tx.update(bottlenecks).set(change).where(eq(bottlenecks.id, id));
}

const mustActUnits = alias(units, 'must_act_units');

/** Bottlenecks with their names, the one due first at the head; those without a day last. */
export async function listBottlenecks(
  db: Db,
  filter: { id?: number; unitIds?: number[]; isOpen?: boolean },
  limit: number,
): Promise<NamedBottleneck[]> {
  return db
    .select({
      bottleneck: bottlenecks,
      unit: units.shortName,
      mustAct: sql<string | null>`coalesce(${mustActUnits.shortName}, ${bottlenecks.mustActText})`,
      reportedBy: people.fullName,
    })
    .from(bottlenecks)
    .innerJoin(units, eq(units.id, bottlenecks.unitId))
    .innerJoin(people, eq(people.id, bottlenecks.reportedById))
    .leftJoin(mustActUnits, eq(mustActUnits.id, bottlenecks.mustActUnitId))
    .where(and(...conditionsOf(filter)))
    .orderBy(sql`${bottlenecks.dueOn} asc nulls last`, asc(bottlenecks.id))
    .limit(limit);
}

function conditionsOf(filter: { id?: number; unitIds?: number[]; isOpen?: boolean }): SQL[] {
  const conditions: (SQL | undefined)[] = [];
  if (filter.id !== undefined) conditions.push(eq(bottlenecks.id, filter.id));
  if (filter.isOpen === true) conditions.push(ne(bottlenecks.state, 'resolved'));
  if (filter.unitIds !== undefined) {
    const { unitIds } = filter;
    conditions.push(or(inArray(bottlenecks.unitId, unitIds), inArray(bottlenecks.mustActUnitId, unitIds)));
  }
  return conditions.filter((condition) => condition !== undefined);
}

/** How many bottlenecks stand in each state, of all units or of those that concern these. */
export async function countBottlenecks(
  db: Db,
  unitIds: number[] | undefined,
): Promise<Partial<Record<BottleneckState, number>>> {
  const rows = await db
    .select({ state: bottlenecks.state, n: count() })
    .from(bottlenecks)
    .where(and(...conditionsOf(unitIds === undefined ? {} : { unitIds })))
    .groupBy(bottlenecks.state);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

/** The tasks that a bottleneck holds up, by code. */
export async function listBottleneckTasks(
  db: Db,
  bottleneckId: number,
): Promise<{ taskId: number; code: string; title: string }[]> {
  return db
    .select({ taskId: tasks.id, code: tasks.code, title: tasks.title })
    .from(bottleneckTasks)
    .innerJoin(tasks, eq(tasks.id, bottleneckTasks.taskId))
    .where(eq(bottleneckTasks.bottleneckId, bottleneckId))
    .orderBy(asc(tasks.code));
}

/** What is linked and still stands; a head speaks for the tasks of their own unit alone. */
const isHeldUp = and(
  ne(bottlenecks.state, 'resolved'),
  isNotNull(bottlenecks.confirmedAt),
  eq(tasks.leadUnitId, bottlenecks.unitId),
);

/** The tasks that a confirmed bottleneck of their unit holds up now. */
export async function listTasksWithConfirmedBottleneck(db: Db): Promise<number[]> {
  const rows = await db
    .selectDistinct({ taskId: bottleneckTasks.taskId })
    .from(bottleneckTasks)
    .innerJoin(bottlenecks, eq(bottlenecks.id, bottleneckTasks.bottleneckId))
    .innerJoin(tasks, eq(tasks.id, bottleneckTasks.taskId))
    .where(isHeldUp);
  return rows.map((row) => row.taskId);
}

/** Who must act for these tasks to go on, by bottlenecks that stand; what is confirmed first. */
export async function listMustAct(db: Db, taskIds: number[]): Promise<WaitedFor[]> {
  const found: WaitedFor[] = [];
  for (let start = 0; start < taskIds.length; start += 2000) {
    const rows = await db
      .select({
        taskId: bottleneckTasks.taskId,
        name: sql<string | null>`coalesce(${units.shortName}, ${bottlenecks.mustActText})`,
        isConfirmed: sql<boolean>`${bottlenecks.confirmedAt} is not null`,
      })
      .from(bottleneckTasks)
      .innerJoin(bottlenecks, eq(bottlenecks.id, bottleneckTasks.bottleneckId))
      .leftJoin(units, eq(units.id, bottlenecks.mustActUnitId))
      .where(
        and(
          inArray(bottleneckTasks.taskId, taskIds.slice(start, start + 2000)),
          isNull(bottlenecks.resolvedAt),
        ),
      )
      .orderBy(sql`${bottlenecks.confirmedAt} is null`, asc(bottlenecks.id));
    found.push(...rows.flatMap(({ name, ...row }) => (name === null ? [] : [{ ...row, name }])));
  }
  return found;
}
