import type { CorrectionModel, FollowUpPayloads } from '../../../domain/message/follow-up-payloads.ts';
import { type Html, html, lines } from '../html.ts';
import { formatPercent, shorten } from './format.ts';
import { STATUS_WORDS } from './words.ts';

/** "60%", "100%, báo hoàn thành". */
function figureOf(now: NonNullable<CorrectionModel['now']>, otherwise: number): string {
  const status = now.status === 'inProgress' ? '' : `, ${STATUS_WORDS[now.status]}`;
  return `${formatPercent(now.percent ?? otherwise)}${status}`;
}

function questionOf({ code, percent, now }: CorrectionModel): Html {
  const was = formatPercent(percent);
  if (now === null) return html`Bỏ báo cáo <b>${code}</b> ${was}?`;
  const figure = figureOf(now, percent);
  return now.code === code
    ? html`Sửa báo cáo <b>${code}</b>: ${was} → <b>${figure}</b>?`
    : html`Chuyển báo cáo ${was} từ <b>${code}</b> sang <b>${now.code}</b>: <b>${figure}</b>?`;
}

export const confirmCorrection = ({ correction }: FollowUpPayloads['confirmCorrection']): Html =>
  lines(
    questionOf(correction),
    html`${shorten(correction.now?.title ?? correction.title, 120)}`,
    correction.note === null ? null : html`Nội dung: “${shorten(correction.note, 200)}”`,
    correction.now?.productText != null && html`Sản phẩm: ${correction.now.productText}`,
  );

export function reportCorrected(model: FollowUpPayloads['reportCorrected']): Html {
  const { code, now, percent, title } = model.correction;
  const fell =
    model.fellBackTo === null ? 'hiện chưa có báo cáo' : `trở lại ${formatPercent(model.fellBackTo)}`;
  if (now === null) return html`Đã bỏ báo cáo. <b>${code}</b> ${fell}.`;
  const figure = figureOf(now, percent);
  const before = model.before === null ? 'báo cáo đầu tiên' : `trước ${formatPercent(model.before)}`;
  return lines(
    now.code === code
      ? html`Đã sửa <b>${code}</b>: <b>${figure}</b> (${before}).`
      : html`Đã chuyển sang <b>${now.code}</b>: <b>${figure}</b> (${before}). <b>${code}</b> ${fell}.`,
    html`${shorten(now.code === code ? title : now.title, 120)}`,
    model.confirmer !== null && html`Đang chờ ${model.confirmer} xác nhận.`,
  );
}

export const correctionDropped = (model: FollowUpPayloads['correctionDropped']): Html =>
  html`Đã bỏ, báo cáo <b>${model.code}</b> giữ nguyên.`;

export function editNotRead(model: FollowUpPayloads['editNotRead']): Html {
  if (model.isAboutSeveral)
    return html`Tin vừa sửa nói về nhiều việc hoặc về vướng mắc nên chưa đổi gì. Anh/chị nhắn riêng việc cần sửa, ví dụ “${model.code ?? 'NV12'} sửa lại 40%”.`;
  return model.code === null
    ? html`Hệ thống chỉ nhận phần sửa của báo cáo tiến độ. Anh/chị gửi thành tin mới giúp.`
    : html`Tin vừa sửa không còn là báo cáo; báo cáo <b>${model.code}</b> giữ nguyên. Muốn bỏ, anh/chị bấm “Hoàn tác”.`;
}
