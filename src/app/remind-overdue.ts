import { loadActor } from '../db/queries/actors.ts';
import { addAuditEntry } from '../db/queries/audit.ts';
import { addNudges, listNudgesBy } from '../db/queries/nudges.ts';
import { type ListedTask, listOverdueTasks } from '../db/queries/tasks.ts';
import { type Actor, mayActOnTask, mayReadFigures } from '../domain/access/access.ts';
import { instantAt } from '../domain/days.ts';
import { latestOverdueDay } from '../domain/escalation/owed-notices.ts';
import { isOpen } from '../domain/task/task.ts';
import { toTaskLine } from './list-tasks.ts';
import { loadDirectory } from './load-directory.ts';
import { heldUntil } from './remind-task.ts';
import { loadTaskSubject } from './task-subject.ts';
import { isLive, tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** Whose overdue tasks are reminded of: a unit's, told to its head, or a person's own. */
export type ReminderScope = { unitId: number } | { personId: number };

export type OverdueReminder =
  | { kind: 'sent'; scopeName: string; to: string; total: number; heldUntil: Date | null }
  | { kind: 'repeated'; scopeName: string; at: Date }
  | { kind: 'nothingOverdue'; scopeName: string };

/** More than any unit has; each is logged. */
const MOST_TASKS = 500;
const SHOWN_TASKS = 10;

/**
 * Reminds of everything overdue of a unit or a person in one message, the worst first with the true total; what the
 * same person reminded of earlier today is left out.
 * @throws Refusal `notAllowed`, `notStartedYet`, `nobodyToRemind`
 */
export async function remindOverdue(
  useCase: UseCase,
  actor: Actor,
  scope: ReminderScope,
): Promise<OverdueReminder> {
  const { personId, scopeName } = await findReminded(useCase, scope);
  const overdue = await listOpenOverdue(useCase, scope);
  const allowed: ListedTask[] = [];
  for (const listed of overdue) {
    const subject = await loadTaskSubject(useCase.tx, listed.task);
    if (mayActOnTask(actor, 'remind', subject)) allowed.push(listed);
  }
  const [first] = allowed;
  if (first === undefined) {
    if (overdue.length > 0 || !(await mayKnow(useCase, actor, scope))) throw new Refusal('notAllowed');
    return { kind: 'nothingOverdue', scopeName };
  }
  if (personId === null || personId === actor.personId) {
    throw new Refusal('nobodyToRemind', { code: scopeName });
  }
  if (!(await isLive(useCase, first.task.leadUnitId))) throw new Refusal('notStartedYet');

  const before = await listNudgesBy(useCase.tx, actor.personId, {
    taskIds: allowed.map(({ task }) => task.id),
    since: instantAt(useCase.today, '00:00'),
  });
  const fresh = allowed.filter(({ task }) => before.every((nudge) => nudge.taskId !== task.id));
  const earlier = before.at(-1);
  if (fresh.length === 0 && earlier !== undefined) return { kind: 'repeated', scopeName, at: earlier.at };
  await tellOfAll(useCase, actor, { personId, scopeName, unitId: first.task.leadUnitId, fresh });
  const to = (await loadDirectory(useCase.tx, useCase.today)).nameOf(personId) ?? '';
  return { kind: 'sent', scopeName, to, total: fresh.length, heldUntil: heldUntil(useCase) };
}

async function findReminded(
  useCase: UseCase,
  scope: ReminderScope,
): Promise<{ personId: number | null; scopeName: string }> {
  const directory = await loadDirectory(useCase.tx, useCase.today);
  if ('personId' in scope)
    return { personId: scope.personId, scopeName: directory.nameOf(scope.personId) ?? '' };
  return {
    personId: directory.headOf(scope.unitId),
    scopeName: directory.unitOf(scope.unitId)?.shortName ?? '',
  };
}

async function listOpenOverdue(useCase: UseCase, scope: ReminderScope): Promise<ListedTask[]> {
  const dueBy = latestOverdueDay(useCase.calendar, useCase.today, useCase.plan.figures.dueOnDayOff);
  const filter = 'unitId' in scope ? { leadUnitId: scope.unitId } : { assigneeIds: [scope.personId] };
  const { rows } = await listOverdueTasks(useCase.tx, { ...filter, dueBy }, MOST_TASKS);
  return rows.filter(({ task }) => isOpen(task.state));
}

/** That nothing is overdue is a figure too: told to whoever may read it. */
async function mayKnow(useCase: UseCase, actor: Actor, scope: ReminderScope): Promise<boolean> {
  if ('unitId' in scope) return mayReadFigures(actor, { kind: 'unit', unitId: scope.unitId });
  const person = await loadActor(useCase.tx, scope.personId, useCase.today);
  return (person?.roles ?? []).some(({ unitId }) => mayReadFigures(actor, { kind: 'unit', unitId }));
}

async function tellOfAll(
  useCase: UseCase,
  actor: Actor,
  reminder: { personId: number; scopeName: string; unitId: number; fresh: ListedTask[] },
): Promise<void> {
  const { personId, scopeName, unitId, fresh } = reminder;
  const ids = fresh.map(({ task }) => task.id);
  await addNudges(
    useCase.tx,
    ids.map((taskId) => ({ taskId, byId: actor.personId, at: useCase.now, text: null })),
  );
  for (const taskId of ids) {
    await addAuditEntry(useCase.tx, {
      at: useCase.now,
      actorId: actor.personId,
      source: useCase.source,
      action: 'remindTask',
      subject: 'task',
      subjectId: taskId,
      after: { personId },
    });
  }
  const lines = fresh.slice(0, SHOWN_TASKS).map((row) => toTaskLine(row, useCase));
  await tellPerson(
    useCase,
    { personId, unitId },
    { kind: 'tasksReminded', payload: { scopeName, by: actor.name, total: fresh.length, lines } },
    `nudges:${personId}:${actor.personId}:${useCase.now.toISOString()}`,
  );
}
