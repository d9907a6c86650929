import { and, asc, count, eq, inArray, lte, min, ne, or } from 'drizzle-orm';
import type { Day } from '../../domain/days.ts';
import type { RequestKind } from '../../domain/task/request.ts';
import type { Db } from '../client.ts';
import { outbox, progressReports, requests, sentMessages, standIns, tasks } from '../schema/index.ts';
import type { TaskRow } from './tasks.ts';

export type RequestRow = typeof requests.$inferSelect;

export async function addRequest(tx: Db, row: Omit<typeof requests.$inferInsert, 'id'>): Promise<RequestRow> {
  const [added] = await tx.insert(requests).values(row).returning();
  if (added === undefined) throw new Error('The database returned no request');
  return added;
}

export async function findRequest(db: Db, id: number): Promise<RequestRow | undefined> {
  const [row] = await db.select().from(requests).where(eq(requests.id, id)).limit(1);
  return row;
}

/** What waits for a decision about a task, the oldest first; at most one of a kind. */
export async function listOpenRequests(db: Db, taskId: number): Promise<RequestRow[]> {
  return db
    .select()
    .from(requests)
    .where(and(eq(requests.taskId, taskId), eq(requests.state, 'open')))
    .orderBy(asc(requests.id));
}

/** A morning has far fewer; a bound so that no list grows without end. */
const MOST_OPEN_REQUESTS = 5000;

/** A request about which the task, as it stands, leaves something to decide (`isAskable`). */
const isStillAskable = or(
  and(inArray(tasks.state, ['issued', 'inProgress', 'submitted']), ne(requests.kind, 'resumption')),
  and(eq(tasks.state, 'suspended'), inArray(requests.kind, ['resumption', 'cancellation'])),
);

/** Everything that waits for a decision, with its task, the oldest first. */
export async function listEveryOpenRequest(db: Db): Promise<{ request: RequestRow; task: TaskRow }[]> {
  return db
    .select({ request: requests, task: tasks })
    .from(requests)
    .innerJoin(tasks, eq(tasks.id, requests.taskId))
    .where(and(eq(requests.state, 'open'), isStillAskable))
    .orderBy(asc(requests.id))
    .limit(MOST_OPEN_REQUESTS);
}

/** Why requests were asked and, once decided, why so. */
export async function listRequestReasons(
  db: Db,
  ids: number[],
): Promise<Map<number, { asked: string | null; decided: string | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: requests.id, asked: requests.reason, decided: requests.decisionReason })
    .from(requests)
    .where(inArray(requests.id, ids));
  return new Map(rows.map(({ id, ...reasons }) => [id, reasons]));
}

/** The tasks of these about which something waits for a decision. */
export async function listTaskIdsWithRequest(db: Db, taskIds: number[]): Promise<Set<number>> {
  if (taskIds.length === 0) return new Set();
  const rows = await db
    .selectDistinct({ taskId: requests.taskId })
    .from(requests)
    .innerJoin(tasks, eq(tasks.id, requests.taskId))
    .where(and(inArray(requests.taskId, taskIds), eq(requests.state, 'open'), isStillAskable));
  return new Set(rows.map(({ taskId }) => taskId));
}

/** What a person asked and nobody has decided yet, the oldest first. */
export async function listOwnOpenRequests(db: Db, askedById: number): Promise<RequestRow[]> {
  return db
    .select()
    .from(requests)
    .where(and(eq(requests.askedById, askedById), eq(requests.state, 'open')))
    .orderBy(asc(requests.id))
    .limit(20);
}

/** How many requests of a kind were granted for a task: how often it was extended, returned or handed over. */
export async function countGrantedRequests(db: Db, taskId: number, kind: RequestKind): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(requests)
    .where(and(eq(requests.taskId, taskId), eq(requests.kind, kind), eq(requests.state, 'approved')));
  return row?.n ?? 0;
}

/** When more time was first asked for each due day of each task, as known at a moment or now; to be joined. */
export const selectFirstExtensions = (db: Db, asOf?: Date) =>
  db
    .select({
      taskId: requests.taskId,
      dueOn: requests.previousDueOn,
      firstAt: min(requests.askedAt).as('first_at'),
    })
    .from(requests)
    .where(and(eq(requests.kind, 'extension'), asOf === undefined ? undefined : lte(requests.askedAt, asOf)))
    .groupBy(requests.taskId, requests.previousDueOn)
    .as('asked');

/** Ends an open request. The caller holds the task's lock. */
export async function closeRequest(
  tx: Db,
  id: number,
  end: Pick<RequestRow, 'state' | 'decidedById' | 'decidedAt' | 'decisionReason'>,
): Promise<void> {
  await tx.update(requests).set(end).where(eq(requests.id, id));
}

export async function addStandIn(tx: Db, row: Omit<typeof standIns.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(standIns).values(row);
}

/** What a message in a chat said, as it was owed. */
export async function findSentPayload(
  db: Db,
  chatId: number,
  messageId: number,
): Promise<{ kind: string; payload: unknown } | undefined> {
  const [row] = await db
    .select({ kind: outbox.kind, payload: outbox.payload })
    .from(sentMessages)
    .innerJoin(outbox, eq(outbox.id, sentMessages.outboxId))
    .where(and(eq(sentMessages.chatId, chatId), eq(sentMessages.messageId, messageId)))
    .limit(1);
  return row;
}

/** Keeps the day by which a report expects the work to be done; in the transaction that wrote the report. */
export async function keepForecast(tx: Db, reportId: number, forecastOn: Day): Promise<void> {
  await tx.update(progressReports).set({ forecastOn }).where(eq(progressReports.id, reportId));
}
