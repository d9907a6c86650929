import { and, eq, gte, isNull, lte, or, type SQLWrapper, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Hand, InPlaceOf } from '../../domain/access/access.ts';
import type { Day } from '../../domain/days.ts';
import type { Db } from '../client.ts';
import { delegations, people, standIns } from '../schema/index.ts';

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
export async function listProxies(db: Db, personId: number, on: Day): Promise<InPlaceOf[]> {
  const given = unionAll(
    db
      .select({ personId: standIns.personId, scope: sql<InPlaceOf['scope']>`'all'`.as('scope') })
      .from(standIns)
      .where(and(eq(standIns.standInId, personId), holdsOn(standIns, on))),
    db
      .select({ personId: delegations.fromPersonId, scope: sql<InPlaceOf['scope']>`'decisions'`.as('scope') })
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

const handOf = (personId: SQLWrapper, on: Day) => sql<Omit<Hand, 'personId'>>`
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
