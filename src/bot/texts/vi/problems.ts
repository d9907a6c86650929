import type { MessagePayloads, Problem } from '../../../domain/message/messages.ts';
import { type Html, html } from '../html.ts';

type Detail = MessagePayloads['problem'];

const examplesOf = (detail: Detail): string => {
  const [first = 'NV12', second = first] = detail.examples ?? [];
  return `“${first} 60% đã gửi dự thảo” hoặc “${second} vướng, chờ Sở Tài chính”`;
};

/** One clear sentence for each thing that cannot be done, and what to do instead. */
const PROBLEM_TEXTS: Record<Problem, (detail: Detail) => Html> = {
  taskNotFound: (d) =>
    d.code === undefined || d.code === ''
      ? html`Anh/chị gõ mã việc sau lệnh, ví dụ /nv 12. Xem mã ở /viec.`
      : html`Không có việc nào mang mã <b>${d.code}</b>. Anh/chị xem mã ở /viec.`,
  taskNotYours: (d) =>
    html`<b>${d.code ?? ''}</b> không phải việc anh/chị được giao hoặc theo dõi. Anh/chị xem việc của mình ở /viec.`,
  taskClosed: (d) =>
    html`<b>${d.code ?? ''}</b> đã đóng hoặc đang chờ xác nhận nên không cập nhật được. Xem: /nv ${(d.code ?? '').replace('NV', '')}`,
  taskIsContainer: (d) =>
    html`<b>${d.code ?? ''}</b> gồm nhiều phần. Anh/chị báo cáo cho từng phần, xem mã ở /nv ${(d.code ?? '').replace('NV', '')}`,
  percentOutOfRange: () => html`Tiến độ phải từ 0 đến 100%. Anh/chị nhắn lại, ví dụ “NV12 60%”.`,
  impossibleDay: () =>
    html`Ngày anh/chị viết không có trong lịch. Anh/chị nhắn lại giúp, ví dụ 30/6 hoặc 01/7.`,
  whichTask: (d) => html`Anh/chị báo cáo cho việc nào? Xin ghi mã việc ở đầu, ví dụ ${examplesOf(d)}.`,
  whichFigure: (d) =>
    html`Hệ thống chưa hiểu chắc con số trong tin này. Anh/chị viết rõ giúp, ví dụ ${examplesOf(d)}.`,
  notSupported: () =>
    html`Yêu cầu này chưa làm được bằng tin nhắn. Anh/chị trao đổi trực tiếp với trưởng đơn vị hoặc Văn phòng giúp.`,
  nothingToReport: (d) =>
    html`Hệ thống chưa hiểu tin này. Anh/chị thử viết như ${examplesOf(d)}; xem mã việc ở /viec.`,
  stickerNotUnderstood: () => html`Hệ thống chỉ đọc chữ, tệp và ảnh. Anh/chị nhắn giúp, ví dụ “NV12 60%”.`,
  voiceNotUnderstood: () => html`Hệ thống chưa nghe được tin thoại, xin anh/chị gõ chữ, ví dụ “NV12 60%”.`,
  notAllowed: () => html`Anh/chị không có quyền làm việc này. Nếu cần, xin liên hệ Văn phòng.`,
  alreadyDecided: (d) =>
    html`<b>${d.code ?? 'Việc này'}</b> đã được quyết định trước đó nên không đổi được nữa.`,
  undoTooLate: () => html`Đã quá 24 giờ nên không hoàn tác được. Anh/chị báo cáo lại số đúng giúp.`,
  undoNotNewest: (d) =>
    html`<b>${d.code ?? ''}</b> đã có báo cáo mới hơn, chỉ hoàn tác được báo cáo mới nhất.`,
  notYourReport: () => html`Chỉ người đã báo cáo mới hoàn tác được báo cáo của mình.`,
  fileTooLarge: () =>
    html`Tệp lớn hơn 20 MB nên không nhận được. Anh/chị gửi bản nhỏ hơn hoặc gửi số văn bản.`,
  fileWithoutTask: () =>
    html`Tệp này cho việc nào? Anh/chị gửi lại kèm mã việc ở phần chú thích, ví dụ “NV12”.`,
  sensitiveTakesNoFile: (d) =>
    html`<b>${d.code ?? ''}</b> thuộc lĩnh vực nhạy cảm: xin chỉ gửi số và ngày văn bản, không gửi tệp.`,
  onlyInGroup: () => html`Anh/chị gõ lệnh này trong nhóm cần gắn.`,
  onlyInPrivate: () => html`Việc này chỉ làm trong tin nhắn riêng. Anh/chị nhắn riêng cho hệ thống giúp.`,
  internalError: () =>
    html`Hệ thống gặp lỗi khi xử lý tin vừa rồi và đã ghi lại để kiểm tra. Anh/chị vui lòng thử lại sau ít phút.`,
  buttonTooOld: () => html`Nút này đã cũ. Anh/chị mở lại bằng /viec hoặc /nv.`,
};

export const problem = (detail: Detail): Html => PROBLEM_TEXTS[detail.problem](detail);
