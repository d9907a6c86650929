import { and, asc, eq, exists, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Day } from '../../domain/days.ts';
import type { Role } from '../../domain/organisation/organisation.ts';
import type { Db } from '../client.ts';
import {
  accounts,
  grants,
  invitations,
  leadersInCharge,
  memberships,
  people,
  units,
} from '../schema/index.ts';

export type UnitRow = typeof units.$inferSelect;
export type PersonRow = typeof people.$inferSelect;
export type MembershipRow = typeof memberships.$inferSelect;

/** Rows of a dated table that hold on a day. */
const holdsOn = (from: PgColumn, to: PgColumn, day: Day) => and(lte(from, day), or(isNull(to), gte(to, day)));

const ofPerson = (column: PgColumn, personId: number | undefined) =>
  personId === undefined ? undefined : eq(column, personId);

export async function listUnits(db: Db, on: Day): Promise<UnitRow[]> {
  return db
    .select()
    .from(units)
    .where(holdsOn(units.openedOn, units.closedOn, on))
    .orderBy(asc(units.position));
}

export async function listPeople(db: Db, on: Day): Promise<PersonRow[]> {
  return db
    .select()
    .from(people)
    .where(holdsOn(people.joinedOn, people.leftOn, on))
    .orderBy(asc(people.sortKey));
}

/** Memberships that hold on a day, of everybody or of one person. */
export async function listMemberships(db: Db, on: Day, personId?: number): Promise<MembershipRow[]> {
  return db
    .select()
    .from(memberships)
    .where(and(holdsOn(memberships.fromOn, memberships.toOn, on), ofPerson(memberships.personId, personId)))
    .orderBy(asc(memberships.id));
}

/** Whether the person holds the role in any unit now. */
export async function hasRole(db: Db, personId: number, role: Role): Promise<boolean> {
  const [row] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), eq(memberships.role, role), isNull(memberships.toOn)))
    .limit(1);
  return row !== undefined;
}

export async function listLeadersInCharge(db: Db, on: Day, personId?: number) {
  return db
    .select()
    .from(leadersInCharge)
    .where(
      and(
        holdsOn(leadersInCharge.fromOn, leadersInCharge.toOn, on),
        ofPerson(leadersInCharge.personId, personId),
      ),
    );
}

export async function listGrants(db: Db, on: Day, personId?: number) {
  return db
    .select()
    .from(grants)
    .where(and(holdsOn(grants.fromOn, grants.toOn, on), ofPerson(grants.personId, personId)));
}

/** People whom a message can reach: an open account that did not refuse the last one. */
export async function listReachablePersonIds(db: Db): Promise<Set<number>> {
  const rows = await db
    .select({ personId: accounts.personId })
    .from(accounts)
    .where(and(isNull(accounts.closedAt), eq(accounts.reach, 'ok')));
  return new Set(rows.map((row) => row.personId));
}

/** Everybody of a day by name, with one unit and title each, for telling whom a text names. */
export async function listPeopleWithUnits(
  db: Db,
  on: Day,
): Promise<{ personId: number; name: string; unitId: number | null; title: string | null }[]> {
  return db
    .selectDistinctOn([people.id], {
      personId: people.id,
      name: people.fullName,
      unitId: memberships.unitId,
      title: memberships.title,
    })
    .from(people)
    .leftJoin(
      memberships,
      and(eq(memberships.personId, people.id), holdsOn(memberships.fromOn, memberships.toOn, on)),
    )
    .where(holdsOn(people.joinedOn, people.leftOn, on))
    .orderBy(asc(people.id), asc(memberships.id));
}

export interface UnreachablePerson {
  personId: number;
  name: string;
  unitId: number;
  reason: 'blocked' | 'deactivated' | 'notFound' | 'notJoined';
}

/** People whom no message reaches: the last one was refused, or they were invited before and have not joined. */
export async function listUnreachablePeople(
  db: Db,
  on: Day,
  invitedBefore: Date,
): Promise<UnreachablePerson[]> {
  const wasInvited = db
    .select({ one: sql`1` })
    .from(invitations)
    .where(
      and(
        eq(invitations.personId, people.id),
        isNull(invitations.revokedAt),
        lte(invitations.createdAt, invitedBefore),
      ),
    );
  const rows = await db
    .select({
      personId: people.id,
      name: people.fullName,
      unitId: memberships.unitId,
      reach: accounts.reach,
    })
    .from(people)
    .innerJoin(
      memberships,
      and(eq(memberships.personId, people.id), holdsOn(memberships.fromOn, memberships.toOn, on)),
    )
    .leftJoin(accounts, and(eq(accounts.personId, people.id), isNull(accounts.closedAt)))
    .where(
      and(
        holdsOn(people.joinedOn, people.leftOn, on),
        or(ne(accounts.reach, 'ok'), and(isNull(accounts.id), exists(wasInvited))),
      ),
    )
    .orderBy(asc(people.sortKey));
  return rows.map(({ reach, ...person }) => ({
    ...person,
    reason: reach === null || reach === 'ok' ? 'notJoined' : reach,
  }));
}

export async function findUnitByCode(db: Db, code: string): Promise<UnitRow | undefined> {
  const [unit] = await db
    .select()
    .from(units)
    .where(and(sql`upper(${units.code}) = ${code.toUpperCase()}`, isNull(units.closedOn)))
    .limit(1);
  return unit;
}

export async function findUnit(db: Db, unitId: number): Promise<UnitRow | undefined> {
  const [unit] = await db.select().from(units).where(eq(units.id, unitId)).limit(1);
  return unit;
}

/** Names by id, of whoever works here or did. */
export async function listPeopleNames(db: Db, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: people.fullName })
    .from(people)
    .where(inArray(people.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function findPerson(db: Db, personId: number): Promise<PersonRow | undefined> {
  const [person] = await db.select().from(people).where(eq(people.id, personId)).limit(1);
  return person;
}

/** How many people, units, tasks, bound accounts and groups there are: the state of the set-up. */
export async function countSetup(db: Db) {
  const one = async (statement: Promise<{ n: number }[]>) => (await statement)[0]?.n ?? 0;
  const n = sql<number>`count(*)::int`;
  return {
    people: await one(db.select({ n }).from(people).where(isNull(people.leftOn))),
    units: await one(db.select({ n }).from(units).where(isNull(units.closedOn))),
    bound: await one(db.select({ n }).from(accounts).where(isNull(accounts.closedAt))),
  };
}

/** A person with the unit and title under which they are known today. */
export async function describePerson(
  db: Db,
  personId: number,
  on: Day,
): Promise<{ name: string; unitName: string | null; title: string | null }> {
  const person = await findPerson(db, personId);
  const [membership] = await listMemberships(db, on, personId);
  const unit = membership === undefined ? undefined : await findUnit(db, membership.unitId);
  return { name: person?.fullName ?? '', unitName: unit?.name ?? null, title: membership?.title ?? null };
}

export async function countPeople(db: Db): Promise<number> {
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(people);
  return row?.n ?? 0;
}
