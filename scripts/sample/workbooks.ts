import ExcelJS from 'exceljs';
import {
  PEOPLE_SHEET,
  PEOPLE_SHEET_COLUMNS,
  TASK_SHEET,
  TASK_SHEET_COLUMNS,
  UNIT_SHEET,
  UNIT_SHEET_COLUMNS,
} from '../../src/documents/xlsx/sheet-columns.ts';
import { addTable, dayCell, type TableLine } from '../../src/documents/xlsx/write-table.ts';
import { formatTaskCode } from '../../src/domain/task/task.ts';
import { SAMPLE_PEOPLE, type SamplePerson } from './people.ts';
import type { SampleTask } from './sample-task.ts';
import { SAMPLE_GROUPS } from './task-groups.ts';
import { LEADER_IN_CHARGE, SAMPLE_UNITS, type SampleUnitCode } from './units.ts';

/** Written into the files in place of the running day, so that every run writes the same. */
const WRITTEN_AT = new Date('2026-06-01T01:00:00Z');
const IN_POST_FROM = dayCell('2025-07-01');
const AUTHOR = 'Văn phòng Sở (mẫu)';

/** The sample's units and people as one workbook. */
export async function makePeopleWorkbook(): Promise<Buffer> {
  const workbook = newWorkbook();
  addTable(workbook, {
    name: UNIT_SHEET,
    title: 'DANH SÁCH ĐƠN VỊ (MẪU)',
    columns: UNIT_SHEET_COLUMNS,
    lines: unitLines(),
  });
  addTable(workbook, {
    name: PEOPLE_SHEET,
    title: 'DANH SÁCH NHÂN SỰ (MẪU)',
    subtitle: '(Họ tên trong danh sách là hư cấu)',
    columns: PEOPLE_SHEET_COLUMNS,
    lines: peopleLines(),
  });
  return toBuffer(workbook);
}

/** The sample's tasks as one workbook. */
export async function makeTaskWorkbook(): Promise<Buffer> {
  const workbook = newWorkbook();
  addTable(workbook, {
    name: TASK_SHEET,
    title: 'DANH MỤC NHIỆM VỤ THỰC HIỆN ĐỢT THI ĐUA “500 NGÀY ĐÊM” (MẪU)',
    subtitle: '(Số liệu giả định, cập nhật đến ngày 08/7/2026)',
    columns: TASK_SHEET_COLUMNS,
    lines: SAMPLE_GROUPS.flatMap((group) => [{ group: group.heading }, ...group.tasks.map(taskLine)]),
  });
  return toBuffer(workbook);
}

function newWorkbook(): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, {
    creator: AUTHOR,
    lastModifiedBy: AUTHOR,
    created: WRITTEN_AT,
    modified: WRITTEN_AT,
  });
  return workbook;
}

const unitLines = (): TableLine[] =>
  SAMPLE_UNITS.map((unit, index) => [
    index + 1,
    unit.code,
    unit.name,
    unit.shortName,
    unit.kind,
    unit.aliases,
  ]);

function peopleLines(): TableLine[] {
  const listed = SAMPLE_UNITS.flatMap((unit) => SAMPLE_PEOPLE[unit.code].map((person) => ({ unit, person })));
  return listed.map(({ unit, person }, index) => [
    `CB${String(index + 1).padStart(2, '0')}`,
    ...personCells(person, unit.code, unit.name),
  ]);
}

function personCells(person: SamplePerson, unitCode: SampleUnitCode, unitName: string) {
  const [name, gender, title, role = 'Nhân viên', kind = unitCode === 'TTKHCN' ? 'Viên chức' : 'Công chức'] =
    person;
  return [name, unitName, title, role, kind, gender, IN_POST_FROM, unitsInChargeOf(name)];
}

function unitsInChargeOf(name: string): string | undefined {
  const units = SAMPLE_UNITS.filter((unit) => unit.code !== 'BGD' && LEADER_IN_CHARGE[unit.code] === name);
  return units.length === 0 ? undefined : units.map((unit) => unit.name).join('; ');
}

function taskLine(task: SampleTask): TableLine {
  return [
    formatTaskCode(task.code),
    task.title,
    task.lead,
    task.assignee,
    task.coordinating,
    task.leader ?? leaderOf(task.lead),
    task.authority ?? 'Giám đốc Sở',
    task.due,
    task.product,
    task.kind ?? 'Nhiệm vụ',
    task.priority ?? 'Thường',
    task.basis,
    task.state ?? 'Chưa thực hiện',
    task.percent,
    task.done === undefined ? undefined : dayCell(task.done.on),
    task.done?.product,
    task.note,
  ];
}

/** The plan writes CNĐM, lists hold CNDM. */
function leaderOf(lead: string): string | undefined {
  const unit = SAMPLE_UNITS.find(({ code }) => code === lead.replace('Đ', 'D'));
  return unit && LEADER_IN_CHARGE[unit.code];
}

const toBuffer = async (workbook: ExcelJS.Workbook): Promise<Buffer> =>
  Buffer.from(await workbook.xlsx.writeBuffer());
