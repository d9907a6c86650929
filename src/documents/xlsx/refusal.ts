/** Why a file was not read at all, in words for the person who sent it. */
export interface Refusal {
  code: RefusalCode;
  message: string;
}

const SAVE_AS_XLSX = 'Xin anh/chị mở bằng Excel, chọn “Lưu thành” dạng Excel Workbook (.xlsx) rồi gửi lại.';

const REFUSALS = {
  tooLarge: 'Tệp lớn hơn 10 MB. Xin anh/chị bỏ hình ảnh, các trang không cần rồi gửi lại.',
  notSpreadsheet: `Tệp này không phải bảng tính .xlsx. ${SAVE_AS_XLSX}`,
  oldFormat: `Tệp này là Excel đời cũ (.xls). ${SAVE_AS_XLSX}`,
  encrypted: 'Tệp đang đặt mật khẩu. Xin anh/chị bỏ mật khẩu rồi gửi lại.',
  macro: `Tệp có chứa macro nên không được nhận. ${SAVE_AS_XLSX}`,
  bomb: 'Tệp khi giải nén quá lớn nên không được nhận. Xin anh/chị chép bảng sang một tệp mới rồi gửi lại.',
  damaged: 'Tệp bị hỏng, không mở được. Xin anh/chị mở lại bằng Excel, lưu rồi gửi lại.',
  tooManyRows:
    'Bảng có hơn 20.000 dòng. Xin anh/chị xóa các dòng trống đã kẻ khung ở cuối bảng, hoặc chia thành nhiều tệp.',
  mergedTooWide: 'Bảng có vùng gộp ô quá rộng. Xin anh/chị bỏ gộp các ô trống rồi gửi lại.',
  noHeader:
    'Chưa tìm thấy dòng tiêu đề. Bảng nhiệm vụ cần các cột: Nội dung nhiệm vụ, Đơn vị chủ trì, Thời hạn. Bảng nhân sự cần: Họ và tên, Đơn vị, Chức vụ. Bảng đơn vị cần: Mã đơn vị, Tên đơn vị. Xin anh/chị thêm dòng tiêu đề hoặc dùng tệp mẫu.',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export const refuse = (code: RefusalCode): { refused: Refusal } => ({
  refused: { code, message: REFUSALS[code] },
});
