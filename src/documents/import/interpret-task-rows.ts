import type { ImportContext } from '../../domain/import/import-context.ts';
import type { Measure, TaskImportRow } from '../../domain/import/task-import-row.ts';
import { formatTaskCode } from '../../domain/task/task.ts';
import { foldText } from '../../domain/text.ts';
import { faults, type ImportProblem, type Note, noteInto } from './problems.ts';
import type { SheetRow, SheetTable } from './sheet-table.ts';
import { readTaskDeadline } from './task-deadline.ts';
import { readTaskLabels } from './task-labels.ts';
import { readTaskPeople } from './task-people.ts';
import { readTaskProgress } from './task-progress.ts';

const BROKEN_FORMULA = /^#(REF|N\/A|VALUE|NAME|DIV\/0|NUM|NULL)[!?]?$/;
const TASK_CODE = /^NV[\s.\-–]*0*(\d{1,5})$/i;
const COPIED_COLUMNS = ['ordinal', 'content', 'authority', 'product', 'legalBasis', 'note'] as const;

/**
 * The tasks of a table read against the directory (R136). Rows without a title or a lead are only problems;
 * any problem of severity `error` means that nothing of the file may be imported.
 */
export function interpretTaskRows(
  table: SheetTable,
  context: ImportContext,
): { rows: TaskImportRow[]; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const rows = table.rows.flatMap((row) => {
    const read = readTaskRow(row, context, noteInto(problems, table, row));
    return read === null ? [] : [read];
  });
  noteRepeats(rows, table, problems);
  return { rows, problems: problems.sort((a, b) => a.row - b.row) };
}

function readTaskRow(row: SheetRow, context: ImportContext, note: Note): TaskImportRow | null {
  noteBrokenFormulas(row, note);
  const title = row.cells.title;
  if (title === undefined) note(faults.missingTitle(), 'title');
  const { lead, ...people } = readTaskPeople(row, context, note);
  const { deadline, startOn } = readTaskDeadline(row, context, note);
  const labels = readTaskLabels(row, note);
  const progress = readTaskProgress(row, deadline, context, note);
  const measure = readMeasure(row);
  const code = readCode(row.cells.code, note);
  if (title === undefined || lead === null) return null;
  return {
    row: row.number,
    title,
    ...code,
    ...copyCells(row),
    ...labels,
    lead,
    ...people,
    deadline,
    ...(startOn === undefined ? {} : { startOn }),
    ...(measure === undefined ? {} : { measure }),
    ...progress,
  };
}

function noteBrokenFormulas(row: SheetRow, note: Note): void {
  for (const [columnKey, text] of Object.entries(row.cells)) {
    if (text !== undefined && BROKEN_FORMULA.test(text)) note(faults.brokenFormula(text), columnKey);
  }
}

function readCode(text: string | undefined, note: Note): Pick<TaskImportRow, 'code' | 'externalReference'> {
  if (text === undefined) return {};
  const number = TASK_CODE.exec(text)?.[1];
  if (number !== undefined) return { code: formatTaskCode(Number(number)) };
  note(faults.foreignCode(text), 'code');
  return { externalReference: text };
}

function copyCells(row: SheetRow): Partial<Pick<TaskImportRow, (typeof COPIED_COLUMNS)[number] | 'group'>> {
  const copied = COPIED_COLUMNS.flatMap((key) => {
    const text = row.cells[key];
    return text === undefined ? [] : [[key, text] as const];
  });
  const group = row.group ?? row.cells.group;
  return { ...Object.fromEntries(copied), ...(group === undefined ? {} : { group }) };
}

/** "600 hồ sơ", "≥ 95%", "1.250 hộ"; from the product too when it opens with a count of several. */
function readMeasure(row: SheetRow): Measure | undefined {
  if (row.cells.measure !== undefined) return parseMeasure(row.cells.measure);
  const measure = parseMeasure(row.cells.product ?? '');
  return measure !== undefined && measure.target > 1 ? measure : undefined;
}

function parseMeasure(text: string): Measure | undefined {
  const match = /^[≥>=\s]*(\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)\s*(%|\p{L}[^;,.\n]*)/u.exec(text);
  if (match === null) return undefined;
  const [, number = '', unit = ''] = match;
  return { target: Number(number.replaceAll('.', '').replace(',', '.')), unit: unit.trim() };
}

function noteRepeats(rows: readonly TaskImportRow[], table: SheetTable, problems: ImportProblem[]): void {
  const rowOfCode = new Map<string, number>();
  const rowOfTask = new Map<string, number>();
  for (const task of rows) {
    const note = noteInto(problems, table, { number: task.row, cells: {} });
    const taskKey = `${foldText(task.title)}|${task.lead.kind === 'unit' ? task.lead.unitCode : '*'}|${task.deadline.wording}`;
    const sameCode = task.code === undefined ? undefined : rowOfCode.get(task.code);
    const sameTask = rowOfTask.get(taskKey);
    if (sameCode !== undefined && task.code !== undefined)
      note(faults.duplicateCode(task.code, sameCode), 'code');
    else if (sameTask !== undefined) note(faults.sameTask(sameTask), 'title');
    if (task.code !== undefined && sameCode === undefined) rowOfCode.set(task.code, task.row);
    if (sameTask === undefined) rowOfTask.set(taskKey, task.row);
  }
}
