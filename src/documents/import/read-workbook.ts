import type { ImportContext, KnownUnit } from '../../domain/import/import-context.ts';
import type { PersonImportRow, UnitImportRow } from '../../domain/import/people-import-row.ts';
import type { TaskImportRow } from '../../domain/import/task-import-row.ts';
import { readTables } from '../xlsx/read-tables.ts';
import { type Refusal, refuse } from '../xlsx/refusal.ts';
import { interpretPeopleRows } from './interpret-people-rows.ts';
import { interpretTaskRows } from './interpret-task-rows.ts';
import { interpretUnitRows } from './interpret-unit-rows.ts';
import type { ImportProblem } from './problems.ts';
import { recogniseWorkbook, type SheetTable } from './sheet-table.ts';

/** What an office's workbook says, or the one reason why it is not read. Any problem that is an error forbids importing. */
export type WorkbookReading =
  | { refused: Refusal }
  | { kind: 'people'; units: UnitImportRow[]; people: PersonImportRow[]; problems: ImportProblem[] }
  | { kind: 'tasks'; tasks: TaskImportRow[]; problems: ImportProblem[] };

/** Reads a workbook of people (with or without their units) or of tasks (R136). */
export async function readWorkbook(file: Buffer, context: ImportContext): Promise<WorkbookReading> {
  const read = await readTables(file);
  if ('refused' in read) return read;
  const kind = recogniseWorkbook(read.tables);
  if (kind === 'unknown') return refuse('noHeader');
  return kind === 'people' ? readPeople(read.tables, context) : readTasks(read.tables, context);
}

const tablesOf = (tables: SheetTable[], kind: SheetTable['kind']) =>
  tables.filter((table) => table.kind === kind);

function readPeople(tables: SheetTable[], context: ImportContext): WorkbookReading {
  const unitReadings = tablesOf(tables, 'units').map(interpretUnitRows);
  const units = unitReadings.flatMap((reading) => reading.rows);
  const known = withUnits(context.units, units);
  const readings = tablesOf(tables, 'people').map((table) =>
    interpretPeopleRows(table, { ...context, units: known }),
  );
  return {
    kind: 'people',
    units,
    people: readings.flatMap((reading) => reading.rows),
    problems: [...unitReadings, ...readings].flatMap((reading) => reading.problems),
  };
}

/** A unit that the file itself describes is known to its other sheets. */
function withUnits(known: readonly KnownUnit[], described: UnitImportRow[]): KnownUnit[] {
  const codes = new Set(described.map((unit) => unit.code));
  return [
    ...described.map((unit) => {
      const before = known.find((other) => other.code === unit.code);
      return before === undefined
        ? unit
        : { ...unit, aliases: [...unit.aliases, before.name, ...before.aliases] };
    }),
    ...known.filter((unit) => !codes.has(unit.code)),
  ];
}

function readTasks(tables: SheetTable[], context: ImportContext): WorkbookReading {
  const readings = tablesOf(tables, 'tasks').map((table) => interpretTaskRows(table, context));
  return {
    kind: 'tasks',
    tasks: readings.flatMap((reading) => reading.rows),
    problems: readings.flatMap((reading) => reading.problems),
  };
}
