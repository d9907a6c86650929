import { describe, expect, it } from 'vitest';
import { interpretUnitRows } from '../../../src/documents/import/interpret-unit-rows.ts';
import { aTable } from './department.ts';

const HEADER = ['Thứ tự', 'Mã đơn vị', 'Tên đơn vị', 'Tên viết tắt', 'Loại đơn vị', 'Tên gọi khác'];
const read = (lines: readonly string[][]) => interpretUnitRows(aTable([HEADER, ...lines]));

describe('a unit row', () => {
  it('keeps a plain code, and the code as written among the other names', () => {
    const { rows, problems } = read([
      [
        '5',
        'CNĐM',
        'Phòng Quản lý Công nghệ và Đổi mới sáng tạo',
        'P.CNĐM',
        'Phòng',
        'QLCN; Phòng Công nghệ',
      ],
    ]);
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        row: 2,
        code: 'CNDM',
        name: 'Phòng Quản lý Công nghệ và Đổi mới sáng tạo',
        shortName: 'P.CNĐM',
        kind: 'department',
        aliases: ['QLCN', 'Phòng Công nghệ', 'CNĐM'],
        order: 5,
      },
    ]);
  });

  it.each([
    ['Ban Giám đốc', 'leadership'],
    ['Văn phòng', 'office'],
    ['Phòng Kế hoạch - Tài chính', 'planningFinance'],
    ['Chi cục Tiêu chuẩn', 'department'],
    ['Trung tâm Chuyển đổi số', 'center'],
    ['Đoàn Thanh niên', 'union'],
  ])('without a kind takes the kind that its name tells: %s', (name, kind) => {
    expect(read([['', 'X', name]]).rows[0]?.kind).toBe(kind);
  });

  it('without a code, of an unknown kind, or twice is an error', () => {
    const { problems } = read([
      ['1', '', 'Văn phòng'],
      ['2', 'AB', 'Phòng A', '', 'Ban'],
      ['3', 'ab', 'Phòng B'],
      ['4', 'CD', 'Phòng a'],
    ]);
    expect(problems.map(({ row, code, severity }) => [row, code, severity])).toEqual([
      [2, 'missingUnitCode', 'error'],
      [3, 'unknownUnitKind', 'error'],
      [4, 'duplicateUnit', 'error'],
      [5, 'duplicateUnit', 'error'],
    ]);
  });
});
