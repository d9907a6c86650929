import { listTaskAudit } from '../db/queries/audit.ts';
import { listPeopleNames } from '../db/queries/directory.ts';
import { listRequestReasons } from '../db/queries/requests.ts';
import type { TaskRow } from '../db/queries/tasks.ts';
import type { JournalLine, JournalPayloads } from '../domain/message/journal-payloads.ts';
import type { Directory } from '../domain/organisation/directory.ts';
import { type AuditedValue, listAuditedChanges } from '../domain/task/audited.ts';
import { loadDirectory } from './load-directory.ts';
import type { UseCase } from './use-case.ts';

const LINES_A_PAGE = 12;

/** One page of a task's journal for whoever may see the task; `page` counts from 0 and is kept in range. */
export async function readTaskJournal(
  useCase: UseCase,
  task: TaskRow,
  page: number,
): Promise<JournalPayloads['taskJournal']> {
  const pageAt = (at: number) =>
    listTaskAudit(useCase.tx, task.id, { offset: at * LINES_A_PAGE, limit: LINES_A_PAGE });
  const first = await pageAt(page);
  const pages = Math.max(1, Math.ceil(first.total / LINES_A_PAGE));
  const kept = Math.min(page, pages - 1);
  const { rows } = kept === page ? first : await pageAt(kept);
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const entries = rows.map((row) => ({ row, changes: listAuditedChanges(row.before, row.after) }));
  const names = await listPeopleNames(useCase.tx, listPeople(entries));
  const reasons = await listRequestReasons(
    useCase.tx,
    rows.flatMap(({ after }) => requestIdOf(after) ?? []),
  );
  const lines = entries.map(({ row, changes }): JournalLine => {
    const request = reasons.get(requestIdOf(row.after) ?? 0);
    const asked = row.action === 'askRequest' ? request?.asked : request?.decided;
    return {
      at: row.at.toISOString(),
      by: row.actorId === null ? null : (names.get(row.actorId) ?? null),
      action: row.action,
      changes: changes.map((change) => nameValues(change, names, directory)),
      reason: row.reason ?? asked ?? null,
    };
  });
  return {
    taskId: task.id,
    code: task.code,
    title: task.title,
    page: kept,
    pages,
    total: first.total,
    lines,
  };
}

const requestIdOf = (after: unknown): number | null => {
  const id = (after as { requestId?: unknown } | null)?.requestId;
  return typeof id === 'number' ? id : null;
};

/** Everybody whom a page names: people who have left keep their names. */
function listPeople(entries: { row: { actorId: number | null }; changes: AuditedValue[] }[]): number[] {
  const ids = entries.flatMap(({ row, changes }) => [
    row.actorId,
    ...changes
      .filter(({ field }) => field === 'assigneeId')
      .flatMap(({ before, after }) => [Number(before ?? 0), Number(after ?? 0)]),
  ]);
  return [...new Set(ids.filter((id) => id !== null && id > 0))] as number[];
}

function nameValues(
  change: AuditedValue,
  names: ReadonlyMap<number, string>,
  directory: Directory,
): AuditedValue {
  const name = (value: string | number | null) => {
    if (value === null) return null;
    if (change.field === 'assigneeId') return names.get(Number(value)) ?? null;
    if (change.field === 'leadUnitId') return directory.unitOf(Number(value))?.shortName ?? null;
    return value;
  };
  return { field: change.field, before: name(change.before), after: name(change.after) };
}
