import {
  makePeopleWorkbook,
  makeTaskWorkbook,
  type PersonCells,
  type TaskCells,
  type UnitCells,
} from './workbooks.ts';

const UNITS: readonly UnitCells[] = [
  { code: 'BGD', name: 'Ban Giám đốc', shortName: 'BGĐ', kind: 'Lãnh đạo' },
  { code: 'VP', name: 'Văn phòng', shortName: 'VP', kind: 'Văn phòng' },
  { code: 'CDS', name: 'Phòng Chuyển đổi số', shortName: 'P.CĐS', kind: 'Phòng' },
  { code: 'QLKH', name: 'Phòng Quản lý Khoa học', shortName: 'P.QLKH', kind: 'Phòng' },
];

/** The people of a small made-up department, by the name that a test calls them. */
export const PEOPLE = {
  director: { name: 'Phan Văn Giám', unit: 'BGD', title: 'Giám đốc', role: 'Giám đốc' },
  deputyAn: {
    name: 'Nguyễn Hoàng An',
    unit: 'BGD',
    title: 'Phó Giám đốc',
    role: 'Phó Giám đốc',
    inChargeOf: 'QLKH',
  },
  deputyBinh: {
    name: 'Lê Thị Bình',
    unit: 'BGD',
    title: 'Phó Giám đốc',
    role: 'Phó Giám đốc',
    inChargeOf: 'VP; CDS',
  },
  officeHead: { name: 'Trần Quốc Cường', unit: 'VP', title: 'Chánh Văn phòng', role: 'Trưởng đơn vị' },
  officeDeputy: {
    name: 'Phạm Thị Diễm',
    unit: 'VP',
    title: 'Phó Chánh Văn phòng',
    role: 'Phó trưởng đơn vị',
  },
  clerk: { name: 'Lâm Thị Ý', unit: 'VP', title: 'Chuyên viên', role: 'Nhân viên' },
  digitalHead: { name: 'Trương Công Minh', unit: 'CDS', title: 'Trưởng phòng', role: 'Trưởng đơn vị' },
  mai: { name: 'Lý Thị Mai', unit: 'CDS', title: 'Chuyên viên', role: 'Nhân viên' },
  thang: { name: 'Đào Văn Thắng', unit: 'CDS', title: 'Chuyên viên', role: 'Nhân viên' },
  scienceHead: { name: 'Bùi Đức Huy', unit: 'QLKH', title: 'Trưởng phòng', role: 'Trưởng đơn vị' },
  huong: { name: 'Ngô Thị Hương', unit: 'QLKH', title: 'Chuyên viên', role: 'Nhân viên' },
} as const satisfies Record<string, PersonCells>;

export type PersonKey = keyof typeof PEOPLE;

export const PERSON_KEYS = Object.keys(PEOPLE) as PersonKey[];

/** Telegram ids of people as the tests hand them out. */
export const telegramIdOf = (person: PersonKey): number => 7001 + PERSON_KEYS.indexOf(person);

/** Somebody whom nobody invited. */
export const STRANGER_ID = 6999;

/** A group chat in which everybody of the department is. */
export const GROUP_ID = -1_000_000_000_077;

/** One task of each sort that conversations are about, as of Wednesday 08/7/2026. */
export const TASKS = [
  {
    code: 'NV11',
    title: 'Nâng cấp nền tảng tích hợp dữ liệu',
    lead: 'CDS',
    assignee: 'Lý Thị Mai',
    coordinating: 'Văn phòng',
    authority: 'Giám đốc Sở',
    due: '15/7/2026',
    product: 'Báo cáo',
    state: 'Đang thực hiện',
    percent: 40,
  },
  {
    code: 'NV12',
    title: 'Kiểm thử an toàn thông tin',
    lead: 'CDS',
    assignee: 'Lý Thị Mai',
    due: '31/8/2026',
    product: 'Báo cáo',
    priority: 'Thường; nhạy cảm',
  },
  {
    code: 'NV13',
    title: 'Báo cáo sở hữu trí tuệ',
    lead: 'QLKH',
    assignee: 'Ngô Thị Hương',
    due: '03/7/2026',
    product: 'Báo cáo',
    state: 'Đang thực hiện',
    percent: 20,
  },
  {
    code: 'NV14',
    title: 'Hướng dẫn dùng trợ lý ảo',
    lead: 'CDS',
    assignee: 'Đào Văn Thắng',
    due: '20/7/2026',
    product: 'Văn bản hướng dẫn',
    priority: 'Trọng tâm',
    state: 'Đang thực hiện',
    percent: 55,
  },
  {
    code: 'NV15',
    title: 'Sắp xếp kho lưu trữ',
    lead: 'VP',
    assignee: 'Lâm Thị Ý',
    due: '24/7/2026',
    product: 'Kho lưu trữ',
    state: 'Đang thực hiện',
    percent: 25,
  },
  {
    code: 'NV16',
    title: 'Khảo sát nhu cầu đổi mới sáng tạo',
    lead: 'QLKH',
    assignee: 'Ngô Thị Hương',
    due: '30/6/2026',
    product: 'Báo cáo',
    state: 'Hoàn thành',
    percent: 100,
    completedOn: '29/6/2026',
    completedProduct: '45/BC-SKHCN ngày 29/6/2026',
  },
] as const satisfies readonly TaskCells[];

/** The department's two files. */
export async function makeDepartmentFiles(tasks: readonly TaskCells[]): Promise<Buffer[]> {
  const people = await makePeopleWorkbook(UNITS, Object.values(PEOPLE));
  return tasks.length === 0 ? [people] : [people, await makeTaskWorkbook(tasks)];
}
