import { toTaskLine } from '../app/list-tasks.ts';
import { readKpi } from '../app/read-kpi.ts';
import type { UseCase } from '../app/use-case.ts';
import { findUnit } from '../db/queries/directory.ts';
import { type GroupRow, listBoundGroups, listGoLives } from '../db/queries/groups.ts';
import { claimSlot } from '../db/queries/notices.ts';
import { enqueueMessage, PRIORITY } from '../db/queries/outbox.ts';
import { type ListedTask, listFinishedTasks, listOverdueTasks, listTasksDue } from '../db/queries/tasks.ts';
import { workingDayOnOrAfter } from '../domain/calendar/working-calendar.ts';
import { addDays, type Day, instantAt } from '../domain/days.ts';
import { latestOverdueDay } from '../domain/escalation/owed-notices.ts';
import type { DigestModel, TaskLine } from '../domain/message/messages.ts';
import { digestWeekAt, mondayOf } from '../domain/message/slots.ts';
import { campaignDay } from '../domain/plan/plan.ts';

const SHOWN_TASKS = 8;

/**
 * Plans the weekly digest of every bound group, once a week (R96).
 * @returns how many were planned
 */
export async function planDigests(useCase: UseCase): Promise<number> {
  const week = digestWeekAt(useCase.now, useCase.plan.weeklyDigest, useCase.plan.reminders, useCase.calendar);
  if (week === null || !(await claimSlot(useCase.tx, 'digest', week, useCase.now))) return 0;
  const { weekday, at } = useCase.plan.weeklyDigest;
  const dueAt = instantAt(workingDayOnOrAfter(useCase.calendar, addDays(week, weekday - 1)), at);
  const starts = await listGoLives(useCase.tx);
  let planned = 0;
  for (const group of await listBoundGroups(useCase.tx)) {
    // A group that was bound, or a unit that went live, after this week's hour waits for the next week's.
    if (group.boundAt > dueAt || !isLiveSince(starts, group, dueAt)) continue;
    const outboxId = await enqueueMessage(useCase.tx, {
      message: { kind: 'digest', payload: await readDigest(useCase, group) },
      to: { groupId: group.id },
      priority: PRIORITY.bulk,
      now: useCase.now,
      dedupeKey: `digest:${group.id}:${week}`,
    });
    if (outboxId !== null) planned += 1;
  }
  return planned;
}

/** Whether the group's unit, or for the department's group any, had gone live by then. */
const isLiveSince = (
  starts: { unitId: number | null; startedAt: Date }[],
  group: GroupRow,
  by: Date,
): boolean =>
  starts.some(
    (start) =>
      start.startedAt <= by &&
      (group.unitId === null || start.unitId === null || start.unitId === group.unitId),
  );

/** Last week's finished tasks, what is late, and what is due this week, of the group's own scope. */
async function readDigest(useCase: UseCase, group: GroupRow): Promise<DigestModel> {
  const { tx, plan, today } = useCase;
  const thisMonday = mondayOf(today);
  const ofUnit = group.unitId === null ? {} : { leadUnitId: group.unitId };
  const week = { from: addDays(thisMonday, -7), to: addDays(thisMonday, -1) };
  const done = await listFinishedTasks(tx, { ...week, ...ofUnit }, SHOWN_TASKS);
  const dueBy = latestOverdueDay(useCase.calendar, today, plan.figures.dueOnDayOff);
  const overdue = await listOverdueTasks(tx, { dueBy, ...ofUnit }, SHOWN_TASKS);
  const dueNext = await listTasksDue(tx, { from: today, to: addDays(thisMonday, 6), ...ofUnit }, SHOWN_TASKS);
  const kpi = await readKpi(useCase, {
    scope: group.unitId === null ? { kind: 'all' } : { kind: 'unit', unitId: group.unitId },
  });
  const toLines = (rows: ListedTask[]): TaskLine[] => rows.map((row) => toTaskLine(row, useCase));
  return {
    groupTitle: group.title,
    unitName: group.unitId === null ? null : ((await findUnit(tx, group.unitId))?.name ?? null),
    weekFrom: week.from satisfies Day,
    on: today,
    campaignDay: campaignDay(plan, today),
    campaignDays: plan.campaign.dayCount,
    figures: kpi.figures,
    target: plan.figures.onTimeTarget,
    done: toLines(done.rows),
    doneTotal: done.total,
    overdue: toLines(overdue.rows),
    overdueTotal: overdue.total,
    dueNext: toLines(dueNext.rows),
    dueNextTotal: dueNext.total,
  };
}
