import type { UnitImportRow } from '../../domain/import/people-import-row.ts';
import { foldText } from '../../domain/text.ts';
import { faults, type ImportProblem, type Note, noteInto } from './problems.ts';
import { unitKindOf, unitKindOfName } from './role-words.ts';
import type { SheetRow, SheetTable } from './sheet-table.ts';

/** The units of a table; short name, kind and order are derived where their columns are missing. */
export function interpretUnitRows(table: SheetTable): { rows: UnitImportRow[]; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const rows = table.rows.flatMap((row, index) => {
    const unit = readUnitRow(row, index + 1, noteInto(problems, table, row));
    return unit === null ? [] : [unit];
  });
  noteRepeats(rows, table, problems);
  return { rows, problems: problems.sort((a, b) => a.row - b.row) };
}

function readUnitRow(row: SheetRow, place: number, note: Note): UnitImportRow | null {
  const { code, name, shortName, unitKind } = row.cells;
  if (name === undefined) note(faults.missingUnitName(), 'name');
  if (code === undefined) note(faults.missingUnitCode(), 'code');
  if (name === undefined || code === undefined) return null;
  const kind = unitKind === undefined ? undefined : unitKindOf(unitKind);
  if (unitKind !== undefined && kind === undefined) note(faults.unknownUnitKind(unitKind), 'unitKind');
  const order = Number(row.cells.order ?? row.cells.ordinal);
  return {
    row: row.number,
    code: plainCode(code),
    name,
    shortName: shortName ?? code,
    kind: kind ?? unitKindOfName(name),
    aliases: readAliases(row.cells.aliases, code),
    order: Number.isInteger(order) && order > 0 ? order : place,
  };
}

/** Codes travel in commands and buttons, so they are plain capitals; the written form stays an alias. */
const plainCode = (code: string): string =>
  foldText(code)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

function readAliases(written: string | undefined, code: string): string[] {
  const aliases = (written ?? '').split(/[;,\n]/).map((alias) => alias.trim());
  const all = plainCode(code) === code ? aliases : [...aliases, code];
  return [...new Set(all.filter((alias) => alias !== ''))];
}

function noteRepeats(rows: readonly UnitImportRow[], table: SheetTable, problems: ImportProblem[]): void {
  const rowOf = new Map<string, number>();
  for (const unit of rows) {
    const note = noteInto(problems, table, { number: unit.row, cells: {} });
    for (const [columnKey, text] of [
      ['code', unit.code],
      ['name', unit.name],
    ] as const) {
      const first = rowOf.get(`${columnKey}|${foldText(text)}`);
      if (first === undefined) rowOf.set(`${columnKey}|${foldText(text)}`, unit.row);
      else note(faults.duplicateUnit(text, first), columnKey);
    }
  }
}
