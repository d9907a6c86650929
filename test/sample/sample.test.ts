import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makePeopleWorkbook, makeTaskWorkbook } from '../../scripts/sample/workbooks.ts';
import { interpretPeopleRows } from '../../src/documents/import/interpret-people-rows.ts';
import { interpretTaskRows } from '../../src/documents/import/interpret-task-rows.ts';
import { interpretUnitRows } from '../../src/documents/import/interpret-unit-rows.ts';
import type { SheetTable, TableKind } from '../../src/documents/import/sheet-table.ts';
import { readTables } from '../../src/documents/xlsx/read-tables.ts';
import { createCalendar } from '../../src/domain/calendar/working-calendar.ts';
import type { Day } from '../../src/domain/days.ts';
import type { TaskImportRow } from '../../src/domain/import/task-import-row.ts';
import { isFocus, isOpen, TASK_STATES } from '../../src/domain/task/task.ts';

const ISSUED_ON = '2026-06-01';
const TODAY = '2026-07-08';

const shipped = (name: string): Buffer => readFileSync(new URL(`../../sample/${name}`, import.meta.url));

async function readTable(file: Buffer, kind: TableKind): Promise<SheetTable> {
  const result = await readTables(file);
  if ('refused' in result) throw new Error(result.refused.message);
  const table = result.tables.find((candidate) => candidate.kind === kind);
  if (table === undefined) throw new Error(`no table of ${kind}`);
  return table;
}

const units = interpretUnitRows(await readTable(shipped('nhan-su.xlsx'), 'units'));
const people = interpretPeopleRows(await readTable(shipped('nhan-su.xlsx'), 'people'), {
  units: units.rows,
  issuedOn: ISSUED_ON,
});
const tasks = interpretTaskRows(await readTable(shipped('nhiem-vu.xlsx'), 'tasks'), {
  units: units.rows,
  people: people.rows,
  issuedOn: ISSUED_ON,
  today: TODAY,
  beforeDayMeans: 'dayBefore',
  phases: [],
  calendar: createCalendar({ daysOff: [], workingSaturdays: [] }),
});

const dueOn = (task: TaskImportRow): Day | undefined =>
  'dueOn' in task.deadline ? task.deadline.dueOn : undefined;
const isOverdue = (task: TaskImportRow): boolean => isOpen(task.state) && (dueOn(task) ?? TODAY) < TODAY;
const count = (test: (task: TaskImportRow) => boolean): number => tasks.rows.filter(test).length;
const leadOf = (task: TaskImportRow): string => (task.lead.kind === 'unit' ? task.lead.unitCode : '*');

describe('the sample department', () => {
  it('imports without a single error', () => {
    const problems = [...units.problems, ...people.problems, ...tasks.problems];
    expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  });

  it('has nine units, each with people and, but for the youth union, one head', () => {
    expect(units.rows.map((unit) => unit.code)).toEqual(
      'BGD VP KHTC QLKH CNDM CDS TDC TTKHCN DTN'.split(' '),
    );
    const heads = people.rows.filter((person) => person.role === 'head').map((person) => person.unitCode);
    expect(heads).toEqual('VP KHTC QLKH CNDM CDS TDC TTKHCN'.split(' '));
    expect(people.rows.filter((person) => person.role === 'deputyHead')).toHaveLength(8);
    expect(people.rows.length).toBeGreaterThanOrEqual(62);
  });

  it('names no real director, and every unit has a deputy director in charge', () => {
    expect(people.rows.filter((person) => person.role === 'director').map((person) => person.name)).toEqual([
      'Giám đốc (mẫu)',
    ]);
    const inCharge = people.rows.flatMap((person) => person.inChargeOf);
    expect([...inCharge].sort()).toEqual('CDS CNDM DTN KHTC QLKH TDC TTKHCN VP'.split(' '));
  });

  it('mixes civil servants, public employees and contract workers', () => {
    const kinds = new Set(people.rows.map((person) => person.staffKind));
    expect(kinds).toEqual(new Set(['civilServant', 'publicEmployee', 'contractWorker']));
  });
});

