/** Words on buttons. */
export const BUTTONS = {
  undo: 'Hoàn tác',
  yes: 'Đúng, ghi nhận',
  no: 'Không',
  bind: 'Đúng, là tôi',
  declineBinding: 'Không phải tôi',
  confirm: '✅ Xác nhận',
  giveBack: '↩️ Trả lại',
  previous: '‹ Trước',
  next: 'Sau ›',
  mine: 'Việc của tôi',
  unit: 'Việc của đơn vị',
  all: '‹ Toàn Sở',
  start: 'Bắt đầu',
  startByUnit: 'Bắt đầu từng đơn vị',
  refresh: 'Cập nhật',
  applyImport: 'Nhập',
  dropImport: 'Bỏ',
  wholeDepartment: 'Toàn Sở',
  journal: '🕘 Nhật ký',
  request: '📝 Đề nghị khác',
  unblocked: 'Đã gỡ vướng',
  confirmBlocker: 'Xác nhận vướng',
} as const;

/** Short answers that Telegram shows over the chat. */
export const TOASTS = { done: 'Đã ghi nhận', old: 'Nút này đã cũ', refused: 'Không thực hiện được' } as const;

/** What the command menu says of each command. */
export const COMMAND_WORDS = {
  viec: 'Việc đang mở, việc gấp trước',
  phong: 'Bảng việc của đơn vị: /phong hoặc /phong CĐS',
  duyet: 'Việc chờ tôi xác nhận, quyết định',
  tim: 'Tìm việc: /tim an toàn thông tin',
  nv: 'Phiếu 6 rõ của một việc: /nv 12',
  giahan: 'Xin gia hạn: /giahan NV12 đến 15/7 vì …',
  vuong: 'Báo vướng: /vuong NV12 chờ P.KHTC thẩm định',
  diemnghen: 'Điểm nghẽn: xem, thêm, cập nhật',
  dondoc: 'Đôn đốc ngay: /dondoc NV12 hoặc /dondoc P.CĐS',
  chidao: 'Cho ý kiến chỉ đạo: /chidao NV12 …',
  giaitrinh: 'Giải trình việc quá hạn: /giaitrinh 12 chờ góp ý của Bộ',
  nhatky: 'Tin chưa hiểu; /nhatky 12: nhật ký của một việc',
  giao: 'Giao việc: /giao phòng CĐS làm … trước 20/7',
  huy: 'Bỏ phiếu giao việc đang soạn',
  baocao: 'Báo cáo: lập, nộp, tổng hợp',
  xuat: 'Xuất danh mục ra tệp Excel',
  kpi: 'Kết quả thực hiện, kèm biểu đồ',
  trogiup: 'Tôi làm được gì ở đây',
  nhap: 'Nhập nhân sự, nhiệm vụ từ tệp xlsx',
  thietlap: 'Thiết lập và bắt đầu',
  nhom: 'Gắn nhóm nhận bản tin tuần',
} as const;

export type CommandName = keyof typeof COMMAND_WORDS;
