import { and, count, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Day } from '../../domain/days.ts';
import type { Db } from '../client.ts';
import {
  blockers,
  bottlenecks,
  coordinatingUnits,
  difficultyTickets,
  goLives,
  groups,
  leadersInCharge,
  memberships,
  requests,
  tasks,
  units,
} from '../schema/index.ts';
import { describeAgain } from './task-descriptions.ts';
import { listCoordinatingUnitIds, type TaskRow } from './tasks.ts';

/** States of a task that still belongs to whoever leads it. */
const UNFINISHED = ['draft', 'issued', 'inProgress', 'submitted', 'reportedDone', 'suspended'] as const;

const isUnfinishedOf = (unitId: number) =>
  and(eq(tasks.leadUnitId, unitId), inArray(tasks.state, [...UNFINISHED]));

/** How much would move with a unit. */
export async function countSuccession(
  db: Db,
  unitId: number,
): Promise<{ people: number; openTasks: number; groups: number }> {
  const [members] = await db
    .select({ n: count() })
    .from(memberships)
    .where(and(eq(memberships.unitId, unitId), isNull(memberships.toOn)));
  const [led] = await db.select({ n: count() }).from(tasks).where(isUnfinishedOf(unitId));
  const [bound] = await db
    .select({ n: count() })
    .from(groups)
    .where(and(eq(groups.unitId, unitId), isNull(groups.unboundAt)));
  return { people: members?.n ?? 0, openTasks: led?.n ?? 0, groups: bound?.n ?? 0 };
}

export async function lockUnfinishedTasks(tx: Db, unitId: number): Promise<TaskRow[]> {
  return tx.select().from(tasks).where(isUnfinishedOf(unitId)).orderBy(tasks.id).for('update');
}

export async function listOpenMemberships(
  db: Db,
  unitId: number,
): Promise<(typeof memberships.$inferSelect)[]> {
  return db
    .select()
    .from(memberships)
    .where(and(eq(memberships.unitId, unitId), isNull(memberships.toOn)))
    .orderBy(memberships.id);
}

/** The leader in charge of a unit is closed; they are returned so that a renamed unit can keep them. */
export async function closeLeaderInCharge(tx: Db, unitId: number, on: Day): Promise<number | null> {
  const [closed] = await tx
    .update(leadersInCharge)
    .set({ toOn: sql`greatest(${leadersInCharge.fromOn}, ${on}::date - 1)` })
    .where(and(eq(leadersInCharge.unitId, unitId), isNull(leadersInCharge.toOn)))
    .returning({ personId: leadersInCharge.personId });
  return closed?.personId ?? null;
}

/**
 * Hands everything that is open and names a unit to its successor: groups, parts in unfinished tasks, blockers,
 * bottlenecks, tickets, requests, and the press that started it. What is closed keeps the old unit.
 */
export async function handOverReferences(tx: Db, fromId: number, toId: number, at: Date): Promise<void> {
  await tx
    .update(groups)
    .set({ unitId: toId })
    .where(and(eq(groups.unitId, fromId), isNull(groups.unboundAt)));
  await handOverParts(tx, fromId, toId, at);
  await tx
    .update(blockers)
    .set({ waitingForUnitId: toId })
    .where(and(eq(blockers.waitingForUnitId, fromId), isNull(blockers.closedAt)));
  const isOpenBottleneck = ne(bottlenecks.state, 'resolved');
  await tx
    .update(bottlenecks)
    .set({ unitId: toId })
    .where(and(eq(bottlenecks.unitId, fromId), isOpenBottleneck));
  await tx
    .update(bottlenecks)
    .set({ mustActUnitId: toId })
    .where(and(eq(bottlenecks.mustActUnitId, fromId), isOpenBottleneck));
  await tx
    .update(difficultyTickets)
    .set({ unitId: toId })
    .where(and(eq(difficultyTickets.unitId, fromId), isNull(difficultyTickets.decidedAt)));
  await tx
    .update(requests)
    .set({ proposedUnitId: toId })
    .where(and(eq(requests.proposedUnitId, fromId), eq(requests.state, 'open')));
  await tx.execute(
    sql`insert into ${goLives} (unit_id, started_at, by_person_id)
        select ${toId}, started_at, by_person_id from ${goLives} where unit_id = ${fromId}
        on conflict do nothing`,
  );
}

/** Parts of units in unfinished tasks; the successor that takes part already keeps its own part. */
async function handOverParts(tx: Db, fromId: number, toId: number, at: Date): Promise<void> {
  const unfinished = tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(inArray(tasks.state, [...UNFINISHED]));
  const isPart = and(eq(coordinatingUnits.unitId, fromId), inArray(coordinatingUnits.taskId, unfinished));
  const parts = await tx.delete(coordinatingUnits).where(isPart).returning();
  if (parts.length === 0) return;
  await tx
    .insert(coordinatingUnits)
    .values(parts.map((part) => ({ ...part, unitId: toId })))
    .onConflictDoNothing();
  // Reports of before print the former unit, those from now on its successor.
  for (const { taskId } of parts) {
    const coordinatingUnitIds = await listCoordinatingUnitIds(tx, taskId);
    await describeAgain(tx, taskId, { coordinatingUnitIds }, at);
  }
}

/**
 * Closes a unit on the day before and names its successor; the past keeps the name. One that opened today is dated back
 * by a day, since two units must not stand under one code on the same day.
 */
export async function closeUnit(tx: Db, unitId: number, successorId: number, on: Day): Promise<void> {
  await tx
    .update(units)
    .set({
      openedOn: sql`least(${units.openedOn}, ${on}::date - 1)`,
      closedOn: sql`${on}::date - 1`,
      successorId,
    })
    .where(eq(units.id, unitId));
}