describe('the sample tasks', () => {
  it('are numbered without a gap and led by every unit', () => {
    expect(tasks.rows.length).toBeGreaterThanOrEqual(124);
    expect(tasks.rows.map((task) => Number(task.code?.slice(2)))).toEqual(
      tasks.rows.map((_, index) => index + 1),
    );
    expect(new Set(tasks.rows.map(leadOf)).size).toBe(units.rows.length + 1);
  });

  it('carry the wordings of documents: NV01 to everybody, NV11 monthly, NV15 on two days', () => {
    const deadlineOf = (code: string) => tasks.rows.find((task) => task.code === code)?.deadline;
    expect(tasks.rows[0]).toMatchObject({ code: 'NV01', lead: { kind: 'allUnits' } });
    expect(deadlineOf('NV01')).toMatchObject({ wording: 'Trước ngày 05/6/2026', dueOn: '2026-06-04' });
    expect(deadlineOf('NV11')).toMatchObject({ cadence: { every: 'month', day: 25 } });
    expect(deadlineOf('NV15')).toMatchObject({ dates: ['2026-08-31', '2026-10-31'] });
    expect(deadlineOf('NV12')).toMatchObject({ dueOn: '2026-07-15' });
    expect(new Set(tasks.rows.map((task) => task.deadline.kind)).size).toBeGreaterThanOrEqual(6);
  });

  it('stand in every state, with about 20 done early, on the day and late', () => {
    expect(new Set(tasks.rows.map((task) => task.state))).toEqual(new Set(TASK_STATES));
    const done = tasks.rows.filter((task) => task.state === 'done');
    const sides = new Set(
      done.map((task) => Math.sign((task.completedOn ?? '').localeCompare(dueOn(task) ?? ''))),
    );
    expect(done.length).toBeGreaterThanOrEqual(18);
    expect(sides).toEqual(new Set([-1, 0, 1]));
    expect(done.every((task) => task.completedProduct !== undefined)).toBe(true);
  });

  it('are overdue on 08/7/2026 in 12 to 18 cases, over most units and both sorts of priority', () => {
    const overdue = tasks.rows.filter(isOverdue);
    expect(overdue.length).toBeGreaterThanOrEqual(12);
    expect(overdue.length).toBeLessThanOrEqual(18);
    expect(new Set(overdue.map(leadOf)).size).toBeGreaterThanOrEqual(7);
    expect(new Set(overdue.map((task) => isFocus(task.priority))).size).toBe(2);
  });

  it.each(['2026-07-08', '2026-07-09', '2026-07-10', '2026-07-13', '2026-07-15'])(
    'fall due on %s too',
    (day) => {
      expect(count((task) => isOpen(task.state) && dueOn(task) === day)).toBeGreaterThan(0);
    },
  );

  it('mostly name the accountable person', () => {
    const single = tasks.rows.filter((task) => task.lead.kind === 'unit');
    expect(single.filter((task) => task.assignee !== undefined).length / single.length).toBeGreaterThan(0.9);
    expect(count((task) => task.lead.kind === 'unit' && task.assignee === undefined)).toBeGreaterThan(0);
  });
});

describe('the shipped files', () => {
  it('are what the script writes', async () => {
    const rowsOf = async (file: Buffer, kind: TableKind) => (await readTable(file, kind)).rows;
    expect(await rowsOf(shipped('nhiem-vu.xlsx'), 'tasks')).toEqual(
      await rowsOf(await makeTaskWorkbook(), 'tasks'),
    );
    expect(await rowsOf(shipped('nhan-su.xlsx'), 'people')).toEqual(
      await rowsOf(await makePeopleWorkbook(), 'people'),
    );
    expect(await rowsOf(shipped('nhan-su.xlsx'), 'units')).toEqual(
      await rowsOf(await makePeopleWorkbook(), 'units'),
    );
  });
});
