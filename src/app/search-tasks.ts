import { searchTaskRows } from '../db/queries/task-search.ts';
import { type Actor, visibleTasksOf } from '../domain/access/access.ts';
import type { MessagePayloads } from '../domain/message/messages.ts';
import { foldText } from '../domain/text.ts';
import { toTaskLine } from './list-tasks.ts';
import type { UseCase } from './use-case.ts';

const SHOWN_TASKS = 10;

/** Tasks whose title or code has every word of the query, in what this person may see; the open ones first. */
export async function searchTasks(
  useCase: UseCase,
  actor: Actor,
  query: string,
): Promise<MessagePayloads['searchResults']> {
  const words = foldText(query)
    .split(/[^a-z\d./-]+/)
    .filter((word) => word !== '');
  const { rows, total } =
    words.length === 0
      ? { rows: [], total: 0 }
      : await searchTaskRows(useCase.tx, { words, visible: visibleTasksOf(actor) }, SHOWN_TASKS);
  return { query, total, lines: rows.map((row) => toTaskLine(row, useCase)) };
}
