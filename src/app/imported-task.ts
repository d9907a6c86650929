import { listMemberships, listPeople, listUnits, type UnitRow } from '../db/queries/directory.ts';
import { listDocuments } from '../db/queries/imports.ts';
import { listPhases } from '../db/queries/installation.ts';
import type { NewTask, TaskRow } from '../db/queries/tasks.ts';
import type { Day } from '../domain/days.ts';
import type { TaskImportRow } from '../domain/import/task-import-row.ts';
import { isWorkingUnit } from '../domain/organisation/organisation.ts';
import { phaseOn } from '../domain/plan/plan.ts';
import type { Facet } from '../domain/task/facets.ts';
import type { TaskState, TaskStructure } from '../domain/task/task.ts';
import { foldText } from '../domain/text.ts';
import type { UseCase } from './use-case.ts';

/** Names of a list put to rows of the database. */
export interface ImportDirectory {
  units: UnitRow[];
  unitByCode: Map<string, UnitRow>;
  officeUnit: UnitRow;
  personIdOf(name: string | undefined, code: string | undefined, unitId: number | null): number | null;
  documentIdOf(legalBasis: string | undefined): number | null;
  phaseIdOf(dueOn: Day | null): number | null;
}

/** @throws when there is no office unit yet: people and units come before tasks */
export async function loadImportDirectory(useCase: UseCase): Promise<ImportDirectory> {
  const { tx, today, plan } = useCase;
  const units = await listUnits(tx, today);
  const officeUnit = units.find((unit) => unit.kind === 'office');
  if (officeUnit === undefined)
    throw new Error('There is no office unit: import the people before the tasks');
  const people = await listPeople(tx, today);
  const memberships = await listMemberships(tx, today);
  const documents = await listDocuments(tx);
  const phases = new Map((await listPhases(tx)).map((phase) => [phase.code, phase.id]));
  const isIn = (personId: number, unitId: number | null) =>
    memberships.some((m) => m.personId === personId && m.unitId === unitId);
  return {
    units,
    unitByCode: new Map(units.map((unit) => [unit.code, unit])),
    officeUnit,
    personIdOf: (name, code, unitId) => {
      if (code !== undefined) return people.find((person) => person.code === code)?.id ?? null;
      if (name === undefined) return null;
      const namesakes = people.filter((person) => person.foldedName === foldText(name));
      return (namesakes.find((person) => isIn(person.id, unitId)) ?? namesakes[0])?.id ?? null;
    },
    documentIdOf: (legalBasis) => {
      if (legalBasis === undefined) return null;
      const folded = foldText(legalBasis);
      return documents.find((d) => d.number !== null && folded.includes(foldText(d.number)))?.id ?? null;
    },
    phaseIdOf: (dueOn) => (dueOn === null ? null : (phases.get(phaseOn(plan, dueOn)?.code ?? '') ?? null)),
  };
}

/** What a row without a code is recognised by when it comes again: document and STT, else title and lead. */
export function importKeyOf(row: TaskImportRow): string {
  if (row.ordinal !== undefined && row.legalBasis !== undefined) {
    return `document:${foldText(row.legalBasis)}#${foldText(row.ordinal)}`;
  }
  const lead = row.lead.kind === 'unit' ? row.lead.unitCode : 'ALL';
  return `title:${foldText(row.title)}@${lead}`;
}

/** A cadence is a series; several days, or all units as lead, are one task in parts (R15, R140). */
function structureOf(row: TaskImportRow): TaskStructure {
  if (row.deadline.kind === 'cadence') return 'series';
  return row.lead.kind === 'allUnits' || row.deadline.kind === 'dates' ? 'split' : 'single';
}

export function leadUnitOf(row: TaskImportRow, directory: ImportDirectory): UnitRow {
  if (row.lead.kind === 'allUnits') return directory.officeUnit;
  const unit = directory.unitByCode.get(row.lead.unitCode);
  if (unit === undefined) throw new Error(`No unit has the code ${row.lead.unitCode}`);
  return unit;
}

/** The due day that a wording gives; several days: the last one. */
export function dueOnOf(row: TaskImportRow): Day | null {
  const deadline = row.deadline;
  if (deadline.kind === 'day' || deadline.kind === 'range') return deadline.dueOn;
  if (deadline.kind === 'unclear') return deadline.dueOn ?? null;
  return deadline.kind === 'dates' ? (deadline.dates.at(-1) ?? null) : null;
}

