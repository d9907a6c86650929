/** The units of the sample department. All but the leadership, the office and the youth union are plausible only. */
export const SAMPLE_UNITS = [
  { code: 'BGD', name: 'Ban Giám đốc', shortName: 'BGĐ', kind: 'Lãnh đạo', aliases: 'Lãnh đạo Sở; LĐ Sở' },
  { code: 'VP', name: 'Văn phòng', shortName: 'VP', kind: 'Văn phòng', aliases: 'Văn phòng Sở' },
  {
    code: 'KHTC',
    name: 'Phòng Kế hoạch - Tài chính',
    shortName: 'P.KHTC',
    kind: 'Kế hoạch - Tài chính',
    aliases: 'KH-TC; Phòng KH-TC',
  },
  { code: 'QLKH', name: 'Phòng Quản lý Khoa học', shortName: 'P.QLKH', kind: 'Phòng', aliases: 'QLKH' },
  {
    code: 'CNDM',
    name: 'Phòng Quản lý Công nghệ và Đổi mới sáng tạo',
    shortName: 'P.CNĐM',
    kind: 'Phòng',
    aliases: 'CNĐM; QLCN; Phòng Công nghệ và Đổi mới sáng tạo',
  },
  { code: 'CDS', name: 'Phòng Chuyển đổi số', shortName: 'P.CĐS', kind: 'Phòng', aliases: 'CĐS' },
  {
    code: 'TDC',
    name: 'Phòng Tiêu chuẩn Đo lường Chất lượng',
    shortName: 'P.TĐC',
    kind: 'Phòng',
    aliases: 'TĐC; TCĐLCL',
  },
  {
    code: 'TTKHCN',
    name: 'Trung tâm Khoa học và Công nghệ',
    shortName: 'TT KHCN',
    kind: 'Trung tâm',
    aliases: 'Trung tâm KHCN; Trung tâm KHCCN; Trung tâm KH-CN; TTKHCN',
  },
  { code: 'DTN', name: 'Đoàn Thanh niên', shortName: 'ĐTN', kind: 'Đoàn thể', aliases: 'Đoàn TN' },
] as const;

export type SampleUnitCode = (typeof SAMPLE_UNITS)[number]['code'];

/** The deputy director in charge of each unit; the leadership answers to the director. */
export const LEADER_IN_CHARGE: Readonly<Record<SampleUnitCode, string>> = {
  BGD: 'Giám đốc (mẫu)',
  VP: 'Lê Thị Thanh Bình',
  KHTC: 'Lê Thị Thanh Bình',
  QLKH: 'Nguyễn Hoàng An',
  CNDM: 'Nguyễn Hoàng An',
  CDS: 'Lê Thị Thanh Bình',
  TDC: 'Nguyễn Hoàng An',
  TTKHCN: 'Nguyễn Hoàng An',
  DTN: 'Lê Thị Thanh Bình',
};
