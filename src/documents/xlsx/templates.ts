import ExcelJS from 'exceljs';
import {
  PEOPLE_SHEET,
  PEOPLE_SHEET_COLUMNS,
  TASK_SHEET,
  TASK_SHEET_COLUMNS,
  UNIT_SHEET,
  UNIT_SHEET_COLUMNS,
} from './sheet-columns.ts';
import { addTable, dayCell, type TableLine } from './write-table.ts';

const SPARE_ROWS = 40;

const TASK_LINES: readonly TableLine[] = [
  { group: 'I. NHIỆM VỤ TRỌNG TÂM' },
  [
    'NV01',
    'Rà soát thủ tục hành chính lĩnh vực sở hữu trí tuệ',
    'Phòng Quản lý Khoa học',
    'Nguyễn Văn A',
    'Văn phòng; Sở Tài chính',
    'Trần Thị B',
    'Giám đốc Sở',
    'Trước ngày 15/7/2026',
    'Báo cáo rà soát',
    'Nhiệm vụ',
    'Trọng tâm',
    'Kế hoạch số 45/KH-SKHCN',
    'Đang thực hiện',
    40,
  ],
  [
    'NV02',
    'Xây dựng đề cương, biểu mẫu báo cáo',
    'Văn phòng',
    'Lê Văn C',
    undefined,
    'Trần Thị B',
    'Chánh Văn phòng',
    '05/6/2026',
    'Đề cương, biểu mẫu',
    'Phần việc',
    'Thường',
    undefined,
    'Hoàn thành',
    100,
    dayCell('2026-06-03'),
    '52/SKHCN-VP ngày 03/6/2026',
  ],
];

const UNIT_LINES: readonly TableLine[] = [
  [1, 'BGD', 'Ban Giám đốc', 'BGĐ', 'Lãnh đạo', 'Lãnh đạo Sở'],
  [2, 'VP', 'Văn phòng', 'VP', 'Văn phòng', 'Văn phòng Sở'],
];

const PEOPLE_LINES: readonly TableLine[] = [
  [
    'CB01',
    'Trần Thị B',
    'Ban Giám đốc',
    'Phó Giám đốc',
    'Phó Giám đốc',
    'Công chức',
    'Nữ',
    dayCell('2025-03-01'),
    'Văn phòng',
  ],
  [
    'CB02',
    'Lê Văn C',
    'Văn phòng',
    'Chánh Văn phòng',
    'Trưởng đơn vị',
    'Công chức',
    'Nam',
    dayCell('2025-03-01'),
  ],
];

const TASK_GUIDE: readonly TableLine[] = [
  ['Rõ việc', 'Bắt buộc. Mỗi dòng một nhiệm vụ. Dòng tiêu đề nhóm ghi I., II. …'],
  ['Đơn vị chủ trì', 'Bắt buộc, chỉ một đơn vị. Việc giao chung cho mọi đơn vị ghi “Các phòng, đơn vị”.'],
  ['Người thực hiện', 'Một người chịu trách nhiệm chính; ghi họ tên hoặc Mã NV như trong danh sách nhân sự.'],
  ['Đơn vị phối hợp', 'Nhiều đơn vị cách nhau bằng dấu chấm phẩy. Cơ quan ngoài Sở ghi đủ tên.'],
  [
    'Thời hạn',
    'Ghi như văn bản: 05/6/2026, Trước ngày 15/7/2026, Quý III/2026, Ngày 25 hằng tháng, Thường xuyên.',
  ],
  [
    'Loại, Mức độ',
    'Chọn trong danh sách. Thêm được: nhạy cảm, quyền lợi người dân, tồn đọng (cách nhau bằng dấu chấm phẩy).',
  ],
  [
    'Trạng thái',
    'Bỏ trống nghĩa là chưa thực hiện. Đã hoàn thành thì ghi cả Ngày hoàn thành và Sản phẩm đã có.',
  ],
  ['Mã', 'Dạng NV01, NV02 … Bỏ trống thì hệ thống cấp mã.'],
  ['Giống dòng trên', 'Ghi “nt”.'],
];

const PEOPLE_GUIDE: readonly TableLine[] = [
  ['Đơn vị', 'Bắt buộc. Ghi tên hoặc mã có trong trang “Đơn vị”.'],
  ['Họ và tên', 'Bắt buộc. Hai người trùng họ tên trong một đơn vị thì phải có Mã NV khác nhau.'],
  ['Vai trò', 'Bỏ trống thì lấy theo Chức vụ. Mỗi đơn vị chỉ một Trưởng đơn vị.'],
  ['Loại', 'Công chức, Viên chức hoặc Người lao động.'],
  [
    'Phụ trách',
    'Chỉ ghi cho Phó Giám đốc: các đơn vị được phân công phụ trách, cách nhau bằng dấu chấm phẩy.',
  ],
  [
    'Trang “Đơn vị”',
    'Mã ngắn, không trùng. Tên gọi khác cách nhau bằng dấu chấm phẩy, để nhận ra khi đọc văn bản.',
  ],
];

/** An empty tasks workbook to fill in: header, two sample rows, drop-down lists and a guide. */
export async function makeTaskTemplate(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  addTable(workbook, {
    name: TASK_SHEET,
    title: 'DANH MỤC NHIỆM VỤ',
    subtitle: '(Hai dòng đầu là ví dụ; anh/chị xóa trước khi gửi)',
    columns: TASK_SHEET_COLUMNS,
    lines: TASK_LINES,
    spareRows: SPARE_ROWS,
  });
  addGuide(workbook, TASK_GUIDE);
  return toBuffer(workbook);
}

/** An empty people workbook to fill in: units, people, drop-down lists and a guide. */
export async function makePeopleTemplate(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const subtitle = '(Hai dòng đầu là ví dụ; anh/chị sửa hoặc xóa trước khi gửi)';
  const units = { name: UNIT_SHEET, title: 'DANH SÁCH ĐƠN VỊ', subtitle, columns: UNIT_SHEET_COLUMNS };
  const people = { name: PEOPLE_SHEET, title: 'DANH SÁCH NHÂN SỰ', subtitle, columns: PEOPLE_SHEET_COLUMNS };
  addTable(workbook, { ...units, lines: UNIT_LINES, spareRows: 10 });
  addTable(workbook, { ...people, lines: PEOPLE_LINES, spareRows: SPARE_ROWS });
  addGuide(workbook, PEOPLE_GUIDE);
  return toBuffer(workbook);
}

function addGuide(workbook: ExcelJS.Workbook, lines: readonly TableLine[]): void {
  const columns = [
    { header: 'Mục', width: 24 },
    { header: 'Cách ghi', width: 96 },
  ];
  addTable(workbook, { name: 'Hướng dẫn', title: 'HƯỚNG DẪN GHI BẢNG', columns, lines });
}

const toBuffer = async (workbook: ExcelJS.Workbook): Promise<Buffer> =>
  Buffer.from(await workbook.xlsx.writeBuffer());
