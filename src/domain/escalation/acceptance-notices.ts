import { countWorkingDays, type WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Day } from '../days.ts';
import { isOpen, type TaskState } from '../task/task.ts';
import type { OwedNotice } from './owed-notices.ts';

/** Working days after which it is said that nobody took a task on, or that nobody is named. */
export interface AcceptancePolicy {
  notAcceptedAfter: number;
  unassignedAfter: number;
}

/** What decides whether a task was taken on. `aliveOn`: the day from which it may be spoken of. */
export interface AssignedTask {
  id: number;
  state: TaskState;
  assigneeId: number | null;
  /** Given in chat, once: what a document gave, and each turn of a cadence, stand without anybody taking them on. */
  needsAcceptance: boolean;
  aliveOn: Day;
}

/**
 * What is owed about the beginning of a task, each said once: to the assignee and the head while nobody took it on
 * (R5), to the head and a day later to the office while nobody is named (R55).
 */
export function listAcceptanceNotices(
  task: AssignedTask,
  today: Day,
  calendar: WorkingCalendar,
  policy: AcceptancePolicy,
): OwedNotice[] {
  if (task.aliveOn > today || !isOpen(task.state)) return [];
  const waited = countWorkingDays(calendar, task.aliveOn, today);
  if (task.assigneeId === null) {
    const key = `unassigned:${task.id}:${task.aliveOn}`;
    const toHead: OwedNotice = { kind: 'unassigned', to: 'head', key };
    if (waited < policy.unassignedAfter) return [];
    return waited > policy.unassignedAfter ? [toHead, { kind: 'unassigned', to: 'office', key }] : [toHead];
  }
  if (!task.needsAcceptance || task.state !== 'issued' || waited < policy.notAcceptedAfter) return [];
  const key = `notAccepted:${task.id}:${task.assigneeId}`;
  return [
    { kind: 'notAccepted', to: 'assignee', key },
    { kind: 'notAccepted', to: 'head', key },
  ];
}
