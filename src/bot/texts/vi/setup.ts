import type { Audience } from '../../../domain/access/access.ts';
import type { ImportedField, MessagePayloads } from '../../../domain/message/messages.ts';
import type { TaskKind, TaskPriority } from '../../../domain/task/task.ts';
import { type Html, html, lines } from '../html.ts';
import { formatDay, formatMoment, shorten } from './format.ts';
import { KIND_WORDS, PRIORITY_WORDS } from './words.ts';

export const notInvited = (): Html =>
  html`Kính chào anh/chị. Hệ thống chỉ phục vụ cán bộ của cơ quan đã được mời. Anh/chị vui lòng liên hệ Văn phòng để nhận đường dẫn mời.`;

const INVITATION_REFUSALS: Record<MessagePayloads['invitationRefused']['reason'], string> = {
  unknown: 'Mã mời không đúng. Anh/chị vui lòng mở lại đường dẫn Văn phòng đã gửi.',
  expired: 'Mã mời đã hết hạn. Anh/chị vui lòng nhờ Văn phòng gửi mã mới.',
  used: 'Mã mời đã được dùng. Nếu không phải anh/chị dùng, vui lòng báo ngay cho Văn phòng.',
  accountTaken: 'Tài khoản Telegram này đang gắn với người khác. Anh/chị vui lòng liên hệ Văn phòng.',
};

export const invitationRefused = (reason: MessagePayloads['invitationRefused']['reason']): Html =>
  html`${INVITATION_REFUSALS[reason]}`;

const placeOf = (model: { title: string | null; unitName: string | null }): string =>
  [model.title, model.unitName].filter((part) => part !== null).join(', ');

export function confirmBinding(model: MessagePayloads['confirmBinding']): Html {
  const place = placeOf(model);
  return lines(
    html`Anh/chị là <b>${model.personName}</b>${place === '' ? '' : ` (${place})`}, phải không?`,
    html`Bấm “Đúng, là tôi” để nhận việc và báo cáo qua đây.`,
  );
}

export const bindingDeclined = (): Html =>
  html`Chưa gắn tài khoản. Anh/chị vui lòng báo Văn phòng gửi đúng đường dẫn của mình.`;

export const bound = (model: MessagePayloads['bound']): Html =>
  lines(
    html`Đã gắn tài khoản với <b>${model.personName}</b>. Kính chào anh/chị!`,
    help({ audience: model.audience, isGroup: false }),
  );

export const accountReplaced = (model: MessagePayloads['accountReplaced']): Html =>
  html`Tài khoản của <b>${model.personName}</b> vừa được chuyển sang máy khác. Nếu không phải anh/chị làm, vui lòng báo ngay cho Văn phòng.`;

