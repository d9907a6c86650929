import { foldText } from '../../domain/text.ts';
import type { TableKind } from './sheet-table.ts';

type ColumnWords = Readonly<Record<string, readonly string[]>>;

/** Header spellings seen in offices, folded and without punctuation; the first is the one our templates use. */
const TASK_COLUMNS: ColumnWords = {
  ordinal: ['stt', 'tt', 'so tt', 'so thu tu'],
  code: ['ma', 'ma nhiem vu', 'ma nv', 'ma so', 'ma viec', 'ma cong viec'],
  title: [
    'ro viec',
    'noi dung nhiem vu',
    'noi dung',
    'nhiem vu',
    'ten nhiem vu',
    'noi dung cong viec',
    'cong viec',
    'ten cong viec',
    'dau viec',
    'nhiem vu ro viec',
    'noi dung thuc hien',
    'noi dung nhiem vu giao',
    'nhiem vu duoc giao',
    'nhiem vu giai phap',
    'nhiem vu trong tam',
    'ten nhiem vu cong viec',
    'noi dung ro viec',
  ],
  content: ['noi dung chi tiet', 'mo ta', 'yeu cau', 'noi dung cu the', 'chi tiet'],
  lead: [
    'don vi chu tri',
    'chu tri',
    'co quan chu tri',
    'don vi thuc hien',
    'don vi chu tri thuc hien',
    'don vi chu tri tham muu',
    'phong don vi chu tri',
    'chu tri ro nguoi',
    'ro nguoi',
    'ro nguoi don vi chu tri',
    'ro nguoi chu tri',
    'don vi duoc giao',
    'don vi dau moi',
    'co quan don vi chu tri',
    'don vi tham muu',
    'phong chu tri',
  ],
  assignee: [
    'nguoi thuc hien',
    'can bo thuc hien',
    'can bo phu trach',
    'nguoi phu trach',
    'ca nhan thuc hien',
    'chuyen vien',
    'chuyen vien phu trach',
    'chuyen vien thuc hien',
    'nguoi duoc giao',
    'nguoi chiu trach nhiem',
    'ro nguoi nguoi thuc hien',
  ],
  coordinating: [
    'don vi phoi hop',
    'phoi hop',
    'co quan phoi hop',
    'don vi phoi hop thuc hien',
    'phong don vi phoi hop',
    'ro nguoi phoi hop',
    'co quan don vi phoi hop',
    'phoi hop thuc hien',
  ],
  leader: [
    'lanh dao phu trach',
    'lanh dao so phu trach',
    'lanh dao chi dao',
    'ro trach nhiem',
    'lanh dao so',
    'lanh dao theo doi',
    'ro trach nhiem lanh dao phu trach',
    'lanh dao',
  ],
  authority: [
    'tham quyen',
    'ro tham quyen',
    'cap quyet dinh',
    'cap ky',
    'cap tham quyen',
    'cap trinh',
    'cap co tham quyen',
    'cap ban hanh',
    'tham quyen quyet dinh',
  ],
  deadline: [
    'thoi han',
    'thoi gian hoan thanh',
    'thoi han hoan thanh',
    'han hoan thanh',
    'thoi gian',
    'ro thoi gian',
    'han',
    'han xu ly',
    'thoi gian thuc hien',
    'ro thoi gian hoan thanh',
    'ngay den han',
    'deadline',
    'thoi gian hoan thanh bao cao',
    'tien do thoi gian',
    'moc thoi gian',
    'han ro thoi gian',
    'ro thoi gian thoi han',
    'thoi gian tien do hoan thanh',
    'tien do hoan thanh',
    'thoi gian bat dau hoan thanh',
    'ro thoi gian bat dau hoan thanh',
    'ro thoi gian ket thuc',
    'ngay ket thuc',
    'thoi gian ket thuc',
  ],
  startOn: ['ngay bat dau', 'bat dau', 'thoi gian bat dau', 'ro thoi gian bat dau', 'ngay giao'],
  product: [
    'san pham ket qua',
    'san pham',
    'ket qua',
    'ket qua san pham',
    'ro ket qua',
    'ro san pham',
    'san pham dau ra',
    'ket qua dau ra',
    'ket qua du kien',
    'san pham du kien',
    'san pham hoan thanh',
    'san pham yeu cau',
    'ro ket qua san pham',
  ],
  measure: ['chi tieu do', 'chi tieu', 'khoi luong', 'so luong', 'muc tieu', 'ro ket qua chi tieu do'],
  kind: ['loai', 'loai nhiem vu', 'phan loai', 'loai viec', 'loai hinh'],
  priority: ['muc do', 'muc do uu tien', 'uu tien', 'tinh chat'],
  legalBasis: ['can cu', 'can cu phap ly', 'van ban giao', 'van ban chi dao', 'nguon giao', 'so van ban'],
  group: ['nhom', 'nhom nhiem vu', 'linh vuc', 'nhom linh vuc'],
  state: ['trang thai', 'tinh trang', 'tinh hinh thuc hien', 'trang thai thuc hien', 'tinh trang thuc hien'],
  percent: [
    'tien do %',
    'tien do',
    'ty le hoan thanh',
    '% hoan thanh',
    'tien do thuc hien',
    'phan tram',
    'muc do hoan thanh',
    'ti le hoan thanh',
    '%',
    'ty le hoan thanh %',
  ],
  completedOn: [
    'ngay hoan thanh',
    'ngay hoan thanh thuc te',
    'thoi gian hoan thanh thuc te',
    'hoan thanh ngay',
  ],
  completedProduct: [
    'san pham da co',
    'so van ban hoan thanh',
    'van ban ket qua',
    'san pham thuc te',
    'ket qua thuc te',
    'ket qua thuc hien',
  ],
  note: ['ghi chu', 'chu thich', 'ghi chu khac'],
};

