import type { Day } from '../days.ts';
import { type ExplanationStatus, isToGive } from '../task/explanation.ts';
import type { OwedNotice } from './owed-notices.ts';

/** An explanation and how it stands; `changedOn`: the day of its newest answer or decision. */
export interface WatchedExplanation {
  id: number;
  askedOn: Day;
  status: ExplanationStatus;
  /** `null` while nobody answered. */
  answerId: number | null;
  changedOn: Day | null;
}

/**
 * What is owed about an explanation on a working day: to the head while it is to be given, then to the leader while it
 * is to be decided. On the day of an answer or a return the one concerned was told of it, and is not reminded as well.
 */
export function listExplanationNotices(watched: WatchedExplanation, today: Day): OwedNotice[] {
  const { id, answerId, askedOn, changedOn, status } = watched;
  if (askedOn > today || (changedOn !== null && changedOn >= today)) return [];
  if (isToGive(status.standing)) {
    return [{ kind: 'explanationToGive', to: 'head', key: `explain:${id}:${today}` }];
  }
  if (status.standing !== 'answered' || answerId === null) return [];
  return [
    { kind: 'explanationToDecide', to: 'leaderInCharge', key: `decideExplanation:${answerId}:${today}` },
  ];
}
