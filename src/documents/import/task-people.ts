import type { ImportContext, KnownPerson } from '../../domain/import/import-context.ts';
import type { TaskLead } from '../../domain/import/task-import-row.ts';
import { listNames, matchPerson } from './match-person.ts';
import { type NamedBody, nearestUnit, readUnitList } from './match-unit.ts';
import { faults, type Note } from './problems.ts';
import type { SheetRow } from './sheet-table.ts';
import { tokenise } from './tokens.ts';

export interface TaskPeople {
  /** `null` when the row does not say; the fault is noted. */
  lead: TaskLead | null;
  coordinating: string[];
  coordinatingText?: string;
  assignee?: string;
  assigneeCode?: string;
  helpers: string[];
  leader?: string;
}

interface LeadReading {
  lead: TaskLead | null;
  /** Units named beside the one marked "(chủ trì)". */
  others: string[];
  people: KnownPerson[];
}

const LIKE_A_TYPO = 0.82;

/** Rõ người and rõ trách nhiệm of a row: one lead, coordinating units, one accountable person, leader in charge. */
export function readTaskPeople(row: SheetRow, context: ImportContext, note: Note): TaskPeople {
  const cells = splitWho(row);
  const reading = readLead(row, cells.lead, context, note);
  const leadCode = reading.lead?.kind === 'unit' ? reading.lead.unitCode : undefined;
  const coordination = readCoordinating(cells.coordinating, reading, context, note);
  const named = readPeople(row.cells.assignee, 'assignee', leadCode, context, note);
  const [assignee, ...helpers] = named.length > 0 ? named : reading.people;
  if (assignee === undefined && row.cells.assignee === undefined && leadCode !== undefined) {
    note(faults.noAssignee(), 'assignee');
  }
  if (assignee !== undefined) noteAssignee(assignee, helpers, leadCode, context, note);
  const leader = readLeader(row, context, note);
  return {
    lead: reading.lead,
    ...coordination,
    helpers: helpers.map((person) => person.name),
    ...(assignee === undefined ? {} : { assignee: assignee.name }),
    ...(assignee?.code === undefined ? {} : { assigneeCode: assignee.code }),
    ...(leader === undefined ? {} : { leader }),
  };
}

/** One column "Rõ người" may say both: "P.CĐS; phối hợp: Văn phòng". */
function splitWho(row: SheetRow): { lead: string | undefined; coordinating: string } {
  const [lead, ...beside] = row.cells.lead?.split(/phối hợp(?: với)?\s*:/iu) ?? [];
  return { lead, coordinating: [...beside, row.cells.coordinating ?? ''].join('; ') };
}

function readLead(
  row: SheetRow,
  written: string | undefined,
  context: ImportContext,
  note: Note,
): LeadReading {
  if (written === undefined) return leadOfAssignee(row, context, note);
  const list = readUnitList(written, context.units);
  const people = list.bodies.flatMap((body) => peopleOf(body, context));
  const outside = list.bodies.filter(
    (body) => body.unitCode === null && peopleOf(body, context).length === 0,
  );
  for (const body of outside) note(faults.unknownUnit(body.text, nearestName(body.text, context)), 'lead');
  const units = list.bodies.filter((body) => body.unitCode !== null);
  if (outside.length > 0) return { lead: null, others: [], people };
  if (list.allUnits !== null) return { lead: { kind: 'allUnits' }, others: codesOf(units), people };
  return { ...chooseLead(units, people, context, note), people };
}

function chooseLead(
  units: readonly NamedBody[],
  people: readonly KnownPerson[],
  context: ImportContext,
  note: Note,
): Omit<LeadReading, 'people'> {
  const codes = codesOf(units);
  const marked = codesOf(units.filter((body) => /chủ trì/i.test(body.remark ?? '')));
  const [lead] = marked.length === 1 ? marked : codes;
  if (lead !== undefined && (codes.length === 1 || marked.length === 1)) {
    return { lead: { kind: 'unit', unitCode: lead }, others: codes.filter((code) => code !== lead) };
  }
  if (codes.length > 1) {
    note(faults.severalLeads(codes.map((code) => unitName(code, context))), 'lead');
    return { lead: null, others: [] };
  }
  return leadOfPerson(people[0], context, note);
}

function leadOfPerson(
  person: KnownPerson | undefined,
  context: ImportContext,
  note: Note,
): Omit<LeadReading, 'people'> {
  if (person === undefined) {
    note(faults.missingLead(), 'lead');
    return { lead: null, others: [] };
  }
  note(faults.leadFromPerson(person.name, unitName(person.unitCode, context)), 'lead');
  return { lead: { kind: 'unit', unitCode: person.unitCode }, others: [] };
}

