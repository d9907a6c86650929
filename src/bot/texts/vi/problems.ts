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
    html`<b>${d.code ?? ''}</b> đã đóng, đang tạm dừng hoặc đang chờ xác nhận nên không cập nhật được. Xem: /nv ${(d.code ?? '').replace('NV', '')}`,
  taskNotSuspended: (d) =>
    html`<b>${d.code ?? ''}</b> không ở trạng thái tạm dừng nên không cần đề nghị tiếp tục.`,
  productDayAhead: () => html`Ngày của sản phẩm không thể sau hôm nay. Anh/chị gửi lại ngày đúng.`,
  unitNameWanted: () =>
    html`Anh/chị trả lời bằng tên mới và tên tắt trong ngoặc, ví dụ: Phòng Công nghệ số (P.CNS).`,
  unitNameTaken: () =>
    html`Đã có đơn vị mang tên hoặc tên tắt này. Anh/chị chọn tên khác, hoặc dùng “Sáp nhập”.`,
  notYoursToFinish: (d) =>
    html`Anh/chị chỉ nhập hộ tiến độ của <b>${d.code ?? ''}</b>; báo hoàn thành do người thực hiện hoặc trưởng đơn vị báo.`,
  indicatorNotFound: (d) =>
    html`Không có chỉ tiêu ${d.code ?? ''}. Anh/chị xem danh sách ở /chitieu, mã từ CT-01 đến CT-25.`,
  indicatorIsAutomatic: (d) =>
    html`<b>${d.code ?? ''}</b> do hệ thống tính từ nhiệm vụ nên không nhập tay. Xem: /chitieu ${d.code ?? ''}`,
  indicatorFigureWanted: (d) =>
    html`Chưa đọc được con số. Anh/chị viết như: /chitieu ${d.code ?? 'CT-11'} 12,5/20, hoặc /chitieu ${d.code ?? 'CT-11'} 95%`,
  baselineNotNeeded: (d) => html`<b>${d.code ?? ''}</b> không so với số liệu gốc nên không cần nhập.`,
  baselineLocked: (d) => html`Số liệu gốc của <b>${d.code ?? ''}</b> đã nhập và khóa, không sửa được.`,
  documentWanted: (d) =>
    html`Số liệu gốc cần văn bản kèm theo, ví dụ: /chitieu ${d.code ?? ''} gốc 40 theo 12/BC-SKHCN ngày 01/6/2026`,
  personNotFound: () => html`Không có người này trong danh sách hiện nay. Anh/chị mở lại /nhansu.`,
  notYourself: () =>
    html`Không tự thay đổi quyền, chức vụ của mình. Anh/chị nhờ người điều hành khác làm giúp.`,
  lastOperator: () =>
    html`Đây là người điều hành duy nhất. Anh/chị cấp quyền điều hành cho người khác trước.`,
  cannotDelegateTo: () =>
    html`Chỉ ủy quyền được cho lãnh đạo, trưởng, phó đơn vị hoặc người điều hành khác. Ví dụ: /uyquyen anh An từ 10/7 đến 15/7`,
  taskIsContainer: (d) =>
    html`<b>${d.code ?? ''}</b> gồm nhiều phần. Anh/chị báo cáo cho từng phần, xem mã ở /nv ${(d.code ?? '').replace('NV', '')}`,
  percentOutOfRange: () => html`Tiến độ phải từ 0 đến 100%. Anh/chị nhắn lại, ví dụ “NV12 60%”.`,
  impossibleDay: () =>
    html`Ngày anh/chị viết không có trong lịch. Anh/chị nhắn lại giúp, ví dụ 30/6 hoặc 01/7.`,
  whichTask: (d) => html`Anh/chị báo cáo cho việc nào? Xin ghi mã việc ở đầu, ví dụ ${examplesOf(d)}.`,
  whichUnit: () =>
    html`Chưa rõ đơn vị nào. Anh/chị gõ tên tắt giúp, ví dụ “/phong P.CĐS”, hoặc /phong để chọn.`,
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
  noDueDay: (d) => html`<b>${d.code ?? ''}</b> không có hạn nên không cần xin gia hạn.`,
  requestOpen: (d) =>
    html`<b>${d.code ?? ''}</b> đang có một đề nghị cùng loại chờ quyết định. Anh/chị chờ kết quả, hoặc người đề nghị rút lại trước.`,
  requestOutdated: (d) =>
    html`Hạn của <b>${d.code ?? ''}</b> đã thay đổi sau đề nghị này nên không duyệt được nữa. Anh/chị xem: /nv ${(d.code ?? '').replace('NV', '')}`,
  noOpenRequest: (d) => html`Anh/chị không có đề nghị nào đang chờ về <b>${d.code ?? 'việc này'}</b>.`,
  reasonWanted: (d) =>
    html`Anh/chị nêu lý do giúp, ví dụ “${d.code ?? 'NV12'} không thuộc chức năng phòng em, đề nghị chuyển P.KHTC”.`,
  whichPerson: () =>
    html`Chưa rõ chuyển cho ai. Anh/chị ghi họ tên người hoặc tên đơn vị trong cơ quan, ví dụ “chuyển NV12 cho chị Huỳnh Thị Lan”.`,
  alreadyTheirs: (d) => html`<b>${d.code ?? ''}</b> đang do chính người hoặc đơn vị đó thực hiện.`,
  absenceDaysWanted: () =>
    html`Anh/chị ghi rõ những ngày nghỉ, ví dụ “em nghỉ từ 10/7 đến 15/7, nhờ anh Trương Công Minh làm thay”.`,
  noTaskToHandOver: () => html`Anh/chị không có việc nào đang mở nên không cần người làm thay.`,
  dueDayNotLater: (d) =>
    html`Ngày mới phải sau hạn hiện tại của <b>${d.code ?? ''}</b>. Đề nghị vẫn đang chờ anh/chị quyết định.`,
  nothingToDecide: (d) => html`<b>${d.code ?? 'Việc này'}</b> không có gì đang chờ anh/chị quyết định.`,
  nobodyToAsk: (d) =>
    html`Chưa có lãnh đạo phụ trách của <b>${d.code ?? 'việc này'}</b> trong danh sách. Anh/chị báo Văn phòng bổ sung giúp.`,
  nobodyToRemind: (d) =>
    html`<b>${d.code ?? 'Đơn vị này'}</b> chưa có ai khác để nhắc. Anh/chị báo Văn phòng bổ sung người thực hiện giúp.`,
  notStartedYet: () =>
    html`Hệ thống chưa bắt đầu nhắc việc cho đơn vị này nên chưa gửi. Văn phòng bấm “Bắt đầu” ở /thietlap.`,
  nothingToMove: (d) =>
    html`Trong 24 giờ qua anh/chị không có báo cáo nào${d.code === undefined ? '' : ` ngoài ${d.code}`} để chuyển. Anh/chị nhắn lại số đúng giúp, ví dụ ${examplesOf(d)}.`,
  keptForOffice: () =>
    html`Nội dung này chưa ghi vào sổ được bằng tin nhắn. Hệ thống đã lưu tin để Văn phòng xem; anh/chị gửi Văn phòng theo cách đang làm giúp.`,
  unitNotYours: (d) =>
    html`Anh/chị không giao việc cho <b>${d.code ?? 'đơn vị này'}</b> được; chỉ giao cho đơn vị mình phụ trách hoặc lãnh đạo.`,
  personNotOfUnit: (d) =>
    html`Không thấy người này trong ${d.code ?? 'đơn vị chủ trì'}. Anh/chị ghi họ tên người của đơn vị chủ trì giúp.`,
  draftIncomplete: () =>
    html`Phiếu giao việc chưa đủ 6 rõ nên chưa giao được. Anh/chị bổ sung mục còn thiếu giúp.`,
  dayPassed: () => html`Hạn này đã qua. Anh/chị chọn một ngày khác giúp.`,
  noDraft: () => html`Anh/chị không có phiếu giao việc nào đang soạn. Soạn mới: /giao`,
  alreadyAccepted: (d) => html`<b>${d.code ?? 'Việc này'}</b> đã được nhận và đang thực hiện.`,
  notExplainable: (d) =>
    html`<b>${d.code ?? 'Việc này'}</b> không có yêu cầu giải trình nào đang chờ. Anh/chị xem danh sách ở /giaitrinh.`,
  explanationWaits: (d) =>
    html`Giải trình <b>${d.code ?? 'việc này'}</b> đã được gửi và đang chờ lãnh đạo quyết định.`,
  ticketForwarded: (d) =>
    html`Phiếu khó khăn của <b>${d.code ?? 'việc này'}</b> đã trình lãnh đạo và đang chờ ý kiến.`,
  noBottleneck: (d) =>
    html`Không có điểm nghẽn nào mang mã <b>${(d.code ?? '').slice(0, 60)}</b>. Anh/chị xem mã ở /diemnghen.`,
  bottleneckChanged: (d) =>
    html`<b>${d.code ?? 'Điểm nghẽn này'}</b> vừa được cập nhật nên nút này không còn đúng. Anh/chị mở lại ở /diemnghen.`,
  explanationReasonWanted: () =>
    html`Anh/chị nhắn một câu nêu lý do giúp, ví dụ “chờ góp ý của Bộ; giải pháp: cử người làm việc trực tiếp; xong trước 20/7”.`,
  reportWithoutOutline: (d) =>
    html`Báo cáo <b>${d.code ?? ''}</b> chưa có đề cương trong tệp kế hoạch nên chưa lập tự động được.`,
  reportNotInHand: () =>
    html`Báo cáo này đã nộp hoặc đã tổng hợp nên không sửa được nữa. Anh/chị xem lại ở /baocao.`,
  reportReasonsWanted: () =>
    html`Còn nhiệm vụ chậm chưa nêu lý do nên chưa nộp được. Anh/chị bổ sung lý do ở /baocao.`,
  nothingToConsolidate: () => html`Chưa có đơn vị nào nộp báo cáo này nên chưa tổng hợp được.`,
};

export const problem = (detail: Detail): Html => PROBLEM_TEXTS[detail.problem](detail);
