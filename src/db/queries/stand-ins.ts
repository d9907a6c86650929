import { and, eq, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { alias, unionAll } from 'drizzle-orm/pg-core';
import type { Hand, Proxy } from '../../domain/access/access.ts';
import type { Day } from '../../domain/days.ts';
import type { Db } from '../client.ts';
import { accounts, delegations, people, standIns } from '../schema/index.ts';

export type StandInRow = typeof standIns.$inferSelect;

/** Rows of stand-ins or delegations that hold on a day and were not ended before. */
const holdsOn = (table: typeof standIns | typeof delegations, on: Day) =>
  and(lte(table.fromOn, on), gte(table.toOn, on), isNull(table.endedAt));

/** Who is away on a day and who stands in, the newest word last. */
export async function listStandIns(db: Db, on: Day): Promise<{ personId: number; standInId: number }[]> {
  return db
    .select({ personId: standIns.personId, standInId: standIns.standInId })
    .from(standIns)
    .where(holdsOn(standIns, on))
    .orderBy(standIns.id);
}

/**
 * In whose place a person acts on a day, with the rights of each: in everything for whoever is away, in decisions for
 * whoever delegated. One query, since it is asked of every message.
 */
export async function listProxies(db: Db, personId: number, on: Day): Promise<Proxy[]> {
  const given = unionAll(
    db
      .select({ personId: standIns.personId, scope: sql<Proxy['scope']>`'all'`.as('scope') })
      .from(standIns)
      .where(and(eq(standIns.standInId, personId), holdsOn(standIns, on))),
    db
      .select({ personId: delegations.fromPersonId, scope: sql<Proxy['scope']>`'decisions'`.as('scope') })
      .from(delegations)
      .where(and(eq(delegations.toPersonId, personId), holdsOn(delegations, on))),
  ).as('given');
  const rows = await db
    .selectDistinct({ personId: given.personId, scope: given.scope, hand: handOf(given.personId, on) })
    .from(given)
    .innerJoin(people, eq(people.id, given.personId))
    .where(or(isNull(people.leftOn), gte(people.leftOn, on)))
    .orderBy(given.personId, given.scope);
  return rows.map(({ personId: of, scope, hand }) => ({ of: { personId: of, ...hand }, scope }));
}

const handOf = (personId: SQL | SQL.Aliased | (typeof people)['id'], on: Day) => sql<Omit<Hand, 'personId'>>`
  jsonb_build_object(
    'roles', coalesce((
      select jsonb_agg(jsonb_build_object('unitId', m.unit_id, 'role', m.role) order by m.id)
      from memberships m
      where m.person_id = ${personId} and m.from_on <= ${on} and (m.to_on is null or m.to_on >= ${on})), '[]'),
    'inChargeOf', coalesce((
      select jsonb_agg(c.unit_id) from leaders_in_charge c
      where c.person_id = ${personId} and c.from_on <= ${on} and (c.to_on is null or c.to_on >= ${on})), '[]'),
    'isOperator', exists (
      select 1 from grants g
      where g.person_id = ${personId} and g.kind = 'operator'
        and g.from_on <= ${on} and (g.to_on is null or g.to_on >= ${on})))`;

/** Somebody who is told besides a person, in that person's place. */
export interface ToldInPlace {
  personId: number;
  scope: Proxy['scope'];
  /** Whose place it is. */
  name: string;
}

/** Who else hears on a day what is said to a person: stand-ins and delegates whom a message can reach. */
export async function listToldInPlaceOf(db: Db, personId: number, on: Day): Promise<ToldInPlace[]> {
  const given = unionAll(
    db
      .select({ toId: standIns.standInId, scope: sql<Proxy['scope']>`'all'`.as('scope') })
      .from(standIns)
      .where(and(eq(standIns.personId, personId), holdsOn(standIns, on))),
    db
      .select({ toId: delegations.toPersonId, scope: sql<Proxy['scope']>`'decisions'`.as('scope') })
      .from(delegations)
      .where(and(eq(delegations.fromPersonId, personId), holdsOn(delegations, on))),
  ).as('given');
  const rows = await db
    .selectDistinct({ personId: given.toId, scope: given.scope, name: people.fullName })
    .from(given)
    .innerJoin(
      accounts,
      and(eq(accounts.personId, given.toId), isNull(accounts.closedAt), eq(accounts.reach, 'ok')),
    )
    .innerJoin(people, eq(people.id, personId))
    .orderBy(given.scope, given.toId);
  // Told once, whoever stands in and is a delegate besides.
  return rows.filter((row, i) => rows.findIndex((other) => other.personId === row.personId) === i);
}

/** Whom a person stands in for or has standing in, from a day on, with the names of both. */
export async function listProxiesAround(db: Db, personId: number, from: Day) {
  const [away, stands] = [alias(people, 'away'), alias(people, 'stands')];
  const select = (table: typeof standIns | typeof delegations, ofId: SQL, toId: SQL, sort: string) =>
    db
      .select({
        id: table.id,
        sort: sql<'standIn' | 'delegation'>`${sort}`.as('sort'),
        ofId: away.id,
        of: away.fullName,
        to: stands.fullName,
        fromOn: table.fromOn,
        toOn: table.toOn,
      })
      .from(table)
      .innerJoin(away, sql`${away.id} = ${ofId}`)
      .innerJoin(stands, sql`${stands.id} = ${toId}`)
      .where(
        and(
          gte(table.toOn, from),
          isNull(table.endedAt),
          or(sql`${ofId} = ${personId}`, sql`${toId} = ${personId}`),
        ),
      );
  return [
    ...(await select(standIns, sql`${standIns.personId}`, sql`${standIns.standInId}`, 'standIn')),
    ...(await select(
      delegations,
      sql`${delegations.fromPersonId}`,
      sql`${delegations.toPersonId}`,
      'delegation',
    )),
  ];
}

/** Ends everything in which a person stands in or is stood in for. */
export async function endProxiesOf(tx: Db, personId: number, at: Date): Promise<void> {
  await tx
    .update(standIns)
    .set({ endedAt: at })
    .where(
      and(
        isNull(standIns.endedAt),
        or(eq(standIns.personId, personId), eq(standIns.standInId, personId)),
      ),
    );
  await tx
    .update(delegations)
    .set({ endedAt: at })
    .where(
      and(
        isNull(delegations.endedAt),
        or(eq(delegations.fromPersonId, personId), eq(delegations.toPersonId, personId)),
      ),
    );
}
