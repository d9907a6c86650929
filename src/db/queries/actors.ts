import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../../domain/access/access.ts';
import type { Day } from '../../domain/days.ts';
import type { Db } from '../client.ts';
import { accounts, people } from '../schema/index.ts';
import { listGrants, listLeadersInCharge, listMemberships } from './directory.ts';
import { listProxies } from './stand-ins.ts';

/** The person to whom a Telegram account is bound, if any. */
export async function findPersonIdByTelegramId(db: Db, telegramUserId: number): Promise<number | null> {
  const [row] = await db
    .select({ personId: accounts.personId })
    .from(accounts)
    .where(and(eq(accounts.telegramUserId, telegramUserId), isNull(accounts.closedAt)))
    .limit(1);
  return row?.personId ?? null;
}

/** A person with the rights that hold on a day; `null` when the person has left or never was. */
export async function loadActor(db: Db, personId: number, on: Day): Promise<Actor | null> {
  const [person] = await db.select().from(people).where(eq(people.id, personId)).limit(1);
  if (person === undefined || (person.leftOn !== null && person.leftOn < on)) return null;
  const [roles, inCharge, granted, inPlaceOf] = await Promise.all([
    listMemberships(db, on, personId),
    listLeadersInCharge(db, on, personId),
    listGrants(db, on, personId),
    listProxies(db, personId, on),
  ]);
  return {
    personId,
    name: person.fullName,
    roles: roles.map(({ unitId, role }) => ({ unitId, role })),
    inChargeOf: inCharge.map((row) => row.unitId),
    isOperator: granted.some((grant) => grant.kind === 'operator'),
    isAdmin: granted.some((grant) => grant.kind === 'admin'),
    inPlaceOf,
  };
}