const HELP_LINES: Record<Audience, string[]> = {
  staff: [
    '• Nhắn “NV12 60% đã gửi dự thảo” để báo cáo; gửi tệp hoặc ảnh kèm “NV12” để nộp minh chứng.',
    '• /viec: việc của tôi · /nv 12: phiếu 6 rõ · /tim: tìm việc · /kpi: kết quả của tôi',
    '• /vuong NV12 chờ P.KHTC thẩm định: báo vướng · /giahan NV12 đến 15/7 vì …: xin gia hạn',
  ],
  head: [
    '• /viec: việc của tôi · /phong: bảng việc của đơn vị · /nv 12: phiếu 6 rõ · /kpi: kết quả của đơn vị',
    '• Nhắn “NV12 60% đã gửi dự thảo” để báo cáo; gửi tệp hoặc ảnh kèm “NV12” để nộp minh chứng.',
    '• /giao: giao việc trong đơn vị · /dondoc NV12: đôn đốc · /vuong, /giahan: báo vướng, xin gia hạn',
    '• /giaitrinh: giải trình việc trễ · /duyet: việc chờ tôi quyết định · /diemnghen: điểm nghẽn · /tim: tìm việc',
    '• /baocao: lập và nộp báo cáo · /xuat: danh mục ra tệp Excel',
  ],
  leader: [
    '• /kpi: kết quả toàn Sở, bấm tên đơn vị để xem chi tiết',
    '• /nv 12: phiếu 6 rõ của một việc · /viec: việc của tôi',
    '• Nhắn “giao phòng CĐS làm … trước 20/7” hoặc /giao · /dondoc P.CĐS · /chidao NV12 …',
    '• /duyet: việc chờ tôi xác nhận, quyết định · /phong: bảng việc từng đơn vị · /diemnghen: điểm nghẽn · /tim: tìm việc',
    '• /giaitrinh: giải trình chờ tôi quyết định · /baocao: báo cáo các đơn vị nộp · /xuat: danh mục ra tệp Excel',
    '• Hỏi “phòng nào đang trễ?”, “tháng này đúng hạn bao nhiêu %”',
  ],
  office: [
    '• Gửi tệp .xlsx nhân sự hoặc nhiệm vụ để nhập; /nhap: tải mẫu',
    '• /thietlap: các bước thiết lập và nút “Bắt đầu” · /nhom (gõ trong nhóm): gắn nhóm nhận bản tin',
    '• /kpi: kết quả toàn Sở · /nv 12: phiếu 6 rõ · /viec: việc của tôi · /phong: bảng việc từng đơn vị · /tim: tìm việc',
    '• /duyet: việc chờ tôi xác nhận',
    '• Nhắn “NV12 60% …” để nhập hộ tiến độ · /giao: giao việc · /dondoc: đôn đốc · /nhatky: tin chưa hiểu',
  ],
};

export function help(model: { audience: Audience; isGroup: boolean }): Html {
  if (model.isGroup) {
    return html`Trong nhóm, hệ thống đăng bản tin tuần và trả lời khi được gọi: /kpi, /nv 12. Báo cáo tiến độ: trả lời tin của hệ thống, hoặc nhắn riêng.`;
  }
  return lines(
    html`<b>Anh/chị có thể</b>`,
    ...HELP_LINES[model.audience],
    '• /trogiup: xem lại hướng dẫn này',
  );
}

const tick = (isDone: boolean): string => (isDone ? '✅' : '▫️');

export function setup(model: MessagePayloads['setup']): Html {
  return lines(
    html`<b>Thiết lập</b>`,
    html`${tick(model.people > 0)} 1. Nhân sự: ${model.people} người, ${model.units} đơn vị`,
    html`${tick(model.tasks > 0)} 2. Nhiệm vụ: ${model.tasks} việc`,
    html`${tick(model.bound > 0)} 3. Mời: ${model.bound}/${model.people} người đã gắn tài khoản`,
    html`${tick(model.groups > 0)} 4. Nhóm nhận bản tin: ${model.groups} (gõ /nhom trong nhóm)`,
    html`${tick(model.isLive)} 5. Bắt đầu: ${describeStart(model)}`,
    !model.isLive &&
      html`\nKhi danh sách đã đúng, bấm “Bắt đầu”. Việc đã trễ từ trước chỉ được nhắc từ bước đầu tiên.`,
  );
}

function describeStart(model: MessagePayloads['setup']): string {
  if (model.isLive) return 'đã bắt đầu, hệ thống đang nhắc việc';
  return model.liveUnits.length === 0
    ? 'chưa, hệ thống chưa nhắc ai'
    : `mới bắt đầu ở ${model.liveUnits.join(', ')}`;
}

export const wentLive = (model: MessagePayloads['wentLive']): Html =>
  lines(
    html`<b>Đã bắt đầu${model.scopeName === null ? '' : ` ở ${model.scopeName}`}.</b> Lần nhắc đầu tiên: ${formatMoment(new Date(model.firstSlotAt))}.`,
    html`Hiện có ${model.overdue} việc quá hạn và ${model.dueSoon} việc sắp đến hạn; mỗi người nhận một tin gộp.`,
  );

