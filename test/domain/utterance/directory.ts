import type { UtteranceContext } from '../../../src/domain/utterance/meaning.ts';

const unit = (code: string, name: string, ...aliases: string[]) => ({ code, name, aliases });
const person = (name: string, unitCode: string) => ({ name, unitCode });

/** A department as the corpus knows it: units with the names people give them, staff, indicators. */
export const DIRECTORY: Pick<UtteranceContext, 'units' | 'people' | 'indicators'> = {
  units: [
    unit('BGD', 'Ban Giám đốc', 'Lãnh đạo Sở', 'BGĐ Sở'),
    unit('VP', 'Văn phòng', 'VP Sở'),
    unit('KHTC', 'Phòng Kế hoạch - Tài chính', 'KH-TC', 'Kế hoạch Tài chính'),
    unit('QLKH', 'Phòng Quản lý Khoa học', 'Phòng Khoa học'),
    unit('CNDM', 'Phòng Quản lý Công nghệ và Đổi mới sáng tạo', 'CNĐM', 'QLCN'),
    unit('CDS', 'Phòng Chuyển đổi số', 'CĐS'),
    unit('TDC', 'Phòng Tiêu chuẩn Đo lường Chất lượng', 'TĐC'),
    unit('TTKHCN', 'Trung tâm Khoa học và Công nghệ', 'Trung tâm', 'TT KHCN'),
    unit('DTN', 'Đoàn Thanh niên', 'ĐTN', 'Chi đoàn'),
  ],
  people: [
    person('Nguyễn Hoàng An', 'BGD'),
    person('Phạm Thị Diễm', 'VP'),
    person('Lâm Thị Ý', 'VP'),
    person('Tạ Thị Thu', 'VP'),
    person('Đỗ Minh Đạt', 'KHTC'),
    person('Võ Thị Hạnh', 'KHTC'),
    person('Ưng Thị Yến', 'KHTC'),
    person('Bùi Đức Huy', 'QLKH'),
    person('Ngô Thị Hương', 'QLKH'),
    person('Đặng Văn Khoa', 'CNDM'),
    person('Huỳnh Thị Lan', 'CNDM'),
    person('Lý Thị Mai', 'CDS'),
    person('Phan Ngọc Nam', 'CDS'),
    person('Vũ Anh Tuấn', 'CDS'),
    person('Hồ Sỹ Nghĩa', 'TDC'),
    person('Dương Thị Oanh', 'TDC'),
    person('Cao Văn Phúc', 'TTKHCN'),
    person('Mai Thị Quyên', 'TTKHCN'),
    person('Đinh Công Sáu', 'TTKHCN'),
  ],
  indicators: [
    { code: 'CT-02', name: 'Ký cam kết trách nhiệm' },
    { code: 'CT-06', name: 'Giảm nhiệm vụ trễ hạn' },
    { code: 'CT-07', name: 'Giảm hồ sơ trễ hạn' },
    { code: 'CT-11', name: 'Giải ngân vốn đầu tư công' },
    { code: 'CT-16', name: 'Rút ngắn thời gian giải quyết thủ tục' },
    { code: 'CT-20', name: 'Quán triệt Nghị quyết, Chương trình' },
    { code: 'CT-23', name: 'Sáng kiến, giải pháp được áp dụng' },
    { code: 'CT-24', name: 'Mức độ hài lòng' },
    { code: 'CT-25', name: 'Giải quyết kiến nghị, phản ánh đúng hạn' },
  ],
};
