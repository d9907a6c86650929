import {
  and,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNull,
  lte,
  max,
  ne,
  notInArray,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Day } from '../../domain/days.ts';
import type { TaskState } from '../../domain/task/task.ts';
import type { Db } from '../client.ts';
import { coordinatingUnits, people, progressReports, tasks, taskVersions, units } from '../schema/index.ts';
import { describeAgain, openDescriptions } from './task-descriptions.ts';

export type TaskRow = typeof tasks.$inferSelect;
export type NewTask = Omit<typeof tasks.$inferInsert, 'id'>;

/** The part of a task that figures read; a change of it opens a new version. */
function versionOf(task: TaskRow, recordedAt: Date) {
  return {
    taskId: task.id,
    recordedAt,
    leadUnitId: task.leadUnitId,
    assigneeId: task.assigneeId,
    priority: task.priority,
    state: task.state,
    dueOn: task.dueOn,
    originalDueOn: task.originalDueOn,
    productOn: task.productOn,
    isBacklog: task.flags.includes('inheritedBacklog'),
  };
}

/** Adds tasks and opens their first versions and descriptions. Returns them in the order given. */
export async function addTasks(tx: Db, rows: NewTask[], at: Date): Promise<TaskRow[]> {
  const added: TaskRow[] = [];
  for (let start = 0; start < rows.length; start += 500) {
    const chunk = await tx
      .insert(tasks)
      .values(rows.slice(start, start + 500))
      .returning();
    await tx.insert(taskVersions).values(chunk.map((task) => versionOf(task, at)));
    await openDescriptions(tx, chunk, at);
    added.push(...chunk);
  }
  return added;
}

/**
 * Changes a task and, with it, its history: the version that stood until now is closed at `at`. A clock that went back
 * a little (two machines, a correction) never makes a version end before it began.
 */
export async function changeTask(
  tx: Db,
  taskId: number,
  patch: Partial<NewTask>,
  at: Date,
): Promise<TaskRow> {
  const [changed] = await tx.update(tasks).set(patch).where(eq(tasks.id, taskId)).returning();
  if (changed === undefined) throw new Error(`No task has the id ${taskId}`);
  const [closed] = await tx
    .update(taskVersions)
    .set({ supersededAt: sql`greatest(${taskVersions.recordedAt}, ${at.toISOString()}::timestamptz)` })
    .where(and(eq(taskVersions.taskId, taskId), isNull(taskVersions.supersededAt)))
    .returning({ at: taskVersions.supersededAt });
  await tx.insert(taskVersions).values(versionOf(changed, closed?.at ?? at));
  const { title, product, productText } = changed;
  const isDescribedAnew = 'title' in patch || 'product' in patch || 'productText' in patch;
  if (isDescribedAnew) await describeAgain(tx, taskId, { title, product, productText }, at);
  return changed;
}

/** The task of a code as people type it, already in canonical form (`NV12`). */
export async function findTaskByCode(db: Db, code: string): Promise<TaskRow | undefined> {
  const [task] = await db.select().from(tasks).where(eq(tasks.code, code)).limit(1);
  return task;
}

export async function findTask(db: Db, taskId: number): Promise<TaskRow | undefined> {
  const [task] = await db.select().from(tasks).where(eq(tasks.id, taskId)).limit(1);
  return task;
}

/** Locks a task's row until the transaction ends, so that two reports on it follow one another. */
export async function lockTask(tx: Db, taskId: number): Promise<TaskRow | undefined> {
  const [task] = await tx.select().from(tasks).where(eq(tasks.id, taskId)).for('update');
  return task;
}

/** The open parts of a container, the one due first at the head; at most as many as there are units. */
export async function listOpenParts(db: Db, parentId: number): Promise<TaskRow[]> {
  return db
    .select()
    .from(tasks)
    .where(and(eq(tasks.parentId, parentId), inArray(tasks.state, ['issued', 'inProgress', 'submitted'])))
    .orderBy(asc(tasks.dueOn), asc(tasks.id))
    .limit(200);
}

export async function listCoordinatingUnitIds(db: Db, taskId: number): Promise<number[]> {
  const rows = await db
    .select({ unitId: coordinatingUnits.unitId })
    .from(coordinatingUnits)
    .where(eq(coordinatingUnits.taskId, taskId));
  return rows.map((row) => row.unitId);
}

