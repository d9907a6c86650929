import { addAuditEntry } from '../db/queries/audit.ts';
import { listReachablePersonIds } from '../db/queries/directory.ts';
import { addNudges, countNudges, listNudgesBy } from '../db/queries/nudges.ts';
import { listTasks, lockTask, type TaskRow } from '../db/queries/tasks.ts';
import { type Actor, mayActOnTask } from '../domain/access/access.ts';
import { instantAt } from '../domain/days.ts';
import { momentForEvent } from '../domain/message/quiet-hours.ts';
import { isContainer, isOpen } from '../domain/task/task.ts';
import { toTaskLine } from './list-tasks.ts';
import { loadDirectory } from './load-directory.ts';
import { loadTaskSubject } from './task-subject.ts';
import { isLive, tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

export type TaskReminder =
  | { kind: 'sent'; task: TaskRow; to: string; count: number; heldUntil: Date | null }
  /** The same person reminded of this task earlier today. */
  | { kind: 'repeated'; task: TaskRow; at: Date };

/**
 * Reminds whoever does the work of one task, or the head of the unit when nobody is named or reached: once a task, day
 * and person who reminds. Each is logged and counted.
 * @param input.towards the person who was named; told instead when they head the unit
 * @throws Refusal `notAllowed`, `taskIsContainer`, `taskClosed`, `notStartedYet`, `nobodyToRemind`
 */
export async function remindTask(
  useCase: UseCase,
  actor: Actor,
  input: { taskId: number; text: string | null; towards: string | null },
): Promise<TaskReminder> {
  const task = await lockRemindable(useCase, actor, input.taskId);
  const before = await listNudgesBy(useCase.tx, actor.personId, {
    taskIds: [task.id],
    since: instantAt(useCase.today, '00:00'),
  });
  const earlier = before.at(-1);
  if (earlier !== undefined) return { kind: 'repeated', task, at: earlier.at };
  const { personId, name } = await findReminded(useCase, actor, task, input.towards);

  await addNudges(useCase.tx, [{ taskId: task.id, byId: actor.personId, at: useCase.now, text: input.text }]);
  await addAuditEntry(useCase.tx, {
    at: useCase.now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'remindTask',
    subject: 'task',
    subjectId: task.id,
    after: { personId },
  });
  const [listed] = await listTasks(useCase.tx, { ids: [task.id] }, 1);
  if (listed === undefined) throw new Error(`No task has the id ${task.id}`);
  await tellPerson(
    useCase,
    { personId, unitId: task.leadUnitId },
    {
      kind: 'taskReminded',
      payload: { line: toTaskLine(listed, useCase), by: actor.name, text: input.text },
    },
    `nudge:${task.id}:${actor.personId}:${useCase.today}`,
  );
  const count = await countNudges(useCase.tx, task.id);
  return { kind: 'sent', task, to: name, count, heldUntil: heldUntil(useCase) };
}

async function lockRemindable(useCase: UseCase, actor: Actor, taskId: number): Promise<TaskRow> {
  const task = await lockTask(useCase.tx, taskId);
  if (task === undefined) throw new Refusal('taskNotFound');
  const { code } = task;
  if (!mayActOnTask(actor, 'remind', await loadTaskSubject(useCase.tx, task)))
    throw new Refusal('notAllowed');
  if (isContainer(task.structure)) throw new Refusal('taskIsContainer', { code });
  if (!isOpen(task.state)) throw new Refusal('taskClosed', { code });
  if (!(await isLive(useCase, task.leadUnitId))) throw new Refusal('notStartedYet');
  return task;
}

async function findReminded(
  useCase: UseCase,
  actor: Actor,
  task: TaskRow,
  towards: string | null,
): Promise<{ personId: number; name: string }> {
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const reachable = await listReachablePersonIds(useCase.tx);
  const head = directory.headOf(task.leadUnitId);
  const isHeadNamed = towards !== null && directory.nameOf(head) === towards;
  const assignee = task.assigneeId !== null && reachable.has(task.assigneeId) ? task.assigneeId : null;
  const candidates = isHeadNamed ? [head] : [assignee, head];
  const personId = candidates.find((id) => id !== null && id !== actor.personId) ?? null;
  if (personId === null) throw new Refusal('nobodyToRemind', { code: task.code });
  return { personId, name: directory.nameOf(personId) ?? '' };
}

/** When a reminder that is sent now arrives, if it is held. */
export function heldUntil(useCase: UseCase): Date | null {
  const moment = momentForEvent(useCase.now, useCase.plan.reminders, useCase.calendar);
  return moment > useCase.now ? moment : null;
}
