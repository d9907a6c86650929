import { addWorkingDays, type WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Day } from '../days.ts';
import type { Directory } from '../organisation/directory.ts';
import type { TaskState } from './task.ts';

/** Why a task is late (R57, R80): khách quan · chủ quan · cả hai. */
export const LATENESS_CAUSES = ['objective', 'subjective', 'both'] as const;
export type LatenessCause = (typeof LATENESS_CAUSES)[number];

/** How an explanation stands: nobody answered yet, the leader has it, the leader agreed, or it went back. */
export type ExplanationStanding = 'asked' | 'answered' | 'accepted' | 'returned';

export interface ExplanationStatus {
  standing: ExplanationStanding;
  /** The last day for the answer; after a return its own two working days. */
  replyBy: Day;
  /** The answer is owed and its last day is over. */
  isLate: boolean;
}

/** What a head said of why a task is late. */
export interface ExplanationWords {
  text: string;
  remedy: string | null;
  newDueOn: Day | null;
}

const REPLY_WORKING_DAYS = 2;

/** The last day for an answer that is asked for on a day: two working days after it. */
export const replyByOf = (calendar: WorkingCalendar, askedOn: Day): Day =>
  addWorkingDays(calendar, askedOn, REPLY_WORKING_DAYS);

/** How an explanation stands on a day; `newest` is the answer given last, `null` before the first. */
export function statusOf(
  asked: { replyBy: Day },
  newest: { decision: 'accepted' | 'returned' | null; decidedOn: Day | null } | null,
  today: Day,
  calendar: WorkingCalendar,
): ExplanationStatus {
  const standing = newest === null ? 'asked' : (newest.decision ?? 'answered');
  const returnedOn = standing === 'returned' ? (newest?.decidedOn ?? null) : null;
  const replyBy = returnedOn === null ? asked.replyBy : replyByOf(calendar, returnedOn);
  return { standing, replyBy, isLate: isToGive(standing) && today > replyBy };
}

/** The head owes an answer. */
export const isToGive = (standing: ExplanationStanding): boolean =>
  standing === 'asked' || standing === 'returned';

/**
 * Whether an explanation still asks something: the due day that passed is the one in force, the task was neither
 * suspended nor cancelled, and it did not turn out to have been done in time.
 */
export function isStillAsked(
  task: { state: TaskState; dueOn: Day | null; productOn: Day | null },
  asked: { dueOn: Day; lastInTime: Day },
): boolean {
  if (task.dueOn !== asked.dueOn) return false;
  if (task.state === 'draft' || task.state === 'suspended' || task.state === 'cancelled') return false;
  const isDone = task.state === 'done' || task.state === 'reportedDone';
  return !(isDone && task.productOn !== null && task.productOn <= asked.lastInTime);
}

/**
 * Who decides what a head explained: the leader in charge, one step up when that is the author or does the work
 * themselves; `null` when there is nobody above.
 */
export function deciderOf(
  directory: Directory,
  task: { leadUnitId: number; leaderInChargeId: number | null; assigneeId: number | null },
  authorId: number,
): number | null {
  const leaders = [directory.leaderInChargeOf(task), directory.director()];
  return leaders.find((id) => id !== null && id !== authorId && id !== task.assigneeId) ?? null;
}