export const groupBound = (model: MessagePayloads['groupBound']): Html =>
  lines(
    html`Nhóm này nhận bản tin tuần của <b>${model.scopeName}</b>.`,
    html`Nếu là nhóm của một đơn vị, Văn phòng chọn đơn vị dưới đây.`,
  );

export const templates = (): Html =>
  html`Mẫu để nhập: điền rồi gửi lại tệp .xlsx vào đây. Hệ thống cho xem trước, anh/chị xác nhận mới ghi.`;

export const TEMPLATE_CAPTIONS = { people: 'Mẫu nhân sự, đơn vị', tasks: 'Mẫu nhiệm vụ' } as const;
export const TEMPLATE_FILE_NAMES = { people: 'mau-nhan-su.xlsx', tasks: 'mau-nhiem-vu.xlsx' } as const;

const IMPORT_WORDS = { people: 'nhân sự', tasks: 'nhiệm vụ' } as const;
const SHOWN_PROBLEMS = 10;

export function importPreview(model: MessagePayloads['importPreview']): Html {
  const what = IMPORT_WORDS[model.importKind];
  const isBad = model.errorTotal > 0;
  return lines(
    html`<b>Xem trước</b> ${model.fileName} (${what})`,
    html`Thêm ${model.added}, thay đổi ${model.changed}, giữ nguyên ${model.unchanged}.`,
    ...model.examples.map((example) => html`• ${shorten(example, 150)}`),
    ...changes(model),
    ...problems('Lỗi phải sửa', model.errors, model.errorTotal),
    ...problems('Cần lưu ý', model.warnings, model.warningTotal),
    isBad
      ? html`\nChưa nhập dòng nào. Anh/chị sửa các lỗi trên rồi gửi lại tệp.`
      : html`\nBấm “Nhập” để ghi tất cả.`,
  );
}

const FIELD_WORDS: Record<ImportedField, string> = {
  title: 'nội dung',
  lead: 'đơn vị chủ trì',
  assignee: 'người thực hiện',
  dueOn: 'hạn',
  product: 'sản phẩm',
  priority: 'mức độ',
  kind: 'loại',
  coordinating: 'đơn vị phối hợp',
};

/** A stored value as people read it. */
function shownValue(field: ImportedField, value: string | null): string | null {
  if (value === null) return null;
  if (field === 'dueOn') return formatDay(value);
  if (field === 'priority') return PRIORITY_WORDS[value as TaskPriority];
  return field === 'kind' ? KIND_WORDS[value as TaskKind] : shorten(value, 60);
}

/** What would change, old → new; people are named by the list itself, so their ids are not shown. */
function changes(model: MessagePayloads['importPreview']): Html[] {
  return model.changes.map((change) => {
    const said =
      change.field === 'assignee'
        ? ''
        : `: ${shownValue(change.field, change.before) ?? 'chưa có'} → ${shownValue(change.field, change.after) ?? 'không có'}`;
    return html`• ${change.code} đổi ${FIELD_WORDS[change.field]}${said}`;
  });
}

function problems(title: string, shown: { row: number; message: string }[], total: number): Html[] {
  if (total === 0) return [];
  return [
    html`\n<b>${title}</b> (${total})`,
    ...shown
      .slice(0, SHOWN_PROBLEMS)
      .map((problem) => html`Dòng ${problem.row}: ${shorten(problem.message, 200)}`),
    ...(total > SHOWN_PROBLEMS ? [html`… và ${total - SHOWN_PROBLEMS} dòng khác`] : []),
  ];
}

export const importApplied = (model: MessagePayloads['importApplied']): Html =>
  html`Đã nhập ${IMPORT_WORDS[model.importKind]} từ ${model.fileName}: thêm ${model.added}, thay đổi ${model.changed}, giữ nguyên ${model.unchanged}.`;

export const importDropped = (fileName: string): Html => html`Đã bỏ tệp ${fileName}, không ghi gì.`;

export const importRefused = (model: MessagePayloads['importRefused']): Html =>
  html`Không nhập được ${model.fileName}: ${model.message}`;
