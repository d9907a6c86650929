import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { blockers, outbox, tasks, units } from '../schema/index.ts';

export type BlockerRow = typeof blockers.$inferSelect;

export async function addBlocker(tx: Db, row: Omit<typeof blockers.$inferInsert, 'id'>): Promise<BlockerRow> {
  const [added] = await tx.insert(blockers).values(row).returning();
  if (added === undefined) throw new Error('The database returned no blocker');
  return added;
}

export async function findBlocker(db: Db, id: number): Promise<BlockerRow | undefined> {
  const [row] = await db.select().from(blockers).where(eq(blockers.id, id)).limit(1);
  return row;
}

/** What a task waits for now, oldest first. */
export async function listOpenBlockers(db: Db, taskId: number): Promise<BlockerRow[]> {
  return db
    .select()
    .from(blockers)
    .where(and(eq(blockers.taskId, taskId), isNull(blockers.closedAt)))
    .orderBy(asc(blockers.id));
}

/** What holds a person's open tasks up, or what they reported themselves, oldest first. */
export async function listOwnBlockers(
  db: Db,
  personId: number,
  limit: number,
): Promise<{ blocker: BlockerRow; code: string; title: string }[]> {
  return db
    .select({ blocker: blockers, code: tasks.code, title: tasks.title })
    .from(blockers)
    .innerJoin(tasks, eq(tasks.id, blockers.taskId))
    .where(
      and(
        isNull(blockers.closedAt),
        inArray(tasks.state, ['issued', 'inProgress', 'submitted']),
        or(eq(blockers.reportedById, personId), eq(tasks.assigneeId, personId)),
      ),
    )
    .orderBy(asc(blockers.id))
    .limit(limit);
}

/** The tasks that a confirmed blocker holds up now. */
export async function listTasksWithConfirmedBlocker(db: Db): Promise<number[]> {
  const rows = await db
    .selectDistinct({ taskId: blockers.taskId })
    .from(blockers)
    .where(and(isNull(blockers.closedAt), isNotNull(blockers.confirmedAt)));
  return rows.map((row) => row.taskId);
}

/** Whom tasks wait for: a unit of the department by its short name, anybody else as it was typed. */
export interface WaitedFor {
  taskId: number;
  name: string;
  isConfirmed: boolean;
}

/** Whom these tasks wait for by their open blockers, what is confirmed first. */
export async function listWaitedFor(db: Db, taskIds: number[]): Promise<WaitedFor[]> {
  const found: WaitedFor[] = [];
  for (let start = 0; start < taskIds.length; start += 2000) {
    const rows = await db
      .select({
        taskId: blockers.taskId,
        name: sql<string | null>`coalesce(${units.shortName}, ${blockers.waitingForText})`,
        isConfirmed: sql<boolean>`${blockers.confirmedAt} is not null`,
      })
      .from(blockers)
      .leftJoin(units, eq(units.id, blockers.waitingForUnitId))
      .where(and(inArray(blockers.taskId, taskIds.slice(start, start + 2000)), isNull(blockers.closedAt)))
      .orderBy(sql`${blockers.confirmedAt} is null`, asc(blockers.id));
    found.push(...rows.flatMap(({ name, ...row }) => (name === null ? [] : [{ ...row, name }])));
  }
  return found;
}

/** Writes down that a unit's head confirmed what is still open. @returns false when it was confirmed or closed before */
export async function confirmBlockerRow(
  tx: Db,
  id: number,
  confirmed: { confirmedAt: Date; confirmedById: number },
): Promise<boolean> {
  const rows = await tx
    .update(blockers)
    .set(confirmed)
    .where(and(eq(blockers.id, id), isNull(blockers.closedAt), isNull(blockers.confirmedAt)))
    .returning({ id: blockers.id });
  return rows.length > 0;
}

export async function closeBlockerRows(
  tx: Db,
  ids: number[],
  closed: { closedAt: Date; closedById: number },
): Promise<void> {
  if (ids.length === 0) return;
  await tx.update(blockers).set(closed).where(inArray(blockers.id, ids));
}

/** The people whom messages of these dedupe keys were for, in the order in which they were told. */
export async function listToldPersonIds(db: Db, dedupeKeys: string[]): Promise<number[]> {
  const rows = await db
    .select({ personId: outbox.personId })
    .from(outbox)
    .where(and(inArray(outbox.dedupeKey, dedupeKeys), isNotNull(outbox.personId)))
    .orderBy(asc(outbox.id));
  return [...new Set(rows.flatMap((row) => (row.personId === null ? [] : [row.personId])))];
}
