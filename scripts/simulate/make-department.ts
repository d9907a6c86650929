import type { PersonCells, TaskCells, UnitCells } from '../../test/support/workbooks.ts';
import { shiftDay } from '../chaos/check-calendar.ts';
import type { Random } from '../chaos/random.ts';

export const UNITS: readonly UnitCells[] = [
  { code: 'BGD', name: 'Ban Giám đốc', shortName: 'BGĐ', kind: 'Lãnh đạo' },
  { code: 'VP', name: 'Văn phòng', shortName: 'VP', kind: 'Văn phòng' },
  {
    code: 'KHTC',
    name: 'Phòng Kế hoạch - Tài chính',
    shortName: 'P.KHTC',
    kind: 'Kế hoạch - Tài chính',
  },
  { code: 'QLKH', name: 'Phòng Quản lý Khoa học', shortName: 'P.QLKH', kind: 'Phòng' },
  { code: 'CNDM', name: 'Phòng Công nghệ và Đổi mới sáng tạo', shortName: 'P.CNĐM', kind: 'Phòng' },
  { code: 'CDS', name: 'Phòng Chuyển đổi số', shortName: 'P.CĐS', kind: 'Phòng' },
  { code: 'TDC', name: 'Phòng Tiêu chuẩn Đo lường Chất lượng', shortName: 'P.TĐC', kind: 'Phòng' },
  { code: 'TTKHCN', name: 'Trung tâm Khoa học và Công nghệ', shortName: 'TT.KHCN', kind: 'Trung tâm' },
];
const WORKING = UNITS.filter(({ code }) => code !== 'BGD').map(({ code }) => code);

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô'];
const MIDDLES = ['Văn', 'Thị', 'Minh', 'Quốc', 'Thanh', 'Ngọc', 'Đức', 'Hữu', 'Thu', 'Hải'];
const GIVEN = [
  'An',
  'Bình',
  'Châu',
  'Dũng',
  'Giang',
  'Hạnh',
  'Khoa',
  'Linh',
  'Mai',
  'Nam',
  'Oanh',
  'Phúc',
  'Quân',
  'Sơn',
  'Trang',
  'Uyên',
  'Vinh',
  'Yến',
];

/** Each name once: what people and files say must mean one person. */
function nameAt(index: number): string {
  const family = FAMILIES[index % FAMILIES.length] ?? '';
  const middle = MIDDLES[Math.floor(index / FAMILIES.length) % MIDDLES.length] ?? '';
  const given = GIVEN[(index * 7 + Math.floor(index / 120) * 5) % GIVEN.length] ?? '';
  return `${family} ${middle} ${given}${index >= 1080 ? ` ${index}` : ''}`;
}

/** A department of so many people: leaders in charge of fields, a head and deputy in each unit, the rest staff. */
export function makePeople(count: number): PersonCells[] {
  const fields = [WORKING.slice(0, 3), WORKING.slice(3, 5), WORKING.slice(5)];
  const people: PersonCells[] = [
    { name: nameAt(0), unit: 'BGD', title: 'Giám đốc', role: 'Giám đốc' },
    ...fields.map((units, index) => ({
      name: nameAt(index + 1),
      unit: 'BGD',
      title: 'Phó Giám đốc',
      role: 'Phó Giám đốc',
      inChargeOf: units.join('; '),
    })),
  ];
  for (const unit of WORKING) {
    people.push({ name: nameAt(people.length), unit, title: 'Trưởng phòng', role: 'Trưởng đơn vị' });
  }
  for (const unit of WORKING) {
    if (people.length >= count) break;
    people.push({ name: nameAt(people.length), unit, title: 'Phó Trưởng phòng', role: 'Phó trưởng đơn vị' });
  }
  while (people.length < count) {
    const unit = WORKING[people.length % WORKING.length] ?? 'VP';
    people.push({ name: nameAt(people.length), unit, title: 'Chuyên viên', role: 'Nhân viên' });
  }
  return people;
}

const WORK = ['Báo cáo', 'Kế hoạch', 'Tờ trình', 'Đề án', 'Hướng dẫn', 'Rà soát', 'Thẩm định', 'Kiểm tra'];
const SUBJECTS = [
  'an toàn thông tin',
  'đề tài cấp tỉnh',
  'đổi mới sáng tạo',
  'chuyển đổi số',
  'đo lường chất lượng',
  'sở hữu trí tuệ',
  'giải ngân vốn',
  'cải cách hành chính',
];

/** Tasks whose due days lie all over the campaign; one in five is trọng tâm, one in twenty has no named person. */
export function makeTasks(
  count: number,
  people: readonly PersonCells[],
  { from, to }: { from: string; to: string },
  random: Random,
): TaskCells[] {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return Array.from({ length: count }, (_, index): TaskCells => {
    const lead = WORKING[index % WORKING.length] ?? 'VP';
    const members = people.filter(({ unit, role }) => unit === lead && role !== 'Trưởng đơn vị');
    const doer = members[Math.floor(random() * members.length)];
    const due = shiftDay(from, 8 + Math.floor(random() * Math.max(1, days - 8)));
    return {
      code: `NV${String(index + 1).padStart(2, '0')}`,
      title: `${WORK[index % WORK.length]} ${SUBJECTS[(index * 3) % SUBJECTS.length]} đợt ${index + 1}`,
      lead,
      ...(doer === undefined || random() < 0.05 ? {} : { assignee: doer.name }),
      due: asTyped(due),
      product: 'Báo cáo',
      priority: random() < 0.2 ? 'Trọng tâm' : 'Thường',
      state: 'Đang thực hiện',
      percent: Math.floor(random() * 4) * 10,
    };
  });
}

const asTyped = (day: string): string => day.split('-').reverse().map(Number).join('/');
