import type { Db } from '../db/client.ts';
import { listWaitedFor } from '../db/queries/blockers.ts';
import { listMustAct } from '../db/queries/bottlenecks.ts';
import type { NoticeLine } from '../domain/message/messages.ts';

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
