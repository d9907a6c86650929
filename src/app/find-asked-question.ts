import { findNewestQuestion } from '../db/queries/questions.ts';
import type { Actor } from '../domain/access/access.ts';
import { keptSince, type PendingAction } from './pending-action.ts';
import type { UseCase } from './use-case.ts';

/**
 * The newest question to this person that still waits for a typed answer, if it is of one of these kinds; `null` when
 * nothing is asked, or what was asked last is about something else.
 */
export async function findAskedQuestion<Kind extends PendingAction['kind']>(
  useCase: UseCase,
  actor: Actor,
  kinds: readonly Kind[],
): Promise<{ pendingId: number; pending: Extract<PendingAction, { kind: Kind }> } | null> {
  const open = { since: keptSince(useCase), now: useCase.now };
  const row = await findNewestQuestion(useCase.tx, actor.personId, open);
  if (row === undefined || !(kinds as readonly string[]).includes(row.kind)) return null;
  return { pendingId: row.id, pending: row.payload as Extract<PendingAction, { kind: Kind }> };
}
