import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { pendingActions } from '../schema/index.ts';
import type { PendingRow } from './pending.ts';

/**
 * Of everything that a person was asked the question that came last and still waits for a typed answer, whatever it is
 * about.
 */
export async function findNewestQuestion(
  db: Db,
  personId: number,
  open: { since: Date; now: Date },
): Promise<PendingRow | undefined> {
  const until = sql<string>`coalesce(
    ${pendingActions.payload} ->> 'waitsUntil',
    ${pendingActions.payload} -> 'draft' -> 'waitingFor' ->> 'until')`;
  const [row] = await db
    .select()
    .from(pendingActions)
    .where(
      and(
        eq(pendingActions.personId, personId),
        isNull(pendingActions.decidedAt),
        sql`${pendingActions.createdAt} >= ${open.since.toISOString()}::timestamptz`,
        sql`${until} >= ${open.now.toISOString()}`,
      ),
    )
    .orderBy(desc(until), desc(pendingActions.id))
    .limit(1);
  return row;
}
