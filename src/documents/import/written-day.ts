import type { Day } from '../../domain/days.ts';
import { readDeadline } from '../../domain/deadline/read-deadline.ts';
import type { ImportContext } from '../../domain/import/import-context.ts';
import { faults, type Note } from './problems.ts';

/** The one day that a cell states, or `undefined` with the fault noted. An empty cell is no fault. */
export function readWrittenDay(
  text: string | undefined,
  at: { columnKey: string; row: number },
  context: Pick<ImportContext, 'issuedOn'>,
  note: Note,
): Day | undefined {
  if (text === undefined) return undefined;
  const read = readDeadline(text, {
    issuedOn: context.issuedOn,
    channel: 'document',
    beforeDayMeans: 'sameDay',
  });
  if (read.kind === 'day') return read.dueOn;
  note(
    read.kind === 'impossible' ? faults.impossibleDay(at.row, text) : faults.unreadableDay(text),
    at.columnKey,
  );
  return undefined;
}
