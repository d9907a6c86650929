import { and, asc, count, desc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Day } from '../../domain/days.ts';
import type { Db } from '../client.ts';
import { campaigns, memberships, pendingActions, people, tasks } from '../schema/index.ts';
import type { PendingRow } from './pending.ts';
import { findHighestTaskNumber } from './tasks.ts';

const isOpenDraftOf = (personId: number, since: Date) =>
  and(
    eq(pendingActions.personId, personId),
    eq(pendingActions.kind, 'draft'),
    isNull(pendingActions.decidedAt),
    gte(pendingActions.createdAt, since),
  );

/** The newest draft of a person that was begun since a moment and neither issued nor dropped. */
export async function findOpenDraft(db: Db, personId: number, since: Date): Promise<PendingRow | undefined> {
  const [row] = await db
    .select()
    .from(pendingActions)
    .where(isOpenDraftOf(personId, since))
    .orderBy(desc(pendingActions.id))
    .limit(1);
  return row;
}

/** Of a person's open drafts the one that asked last and still waits for a typed answer at this moment. */
export async function findWaitingDraft(
  db: Db,
  personId: number,
  open: { since: Date; now: Date },
): Promise<PendingRow | undefined> {
  const until = sql<string>`${pendingActions.payload} -> 'draft' -> 'waitingFor' ->> 'until'`;
  const [row] = await db
    .select()
    .from(pendingActions)
    .where(and(isOpenDraftOf(personId, open.since), gte(until, open.now.toISOString())))
    .orderBy(desc(until), desc(pendingActions.id))
    .limit(1);
  return row;
}

/** Somebody of a unit, with how many tasks they have open. */
export interface UnitPerson {
  personId: number;
  unitId: number;
  name: string;
  openTasks: number;
}

/** The people of units on a day, those with the fewest open tasks first. */
export async function listPeopleOfUnits(db: Db, unitIds: readonly number[], on: Day): Promise<UnitPerson[]> {
  if (unitIds.length === 0) return [];
  const load = db
    .select({ assigneeId: tasks.assigneeId, n: count().as('n') })
    .from(tasks)
    .where(inArray(tasks.state, ['issued', 'inProgress', 'submitted']))
    .groupBy(tasks.assigneeId)
    .as('load');
  const openTasks = sql<number>`coalesce(${load.n}, 0)::int`;
  return db
    .select({ personId: people.id, unitId: memberships.unitId, name: people.fullName, openTasks })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(load, eq(load.assigneeId, people.id))
    .where(
      and(
        inArray(memberships.unitId, [...unitIds]),
        lte(memberships.fromOn, on),
        or(isNull(memberships.toOn), gte(memberships.toOn, on)),
        or(isNull(people.leftOn), gte(people.leftOn, on)),
      ),
    )
    .orderBy(asc(openTasks), asc(people.sortKey), asc(people.id));
}

/**
 * The next free number among codes `NVn`. The campaign's row stays locked until the transaction ends, so that of two
 * who give a task at once the second takes the number after.
 */
export async function takeTaskNumber(tx: Db): Promise<number> {
  await tx.select({ id: campaigns.id }).from(campaigns).orderBy(campaigns.id).for('update');
  return (await findHighestTaskNumber(tx)) + 1;
}
