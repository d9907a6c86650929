import { findTaskByCode, listOpenParts, type TaskRow } from '../db/queries/tasks.ts';
import { type Actor, mayActOnTask } from '../domain/access/access.ts';
import { isContainer } from '../domain/task/task.ts';
import { loadTaskSubject } from './task-subject.ts';
import { Refusal, type UseCase } from './use-case.ts';

/**
 * The task that a code means to this person. To report on a container is to report on a part of it: "NV18" of a
 * series is its oldest open occurrence, "NV01" given to all units is the share of one's own unit.
 * @throws Refusal `taskNotFound`, `taskNotYours`, `taskIsContainer`
 */
export async function findTaskForActor(
  useCase: UseCase,
  actor: Actor,
  code: string,
  purpose: 'view' | 'report',
): Promise<TaskRow> {
  const named = await findTaskByCode(useCase.tx, code);
  if (named === undefined) throw new Refusal('taskNotFound', { code });
  if (purpose === 'report' && isContainer(named.structure)) return findPartToReport(useCase, actor, named);
  if (!mayActOnTask(actor, 'view', await loadTaskSubject(useCase.tx, named))) {
    throw new Refusal('taskNotYours', { code });
  }
  return named;
}

async function findPartToReport(useCase: UseCase, actor: Actor, container: TaskRow): Promise<TaskRow> {
  const own: TaskRow[] = [];
  for (const part of await listOpenParts(useCase.tx, container.id)) {
    if (mayActOnTask(actor, 'report', await loadTaskSubject(useCase.tx, part))) own.push(part);
  }
  const [oldest] = own;
  if (oldest === undefined) throw new Refusal('taskNotYours', { code: container.code });
  const isOneOfManyShares = oldest.structure === 'unitShare' && own.length > 1;
  if (isOneOfManyShares) throw new Refusal('taskIsContainer', { code: container.code });
  return oldest;
}
