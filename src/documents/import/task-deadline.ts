import { addDays, type Day, formatDay } from '../../domain/days.ts';
import { type Deadline, readDeadline } from '../../domain/deadline/read-deadline.ts';
import type { ImportContext } from '../../domain/import/import-context.ts';
import { faults, type Note } from './problems.ts';
import type { SheetRow } from './sheet-table.ts';
import { readWrittenDay } from './written-day.ts';

const FAR_PAST_DAYS = 3 * 366;
const FAR_FUTURE_DAYS = 10 * 366;

/** Rõ thời gian of a row: the wording read as a document's, its start day, and everything doubtful about them. */
export function readTaskDeadline(
  row: SheetRow,
  context: ImportContext,
  note: Note,
): { deadline: Deadline; startOn?: Day } {
  const deadline = readDeadline(row.cells.deadline ?? '', {
    issuedOn: context.issuedOn,
    channel: 'document',
    beforeDayMeans: context.beforeDayMeans,
    phases: context.phases,
    calendar: context.calendar,
  });
  noteDeadline(deadline, row, note);
  const dueOn = dueDayOf(deadline);
  const written = readWrittenDay(row.cells.startOn, { columnKey: 'startOn', row: row.number }, context, note);
  const startOn = written ?? ('startOn' in deadline ? deadline.startOn : undefined);
  if (dueOn !== undefined && isFarAway(dueOn, context.issuedOn)) {
    note(faults.deadlineFarAway(formatDay(dueOn)), 'deadline');
  }
  if (dueOn !== undefined && written !== undefined && written > dueOn)
    note(faults.deadlineBeforeStart(), 'startOn');
  return { deadline, ...(startOn === undefined ? {} : { startOn }) };
}

/** The last day that the wording names; a cadence and "thường xuyên" name none. */
function dueDayOf(deadline: Deadline): Day | undefined {
  if (deadline.kind === 'dates') return deadline.dates.at(-1);
  return 'dueOn' in deadline ? deadline.dueOn : undefined;
}

const isFarAway = (dueOn: Day, issuedOn: Day): boolean =>
  dueOn < addDays(issuedOn, -FAR_PAST_DAYS) || dueOn > addDays(issuedOn, FAR_FUTURE_DAYS);

function noteDeadline(deadline: Deadline, row: SheetRow, note: Note): void {
  const wording = row.cells.deadline;
  if (wording === undefined) note(faults.missingDeadline(), 'deadline');
  else if (deadline.kind === 'impossible') note(faults.impossibleDeadline(row.number, wording), 'deadline');
  else if (deadline.kind === 'relative') note(faults.relativeDeadline(wording), 'deadline');
  else if (deadline.kind === 'unclear') {
    const guess = deadline.dueOn === undefined ? null : formatDay(deadline.dueOn);
    note(faults.unclearDeadline(wording, guess), 'deadline');
  }
}
