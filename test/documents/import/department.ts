import { findTable } from '../../../src/documents/import/find-table.ts';
import type { SheetTable } from '../../../src/documents/import/sheet-table.ts';
import { createCalendar } from '../../../src/domain/calendar/working-calendar.ts';
import type { ImportContext, KnownUnit } from '../../../src/domain/import/import-context.ts';

export const UNITS: KnownUnit[] = [
  { code: 'BGD', name: 'Ban Giám đốc', kind: 'leadership', aliases: ['BGĐ', 'Lãnh đạo Sở'] },
  { code: 'VP', name: 'Văn phòng', kind: 'office', aliases: ['Văn phòng Sở'] },
  { code: 'KHTC', name: 'Phòng Kế hoạch - Tài chính', kind: 'planningFinance', aliases: ['KH-TC'] },
  {
    code: 'CNDM',
    name: 'Phòng Quản lý Công nghệ và Đổi mới sáng tạo',
    kind: 'department',
    aliases: ['CNĐM', 'Phòng Quản lý Công nghệ'],
  },
  { code: 'CDS', name: 'Phòng Chuyển đổi số', shortName: 'P.CĐS', kind: 'department', aliases: [] },
  { code: 'TTKHCN', name: 'Trung tâm Khoa học và Công nghệ', kind: 'center', aliases: ['Trung tâm KHCN'] },
];

/** A department of six units, reading a document issued on 01/6/2026, today being 08/7/2026. */
export function aContext(changes: Partial<ImportContext> = {}): ImportContext {
  return {
    units: UNITS,
    people: [
      { code: 'CB01', name: 'Nguyễn Hoàng An', unitCode: 'BGD', title: 'Phó Giám đốc' },
      { code: 'CB02', name: 'Lý Thị Mai', unitCode: 'CDS' },
      { code: 'CB03', name: 'Phan Ngọc Nam', unitCode: 'CDS' },
      { code: 'CB04', name: 'Ông Gia Bách', unitCode: 'CDS' },
      { code: 'CB05', name: 'Võ Thị Hạnh', unitCode: 'KHTC' },
      { code: 'CB06', name: 'Lý Thị Mai', unitCode: 'KHTC' },
    ],
    issuedOn: '2026-06-01',
    today: '2026-07-08',
    beforeDayMeans: 'dayBefore',
    phases: [],
    calendar: createCalendar({ daysOff: [], workingSaturdays: [] }),
    ...changes,
  };
}

/** A table typed as lines of cells, numbered from row 1. */
export function aTable(lines: readonly (readonly string[])[]): SheetTable {
  const table = findTable({
    name: 'Nhiệm vụ',
    rows: lines.map((line, index) => ({
      number: index + 1,
      cells: line.map((text) => ({ text, continuesLeft: false, continuesAbove: false })),
    })),
  });
  if (table === null) throw new Error('the test table has no header that is recognised');
  return table;
}
