import { listTasksWithConfirmedBlocker } from '../db/queries/blockers.ts';
import { listTasksWithConfirmedBottleneck } from '../db/queries/bottlenecks.ts';
import { listGoLives } from '../db/queries/groups.ts';
import type { WatchedTaskRow } from '../db/queries/watched-tasks.ts';
import { type Day, dayOf } from '../domain/days.ts';
import { listAcceptanceNotices } from '../domain/escalation/acceptance-notices.ts';
import {
  assignLadder,
  type EscalationPolicy,
  lastDayInTime,
  listOwedNotices,
  type OwedNotice,
} from '../domain/escalation/owed-notices.ts';
import { nextSlotAt } from '../domain/message/slots.ts';
import type { Directory, Seat, SeatRole } from '../domain/organisation/directory.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { isFocus, isOpen } from '../domain/task/task.ts';
import { confirmingRole } from './confirmer.ts';
import type { UseCase } from './use-case.ts';

/** A notice with whom it goes to. */
export interface AddressedNotice {
  personId: number;
  /** Whoever is away and would hear it otherwise. */
  inPlaceOf?: number | null;
  taskId: number;
  notice: OwedNotice;
}

/** A task of which something may be owed, with what that is on any day. */
export interface WatchedTask {
  id: number;
  owedOn(day: Day): { lines: AddressedNotice[]; isOverdue: boolean };
}

/** Working days before a due day from which a task may be spoken of. */
export const longestNotice = (plan: Plan): number => Math.max(...plan.reminders.dueSoon.offsets);

/**
 * What the reminder rules say of these tasks and to whom, from the facts as they stand (R77). Tasks of units that have
 * not gone live are left out. Who was told already is the caller's to subtract.
 */
export async function watchTasks(
  useCase: UseCase,
  directory: Directory,
  rows: readonly WatchedTaskRow[],
): Promise<WatchedTask[]> {
  const { calendar, plan } = useCase;
  const policy = policyOf(plan);
  const liveDays = await loadLiveDays(useCase);
  const heldUp = await listHeldUpTasks(useCase);
  return rows.flatMap((row): WatchedTask[] => {
    const liveOn = liveDays(row.leadUnitId);
    if (liveOn === null) return [];
    const issuedOn = dayOf(firstSlotAfter(useCase, row.issuedAt));
    const facts = {
      ...row,
      aliveOn: issuedOn > liveOn ? issuedOn : liveOn,
      firstExtensionAskedOn: row.firstExtensionAskedAt === null ? null : dayOf(row.firstExtensionAskedAt),
      needsAcceptance: row.givenById !== null && row.structure === 'single',
      isHeldUp: heldUp.has(row.id),
    };
    const owedOn = (day: Day) => ({
      lines: addressNotices(
        [
          ...listOwedNotices(facts, day, calendar, policy),
          ...listAcceptanceNotices(facts, day, calendar, plan.reminders),
        ],
        row,
        { directory, policy },
      ),
      isOverdue:
        facts.aliveOn <= day &&
        isOpen(row.state) &&
        row.dueOn !== null &&
        day > lastDayInTime(calendar, row.dueOn, policy.dueOnDayOff),
    });
    return [{ id: row.id, owedOn }];
  });
}

/** The tasks that a head has confirmed to be held up, by a blocker or a bottleneck. */
async function listHeldUpTasks({ tx }: UseCase): Promise<ReadonlySet<number>> {
  const blocked = await listTasksWithConfirmedBlocker(tx);
  return new Set([...blocked, ...(await listTasksWithConfirmedBottleneck(tx))]);
}

/** The day of the first slot that may speak of each unit; `null` before "Bắt đầu". */
async function loadLiveDays(useCase: UseCase): Promise<(unitId: number) => Day | null> {
  const starts = await listGoLives(useCase.tx);
  return (unitId) => {
    const days = starts
      .filter((start) => start.unitId === null || start.unitId === unitId)
      .map((start) => dayOf(firstSlotAfter(useCase, start.startedAt)))
      .sort();
    return days[0] ?? null;
  };
}

/** What begins after the day's last slot is first spoken of on the next working day: no step is lost to the night. */
const firstSlotAfter = (useCase: UseCase, instant: Date): Date =>
  nextSlotAt(instant, useCase.plan.reminders, useCase.calendar);

/** The part of the plan that the reminder rules read. */
function policyOf(plan: Plan): EscalationPolicy {
  return {
    dueSoon: plan.reminders.dueSoon,
    overdue: plan.escalation.overdue,
    ladder: plan.escalation.ladder,
    dueOnDayOff: plan.figures.dueOnDayOff,
  };
}

/**
 * Puts names to roles. Somebody who is away is told through their stand-in, and somebody who cannot be reached is passed
 * over for the next step up.
 */
function addressNotices(
  owed: OwedNotice[],
  task: WatchedTaskRow,
  { directory, policy }: { directory: Directory; policy: EscalationPolicy },
): AddressedNotice[] {
  const seatOf = (role: SeatRole): Seat | null => directory.seatOf(role, task);
  const steps = policy.ladder[isFocus(task.priority) ? 'focus' : 'normal'];
  const ladder = assignLadder(steps, (role) => seatOf(role)?.personId ?? null);
  /** The step that a person takes may be a later one than its own. */
  const seatOnLadder = (step: number): Seat | null => {
    const personId = ladder[step] ?? null;
    return steps.map(({ to }) => seatOf(to)).find((seat) => seat?.personId === personId) ?? null;
  };
  const addressOf = (notice: OwedNotice): Seat | null => {
    if (notice.to === 'approver') return null;
    if (notice.to === 'confirmer') return seatOf(confirmingRole(directory, task));
    return notice.step === undefined ? seatOf(notice.to) : seatOnLadder(notice.step);
  };
  return owed.flatMap((notice) => {
    const seat = addressOf(notice);
    return seat === null ? [] : [{ ...seat, taskId: task.id, notice }];
  });
}
