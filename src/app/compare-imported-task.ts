import type { NewTask, TaskRow } from '../db/queries/tasks.ts';
import type { TaskImportRow } from '../domain/import/task-import-row.ts';
import type { ImportedField } from '../domain/message/messages.ts';
import { foldText } from '../domain/text.ts';
import { dueOnOf, type ImportDirectory, leadUnitOf } from './imported-task.ts';

/** One fact that a list says differently, old → new. */
export interface TaskChange {
  code: string;
  field: ImportedField;
  before: string | null;
  after: string | null;
}

/**
 * What a list says differently of a task that is there. A cell left empty says nothing and changes nothing; a new due
 * day keeps the original one.
 */
export function compareTask(
  task: TaskRow,
  row: TaskImportRow,
  directory: ImportDirectory,
  coordinatingIds: number[],
): { changes: TaskChange[]; patch: Partial<NewTask>; unitIds: number[] | null } {
  const changes: TaskChange[] = [];
  const note = (field: ImportedField, before: string | null, after: string | null): boolean => {
    if (before === after) return false;
    changes.push({ code: task.code, field, before, after });
    return true;
  };
  const unitCode = (id: number) => directory.units.find((unit) => unit.id === id)?.code ?? null;
  const patch: Partial<NewTask> = {};
  if (note('title', task.title, row.title)) {
    patch.title = row.title;
    patch.foldedTitle = foldText(row.title);
  }
  const lead = leadUnitOf(row, directory);
  if (note('lead', unitCode(task.leadUnitId), lead.code)) patch.leadUnitId = lead.id;
  const assigneeId = directory.personIdOf(row.assignee, row.assigneeCode, lead.id);
  if (assigneeId !== null && note('assignee', idText(task.assigneeId), idText(assigneeId)))
    patch.assigneeId = assigneeId;
  const dueOn = dueOnOf(row);
  if (dueOn !== null && task.structure === 'single' && note('dueOn', task.dueOn, dueOn)) {
    patch.dueOn = dueOn;
    patch.deadlineWording = row.deadline.wording;
    patch.phaseId = directory.phaseIdOf(dueOn);
    if (task.startOn !== null && task.startOn > dueOn) patch.startOn = null;
  }
  if (row.product !== undefined && note('product', task.product, row.product)) patch.product = row.product;
  if (note('priority', task.priority, row.priority)) patch.priority = row.priority;
  if (note('kind', task.kind, row.kind)) patch.kind = row.kind;
  const unitIds = row.coordinating.flatMap((code) => directory.unitByCode.get(code)?.id ?? []);
  const isNewUnits = note('coordinating', unitCodes(coordinatingIds, unitCode), unitCodes(unitIds, unitCode));
  return { changes, patch, unitIds: isNewUnits ? unitIds : null };
}

const idText = (id: number | null): string | null => (id === null ? null : String(id));

const unitCodes = (ids: number[], codeOf: (id: number) => string | null): string =>
  ids
    .map(codeOf)
    .sort((a, b) => (a ?? '').localeCompare(b ?? ''))
    .join(', ');
