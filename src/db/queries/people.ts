import { and, eq, isNull } from 'drizzle-orm';
import type { Day } from '../../domain/days.ts';
import type { Db } from '../client.ts';
import { grants, leadersInCharge, memberships, people, units } from '../schema/index.ts';

export async function addPerson(tx: Db, row: Omit<typeof people.$inferInsert, 'id'>): Promise<number> {
  const [added] = await tx.insert(people).values(row).returning({ id: people.id });
  if (added === undefined) throw new Error('The database returned no person');
  return added.id;
}

export async function changePerson(
  tx: Db,
  id: number,
  patch: Partial<typeof people.$inferInsert>,
): Promise<void> {
  await tx.update(people).set(patch).where(eq(people.id, id));
}

export async function addUnit(tx: Db, row: Omit<typeof units.$inferInsert, 'id'>): Promise<number> {
  const [added] = await tx.insert(units).values(row).returning({ id: units.id });
  if (added === undefined) throw new Error('The database returned no unit');
  return added.id;
}

export async function changeUnit(
  tx: Db,
  id: number,
  patch: Partial<typeof units.$inferInsert>,
): Promise<void> {
  await tx.update(units).set(patch).where(eq(units.id, id));
}

export async function addMembership(tx: Db, row: Omit<typeof memberships.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(memberships).values(row);
}

/** Closes a membership on its last day. */
export async function closeMembership(tx: Db, id: number, toOn: Day): Promise<void> {
  await tx.update(memberships).set({ toOn }).where(eq(memberships.id, id));
}

/** Gives a right from a day on; a right that is open already stays as it is. */
export async function addGrant(tx: Db, row: Omit<typeof grants.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(grants).values(row).onConflictDoNothing();
}

/** Puts a leader in charge of a unit from a day on; whoever was before is closed on the day before. */
export async function putInCharge(
  tx: Db,
  row: { unitId: number; personId: number; fromOn: Day; previousToOn: Day },
): Promise<void> {
  const open = and(eq(leadersInCharge.unitId, row.unitId), isNull(leadersInCharge.toOn));
  const [current] = await tx.select().from(leadersInCharge).where(open);
  if (current?.personId === row.personId) return;
  if (current !== undefined) {
    const toOn = row.previousToOn < current.fromOn ? current.fromOn : row.previousToOn;
    await tx.update(leadersInCharge).set({ toOn }).where(eq(leadersInCharge.id, current.id));
  }
  await tx.insert(leadersInCharge).values({ unitId: row.unitId, personId: row.personId, fromOn: row.fromOn });
}
