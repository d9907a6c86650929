import {
  addWorkingDays,
  countWorkingDays,
  previousWorkingDay,
  type WorkingCalendar,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '../calendar/working-calendar.ts';
import { addDays, type Day } from '../days.ts';
import { isFocus, isOpen, type TaskPriority, type TaskState } from '../task/task.ts';
import type { NoticeKind } from './notice.ts';

export const LADDER_ROLES = ['head', 'office', 'leaderInCharge', 'director'] as const;
export type LadderRole = (typeof LADDER_ROLES)[number];
export type NoticeRole = LadderRole | 'assignee' | 'confirmer' | 'approver';

/** What the plan says of reminders and escalation; all counts are working days. */
export interface EscalationPolicy {
  dueSoon: { offsets: readonly number[]; headFrom: number };
  overdue: Record<'normal' | 'focus', { first: number; repeatEvery: number }>;
  ladder: Record<'normal' | 'focus', readonly { after: number; to: LadderRole }[]>;
  dueOnDayOff: 'untilNextWorkingDay' | 'thatDay';
}

/** What the rules need to know of a task. `aliveOn`: the day from which it may be spoken of (issued and gone live). */
export interface WatchedTask {
  id: number;
  priority: TaskPriority;
  state: TaskState;
  dueOn: Day | null;
  aliveOn: Day;
  /** When more time was first asked for the present due day. */
  firstExtensionAskedOn: Day | null;
  /** A blocker or bottleneck stands that the unit's head has confirmed. */
  isHeldUp: boolean;
}

export interface OwedNotice {
  kind: NoticeKind;
  to: NoticeRole;
  /** Names the subject, not the moment: said once per person, however often or late it is asked what is owed. */
  key: string;
  /** For a ladder notice, the index of its step in the policy. */
  step?: number;
}

/** The last day on which a task is in time (a due day on a day off stays, but work may end on the next working day). */
export function lastDayInTime(
  calendar: WorkingCalendar,
  dueOn: Day,
  setting: EscalationPolicy['dueOnDayOff'],
): Day {
  return setting === 'untilNextWorkingDay' ? workingDayOnOrAfter(calendar, dueOn) : dueOn;
}

/** The latest due day that is over on `today`: what was due by then and is not done is overdue. */
export function latestOverdueDay(
  calendar: WorkingCalendar,
  today: Day,
  setting: EscalationPolicy['dueOnDayOff'],
): Day {
  return setting === 'untilNextWorkingDay' ? previousWorkingDay(calendar, today) : addDays(today, -1);
}

/** Working days by which an open task is late on `today`; 0 when it is not. */
export function workingDaysLate(
  calendar: WorkingCalendar,
  dueOn: Day,
  today: Day,
  setting: EscalationPolicy['dueOnDayOff'],
): number {
  const last = lastDayInTime(calendar, dueOn, setting);
  return today > last ? Math.max(1, countWorkingDays(calendar, last, today)) : 0;
}

/**
 * Everything that is owed about one task on a working day (R77). It derives from the facts alone: who was told
 * already is the caller's to subtract. Going live floods nobody: a task that was late before starts at the first step.
 */
export function listOwedNotices(
  task: WatchedTask,
  today: Day,
  calendar: WorkingCalendar,
  policy: EscalationPolicy,
): OwedNotice[] {
  if (task.aliveOn > today) return [];
  if (task.state === 'reportedDone') {
    return [{ kind: 'waitsForConfirmation', to: 'confirmer', key: `confirm:${task.id}:${today}` }];
  }
  if (!isOpen(task.state) || task.dueOn === null) return [];
  const last = lastDayInTime(calendar, task.dueOn, policy.dueOnDayOff);
  if (today > last) return owedWhenOverdue(task, task.dueOn, last, today, calendar, policy);
  // What the head vouches for pauses reminders before the due day, and nothing after it.
  return task.isHeldUp ? [] : owedWhenDueSoon(task, task.dueOn, today, calendar, policy);
}

function owedWhenDueSoon(
  task: WatchedTask,
  dueOn: Day,
  today: Day,
  calendar: WorkingCalendar,
  policy: EscalationPolicy,
): OwedNotice[] {
  const zero = workingDayOnOrBefore(calendar, dueOn);
  const left = countWorkingDays(calendar, today, zero);
  // The nearest offset already reached; one that was reached before the task was alive is not owed any more.
  const offset = [...policy.dueSoon.offsets].sort((a, b) => a - b).find((candidate) => candidate >= left);
  if (offset === undefined || addWorkingDays(calendar, zero, -offset) < task.aliveOn) return [];
  const key = `dueSoon:${task.id}:${dueOn}:${offset}`;
  const toAssignee: OwedNotice = { kind: 'dueSoon', to: 'assignee', key };
  return offset <= policy.dueSoon.headFrom
    ? [toAssignee, { kind: 'dueSoon', to: 'head', key }]
    : [toAssignee];
}

/** Working days for which the first request for more time holds the ladder. */
const LADDER_PAUSE = 2;

/**
 * How many working days of those between `anchor` and `today` the ladder stood still: up to two from the day on which
 * more time was first asked for this due day, and only if that was before it was over. Nobody silences an alert about
 * themselves by asking again, or too late.
 */
function countPausedDays(
  task: WatchedTask,
  days: { lastInTime: Day; anchor: Day; today: Day },
  calendar: WorkingCalendar,
): number {
  const askedOn = task.firstExtensionAskedOn;
  if (askedOn === null || askedOn > days.lastInTime) return 0;
  const lastPaused = addWorkingDays(calendar, askedOn, LADDER_PAUSE);
  const until = lastPaused < days.today ? lastPaused : days.today;
  return Math.max(0, countWorkingDays(calendar, days.anchor, until));
}

function owedWhenOverdue(
  task: WatchedTask,
  dueOn: Day,
  lastInTime: Day,
  today: Day,
  calendar: WorkingCalendar,
  policy: EscalationPolicy,
): OwedNotice[] {
  const beforeAlive = previousWorkingDay(calendar, task.aliveOn);
  const anchor = lastInTime > beforeAlive ? lastInTime : beforeAlive;
  const ladderDay = countWorkingDays(calendar, anchor, today);
  const weight = isFocus(task.priority) ? 'focus' : 'normal';
  const { first, repeatEvery } = policy.overdue[weight];
  if (ladderDay < first) return [];
  // Named by its day, not by its number: a task that becomes trọng tâm, or stops being so, repeats no key.
  const turnDay = ladderDay - ((ladderDay - first) % repeatEvery);
  const overdueKey = `overdue:${task.id}:${dueOn}:${turnDay}`;
  const climbed = ladderDay - countPausedDays(task, { lastInTime, anchor, today }, calendar);
  const steps = policy.ladder[weight].flatMap((rung, step): OwedNotice[] =>
    rung.after <= climbed
      ? [{ kind: 'ladder', to: rung.to, key: `ladder:${task.id}:${dueOn}:${rung.to}`, step }]
      : [],
  );
  return [
    { kind: 'overdue', to: 'assignee', key: overdueKey },
    { kind: 'overdue', to: 'head', key: overdueKey },
    ...steps,
  ];
}

/**
 * Who stands on each step of a ladder. When two steps meet in one person the next is taken, so that a step is never
 * spent on somebody who was told already; a step left without anybody is `null`.
 */
export function assignLadder<Person>(
  steps: readonly { to: LadderRole }[],
  personOf: (role: LadderRole) => Person | null,
): (Person | null)[] {
  const taken = new Set<Person>();
  return steps.map((_, index) => {
    for (const later of steps.slice(index)) {
      const person = personOf(later.to);
      if (person !== null && !taken.has(person)) {
        taken.add(person);
        return person;
      }
    }
    return null;
  });
}
