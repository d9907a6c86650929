import { and, asc, eq, gte, isNull } from 'drizzle-orm';
import type { Day } from '../../domain/days.ts';
import type { Db } from '../client.ts';
import { delegations } from '../schema/index.ts';

export type DelegationRow = typeof delegations.$inferSelect;

export async function addDelegation(
  tx: Db,
  row: Omit<typeof delegations.$inferInsert, 'id'>,
): Promise<DelegationRow> {
  const [added] = await tx.insert(delegations).values(row).returning();
  if (added === undefined) throw new Error('The database returned no delegation');
  return added;
}

/** What a person gave and received that holds on a day or later, in order of its days. */
export async function listDelegations(
  db: Db,
  personId: number,
  on: Day,
): Promise<{ given: DelegationRow[]; received: DelegationRow[] }> {
  const isOpen = and(isNull(delegations.endedAt), gte(delegations.toOn, on));
  const order = [asc(delegations.fromOn), asc(delegations.id)];
  return {
    given: await db
      .select()
      .from(delegations)
      .where(and(eq(delegations.fromPersonId, personId), isOpen))
      .orderBy(...order),
    received: await db
      .select()
      .from(delegations)
      .where(and(eq(delegations.toPersonId, personId), isOpen))
      .orderBy(...order),
  };
}

/** Ends a delegation that holds; `undefined` when there is none to end. */
export async function endDelegation(
  tx: Db,
  { id, fromPersonId, at }: { id: number; fromPersonId: number; at: Date },
): Promise<DelegationRow | undefined> {
  const [ended] = await tx
    .update(delegations)
    .set({ endedAt: at })
    .where(
      and(eq(delegations.id, id), eq(delegations.fromPersonId, fromPersonId), isNull(delegations.endedAt)),
    )
    .returning();
  return ended;
}
