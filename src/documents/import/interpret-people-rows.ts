import type { ImportContext, KnownUnit } from '../../domain/import/import-context.ts';
import type { PersonImportRow } from '../../domain/import/people-import-row.ts';
import type { Gender, Role, StaffKind, UnitKind } from '../../domain/organisation/organisation.ts';
import { foldText } from '../../domain/text.ts';
import { nearestUnit, readUnitList } from './match-unit.ts';
import { faults, type ImportProblem, type Note, noteInto } from './problems.ts';
import { genderOf, roleOf, roleOfTitle, staffKindOf } from './role-words.ts';
import type { SheetRow, SheetTable } from './sheet-table.ts';
import { readWrittenDay } from './written-day.ts';

type PeopleContext = Pick<ImportContext, 'units' | 'issuedOn'>;

/** The people of a table; role and staff kind are derived from title and unit where their columns are missing. */
export function interpretPeopleRows(
  table: SheetTable,
  context: PeopleContext,
): { rows: PersonImportRow[]; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const rows = table.rows.flatMap((row) => {
    const person = readPersonRow(row, context, noteInto(problems, table, row));
    return person === null ? [] : [person];
  });
  noteRepeats(rows, table, context, problems);
  return { rows, problems: problems.sort((a, b) => a.row - b.row) };
}

function readPersonRow(row: SheetRow, context: PeopleContext, note: Note): PersonImportRow | null {
  const { code, name, title = '' } = row.cells;
  if (name === undefined) note(faults.missingName(), 'name');
  const unit = readUnit(row.cells.unit, context.units, note);
  if (name === undefined || unit === null) return null;
  const gender = readGender(row.cells.gender, note);
  const fromOn = readWrittenDay(row.cells.fromOn, { columnKey: 'fromOn', row: row.number }, context, note);
  return {
    row: row.number,
    ...(code === undefined ? {} : { code }),
    name,
    unitCode: unit.code,
    title,
    role: readRole(row.cells.role, title, unit.kind, note),
    staffKind: readStaffKind(row.cells.staffKind, title, unit.kind, note),
    ...(gender === undefined ? {} : { gender }),
    ...(fromOn === undefined ? {} : { fromOn }),
    inChargeOf: readInChargeOf(row.cells.inChargeOf, context.units, note),
  };
}

function readUnit(written: string | undefined, units: readonly KnownUnit[], note: Note): KnownUnit | null {
  if (written === undefined) {
    note(faults.missingUnit(), 'unit');
    return null;
  }
  const [body, ...more] = readUnitList(written, units).bodies;
  const unit = units.find((known) => known.code === body?.unitCode);
  if (unit !== undefined && more.length === 0) return unit;
  note(faults.unknownUnit(written, nearestUnit(written, units)?.unit.name ?? null), 'unit');
  return null;
}

function readRole(written: string | undefined, title: string, unitKind: UnitKind, note: Note): Role {
  const role = written === undefined ? undefined : roleOf(written);
  if (written !== undefined && role === undefined) note(faults.unknownRole(written), 'role');
  // "Giám đốc" of a centre, written in the role column, still heads the centre only.
  if (role === 'director' && unitKind !== 'leadership') return 'head';
  if (role === 'deputyDirector' && unitKind !== 'leadership') return 'deputyHead';
  return role ?? roleOfTitle(title, unitKind);
}

function readStaffKind(
  written: string | undefined,
  title: string,
  unitKind: UnitKind,
  note: Note,
): StaffKind {
  const staffKind = written === undefined ? undefined : staffKindOf(written);
  if (written !== undefined && staffKind === undefined) note(faults.unknownStaffKind(written), 'staffKind');
  if (staffKind !== undefined) return staffKind;
  if (/nguoi lao dong|hop dong|hd 111/.test(foldText(title))) return 'contractWorker';
  return unitKind === 'center' ? 'publicEmployee' : 'civilServant';
}

function readGender(written: string | undefined, note: Note): Gender | undefined {
  const gender = written === undefined ? undefined : genderOf(written);
  if (written !== undefined && gender === undefined) note(faults.unknownGender(written), 'gender');
  return gender;
}

function readInChargeOf(written: string | undefined, units: readonly KnownUnit[], note: Note): string[] {
  const list = readUnitList(written ?? '', units);
  const codes = list.bodies.flatMap((body) => {
    if (body.unitCode === null)
      note(faults.unknownUnit(body.text, nearestUnit(body.text, units)?.unit.name ?? null), 'inChargeOf');
    return body.unitCode === null ? [] : [body.unitCode];
  });
  const all =
    list.allUnits !== null ? units.filter((unit) => unit.kind !== 'leadership').map((unit) => unit.code) : [];
  return [...new Set([...all, ...codes])];
}

function noteRepeats(
  rows: readonly PersonImportRow[],
  table: SheetTable,
  context: PeopleContext,
  problems: ImportProblem[],
): void {
  const rowOf = new Map<string, number>();
  for (const person of rows) {
    const note = noteInto(problems, table, { number: person.row, cells: {} });
    const keys = [
      `name|${foldText(person.name)}|${person.unitCode}`,
      ...(person.code ? [`code|${foldText(person.code)}`] : []),
    ];
    const first = keys.map((key) => rowOf.get(key)).find((row) => row !== undefined);
    if (first !== undefined) note(faults.duplicatePerson(person.name, first), 'name');
    const headKey = person.role === 'head' ? `head|${person.unitCode}` : null;
    const firstHead = headKey === null ? undefined : rowOf.get(headKey);
    if (firstHead !== undefined)
      note(faults.severalHeads(unitName(person.unitCode, context), firstHead), 'role');
    for (const key of [...keys, ...(headKey === null ? [] : [headKey])])
      rowOf.set(key, rowOf.get(key) ?? person.row);
  }
}

const unitName = (code: string, context: PeopleContext): string =>
  context.units.find((unit) => unit.code === code)?.name ?? code;
