import {
  countWorkingDays,
  type WorkingCalendar,
  workingDayOnOrBefore,
} from '../calendar/working-calendar.ts';
import type { Day } from '../days.ts';
import { plannedPercent } from '../indicator/row-indicators.ts';

export const RISK_REASONS = ['heldUp', 'behind', 'nearlyDue', 'stale', 'record'] as const;
/** đang vướng · chậm so với kế hoạch · sắp đến hạn mà còn nhiều · lâu không cập nhật · người thực hiện hay trễ. */
export type RiskReason = (typeof RISK_REASONS)[number];

/** An open task as the early warning looks at it (R77). */
export interface RiskFacts {
  isFocus: boolean;
  startOn: Day;
  dueOn: Day | null;
  percent: number;
  /** The last report, else the day on which it was given. */
  lastSignOn: Day;
  hasOpenBlocker: boolean;
  /** The blocker was confirmed by the head: silence is explained then. */
  isHeldUp: boolean;
  /** Of what its owner finished lately: how much, and how much of it late. */
  owner: { finished: number; late: number };
}

export interface RiskSetting {
  on: Day;
  calendar: WorkingCalendar;
  stale: { normal: number; focus: number };
}

/** Points by which the planned curve may be missed. */
const BEHIND_BY = 15;
const NEARLY_DUE_DAYS = 3;
const ENOUGH_PERCENT = 70;
/** A record says something from so many results on, when so much of them was late. */
const RECORD = { least: 3, lateShare: 0.3 };

/** Why a task that is not late yet may become so; empty when nothing points to it (CB-01–CB-04). */
export function findRisks(task: RiskFacts, { on, calendar, stale }: RiskSetting): RiskReason[] {
  const { dueOn, percent, owner } = task;
  const isOverdue = dueOn !== null && dueOn < on;
  if (isOverdue) return [];
  const left = dueOn === null ? null : countWorkingDays(calendar, on, workingDayOnOrBefore(calendar, dueOn));
  const silentFor = countWorkingDays(calendar, task.lastSignOn, on);
  const found: Record<RiskReason, boolean> = {
    heldUp: task.hasOpenBlocker,
    behind: dueOn !== null && percent < plannedPercent(task, on) - BEHIND_BY,
    nearlyDue: left !== null && left <= NEARLY_DUE_DAYS && percent < ENOUGH_PERCENT,
    stale: !task.isHeldUp && silentFor > (task.isFocus ? stale.focus : stale.normal),
    record: owner.finished >= RECORD.least && owner.late / owner.finished > RECORD.lateShare,
  };
  const reasons = RISK_REASONS.filter((reason) => found[reason]);
  // A record alone accuses nobody: it only weighs where something else points the same way.
  return reasons.length === 1 && reasons[0] === 'record' ? [] : reasons;
}

/** Sorts the gravest first: more reasons, trọng tâm, the nearer due day. */
export const compareRisks = (
  a: { reasons: readonly RiskReason[]; isFocus: boolean; dueOn: Day | null },
  b: { reasons: readonly RiskReason[]; isFocus: boolean; dueOn: Day | null },
): number =>
  b.reasons.length - a.reasons.length ||
  Number(b.isFocus) - Number(a.isFocus) ||
  (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9');