/** A task as lists show it. */
export interface ListedTask {
  task: TaskRow;
  unitName: string;
  assigneeName: string | null;
  percent: number | null;
}

/** The newest figure that was not taken back; a correlated look-up over the index, so a page costs a page. */
const currentPercent = sql<number | null>`(
  select r.percent from ${progressReports} r
  where r.task_id = ${tasks.id} and r.reverses_id is null
    and not exists (select 1 from ${progressReports} u where u.reverses_id = r.id)
  order by r.id desc limit 1
)`;

export const OPEN_STATES: readonly TaskState[] = ['issued', 'inProgress', 'submitted', 'reportedDone'];
export const isOpenState = inArray(tasks.state, [...OPEN_STATES]);
/** Not a series or a split task: those are counted and spoken of by their parts. */
export const isPart = notInArray(tasks.structure, ['series', 'split']);

export interface TaskFilter {
  states?: readonly TaskState[];
  /** Due by this day, due after that one; a task without a day is neither. */
  dueBy?: Day;
  dueAfter?: Day;
  /** One of these people does it. */
  assigneeIds?: readonly number[];
  leadUnitId?: number;
  parentId?: number;
  ids?: number[];
}

function conditionsOf(filter: TaskFilter): SQL[] {
  const conditions: SQL[] = [];
  if (filter.assigneeIds !== undefined) conditions.push(inArray(tasks.assigneeId, [...filter.assigneeIds]));
  if (filter.leadUnitId !== undefined) conditions.push(eq(tasks.leadUnitId, filter.leadUnitId));
  if (filter.parentId !== undefined) conditions.push(eq(tasks.parentId, filter.parentId));
  if (filter.ids !== undefined) conditions.push(inArray(tasks.id, filter.ids));
  if (filter.states !== undefined) conditions.push(inArray(tasks.state, [...filter.states]));
  if (filter.dueBy !== undefined) conditions.push(lte(tasks.dueOn, filter.dueBy));
  if (filter.dueAfter !== undefined) conditions.push(gt(tasks.dueOn, filter.dueAfter));
  return conditions;
}

/** Open tasks, the worst first: longest overdue, then nearest due, then without a day. */
export async function listOpenTasks(
  db: Db,
  filter: TaskFilter,
  page: { offset: number; limit: number },
): Promise<ListedTask[]> {
  const where = and(isOpenState, isPart, ...conditionsOf(filter));
  return selectListed(db, where, sql`${tasks.dueOn} asc nulls last, ${tasks.id} asc`, page);
}

/**
 * What the figures count as overdue and open: due by `dueBy` and neither done nor waiting for a confirmation, the
 * longest overdue first, with their true total. "Cơ bản hoàn thành" is not done.
 */
export async function listOverdueTasks(
  db: Db,
  filter: TaskFilter & { dueBy: Day },
  limit: number,
): Promise<{ rows: ListedTask[]; total: number }> {
  const where = and(
    inArray(tasks.state, ['issued', 'inProgress', 'submitted', 'basicallyDone']),
    isPart,
    ...conditionsOf(filter),
  );
  return selectCounted(db, where, sql`${tasks.dueOn} asc, ${tasks.id} asc`, limit);
}

/** How many open tasks there are of each kind that the lists filter by. */
export async function countOpenTasks(
  db: Db,
  filter: TaskFilter,
  filters: Record<string, TaskFilter>,
): Promise<Record<string, number>> {
  const counts = Object.fromEntries(
    Object.entries(filters).map(([name, narrower]) => [
      name,
      sql<number>`(count(*) filter (where ${and(...conditionsOf(narrower)) ?? sql`true`}))::int`,
    ]),
  );
  const [row] = await db
    .select(counts)
    .from(tasks)
    .where(and(isOpenState, isPart, ...conditionsOf(filter)));
  return row ?? {};
}

/** Tasks that were reported done and wait for a confirmation, the longest waiting first. */
export async function listTasksToConfirm(db: Db) {
  return db
    .select({
      id: tasks.id,
      priority: tasks.priority,
      level: tasks.level,
      leadUnitId: tasks.leadUnitId,
      leaderInChargeId: tasks.leaderInChargeId,
      assigneeId: tasks.assigneeId,
    })
    .from(tasks)
    .where(and(eq(tasks.state, 'reportedDone'), isPart))
    .orderBy(asc(tasks.productOn), asc(tasks.id));
}

