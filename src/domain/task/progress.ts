import type { TaskState } from './task.ts';

export const CLAIMED_STATUSES = [
  'notStarted',
  'inProgress',
  'submitted',
  'blocked',
  'reportedDone',
  'basicallyDone',
] as const;
/** What the sender says of a task; never the stored state. */
export type ClaimedStatus = (typeof CLAIMED_STATUSES)[number];

const isClaimOfCompletion = (status: ClaimedStatus): boolean =>
  status === 'reportedDone' || status === 'basicallyDone';

/**
 * The state a task is in after a progress report. "Đã trình" is not done, a claim of completion waits for
 * confirmation by somebody else (R9), and anything else means that work goes on.
 */
export function stateAfterReport(status: ClaimedStatus, before: TaskState): TaskState {
  if (status === 'notStarted' && before === 'issued') return 'issued';
  if (status === 'submitted') return 'submitted';
  if (isClaimOfCompletion(status)) return 'reportedDone';
  return 'inProgress';
}

/** Whether a report must be confirmed by its author before it is recorded: it closes the task or lowers its figure. */
export function needsConfirmation(
  report: { status: ClaimedStatus; percent: number },
  before: number | null,
): boolean {
  return isClaimOfCompletion(report.status) || (before !== null && report.percent < before);
}
