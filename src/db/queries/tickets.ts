import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { difficultyTickets, people, tasks } from '../schema/index.ts';
import type { TaskRow } from './tasks.ts';

export type TicketRow = typeof difficultyTickets.$inferSelect;

/** A ticket with the task that it is about and whoever raised it. */
export interface RaisedTicket {
  ticket: TicketRow;
  task: TaskRow;
  raisedBy: string;
}

export async function addTicket(
  tx: Db,
  row: Omit<typeof difficultyTickets.$inferInsert, 'id'>,
): Promise<TicketRow> {
  const [added] = await tx.insert(difficultyTickets).values(row).returning();
  if (added === undefined) throw new Error('The database returned no ticket');
  return added;
}

export async function findTicket(db: Db, id: number): Promise<RaisedTicket | undefined> {
  const [row] = await selectTickets(db).where(eq(difficultyTickets.id, id)).limit(1);
  return row;
}

export interface OpenTicketFilter {
  taskIds?: number[];
  raisedById?: number;
}

/** Tickets that nobody decided yet, the oldest first. */
export async function listOpenTickets(db: Db, filter: OpenTicketFilter = {}): Promise<RaisedTicket[]> {
  return selectTickets(db)
    .where(
      and(
        isNull(difficultyTickets.decidedAt),
        filter.taskIds === undefined ? undefined : inArray(difficultyTickets.taskId, filter.taskIds),
        filter.raisedById === undefined ? undefined : eq(difficultyTickets.raisedById, filter.raisedById),
      ),
    )
    .orderBy(asc(difficultyTickets.id));
}

const selectTickets = (db: Db) =>
  db
    .select({ ticket: difficultyTickets, task: tasks, raisedBy: people.fullName })
    .from(difficultyTickets)
    .innerJoin(tasks, eq(tasks.id, difficultyTickets.taskId))
    .innerJoin(people, eq(people.id, difficultyTickets.raisedById));

/** Writes down what became of a ticket. The caller holds its task's lock. */
export async function changeTicket(
  tx: Db,
  id: number,
  change: Partial<Omit<TicketRow, 'id' | 'taskId' | 'unitId' | 'raisedById' | 'raisedAt' | 'text'>>,
): Promise<void> {
  await tx.update(difficultyTickets).set(change).where(eq(difficultyTickets.id, id));
}
