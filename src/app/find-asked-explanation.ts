import { findAnswer } from '../db/queries/explanations.ts';
import type { Actor } from '../domain/access/access.ts';
import { findAskedQuestion } from './find-asked-question.ts';
import type { PendingExplanation, PendingExplanationReturn } from './pending-action.ts';
import type { UseCase } from './use-case.ts';

const WAITS_MINUTES = 10;

/** Until when the next typed text answers what is asked now. */
export const waitsUntil = (useCase: UseCase): string =>
  new Date(useCase.now.getTime() + WAITS_MINUTES * 60_000).toISOString();

/**
 * What a text typed now answers about an explanation; `null` when nothing is asked any more, or something else was
 * asked later.
 */
export async function findAskedExplanation(
  useCase: UseCase,
  actor: Actor,
): Promise<{ pendingId: number; pending: PendingExplanation | PendingExplanationReturn } | null> {
  const asked = await findAskedQuestion(useCase, actor, ['explanation', 'explanationReturn']);
  if (asked?.pending.kind !== 'explanationReturn') return asked;
  // Decided since by a button, or by somebody else: the text is about something new.
  const answer = await findAnswer(useCase.tx, asked.pending.answerId);
  return answer?.decision === null ? asked : null;
}
