import { addAuditEntry } from '../db/queries/audit.ts';
import { lockOpenTasksOf } from '../db/queries/people-office.ts';
import { changeTask } from '../db/queries/tasks.ts';
import type { Actor } from '../domain/access/access.ts';
import { groupBy } from '../domain/grouping.ts';
import { loadDirectory } from './load-directory.ts';
import { tellPerson } from './tell.ts';
import type { UseCase } from './use-case.ts';

const NAMED_CODES = 10;

/**
 * Takes a person off the open tasks that they do, in one unit or everywhere: the tasks stay with their unit, whose head
 * is told to name somebody. What was reported stays theirs.
 * @returns how many tasks nobody does now
 */
export async function releaseTasks(
  useCase: UseCase,
  actor: Actor,
  person: { personId: number; name: string; unitId?: number },
): Promise<number> {
  const { tx, now, source } = useCase;
  const released = await lockOpenTasksOf(tx, person.personId, person.unitId);
  for (const task of released) {
    await changeTask(tx, task.id, { assigneeId: null }, now);
    await addAuditEntry(tx, {
      at: now,
      actorId: actor.personId,
      source,
      action: 'releaseTask',
      subject: 'task',
      subjectId: task.id,
      before: { assigneeId: person.personId },
      after: { assigneeId: null },
    });
  }
  const directory = await loadDirectory(tx, useCase.today);
  for (const [unitId, tasks] of groupBy(released, (task) => task.leadUnitId)) {
    const head = directory.headOf(unitId);
    if (head === null || head === person.personId || head === actor.personId) continue;
    const codes = tasks.slice(0, NAMED_CODES).map(({ code }) => code);
    await tellPerson(
      useCase,
      { personId: head, unitId },
      { kind: 'tasksReleased', payload: { name: person.name, total: tasks.length, codes } },
      `tasksReleased:${person.personId}:${unitId}:${now.toISOString()}`,
    );
  }
  return released.length;
}
