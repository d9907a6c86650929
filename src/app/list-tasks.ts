import { type ListedTask, listOpenTasks, type TaskFilter } from '../db/queries/tasks.ts';
import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts';
import { countWorkingDays } from '../domain/calendar/working-calendar.ts';
import type { Day } from '../domain/days.ts';
import { workingDaysLate } from '../domain/escalation/owed-notices.ts';
import type { TaskLine } from '../domain/message/messages.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { UseCase } from './use-case.ts';

/** A task as lists show it on a day. `daysLeft` counts working days, negative when late. */
export function toTaskLine(
  listed: ListedTask,
  day: { today: Day; calendar: WorkingCalendar; plan: Plan },
): TaskLine {
  const { task } = listed;
  return {
    taskId: task.id,
    code: task.code,
    title: task.title,
    unit: listed.unitName,
    assignee: listed.assigneeName,
    priority: task.priority,
    state: task.state,
    dueOn: task.dueOn,
    daysLeft: task.dueOn === null ? null : countDaysLeft(task.dueOn, day),
    percent: listed.percent,
  };
}

function countDaysLeft(dueOn: Day, day: { today: Day; calendar: WorkingCalendar; plan: Plan }): number {
  const late = workingDaysLate(day.calendar, dueOn, day.today, day.plan.figures.dueOnDayOff);
  if (late > 0) return -late;
  // Due on a day off: in time until the next working day ends, and counted to the last one before.
  return Math.max(0, countWorkingDays(day.calendar, day.today, dueOn));
}

const TASKS_A_PAGE = 8;

/** One page of open tasks, the worst first, with the true total. `page` counts from 0 and is kept in range. */
export async function listTaskPage(
  useCase: UseCase,
  filter: TaskFilter,
  page: number,
): Promise<{ lines: TaskLine[]; total: number; page: number; pages: number }> {
  const first = await listOpenTasks(useCase.tx, filter, { offset: page * TASKS_A_PAGE, limit: TASKS_A_PAGE });
  const pages = Math.max(1, Math.ceil(first.total / TASKS_A_PAGE));
  const kept = Math.min(page, pages - 1);
  const rows =
    kept === page
      ? first.rows
      : (await listOpenTasks(useCase.tx, filter, { offset: kept * TASKS_A_PAGE, limit: TASKS_A_PAGE })).rows;
  return { lines: rows.map((row) => toTaskLine(row, useCase)), total: first.total, page: kept, pages };
}