/** Tasks by id or parent, whatever their state, in due order. */
export async function listTasks(db: Db, filter: TaskFilter, limit: number): Promise<ListedTask[]> {
  return selectListed(db, and(...conditionsOf(filter)), sql`${tasks.dueOn} asc nulls last, ${tasks.id} asc`, {
    offset: 0,
    limit,
  });
}

/** Tasks whose product is of a day in [from, to] and was confirmed, newest first. */
export async function listFinishedTasks(
  db: Db,
  range: { from: Day; to: Day; leadUnitId?: number },
  limit: number,
): Promise<{ rows: ListedTask[]; total: number }> {
  const where = and(
    eq(tasks.state, 'done'),
    isPart,
    sql`${tasks.productOn} between ${range.from} and ${range.to}`,
    ...conditionsOf(range.leadUnitId === undefined ? {} : { leadUnitId: range.leadUnitId }),
  );
  return selectCounted(db, where, sql`${tasks.productOn} desc, ${tasks.id} asc`, limit);
}

/** Open tasks due in [from, to]. */
export async function listTasksDue(
  db: Db,
  range: { from: Day; to: Day; leadUnitId?: number },
  limit: number,
): Promise<{ rows: ListedTask[]; total: number }> {
  const where = and(
    inArray(tasks.state, ['issued', 'inProgress', 'submitted']),
    isPart,
    sql`${tasks.dueOn} between ${range.from} and ${range.to}`,
    ...conditionsOf(range.leadUnitId === undefined ? {} : { leadUnitId: range.leadUnitId }),
  );
  return selectCounted(db, where, sql`${tasks.dueOn} asc, ${tasks.id} asc`, limit);
}

/** A page of listed tasks from the start, with their true total. */
export async function selectCounted(db: Db, where: SQL | undefined, order: SQL, limit: number) {
  const rows = await selectListed(db, where, order, { offset: 0, limit });
  const [count] = await db.select({ total: sql<number>`count(*)::int` }).from(tasks).where(where);
  return { rows, total: count?.total ?? 0 };
}

async function selectListed(
  db: Db,
  where: SQL | undefined,
  order: SQL,
  page: { offset: number; limit: number },
): Promise<ListedTask[]> {
  return db
    .select({
      task: tasks,
      unitName: units.shortName,
      assigneeName: people.fullName,
      percent: currentPercent,
    })
    .from(tasks)
    .innerJoin(units, eq(units.id, tasks.leadUnitId))
    .leftJoin(people, eq(people.id, tasks.assigneeId))
    .where(where)
    .orderBy(order)
    .offset(page.offset)
    .limit(page.limit);
}

/** The highest number in use among codes `NVn`, so that new tasks go on from there. */
export async function findHighestTaskNumber(db: Db): Promise<number> {
  const [row] = await db
    .select({ highest: max(sql<number>`(substring(${tasks.code} from '^NV([0-9]+)'))::int`) })
    .from(tasks)
    .where(ne(tasks.structure, 'occurrence'));
  return Number(row?.highest ?? 0);
}

/** Open series: cadences whose dated occurrences must exist ahead (R140). */
export async function listOpenSeries(db: Db): Promise<TaskRow[]> {
  return db
    .select()
    .from(tasks)
    .where(and(eq(tasks.structure, 'series'), inArray(tasks.state, ['issued', 'inProgress'])))
    .orderBy(asc(tasks.id));
}

export async function listOccurrenceKeys(db: Db, parentId: number): Promise<string[]> {
  const rows = await db
    .select({ key: tasks.occurrenceKey })
    .from(tasks)
    .where(eq(tasks.parentId, parentId))
    .orderBy(desc(tasks.dueOn));
  return rows.flatMap((row) => (row.key === null ? [] : [row.key]));
}

/** How many tasks were given: a series or a task of all units is one, however many parts it has. */
export async function countTasks(db: Db): Promise<number> {
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(tasks).where(isNull(tasks.parentId));
  return row?.n ?? 0;
}
