import { and, asc, count, eq, gte, isNull, like, lte, ne, or, sql } from 'drizzle-orm';
import type { Day } from '../../domain/days.ts';
import type { Db } from '../client.ts';
import {
  accounts,
  delegations,
  grants,
  leadersInCharge,
  memberships,
  people,
  standIns,
  tasks,
  units,
} from '../schema/index.ts';
import type { TaskRow } from './tasks.ts';

const isMember = (on: Day) =>
  and(
    eq(memberships.personId, people.id),
    lte(memberships.fromOn, on),
    or(isNull(memberships.toOn), gte(memberships.toOn, on)),
  );
const isHere = (on: Day) => and(lte(people.joinedOn, on), or(isNull(people.leftOn), gte(people.leftOn, on)));
const hasAccount = and(eq(accounts.personId, people.id), isNull(accounts.closedAt));

/** How many people each unit has on a day, and how many of them have joined. */
export async function countPeopleByUnit(
  db: Db,
  on: Day,
): Promise<Map<number, { people: number; joined: number }>> {
  const rows = await db
    .select({
      unitId: memberships.unitId,
      people: sql<number>`count(distinct ${people.id})::int`,
      joined: sql<number>`count(distinct ${accounts.personId})::int`,
    })
    .from(people)
    .innerJoin(memberships, isMember(on))
    .leftJoin(accounts, hasAccount)
    .where(isHere(on))
    .groupBy(memberships.unitId);
  return new Map(rows.map(({ unitId, ...counts }) => [unitId, counts]));
}

export interface ListedPerson {
  personId: number;
  name: string;
  title: string | null;
  unit: string | null;
  hasJoined: boolean;
}

/** People by unit or by a part of their folded name, in Vietnamese order, with the true total. */
export async function listPeopleLines(
  db: Db,
  filter: { on: Day; unitId?: number; foldedName?: string },
  page: { offset: number; limit: number },
): Promise<{ rows: ListedPerson[]; total: number }> {
  const { on, unitId, foldedName } = filter;
  const where = and(
    isHere(on),
    unitId === undefined ? undefined : eq(memberships.unitId, unitId),
    foldedName === undefined
      ? undefined
      : like(people.foldedName, `%${foldedName.replace(/[\\%_]/g, '\\$&')}%`),
  );
  const rows = await db
    .select({
      personId: people.id,
      name: people.fullName,
      title: memberships.title,
      unit: units.shortName,
      hasJoined: sql<boolean>`${accounts.id} is not null`,
    })
    .from(people)
    .leftJoin(memberships, isMember(on))
    .leftJoin(units, eq(units.id, memberships.unitId))
    .leftJoin(accounts, hasAccount)
    .where(where)
    .orderBy(asc(people.sortKey), asc(people.id), asc(memberships.id))
    .offset(page.offset)
    .limit(page.limit);
  const [counted] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(people)
    .leftJoin(memberships, isMember(on))
    .where(where);
  return { rows, total: counted?.total ?? 0 };
}

const OPEN = ['issued', 'inProgress', 'submitted'] as const;

/** Open tasks that a person does, in one unit or in all; locked, in due order. */
export async function lockOpenTasksOf(tx: Db, personId: number, leadUnitId?: number): Promise<TaskRow[]> {
  return tx
    .select()
    .from(tasks)
    .where(
      and(
        eq(tasks.assigneeId, personId),
        sql`${tasks.state} in ${[...OPEN]}`,
        leadUnitId === undefined ? undefined : eq(tasks.leadUnitId, leadUnitId),
      ),
    )
    .orderBy(sql`${tasks.dueOn} asc nulls last`, asc(tasks.id))
    .for('update');
}

export async function countOpenTasksOf(db: Db, personId: number): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(tasks)
    .where(and(eq(tasks.assigneeId, personId), sql`${tasks.state} in ${[...OPEN]}`));
  return row?.n ?? 0;
}

/** Ends everything that a person holds on their last day: memberships, rights, fields in charge, stand-ins, delegations. */
export async function closeDuties(tx: Db, personId: number, lastOn: Day, at: Date): Promise<void> {
  const lastDay = (from: typeof memberships.fromOn) => sql`greatest(${from}, ${lastOn}::date)`;
  await tx
    .update(memberships)
    .set({ toOn: lastDay(memberships.fromOn) })
    .where(and(eq(memberships.personId, personId), isNull(memberships.toOn)));
  await tx
    .update(grants)
    .set({ toOn: sql`greatest(${grants.fromOn}, ${lastOn}::date)` })
    .where(and(eq(grants.personId, personId), isNull(grants.toOn)));
  await tx
    .update(leadersInCharge)
    .set({ toOn: sql`greatest(${leadersInCharge.fromOn}, ${lastOn}::date)` })
    .where(and(eq(leadersInCharge.personId, personId), isNull(leadersInCharge.toOn)));
  await tx
    .update(standIns)
    .set({ endedAt: at })
    .where(
      and(or(eq(standIns.personId, personId), eq(standIns.standInId, personId)), isNull(standIns.endedAt)),
    );
  await tx
    .update(delegations)
    .set({ endedAt: at })
    .where(
      and(
        or(eq(delegations.fromPersonId, personId), eq(delegations.toPersonId, personId)),
        isNull(delegations.endedAt),
      ),
    );
}

/** Takes a right back; it held until the day before, or not at all when it was given today. */
export async function closeGrant(
  tx: Db,
  personId: number,
  kind: (typeof grants.$inferSelect)['kind'],
  on: Day,
): Promise<void> {
  const open = and(eq(grants.personId, personId), eq(grants.kind, kind), isNull(grants.toOn));
  await tx.delete(grants).where(and(open, eq(grants.fromOn, on)));
  await tx
    .update(grants)
    .set({ toOn: sql`${on}::date - 1` })
    .where(open);
}

/** Whether somebody else holds this right on a day. */
export async function hasOtherGrantee(db: Db, personId: number, on: Day): Promise<boolean> {
  const [row] = await db
    .select({ id: grants.id })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .where(
      and(
        eq(grants.kind, 'operator'),
        ne(grants.personId, personId),
        lte(grants.fromOn, on),
        or(isNull(grants.toOn), gte(grants.toOn, on)),
        isHere(on),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** Changes a membership that began today in place; an older one ends yesterday and the new one begins. */
export async function replaceMembership(
  tx: Db,
  current: typeof memberships.$inferSelect,
  next: Omit<typeof memberships.$inferInsert, 'id' | 'personId' | 'fromOn'>,
  on: Day,
): Promise<void> {
  if (current.fromOn === on) {
    await tx.update(memberships).set(next).where(eq(memberships.id, current.id));
    return;
  }
  await tx
    .update(memberships)
    .set({ toOn: sql`${on}::date - 1` })
    .where(eq(memberships.id, current.id));
  await tx.insert(memberships).values({ ...next, personId: current.personId, fromOn: on });
}
