import type { SampleUnitCode } from './units.ts';

type SampleRole =
  | 'Giám đốc'
  | 'Phó Giám đốc'
  | 'Trưởng đơn vị'
  | 'Phó trưởng đơn vị'
  | 'Nhân viên'
  | 'Giám sát';

/** Name, gender, title, then role and kind where they differ from the unit's default. */
export type SamplePerson = readonly [
  name: string,
  gender: 'Nam' | 'Nữ',
  title: string,
  role?: SampleRole,
  kind?: 'Công chức' | 'Viên chức' | 'Người lao động',
];

/** All fictional. By unit, in the order of a staff list. */
export const SAMPLE_PEOPLE: Readonly<Record<SampleUnitCode, readonly SamplePerson[]>> = {
  BGD: [
    ['Giám đốc (mẫu)', 'Nam', 'Giám đốc', 'Giám đốc'],
    ['Nguyễn Hoàng An', 'Nam', 'Phó Giám đốc', 'Phó Giám đốc'],
    ['Lê Thị Thanh Bình', 'Nữ', 'Phó Giám đốc', 'Phó Giám đốc'],
  ],
  VP: [
    ['Trần Quốc Cường', 'Nam', 'Chánh Văn phòng', 'Trưởng đơn vị'],
    ['Phạm Thị Diễm', 'Nữ', 'Phó Chánh Văn phòng', 'Phó trưởng đơn vị'],
    ['Lâm Thị Ý', 'Nữ', 'Chuyên viên tổng hợp'],
    ['Nguyễn Thị Ngọc Ánh', 'Nữ', 'Chuyên viên chính'],
    ['Hoàng Văn Bảo', 'Nam', 'Chuyên viên cải cách hành chính'],
    ['Trịnh Thị Dung', 'Nữ', 'Chuyên viên tổ chức cán bộ'],
    ['Lê Quang Đức', 'Nam', 'Chuyên viên pháp chế'],
    ['Nguyễn Thị Giang', 'Nữ', 'Chuyên viên tiếp công dân'],
    ['Tạ Thị Thu', 'Nữ', 'Văn thư'],
    ['Phùng Văn Hải', 'Nam', 'Lái xe', 'Nhân viên', 'Người lao động'],
    ['Châu Thị Kim', 'Nữ', 'Nhân viên phục vụ', 'Nhân viên', 'Người lao động'],
  ],
  KHTC: [
    ['Đỗ Minh Đạt', 'Nam', 'Trưởng phòng', 'Trưởng đơn vị'],
    ['Nguyễn Thị Hồng Loan', 'Nữ', 'Phó Trưởng phòng', 'Phó trưởng đơn vị'],
    ['Võ Thị Hạnh', 'Nữ', 'Chuyên viên'],
    ['Ưng Thị Yến', 'Nữ', 'Kế toán'],
    ['Trần Hữu Lộc', 'Nam', 'Chuyên viên chính'],
    ['Bùi Thị Mỹ', 'Nữ', 'Chuyên viên'],
    ['Lương Văn Nhân', 'Nam', 'Chuyên viên'],
  ],
  QLKH: [
    ['Bùi Đức Huy', 'Nam', 'Trưởng phòng', 'Trưởng đơn vị'],
    ['Nguyễn Thị Phương', 'Nữ', 'Phó Trưởng phòng', 'Phó trưởng đơn vị'],
    ['Ngô Thị Hương', 'Nữ', 'Chuyên viên'],
    ['Trần Văn Quý', 'Nam', 'Chuyên viên chính'],
    ['Lê Hoài Sơn', 'Nam', 'Chuyên viên'],
    ['Phạm Thanh Tâm', 'Nữ', 'Chuyên viên'],
    ['Đoàn Thị Uyên', 'Nữ', 'Chuyên viên'],
  ],
  CNDM: [
    ['Đặng Văn Khoa', 'Nam', 'Trưởng phòng', 'Trưởng đơn vị'],
    ['Hà Thị Vân', 'Nữ', 'Phó Trưởng phòng', 'Phó trưởng đơn vị'],
    ['Huỳnh Thị Lan', 'Nữ', 'Chuyên viên'],
    ['Nguyễn Văn Xuân', 'Nam', 'Chuyên viên'],
    ['Tống Thị Yên', 'Nữ', 'Chuyên viên chính'],
    ['Kiều Minh Đăng', 'Nam', 'Chuyên viên'],
    ['Lý Quốc Ấn', 'Nam', 'Chuyên viên'],
  ],
  CDS: [
    ['Trương Công Minh', 'Nam', 'Trưởng phòng', 'Trưởng đơn vị'],
    ['Quách Thị Nga', 'Nữ', 'Phó Trưởng phòng', 'Phó trưởng đơn vị'],
    ['Lý Thị Mai', 'Nữ', 'Chuyên viên'],
    ['Phan Ngọc Nam', 'Nam', 'Chuyên viên'],
    ['Vũ Anh Tuấn', 'Nam', 'Chuyên viên, Bí thư Đoàn Thanh niên', 'Nhân viên'],
    ['Đào Văn Thắng', 'Nam', 'Chuyên viên chính'],
    ['Nguyễn Thị Bích Trâm', 'Nữ', 'Chuyên viên'],
    ['Cù Thị Hòa', 'Nữ', 'Chuyên viên'],
    ['Ông Gia Bách', 'Nam', 'Nhân viên kỹ thuật', 'Nhân viên', 'Người lao động'],
  ],
  TDC: [
    ['Hồ Sỹ Nghĩa', 'Nam', 'Trưởng phòng', 'Trưởng đơn vị'],
    ['Thái Văn Rạng', 'Nam', 'Phó Trưởng phòng', 'Phó trưởng đơn vị'],
    ['Dương Thị Oanh', 'Nữ', 'Chuyên viên'],
    ['Mạc Thị Sen', 'Nữ', 'Chuyên viên'],
    ['Vương Văn Tài', 'Nam', 'Chuyên viên'],
    ['Nguyễn Thị Thùy', 'Nữ', 'Chuyên viên chính'],
    ['Phan Công Sự', 'Nam', 'Chuyên viên'],
  ],
  TTKHCN: [
    ['Cao Văn Phúc', 'Nam', 'Giám đốc Trung tâm', 'Trưởng đơn vị'],
    ['Nguyễn Thị Kim Thoa', 'Nữ', 'Phó Giám đốc Trung tâm', 'Phó trưởng đơn vị'],
    ['Mai Thị Quyên', 'Nữ', 'Viên chức'],
    ['Đinh Công Sáu', 'Nam', 'Viên chức'],
    ['Trần Thị Tư', 'Nữ', 'Kế toán'],
    ['Lê Văn Út', 'Nam', 'Kỹ thuật viên kiểm định'],
    ['Nguyễn Minh Trí', 'Nam', 'Viên chức'],
    ['Đỗ Thị Ái', 'Nữ', 'Viên chức thông tin'],
    ['Hồng Văn Việt', 'Nam', 'Kỹ thuật viên'],
    ['Triệu Thị Xuyến', 'Nữ', 'Viên chức'],
    ['Nguyễn Văn Ẩn', 'Nam', 'Bảo vệ', 'Nhân viên', 'Người lao động'],
  ],
  DTN: [
    ['Nguyễn Khánh An', 'Nữ', 'Phó Bí thư Đoàn Thanh niên', 'Phó trưởng đơn vị'],
    ['Trần Thị Bảo Châu', 'Nữ', 'Ủy viên Ban Chấp hành Đoàn', 'Giám sát'],
  ],
};
