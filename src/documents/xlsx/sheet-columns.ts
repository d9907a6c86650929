import type { TableColumn } from './write-table.ts';

const KIND_CHOICES = ['Nhiệm vụ', 'Chỉ tiêu', 'Dự án', 'Công trình', 'Phần việc'];
const PRIORITY_CHOICES = ['Thường', 'Trọng tâm', 'Trọng điểm', 'Đột phá'];
const STATE_CHOICES = [
  'Dự thảo',
  'Chưa thực hiện',
  'Đang thực hiện',
  'Đã trình',
  'Chờ xác nhận',
  'Hoàn thành',
  'Cơ bản hoàn thành',
  'Tạm dừng',
  'Hủy',
];
const ROLE_CHOICES = [
  'Giám đốc',
  'Phó Giám đốc',
  'Trưởng đơn vị',
  'Phó trưởng đơn vị',
  'Nhân viên',
  'Giám sát',
];
const UNIT_KIND_CHOICES = ['Lãnh đạo', 'Văn phòng', 'Kế hoạch - Tài chính', 'Phòng', 'Trung tâm', 'Đoàn thể'];

export const TASK_SHEET = 'Nhiệm vụ';
export const PEOPLE_SHEET = 'Nhân sự';
export const UNIT_SHEET = 'Đơn vị';

/** The tasks sheet of the templates and of the sample: the 6 rõ, then how far each task is. */
export const TASK_SHEET_COLUMNS: readonly TableColumn[] = [
  { header: 'Mã', width: 8, align: 'center' },
  { header: 'Rõ việc (Nội dung nhiệm vụ)', width: 46 },
  { header: 'Đơn vị chủ trì', width: 20 },
  { header: 'Người thực hiện', width: 20 },
  { header: 'Đơn vị phối hợp', width: 22 },
  { header: 'Lãnh đạo phụ trách', width: 20 },
  { header: 'Thẩm quyền', width: 18 },
  { header: 'Thời hạn', width: 18 },
  { header: 'Sản phẩm/kết quả', width: 26 },
  { header: 'Loại', width: 12, choices: KIND_CHOICES, align: 'center' },
  { header: 'Mức độ', width: 13, choices: PRIORITY_CHOICES, align: 'center' },
  { header: 'Căn cứ', width: 20 },
  { header: 'Trạng thái', width: 15, choices: STATE_CHOICES, align: 'center' },
  { header: 'Tiến độ (%)', width: 9, align: 'center' },
  { header: 'Ngày hoàn thành', width: 13, align: 'center' },
  { header: 'Sản phẩm đã có', width: 24 },
  { header: 'Ghi chú', width: 18 },
];

export const PEOPLE_SHEET_COLUMNS: readonly TableColumn[] = [
  { header: 'Mã NV', width: 9, align: 'center' },
  { header: 'Họ và tên', width: 26 },
  { header: 'Đơn vị', width: 34 },
  { header: 'Chức vụ', width: 28 },
  { header: 'Vai trò', width: 18, choices: ROLE_CHOICES },
  { header: 'Loại', width: 16, choices: ['Công chức', 'Viên chức', 'Người lao động'] },
  { header: 'Giới tính', width: 10, choices: ['Nam', 'Nữ'], align: 'center' },
  { header: 'Từ ngày', width: 13, align: 'center' },
  { header: 'Phụ trách', width: 34 },
];

export const UNIT_SHEET_COLUMNS: readonly TableColumn[] = [
  { header: 'Thứ tự', width: 9, align: 'center' },
  { header: 'Mã đơn vị', width: 12, align: 'center' },
  { header: 'Tên đơn vị', width: 46 },
  { header: 'Tên viết tắt', width: 18 },
  { header: 'Loại đơn vị', width: 22, choices: UNIT_KIND_CHOICES },
  { header: 'Tên gọi khác', width: 52 },
];
