import { addAuditEntry } from '../db/queries/audit.ts';
import { findUnit } from '../db/queries/directory.ts';
import { listPeopleOfUnits, type UnitPerson } from '../db/queries/drafts.ts';
import { changeTask, listOpenParts, lockTask, type TaskRow } from '../db/queries/tasks.ts';
import { type Actor, mayAssignTo } from '../domain/access/access.ts';
import type { Directory } from '../domain/organisation/directory.ts';
import { whoIsMeant } from '../domain/task/draft-people.ts';
import { isOpen } from '../domain/task/task.ts';
import { findTaskForActor } from './find-task.ts';
import { loadDirectory } from './load-directory.ts';
import { askFirst, lockKept, takePending } from './pending-action.ts';
import { tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

export interface ProposedAssignment {
  pendingId: number;
  task: TaskRow;
  /** Whoever the name may mean, of the unit that leads the task. */
  people: UnitPerson[];
  /** Who does it now. */
  assignee: string | null;
}

/**
 * Prepares putting somebody of the leading unit on a task; it waits for the actor's yes (R55).
 * @param typed the person's name as typed
 * @throws Refusal `taskNotFound`, `taskNotYours`, `notAllowed`, `taskClosed`, `taskIsContainer`, `personNotOfUnit`, `alreadyTheirs`
 */
export async function proposeAssignment(
  useCase: UseCase,
  actor: Actor,
  code: string,
  typed: string,
): Promise<ProposedAssignment> {
  const task = await findTaskForActor(useCase, actor, code, 'view');
  requireAssignable(actor, task);
  const people = whoIsMeant(typed, await listPeopleOfUnits(useCase.tx, [task.leadUnitId], useCase.today));
  const others = people.filter(({ personId }) => personId !== task.assigneeId);
  if (people.length === 0) throw new Refusal('personNotOfUnit', { code: await nameLeadUnit(useCase, task) });
  if (others.length === 0) throw new Refusal('alreadyTheirs', { code: task.code });
  const personIds = others.map(({ personId }) => personId);
  const pendingId = await askFirst(useCase, actor, { kind: 'assignPerson', taskId: task.id, personIds });
  const assignee = (await loadDirectory(useCase.tx, useCase.today)).nameOf(task.assigneeId);
  return { pendingId, task, people: others, assignee };
}

function requireAssignable(actor: Actor, task: TaskRow): void {
  if (!mayAssignTo(actor, task.leadUnitId)) throw new Refusal('notAllowed');
  if (task.structure === 'split') throw new Refusal('taskIsContainer', { code: task.code });
  if (!isOpen(task.state)) throw new Refusal('taskClosed', { code: task.code });
}

const nameLeadUnit = async (useCase: UseCase, task: TaskRow): Promise<string> =>
  (await findUnit(useCase.tx, task.leadUnitId))?.shortName ?? '';

/**
 * Puts the chosen person on the task; they are told, and so is whoever did it until now.
 * @throws Refusal as {@link proposeAssignment}, and what keeps a button from being pressed
 */
export async function assignPerson(
  useCase: UseCase,
  actor: Actor,
  pendingId: number,
  personId: number,
): Promise<{ task: TaskRow; name: string; before: string | null }> {
  const { taskId, personIds } = await lockKept(useCase, actor, pendingId, 'assignPerson');
  const task = await lockTask(useCase.tx, taskId);
  if (task === undefined || !personIds.includes(personId)) throw new Refusal('buttonTooOld');
  requireAssignable(actor, task);
  const people = await listPeopleOfUnits(useCase.tx, [task.leadUnitId], useCase.today);
  const person = people.find((row) => row.personId === personId);
  if (person === undefined) {
    throw new Refusal('personNotOfUnit', { code: await nameLeadUnit(useCase, task) });
  }
  await takePending(useCase, actor, pendingId, 'assignPerson');
  const changed = await writeAssignee(useCase, actor, task, personId);
  const directory = await loadDirectory(useCase.tx, useCase.today);
  await tellBoth(useCase, actor, directory, { task: changed, before: task.assigneeId, personId, pendingId });
  return { task: changed, name: person.name, before: directory.nameOf(task.assigneeId) };
}

/** Occurrences of a series that are not done go with it. */
async function writeAssignee(
  useCase: UseCase,
  actor: Actor,
  task: TaskRow,
  assigneeId: number,
): Promise<TaskRow> {
  const { tx, now } = useCase;
  const parts = task.structure === 'series' ? await listOpenParts(tx, task.id) : [];
  for (const part of parts) await changeTask(tx, part.id, { assigneeId }, now);
  const changed = await changeTask(tx, task.id, { assigneeId }, now);
  await addAuditEntry(tx, {
    at: now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'assignPerson',
    subject: 'task',
    subjectId: task.id,
    before: { assigneeId: task.assigneeId },
    after: { assigneeId },
  });
  return changed;
}

async function tellBoth(
  useCase: UseCase,
  actor: Actor,
  directory: Directory,
  change: { task: TaskRow; before: number | null; personId: number; pendingId: number },
): Promise<void> {
  const { task, before, personId, pendingId } = change;
  const unitId = task.leadUnitId;
  const about = { taskId: task.id, code: task.code, title: task.title, by: actor.name };
  const given = {
    ...about,
    unit: directory.unitOf(unitId)?.shortName ?? '',
    assignee: directory.nameOf(personId),
    dueOn: task.dueOn,
    deadlineWording: task.deadlineWording,
    product: task.product,
    isAssignee: true,
    mayAccept: task.state === 'issued',
  };
  const to = directory.nameOf(personId) ?? '';
  if (personId !== actor.personId) {
    await tellPerson(
      useCase,
      { personId, unitId },
      { kind: 'taskGiven', payload: given },
      `assigned:${pendingId}`,
    );
  }
  if (before === null || before === actor.personId) return;
  const taken = { kind: 'taskTaken', payload: { ...about, to } } as const;
  await tellPerson(useCase, { personId: before, unitId }, taken, `taken:${pendingId}`);
}

/** Leaves the task as it is. @throws Refusal what keeps a button from being pressed */
export async function dropAssignment(useCase: UseCase, actor: Actor, pendingId: number): Promise<void> {
  await takePending(useCase, actor, pendingId, 'assignPerson');
}
