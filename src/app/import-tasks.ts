import { addAuditEntry } from '../db/queries/audit.ts';
import { findImportedTasks, listCoordinatingOf, setCoordinatingUnits } from '../db/queries/imports.ts';
import { addProgress } from '../db/queries/progress.ts';
import { addTasks, changeTask, findHighestTaskNumber, type TaskRow } from '../db/queries/tasks.ts';
import { groupBy } from '../domain/grouping.ts';
import type { TaskImportRow } from '../domain/import/task-import-row.ts';
import { formatTaskCode } from '../domain/task/task.ts';
import { compareTask, type TaskChange } from './compare-imported-task.ts';
import { addOccurrencesOf } from './ensure-occurrences.ts';
import type { ImportCounts } from './import-people.ts';
import {
  type ImportDirectory,
  importKeyOf,
  loadImportDirectory,
  toNewTask,
  toParts,
} from './imported-task.ts';
import type { UseCase } from './use-case.ts';

export type TaskImportOutcome = ImportCounts & { changes: TaskChange[] };

/**
 * Writes the tasks of a list. A task that is there already is recognised by its code, else by document and STT, else
 * by title and unit; what differs becomes a change row and is never silent. Its state and progress belong to the chat
 * and stay. The same list a second time changes nothing.
 */
export async function importTasks(
  useCase: UseCase,
  rows: TaskImportRow[],
  batch: { id: number | null; actorId: number | null },
): Promise<TaskImportOutcome> {
  const directory = await loadImportDirectory(useCase);
  const existing = await findExisting(useCase, rows);
  const outcome: TaskImportOutcome = { added: 0, changed: 0, unchanged: 0, changes: [] };
  const fresh: TaskImportRow[] = [];
  const coordinating = groupBy(
    await listCoordinatingOf(
      useCase.tx,
      [...existing.values()].map((task) => task.id),
    ),
    (row) => row.taskId,
  );
  for (const row of rows) {
    const task = existing.get(row);
    if (task === undefined) {
      fresh.push(row);
      continue;
    }
    const unitIds = (coordinating.get(task.id) ?? []).map((c) => c.unitId);
    const changes = await updateTask(useCase, task, row, directory, unitIds, batch.actorId);
    outcome.changes.push(...changes);
    outcome[changes.length > 0 ? 'changed' : 'unchanged'] += 1;
  }
  await addFreshTasks(useCase, fresh, directory, batch);
  outcome.added = fresh.length;
  return outcome;
}

async function findExisting(useCase: UseCase, rows: TaskImportRow[]): Promise<Map<TaskImportRow, TaskRow>> {
  const codes = rows.flatMap((row) => row.code ?? []);
  const keys = rows.flatMap((row) => (row.code === undefined ? importKeyOf(row) : []));
  const found = await findImportedTasks(useCase.tx, codes, keys);
  const byCode = new Map(found.map((task) => [task.code, task]));
  const byKey = new Map(found.flatMap((task) => (task.importKey === null ? [] : [[task.importKey, task]])));
  return new Map(
    rows.flatMap((row) => {
      const task = row.code === undefined ? byKey.get(importKeyOf(row)) : byCode.get(row.code);
      return task === undefined ? [] : [[row, task]];
    }),
  );
}

async function updateTask(
  useCase: UseCase,
  task: TaskRow,
  row: TaskImportRow,
  directory: ImportDirectory,
  coordinatingIds: number[],
  actorId: number | null,
): Promise<TaskChange[]> {
  const { changes, patch, unitIds } = compareTask(task, row, directory, coordinatingIds);
  if (changes.length === 0) return [];
  if (Object.keys(patch).length > 0) await changeTask(useCase.tx, task.id, patch, useCase.now);
  if (unitIds !== null) await setCoordinatingUnits(useCase.tx, task.id, unitIds, useCase.now);
  await addAuditEntry(useCase.tx, {
    at: useCase.now,
    actorId,
    source: useCase.source,
    action: 'importChange',
    subject: 'task',
    subjectId: task.id,
    before: Object.fromEntries(changes.map((change) => [change.field, change.before])),
    after: Object.fromEntries(changes.map((change) => [change.field, change.after])),
  });
  return changes;
}

/** Adds what is new: the tasks, their parts, the figures they came with, their coordinating units. */
async function addFreshTasks(
  useCase: UseCase,
  rows: TaskImportRow[],
  directory: ImportDirectory,
  batch: { id: number | null; actorId: number | null },
): Promise<void> {
  const highest = rows.reduce(
    (max, row) => Math.max(max, Number(/^NV(\d+)/.exec(row.code ?? '')?.[1] ?? 0)),
    await findHighestTaskNumber(useCase.tx),
  );
  let next = highest;
  const codes = rows.map((row) => row.code ?? formatTaskCode(++next));
  const added = await addTasks(
    useCase.tx,
    rows.map((row, i) => toNewTask(row, codes[i] ?? '', directory, useCase, batch.id)),
    useCase.now,
  );
  for (const [i, row] of rows.entries()) {
    const task = added[i];
    if (task === undefined) continue;
    const parts = await addTasks(useCase.tx, toParts(row, task, directory), useCase.now);
    if (task.structure === 'series') await addOccurrencesOf(useCase, task);
    const unitIds = row.coordinating.flatMap((code) => directory.unitByCode.get(code)?.id ?? []);
    if (unitIds.length > 0) await setCoordinatingUnits(useCase.tx, task.id, unitIds, useCase.now);
    await addStartingFigures(useCase, row, parts.length > 0 ? parts : [task]);
    await addAuditEntry(useCase.tx, {
      at: useCase.now,
      actorId: batch.actorId,
      source: useCase.source,
      action: 'importTask',
      subject: 'task',
      subjectId: task.id,
      after: { code: task.code, state: task.state, dueOn: task.dueOn, row: row.row },
    });
  }
}

/** The progress that the list states is the task's first report, by nobody of the chat. */
async function addStartingFigures(useCase: UseCase, row: TaskImportRow, tasks: TaskRow[]): Promise<void> {
  if (row.percent === undefined) return;
  for (const task of tasks) {
    if (task.structure === 'series') continue;
    await addProgress(useCase.tx, {
      taskId: task.id,
      authorId: null,
      reportedAt: useCase.now,
      recordedAt: useCase.now,
      percent: row.percent,
      status:
        task.state === 'submitted' ? 'submitted' : task.state === 'issued' ? 'notStarted' : 'inProgress',
      note: null,
      isOnBehalf: false,
      previousPercent: null,
      previousState: task.state,
    });
  }
}