/** A table without a lead column, or an empty cell, still says who when it names a person. */
function leadOfAssignee(row: SheetRow, context: ImportContext, note: Note): LeadReading {
  const match = matchPerson(listNames(row.cells.assignee ?? '')[0] ?? '', context.people);
  const person = match.kind === 'one' ? match.person : undefined;
  return { ...leadOfPerson(person, context, note), people: person === undefined ? [] : [person] };
}

/** A person in a cell of units: in place of a unit, or in brackets behind one. */
function peopleOf(body: NamedBody, context: ImportContext): KnownPerson[] {
  const written = body.unitCode === null ? body.text : (body.remark ?? '');
  return listNames(written).flatMap((name) => {
    const match = matchPerson(name, context.people, body.unitCode ?? undefined);
    return match.kind === 'one' ? [match.person] : [];
  });
}

function readCoordinating(
  written: string,
  reading: LeadReading,
  context: ImportContext,
  note: Note,
): Pick<TaskPeople, 'coordinating' | 'coordinatingText'> {
  const list = readUnitList(written, context.units);
  const leadCode = reading.lead?.kind === 'unit' ? reading.lead.unitCode : undefined;
  const codes = [...reading.others, ...codesOf(list.bodies)].filter((code) => code !== leadCode);
  const outside = list.bodies.filter((body) => body.unitCode === null).map((body) => body.text);
  for (const text of outside) noteDoubtful(text, context, note);
  const asWritten = list.allUnits === null ? outside : [list.allUnits, ...outside];
  return {
    coordinating: [...new Set(codes)],
    ...(asWritten.length === 0 ? {} : { coordinatingText: asWritten.join('; ') }),
  };
}

function noteDoubtful(text: string, context: ImportContext, note: Note): void {
  const nearest = nearestUnit(text, context.units);
  // "Bộ Khoa học và Công nghệ" is no misspelt "Trung tâm Khoa học và Công nghệ".
  const isSameSort = firstWord(text) === firstWord(nearest?.unit.name ?? '');
  if (nearest !== null && isSameSort && nearest.likeness >= LIKE_A_TYPO) {
    note(faults.doubtfulCoordinator(text, nearest.unit.name), 'coordinating');
  }
}

function readPeople(
  written: string | undefined,
  columnKey: string,
  unitCode: string | undefined,
  context: ImportContext,
  note: Note,
): KnownPerson[] {
  return listNames(written ?? '').flatMap((name) => {
    const match = matchPerson(name, context.people, unitCode);
    if (match.kind === 'one') return [match.person];
    if (match.kind === 'none') note(faults.unknownPerson(name, match.nearest?.name ?? null), columnKey);
    else
      note(
        faults.ambiguousPerson(
          name,
          match.people.map((person) => describe(person, context)),
        ),
        columnKey,
      );
    return [];
  });
}

function noteAssignee(
  assignee: KnownPerson,
  helpers: readonly KnownPerson[],
  leadCode: string | undefined,
  context: ImportContext,
  note: Note,
): void {
  if (helpers.length > 0) note(faults.severalAssignees(assignee.name), 'assignee');
  if (leadCode === undefined || assignee.unitCode === leadCode) return;
  note(faults.assigneeElsewhere(assignee.name, unitName(assignee.unitCode, context)), 'assignee');
}

/** The leader in charge; a head named beside ("trưởng đơn vị; lãnh đạo phụ trách") comes after a leader of the Sở. */
function readLeader(row: SheetRow, context: ImportContext, note: Note): string | undefined {
  const leadership = context.units.find((unit) => unit.kind === 'leadership')?.code;
  const people = readPeople(row.cells.leader, 'leader', leadership, context, note);
  return (people.find((person) => person.unitCode === leadership) ?? people[0])?.name;
}

const firstWord = (text: string): string | undefined => tokenise(text)[0]?.word;

const codesOf = (bodies: readonly NamedBody[]): string[] => [
  ...new Set(bodies.flatMap((body) => (body.unitCode === null ? [] : [body.unitCode]))),
];

const unitName = (code: string, context: ImportContext): string =>
  context.units.find((unit) => unit.code === code)?.name ?? code;

const describe = (person: KnownPerson, context: ImportContext): string =>
  `${person.name} (${[person.code, unitName(person.unitCode, context)].filter(Boolean).join(', ')})`;

const nearestName = (written: string, context: ImportContext): string | null =>
  nearestUnit(written, context.units)?.unit.name ?? null;
