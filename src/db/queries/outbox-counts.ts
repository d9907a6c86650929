import { and, eq, inArray, lte, or, sql } from 'drizzle-orm';
import type { Priority } from '../../domain/message/priority.ts';
import type { Db } from '../client.ts';
import { outbox } from '../schema/index.ts';
import { isDue, type OutboxState } from './outbox.ts';

/** How many messages wait or were given up, for the operator. */
export async function countOutbox(db: Db): Promise<Record<OutboxState, number>> {
  const rows = await db
    .select({ state: outbox.state, n: sql<number>`count(*)::int` })
    .from(outbox)
    .where(
      or(inArray(outbox.state, ['waiting', 'sending', 'unreachable', 'failed']), eq(outbox.state, 'dropped')),
    )
    .groupBy(outbox.state);
  const counts: Record<OutboxState, number> = {
    waiting: 0,
    sending: 0,
    sent: 0,
    dropped: 0,
    unreachable: 0,
    failed: 0,
  };
  for (const row of rows) counts[row.state] = row.n;
  return counts;
}

/** How many messages could go out now, none less urgent than so. */
export async function countSendable(db: Db, now: Date, leastUrgent: Priority): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(outbox)
    .where(and(isDue(now), lte(outbox.priority, leastUrgent)));
  return row?.n ?? 0;
}

/** How many messages Telegram refused for good. */
export async function countRefusedMessages(db: Db): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(outbox)
    .where(eq(outbox.state, 'failed'));
  return row?.n ?? 0;
}
