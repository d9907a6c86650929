import { and, eq, lt, or, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { leases } from '../schema/index.ts';

/**
 * Takes or renews a lease for so many real seconds. The token grows with each change of hands.
 * @returns the token, or `null` while somebody else holds it.
 */
export async function holdLease(
  db: Db,
  name: string,
  holder: string,
  seconds: number,
): Promise<number | null> {
  const until = sql`clock_timestamp() + ${seconds} * interval '1 second'`;
  await db.insert(leases).values({ name, holder, token: 1, expiresAt: until }).onConflictDoNothing();
  const [row] = await db
    .update(leases)
    .set({
      holder,
      expiresAt: until,
      token: sql`case when ${leases.holder} = ${holder} then ${leases.token} else ${leases.token} + 1 end`,
    })
    .where(
      and(eq(leases.name, name), or(eq(leases.holder, holder), lt(leases.expiresAt, sql`clock_timestamp()`))),
    )
    .returning({ token: leases.token });
  return row?.token ?? null;
}

/** Long past: a machine's clock that steps back a little keeps no lease that was let go. */
const LET_GO = new Date(0);

/** Lets a lease go, so that the next holder need not wait. */
export async function releaseLease(db: Db, name: string, holder: string): Promise<void> {
  await db
    .update(leases)
    .set({ expiresAt: LET_GO })
    .where(and(eq(leases.name, name), eq(leases.holder, holder)));
}

/** Ends every lease: for whoever knows that no other process lives, since a killed one let nothing go. */
export async function endLeases(db: Db): Promise<void> {
  await db.update(leases).set({ expiresAt: LET_GO });
}
