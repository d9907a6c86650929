import { findWaitingDraft } from '../db/queries/drafts.ts';
import { findAnswer, findWaitingQuestion } from '../db/queries/explanations.ts';
import type { Actor } from '../domain/access/access.ts';
import {
  keptSince,
  type PendingDraft,
  type PendingExplanation,
  type PendingExplanationReturn,
} from './pending-action.ts';
import type { UseCase } from './use-case.ts';

const WAITS_MINUTES = 10;

/** Until when the next typed text answers what is asked now. */
export const waitsUntil = (useCase: UseCase): string =>
  new Date(useCase.now.getTime() + WAITS_MINUTES * 60_000).toISOString();

/**
 * What a text typed now answers, of all that was asked about explanations; `null` when nothing is asked any more, or a
 * task that is being given asked later.
 */
export async function findAskedExplanation(
  useCase: UseCase,
  actor: Actor,
): Promise<{ pendingId: number; pending: PendingExplanation | PendingExplanationReturn } | null> {
  const { tx, now } = useCase;
  const open = { since: keptSince(useCase), now };
  const row = await findWaitingQuestion(tx, actor.personId, open);
  if (row === undefined) return null;
  const pending = row.payload as PendingExplanation | PendingExplanationReturn;
  if (pending.kind === 'explanationReturn') {
    // Decided since by a button, or by somebody else: the text is about something new.
    const answer = await findAnswer(tx, pending.answerId);
    if (answer === undefined || answer.decision !== null) return null;
  }
  const draft = await findWaitingDraft(tx, actor.personId, open);
  const draftUntil = (draft?.payload as PendingDraft | undefined)?.draft.waitingFor?.until ?? '';
  return draftUntil > (pending.waitsUntil ?? '') ? null : { pendingId: row.id, pending };
}