const startOnOf = (row: TaskImportRow): Day | null =>
  row.startOn ?? ('startOn' in row.deadline ? (row.deadline.startOn ?? null) : null);

/** Nothing states who answers for it or who decides: the product fills that in, marked until confirmed. */
function defaultedFacetsOf(row: TaskImportRow): Facet[] {
  return [
    ...(row.leader === undefined ? (['responsibility'] as const) : []),
    ...(row.authority === undefined ? (['authority'] as const) : []),
  ];
}

const FINISHED: readonly TaskState[] = ['reportedDone', 'done', 'basicallyDone'];

/** A finished task has the day of its product: what its list says, else the day of the import. */
function productOf(
  row: TaskImportRow,
  useCase: UseCase,
): { productOn: Day | null; productText: string | null } {
  if (!FINISHED.includes(row.state)) return { productOn: null, productText: null };
  return { productOn: row.completedOn ?? useCase.today, productText: row.completedProduct ?? null };
}

export function toNewTask(
  row: TaskImportRow,
  code: string,
  directory: ImportDirectory,
  useCase: UseCase,
  importBatchId: number | null,
): NewTask {
  const leadUnit = leadUnitOf(row, directory);
  const structure = structureOf(row);
  const dueOn = dueOnOf(row);
  const startOn = startOnOf(row);
  return {
    code,
    structure,
    level: 'department',
    parentId: null,
    kind: row.kind,
    priority: row.priority,
    flags: row.flags,
    // A container is never finished by itself: its parts are.
    state: structure === 'series' && FINISHED.includes(row.state) ? 'inProgress' : row.state,
    leadUnitId: leadUnit.id,
    assigneeId: directory.personIdOf(row.assignee, row.assigneeCode, leadUnit.id),
    outsideBodies: row.coordinatingText ?? null,
    title: row.title,
    foldedTitle: foldText(row.title),
    content: row.content ?? null,
    deadlineWording: row.deadline.wording,
    startOn: startOn !== null && dueOn !== null && startOn > dueOn ? null : startOn,
    dueOn,
    originalDueOn: dueOn,
    cadence: row.deadline.kind === 'cadence' ? row.deadline.cadence : null,
    occurrenceKey: null,
    leaderInChargeId: directory.personIdOf(row.leader, undefined, null),
    authority: row.authority ?? null,
    product: row.product ?? null,
    measureTarget: row.measure?.target ?? null,
    measureUnit: row.measure?.unit ?? null,
    defaultedFacets: defaultedFacetsOf(row),
    ...(structure === 'series' ? { productOn: null, productText: null } : productOf(row, useCase)),
    phaseId: directory.phaseIdOf(dueOn),
    documentId: directory.documentIdOf(row.legalBasis),
    legalBasis: row.legalBasis ?? null,
    note: row.note ?? null,
    externalReference: row.externalReference ?? null,
    importKey: row.code === undefined ? importKeyOf(row) : null,
    importBatchId,
    givenById: null,
    issuedAt: useCase.now,
  };
}

/** The parts of a split task: one a unit (`NV01.KHTC`), or one a day (`NV15.31082026`). */
export function toParts(row: TaskImportRow, parent: TaskRow, directory: ImportDirectory): NewTask[] {
  if (parent.structure !== 'split') return [];
  const { id, ...facts } = parent;
  const shared = { ...facts, parentId: id, importKey: null };
  if (row.lead.kind === 'allUnits') {
    return directory.units
      .filter((unit) => isWorkingUnit(unit.kind))
      .map((unit) => ({
        ...shared,
        code: `${parent.code}.${unit.code}`,
        structure: 'unitShare',
        leadUnitId: unit.id,
        assigneeId: null,
      }));
  }
  const dates = row.deadline.kind === 'dates' ? row.deadline.dates : [];
  return dates.map((dueOn) => ({
    ...shared,
    code: `${parent.code}.${dueOn.slice(8)}${dueOn.slice(5, 7)}${dueOn.slice(2, 4)}`,
    structure: 'occurrence',
    occurrenceKey: dueOn,
    startOn: null,
    dueOn,
    originalDueOn: dueOn,
    phaseId: directory.phaseIdOf(dueOn),
  }));
}
