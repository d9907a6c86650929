import { listToldKeys } from '../db/queries/notices.ts';
import { findTaskByCode } from '../db/queries/tasks.ts';
import { listWatchedTasksAsOf } from '../db/queries/watched-tasks.ts';
import { addWorkingDays, workingDayOnOrAfter } from '../domain/calendar/working-calendar.ts';
import { addDays, type Day, instantAt } from '../domain/days.ts';
import type { NoticeKind } from '../domain/escalation/notice.ts';
import { isFocus } from '../domain/task/task.ts';
import { loadDirectory } from './load-directory.ts';
import { Refusal, type UseCase } from './use-case.ts';
import { type AddressedNotice, watchTasks } from './watch-tasks.ts';

/** A message that is to be sent, or should have been: when, to whom, as what. `step` counts from 1. */
export interface PlannedNotice {
  at: string;
  to: string;
  role: AddressedNotice['notice']['to'];
  kind: NoticeKind;
  step?: number;
  tasks: string[];
}

/** Working days beyond the ladder's last step for which the repeats are listed; they go on like that until it closes. */
const REPEATS_SHOWN = 10;

/**
 * Everything that will be said about a task and to whom, if nothing changes from `now` on (R77): what was said before
 * is left out, what is held or late goes with the next slot.
 * @throws Refusal `taskNotFound`, or `nothingWatched` for one that is closed or not begun
 */
export async function explainPolicy(useCase: UseCase, code: string): Promise<PlannedNotice[]> {
  const { tx, now, calendar, plan } = useCase;
  const task = await findTaskByCode(tx, code);
  if (task === undefined) throw new Refusal('taskNotFound', { code });
  const [row] = await listWatchedTasksAsOf(tx, now, task.id);
  const directory = await loadDirectory(tx, useCase.today);
  const [watched] = row === undefined ? [] : await watchTasks(useCase, directory, [row]);
  if (row === undefined || watched === undefined) throw new Refusal('nothingWatched', { code });
  const said = await listToldKeys(tx, [task.id], now);
  const ladder = plan.escalation.ladder[isFocus(row.priority) ? 'focus' : 'normal'];
  const lastStep = Math.max(...ladder.map(({ after }) => after));
  const from = firstDay(useCase);
  const anchor = row.dueOn === null || row.dueOn < from ? from : row.dueOn;
  const until = addWorkingDays(calendar, anchor, lastStep + REPEATS_SHOWN);
  const planned: PlannedNotice[] = [];
  for (let day = from; day <= until; day = workingDayOnOrAfter(calendar, addDays(day, 1))) {
    for (const { personId, notice } of watched.owedOn(day).lines) {
      const key = `${personId}:${notice.key}`;
      if (said.has(key)) continue;
      said.add(key);
      const at = instantAt(day, plan.reminders.slots.morning).toISOString();
      const step = notice.step === undefined ? {} : { step: notice.step + 1 };
      const to = directory.nameOf(personId) ?? '';
      planned.push({ at, to, role: notice.to, kind: notice.kind, ...step, tasks: [code] });
    }
  }
  return planned;
}

/** The working day of the next morning slot. */
function firstDay({ now, today, calendar, plan }: UseCase): Day {
  const isBefore = now < instantAt(today, plan.reminders.slots.morning);
  return workingDayOnOrAfter(calendar, isBefore ? today : addDays(today, 1));
}
