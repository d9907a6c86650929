import type { Db } from '../db/client.ts';
import { listTasksWithConfirmedBlocker, listWaitedFor } from '../db/queries/blockers.ts';
import { listMustAct, listTasksWithConfirmedBottleneck } from '../db/queries/bottlenecks.ts';
import type { NoticeLine } from '../domain/message/messages.ts';

/** The tasks that a head has confirmed to be held up, by a blocker or a bottleneck. */
export async function listHeldUpTasks(db: Db): Promise<ReadonlySet<number>> {
  const blocked = await listTasksWithConfirmedBlocker(db);
  return new Set([...blocked, ...(await listTasksWithConfirmedBottleneck(db))]);
}

/** Whom each of these tasks waits for; of several the first one that is confirmed. */
export async function loadWaitedFor(
  db: Db,
  taskIds: number[],
): Promise<Map<number, NonNullable<NoticeLine['waitingFor']>>> {
  const found = [...(await listWaitedFor(db, taskIds)), ...(await listMustAct(db, taskIds))];
  const named = new Map<number, NonNullable<NoticeLine['waitingFor']>>();
  for (const { taskId, name, isConfirmed } of found) {
    const known = named.get(taskId);
    if (known === undefined || (isConfirmed && !known.isConfirmed)) named.set(taskId, { name, isConfirmed });
  }
  return named;
}
