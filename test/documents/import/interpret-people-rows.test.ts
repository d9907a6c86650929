import { describe, expect, it } from 'vitest';
import { interpretPeopleRows } from '../../../src/documents/import/interpret-people-rows.ts';
import { aTable, UNITS } from './department.ts';

const HEADER = [
  'Mã NV',
  'Họ và tên',
  'Đơn vị',
  'Chức vụ',
  'Vai trò',
  'Loại',
  'Giới tính',
  'Từ ngày',
  'Phụ trách',
];

function read(lines: readonly string[][], header: readonly string[] = HEADER) {
  return interpretPeopleRows(aTable([[...header], ...lines]), { units: UNITS, issuedOn: '2026-06-01' });
}

describe('a person row', () => {
  it('is read with role, kind, gender, first day and units in charge of', () => {
    const { rows, problems } = read([
      [
        'CB02',
        'Lê Thị Thanh Bình',
        'BGĐ',
        'Phó Giám đốc',
        'Phó Giám đốc',
        'Công chức',
        'Nữ',
        '01/7/2025',
        'VP; P.CĐS',
      ],
    ]);
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        row: 2,
        code: 'CB02',
        name: 'Lê Thị Thanh Bình',
        unitCode: 'BGD',
        title: 'Phó Giám đốc',
        role: 'deputyDirector',
        staffKind: 'civilServant',
        gender: 'female',
        fromOn: '2025-07-01',
        inChargeOf: ['VP', 'CDS'],
      },
    ]);
  });

  it.each([
    ['BGĐ', 'Giám đốc', 'director'],
    ['BGĐ', 'Phó Giám đốc', 'deputyDirector'],
    ['VP', 'Chánh Văn phòng', 'head'],
    ['VP', 'Phó Chánh Văn phòng', 'deputyHead'],
    ['P.CĐS', 'Trưởng phòng', 'head'],
    ['P.CĐS', 'Phó Trưởng phòng', 'deputyHead'],
    ['P.CĐS', 'Chuyên viên, Bí thư Đoàn Thanh niên', 'staff'],
    ['Trung tâm KHCN', 'Giám đốc Trung tâm', 'head'],
    ['Trung tâm KHCN', 'Phó Giám đốc', 'deputyHead'],
    ['VP', 'Văn thư', 'staff'],
  ])('without a role column takes the role of the title: %s, %s', (unit, title, role) => {
    const { rows } = read([['Nguyễn Văn A', unit, title]], ['Họ và tên', 'Đơn vị', 'Chức vụ']);
    expect(rows[0]?.role).toBe(role);
  });

  it('of a centre is a public employee, of a room a civil servant, on a contract a worker', () => {
    const { rows } = read(
      [
        ['Nguyễn Văn A', 'Trung tâm KHCN', 'Kỹ thuật viên'],
        ['Nguyễn Văn B', 'VP', 'Chuyên viên'],
        ['Nguyễn Văn C', 'VP', 'Lái xe (HĐ 111)'],
      ],
      ['Họ và tên', 'Đơn vị', 'Chức vụ'],
    );
    expect(rows.map((person) => person.staffKind)).toEqual([
      'publicEmployee',
      'civilServant',
      'contractWorker',
    ]);
  });

  it('without a name, or of an unknown unit, is an error that says what to do', () => {
    const { rows, problems } = read([
      ['CB01', '', 'VP', 'Văn thư'],
      ['CB02', 'Nguyễn Văn A', 'Phòng Chuyển đổi sóo', 'Chuyên viên'],
    ]);
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([
      { row: 2, code: 'missingName', severity: 'error' },
      { row: 3, code: 'unknownUnit', column: 'Đơn vị', severity: 'error' },
    ]);
    expect(problems[1]?.message).toContain('Phòng Chuyển đổi số');
  });

  it('with a role or a kind that nobody knows is an error', () => {
    const { problems } = read([['CB01', 'Nguyễn Văn A', 'VP', 'Văn thư', 'Cố vấn', 'Chuyên gia']]);
    expect(problems.map((problem) => problem.code)).toEqual(['unknownRole', 'unknownStaffKind']);
  });
});

describe('a list of people', () => {
  it('refuses the same code, or the same name in a unit, and names the first row', () => {
    const { problems } = read([
      ['CB01', 'Lý Thị Mai', 'P.CĐS', 'Chuyên viên'],
      ['CB01', 'Phan Ngọc Nam', 'P.CĐS', 'Chuyên viên'],
      ['CB03', 'LÝ THỊ MAI', 'P.CĐS', 'Chuyên viên'],
    ]);
    expect(problems.map(({ row, code }) => ({ row, code }))).toEqual([
      { row: 3, code: 'duplicatePerson' },
      { row: 4, code: 'duplicatePerson' },
    ]);
    expect(problems[0]?.message).toContain('dòng 2');
  });

  it('allows one name in two units', () => {
    const { problems } = read([
      ['CB01', 'Lý Thị Mai', 'P.CĐS', 'Chuyên viên'],
      ['CB02', 'Lý Thị Mai', 'VP', 'Chuyên viên'],
    ]);
    expect(problems).toEqual([]);
  });

  it('refuses a second head of a unit', () => {
    const { problems } = read([
      ['CB01', 'Trần Quốc Cường', 'VP', 'Chánh Văn phòng'],
      ['CB02', 'Phạm Thị Diễm', 'VP', 'Chánh Văn phòng'],
    ]);
    expect(problems).toMatchObject([{ row: 3, code: 'severalHeads', severity: 'error' }]);
  });
});
