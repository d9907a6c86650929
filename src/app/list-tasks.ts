import { countOpenTasks, type ListedTask, listOpenTasks, type TaskFilter } from '../db/queries/tasks.ts';
import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts';
import { addWorkingDays, countWorkingDays } from '../domain/calendar/working-calendar.ts';
import type { Day } from '../domain/days.ts';
import { latestOverdueDay, workingDaysLate } from '../domain/escalation/owed-notices.ts';
import type { MessagePayloads, TaskLine, TaskListFilter } from '../domain/message/messages.ts';
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

/** What each filter of a list means on a day. */
function filtersOn({ today, calendar, plan }: UseCase): Record<TaskListFilter, TaskFilter> {
  const working = ['issued', 'inProgress', 'submitted'] as const;
  const overdueBy = latestOverdueDay(calendar, today, plan.figures.dueOnDayOff);
  const soonBy = addWorkingDays(calendar, today, Math.max(...plan.reminders.dueSoon.offsets));
  return {
    all: {},
    overdue: { states: working, dueBy: overdueBy },
    dueSoon: { states: working, dueAfter: overdueBy, dueBy: soonBy },
    awaiting: { states: ['reportedDone'] },
    notAccepted: { states: ['issued'] },
  };
}

/**
 * One page of open tasks, the worst first, with the true total and how many each filter would show. `page` counts
 * from 0 and is kept in range.
 */
export async function listTaskPage(
  useCase: UseCase,
  whose: TaskFilter,
  { page, filter }: { page: number; filter: TaskListFilter },
): Promise<
  Pick<MessagePayloads['taskList'], 'lines' | 'total' | 'page' | 'pages'> & {
    counts: Partial<Record<TaskListFilter, number>>;
  }
> {
  const filters = filtersOn(useCase);
  const counts = await countOpenTasks(useCase.tx, whose, filters);
  const total = counts[filter] ?? 0;
  const pages = Math.max(1, Math.ceil(total / TASKS_A_PAGE));
  const kept = Math.min(page, pages - 1);
  const rows = await listOpenTasks(
    useCase.tx,
    { ...whose, ...filters[filter] },
    { offset: kept * TASKS_A_PAGE, limit: TASKS_A_PAGE },
  );
  return { lines: rows.map((row) => toTaskLine(row, useCase)), total, page: kept, pages, counts };
}
