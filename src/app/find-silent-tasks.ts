import { listToldKeys } from '../db/queries/notices.ts';
import { listTasks } from '../db/queries/tasks.ts';
import { listWatchedTasksAsOf } from '../db/queries/watched-tasks.ts';
import { isWorkingDay, previousWorkingDay } from '../domain/calendar/working-calendar.ts';
import { type Day, instantAt } from '../domain/days.ts';
import type { PlannedNotice } from './explain-policy.ts';
import { loadDirectory } from './load-directory.ts';
import type { UseCase } from './use-case.ts';
import { type AddressedNotice, watchTasks } from './watch-tasks.ts';

/** `null`: nobody stands where it should go. */
interface Silent {
  taskId: number;
  personId: number | null;
  notice: AddressedNotice['notice'] | null;
}

/** After a slot opens its messages are planned within the minute; an hour later they are missing. */
const PLANNED_WITHIN_MS = 3_600_000;

/**
 * Overdue tasks of which a step was owed by the last morning slot and was said to nobody: to whom, as what, since when.
 * Empty when every overdue task was told to its step (R77). Also as it stood at a past moment.
 */
export async function findSilentTasks(useCase: UseCase): Promise<PlannedNotice[]> {
  const { tx, now, plan } = useCase;
  const day = lastAuditedDay(useCase);
  const directory = await loadDirectory(tx, day);
  const rows = await listWatchedTasksAsOf(tx, now);
  const said = await listToldKeys(
    tx,
    rows.map(({ id }) => id),
    now,
  );
  // A step counts as said whoever heard it: the head may have changed since.
  const saidKeys = new Set([...said].map((entry) => entry.slice(entry.indexOf(':') + 1)));
  const silent = (await watchTasks(useCase, directory, rows)).flatMap((task): Silent[] => {
    const { lines, isOverdue } = task.owedOn(day);
    if (!isOverdue) return [];
    const missing = lines.filter(({ notice }) => !saidKeys.has(notice.key));
    return lines.length === 0 ? [{ taskId: task.id, personId: null, notice: null }] : missing;
  });
  const codes = await readCodes(
    useCase,
    silent.map(({ taskId }) => taskId),
  );
  const at = instantAt(day, plan.reminders.slots.morning).toISOString();
  return silent.map(({ taskId, personId, notice }) => ({
    at,
    to: directory.nameOf(personId) ?? '',
    role: notice?.to ?? 'office',
    kind: notice?.kind ?? 'silent',
    ...(notice?.step === undefined ? {} : { step: notice.step + 1 }),
    tasks: [codes.get(taskId) ?? ''],
  }));
}

function lastAuditedDay({ now, today, calendar, plan }: UseCase): Day {
  const planned = instantAt(today, plan.reminders.slots.morning).getTime() + PLANNED_WITHIN_MS;
  const isPlanned = isWorkingDay(calendar, today) && now.getTime() >= planned;
  return isPlanned ? today : previousWorkingDay(calendar, today);
}

async function readCodes(useCase: UseCase, ids: number[]): Promise<Map<number, string>> {
  const rows = ids.length === 0 ? [] : await listTasks(useCase.tx, { ids }, ids.length);
  return new Map(rows.map(({ task }) => [task.id, task.code]));
}
