import {
  listMemberships,
  listPeople,
  listUnits,
  type MembershipRow,
  type PersonRow,
  type UnitRow,
} from '../db/queries/directory.ts';
import {
  addGrant,
  addMembership,
  addPerson,
  addUnit,
  changePerson,
  changeUnit,
  closeMembership,
  putInCharge,
} from '../db/queries/people.ts';
import { addDays } from '../domain/days.ts';
import type { PersonImportRow, UnitImportRow } from '../domain/import/people-import-row.ts';
import { foldText, personSortKey } from '../domain/text.ts';
import { bringsOperator } from './give-duties.ts';
import type { UseCase } from './use-case.ts';

export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
}

type Change = 'added' | 'changed' | 'unchanged';

/**
 * Writes units and people of a list. Who is there already is recognised by code, else by name and unit; nobody is
 * removed. The office's head and deputies become the campaign's operators.
 */
export async function importPeople(
  useCase: UseCase,
  list: { units: UnitImportRow[]; people: PersonImportRow[] },
): Promise<ImportCounts> {
  const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0 };
  const existing = new Map((await listUnits(useCase.tx, useCase.today)).map((unit) => [unit.code, unit]));
  for (const unit of [...list.units, ...missingUnits(useCase, list)]) {
    counts[await saveUnit(useCase, unit, existing.get(unit.code))] += 1;
  }
  const units = new Map((await listUnits(useCase.tx, useCase.today)).map((unit) => [unit.code, unit]));
  const known = await loadKnownPeople(useCase);
  const savedIds = new Map<PersonImportRow, number>();
  for (const row of list.people) {
    const unit = unitOf(units, row.unitCode);
    const saved = await savePerson(useCase, row, unit, known);
    counts[saved.change] += 1;
    savedIds.set(row, saved.personId);
  }
  for (const [row, personId] of savedIds) await giveDuties(useCase, row, personId, units);
  return counts;
}

function unitOf(units: Map<string, UnitRow>, code: string): UnitRow {
  const unit = units.get(code);
  if (unit === undefined) throw new Error(`No unit has the code ${code}`);
  return unit;
}

/** Units that people name, that the plan knows and that the file does not describe. */
function missingUnits(
  useCase: UseCase,
  list: { units: UnitImportRow[]; people: PersonImportRow[] },
): UnitImportRow[] {
  const described = new Set(list.units.map((unit) => unit.code));
  const named = new Set(list.people.map((person) => person.unitCode));
  return useCase.plan.units
    .map((unit, index) => ({ ...unit, row: 0, order: index + 1 }))
    .filter((unit) => named.has(unit.code) && !described.has(unit.code));
}

async function saveUnit(
  useCase: UseCase,
  row: UnitImportRow,
  existing: UnitRow | undefined,
): Promise<Change> {
  const { tx, today } = useCase;
  const facts = {
    name: row.name,
    shortName: row.shortName,
    kind: row.kind,
    aliases: row.aliases,
    position: row.order,
  };
  if (existing === undefined) {
    await addUnit(tx, { ...facts, code: row.code, openedOn: today });
    return 'added';
  }
  // Row 0: known from the plan only, which does not overrule what the office keeps.
  if (row.row === 0 || isSame(existing, facts)) return 'unchanged';
  await changeUnit(tx, existing.id, facts);
  return 'changed';
}

/** Whether every fact stands already. */
const isSame = (existing: Record<string, unknown>, facts: Record<string, unknown>): boolean =>
  Object.entries(facts).every(
    ([key, value]) => JSON.stringify(existing[key] ?? null) === JSON.stringify(value ?? null),
  );

interface KnownPeople {
  byCode: Map<string, PersonRow>;
  byName: Map<string, PersonRow[]>;
  openMemberships: MembershipRow[];
}

async function loadKnownPeople(useCase: UseCase): Promise<KnownPeople> {
  const people = await listPeople(useCase.tx, useCase.today);
  const byName = new Map<string, PersonRow[]>();
  for (const person of people)
    byName.set(person.foldedName, [...(byName.get(person.foldedName) ?? []), person]);
  return {
    byCode: new Map(people.flatMap((person) => (person.code === null ? [] : [[person.code, person]]))),
    byName,
    openMemberships: await listMemberships(useCase.tx, useCase.today),
  };
}

function findKnown(row: PersonImportRow, unit: UnitRow, known: KnownPeople): PersonRow | undefined {
  if (row.code !== undefined) return known.byCode.get(row.code);
  const namesakes = known.byName.get(foldText(row.name)) ?? [];
  return namesakes.find((person) =>
    known.openMemberships.some((m) => m.personId === person.id && m.unitId === unit.id),
  );
}

async function savePerson(
  useCase: UseCase,
  row: PersonImportRow,
  unit: UnitRow,
  known: KnownPeople,
): Promise<{ personId: number; change: Change }> {
  const { tx, today } = useCase;
  const facts = {
    code: row.code ?? null,
    fullName: row.name,
    foldedName: foldText(row.name),
    sortKey: personSortKey(row.name),
    gender: row.gender ?? null,
    staffKind: row.staffKind,
  };
  const existing = findKnown(row, unit, known);
  if (existing === undefined) {
    const personId = await addPerson(tx, { ...facts, joinedOn: row.fromOn ?? today });
    await openMembership(useCase, row, unit, personId);
    return { personId, change: 'added' };
  }
  const isChanged = !isSame(existing, facts);
  if (isChanged) await changePerson(tx, existing.id, facts);
  const isMoved = await updateMembership(useCase, row, unit, existing.id, known);
  return { personId: existing.id, change: isChanged || isMoved ? 'changed' : 'unchanged' };
}

async function openMembership(
  useCase: UseCase,
  row: PersonImportRow,
  unit: UnitRow,
  personId: number,
): Promise<void> {
  await addMembership(useCase.tx, {
    personId,
    unitId: unit.id,
    role: row.role,
    title: row.title,
    isActing: false,
    fromOn: row.fromOn ?? useCase.today,
  });
}

/** A new unit, role or title closes the old membership yesterday and opens the next: the past keeps its names. */
async function updateMembership(
  useCase: UseCase,
  row: PersonImportRow,
  unit: UnitRow,
  personId: number,
  known: KnownPeople,
): Promise<boolean> {
  const current = known.openMemberships.find((m) => m.personId === personId);
  if (current?.unitId === unit.id && current.role === row.role && current.title === row.title) return false;
  if (current !== undefined) {
    const yesterday = addDays(useCase.today, -1);
    await closeMembership(useCase.tx, current.id, yesterday < current.fromOn ? current.fromOn : yesterday);
  }
  await openMembership(useCase, { ...row, fromOn: useCase.today }, unit, personId);
  return true;
}

/** What a role brings with it: a leader's units, the office's operators. */
async function giveDuties(
  useCase: UseCase,
  row: PersonImportRow,
  personId: number,
  units: Map<string, UnitRow>,
): Promise<void> {
  const { tx, today } = useCase;
  for (const code of row.inChargeOf) {
    await putInCharge(tx, {
      unitId: unitOf(units, code).id,
      personId,
      fromOn: today,
      previousToOn: addDays(today, -1),
    });
  }
  const kind = units.get(row.unitCode)?.kind;
  if (kind !== undefined && bringsOperator(row.role, kind))
    await addGrant(tx, { personId, kind: 'operator', fromOn: today });
}
