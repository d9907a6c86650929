import type { MessagePayloads, ReportedLine } from '../../../domain/message/messages.ts';
import { type Html, html, lines } from '../html.ts';
import { formatDay, formatPercent, shorten } from './format.ts';
import { STATUS_WORDS } from './words.ts';

const beforeOf = (before: number | null): string =>
  before === null ? 'báo cáo đầu tiên' : `trước ${formatPercent(before)}`;

export function progressRecorded(model: MessagePayloads['progressRecorded']): Html {
  const status = model.status === 'inProgress' ? '' : `, ${STATUS_WORDS[model.status]}`;
  return lines(
    html`Đã ghi nhận <b>${model.code}</b>: <b>${formatPercent(model.percent)}</b>${status} (${beforeOf(model.before)}).`,
    html`${shorten(model.title, 120)}`,
    model.onBehalfOf === null ? null : html`<i>Nhập hộ ${model.onBehalfOf}.</i>`,
  );
}

export const progressUndone = (model: MessagePayloads['progressUndone']): Html =>
  html`Đã hoàn tác. <b>${model.code}</b> ${model.percent === null ? 'hiện chưa có báo cáo' : `trở lại ${formatPercent(model.percent)}`}.`;

export function confirmProgress(model: MessagePayloads['confirmProgress']): Html {
  const isDone = model.status === 'reportedDone' || model.status === 'basicallyDone';
  const question = isDone
    ? html`Anh/chị ${STATUS_WORDS[model.status]} <b>${model.code}</b>, đúng không?`
    : html`Anh/chị giảm tiến độ <b>${model.code}</b> từ ${formatPercent(model.before ?? 0)} xuống <b>${formatPercent(model.percent)}</b>, đúng không?`;
  return lines(
    question,
    html`${shorten(model.title, 120)}`,
    model.productText === null ? null : html`Sản phẩm: ${model.productText}`,
    isDone && html`Sau khi ghi nhận, việc chờ người có thẩm quyền xác nhận hoàn thành.`,
  );
}

export const productWanted = (model: MessagePayloads['productWanted']): Html =>
  lines(
    html`Báo hoàn thành <b>${model.code}</b> cần có sản phẩm.`,
    html`Anh/chị nhắn “${model.code} xong, số 45/KH-SKHCN ngày 03/7/2026”, hoặc gửi tệp, ảnh kèm chú thích “${model.code} xong”.`,
  );

export const pendingDropped = (model: MessagePayloads['pendingDropped']): Html =>
  html`Đã bỏ, <b>${model.code}</b> giữ nguyên.`;

export const completionReported = (model: MessagePayloads['completionReported']): Html =>
  lines(
    html`Đã ghi nhận <b>${model.code}</b> báo hoàn thành. Sản phẩm: ${model.productText}.`,
    model.confirmer === null
      ? html`Đang chờ xác nhận.`
      : html`Đang chờ ${model.confirmer} xác nhận; đúng hạn hay không tính theo ngày của sản phẩm.`,
  );

export const completionToConfirm = (model: MessagePayloads['completionToConfirm']): Html =>
  lines(
    html`🕓 <b>${model.code}</b> đã được báo hoàn thành, chờ anh/chị xác nhận.`,
    html`${shorten(model.title, 160)}`,
    html`Người báo cáo: ${model.reporter} (${model.unit}).`,
    html`Sản phẩm: ${model.productText}. Ngày tính hoàn thành: ${formatDay(model.productOn)}.`,
  );

export const completionConfirmed = (model: MessagePayloads['completionConfirmed']): Html =>
  html`✅ <b>${model.code}</b> đã được ${model.by} xác nhận hoàn thành.\n${shorten(model.title, 120)}`;

export const completionReturned = (model: MessagePayloads['completionReturned']): Html =>
  html`↩️ <b>${model.code}</b> được ${model.by} trả lại để làm tiếp.\n${shorten(model.title, 120)}`;

export const evidenceAdded = (model: MessagePayloads['evidenceAdded']): Html =>
  html`Đã lưu minh chứng${model.fileName === null ? '' : ` ${model.fileName}`} cho <b>${model.code}</b> (đến nay ${model.count} tệp).\n${shorten(model.title, 120)}`;

export const acknowledged = (): Html =>
  html`Dạ, đã rõ. Khi có tiến độ, anh/chị nhắn mã việc kèm số %, ví dụ “NV12 60%”.`;

export const completionWithdrawn = (model: MessagePayloads['completionWithdrawn']): Html =>
  html`<b>${model.code}</b>: ${model.by} đã rút lại báo cáo hoàn thành, anh/chị không cần xác nhận.\n${shorten(model.title, 120)}`;

export const confirmSeveral = (reported: ReportedLine[]): Html =>
  lines(
    html`Anh/chị báo cáo ${reported.length} việc:`,
    ...reported.map(reportedLine),
    html`Ghi nhận tất cả?`,
  );

function reportedLine(line: ReportedLine): Html {
  const figure = line.percent === null ? '' : formatPercent(line.percent);
  const status = line.status === 'inProgress' && figure !== '' ? '' : STATUS_WORDS[line.status];
  const said = [figure, status, line.productText ?? ''].filter((part) => part !== '').join(', ');
  return html`• <b>${line.code}</b> ${shorten(line.title, 60)}: <b>${said}</b> (${beforeOf(line.before)})`;
}

export const severalDropped = (): Html => html`Đã bỏ, các việc giữ nguyên.`;