const PEOPLE_COLUMNS: ColumnWords = {
  ordinal: ['stt', 'tt', 'so tt'],
  code: ['ma nv', 'ma nhan vien', 'ma can bo', 'ma so', 'ma', 'ma cbcc', 'ma cbccvc'],
  name: ['ho va ten', 'ho ten', 'ten', 'ho va ten can bo', 'ten nhan vien', 'ho va ten cbccvc'],
  unit: ['don vi', 'phong don vi', 'phong ban', 'phong', 'don vi cong tac', 'bo phan', 'phong ban don vi'],
  title: [
    'chuc vu',
    'chuc danh',
    'chuc vu chuc danh',
    'chuc danh chuc vu',
    'vi tri viec lam',
    'chuc vu hien tai',
  ],
  role: ['vai tro', 'quyen', 'vai tro trong bot', 'nhom quyen'],
  staffKind: ['loai', 'loai can bo', 'doi tuong', 'cong chuc vien chuc', 'dien', 'loai lao dong'],
  gender: ['gioi tinh', 'nam nu', 'phai'],
  fromOn: ['tu ngay', 'ngay nhan viec', 'ngay bat dau', 'ngay vao', 'cong tac tu'],
  inChargeOf: ['phu trach', 'don vi phu trach', 'linh vuc phu trach', 'phu trach don vi'],
  note: ['ghi chu'],
};

const UNIT_COLUMNS: ColumnWords = {
  ordinal: ['stt', 'tt', 'so tt'],
  code: ['ma don vi', 'ma', 'ky hieu', 'ma so'],
  name: ['ten don vi', 'don vi', 'ten phong don vi', 'ten phong'],
  shortName: ['ten viet tat', 'ten ngan', 'viet tat', 'ten goi tat'],
  unitKind: ['loai don vi', 'loai', 'loai hinh'],
  aliases: ['ten goi khac', 'cach goi khac', 'ten khac'],
  order: ['thu tu', 'thu tu hien thi'],
  note: ['ghi chu'],
};

/** Columns whose header is itself the label, with an "x" in the rows that carry it. */
const MARK_COLUMNS = new Set([
  'trong tam',
  'trong diem',
  'dot pha',
  'nhay cam',
  'ton dong',
  'quyen loi nguoi dan',
]);

const WORDS: Record<TableKind, ColumnWords> = {
  tasks: TASK_COLUMNS,
  people: PEOPLE_COLUMNS,
  units: UNIT_COLUMNS,
};

/** Without these columns a sheet is not that kind of table. Each inner list is "one of". */
export const REQUIRED_COLUMNS: Record<TableKind, readonly (readonly string[])[]> = {
  tasks: [['title'], ['lead', 'assignee', 'deadline']],
  people: [['name'], ['unit']],
  units: [['name'], ['code']],
};

/** Columns whose bare five-digit numbers are Excel's day serials. */
export const DAY_COLUMNS: ReadonlySet<string> = new Set(['deadline', 'startOn', 'completedOn', 'fromOn']);

const SPELLINGS = Object.fromEntries(
  Object.entries(WORDS).map(([kind, columns]) => [kind, invert(columns)]),
) as Record<TableKind, ReadonlyMap<string, string>>;

function invert(columns: ColumnWords): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(columns).flatMap(([key, spellings]) =>
      spellings.map((spelling) => [spelling, key] as const),
    ),
  );
}

/** The comparison form of a header: folded, no remark in brackets, no punctuation. */
function normaliseHeader(text: string): string {
  return foldText(text)
    .replace(/\((?!%)[^)]*\)/g, ' ')
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();
}

/** The column that a header names in a table of that kind: its key, `mark` for a column of crosses, or `null`. */
export function columnOf(kind: TableKind, header: string): string | null {
  const normalised = normaliseHeader(header);
  const key = SPELLINGS[kind].get(normalised);
  if (key !== undefined) return key;
  return kind === 'tasks' && MARK_COLUMNS.has(normalised) ? 'mark' : null;
}
