import type { MessagePayloads } from '../../../domain/message/messages.ts';
import type { QualityMark } from '../../../domain/task/quality.ts';
import { type Html, html, lines } from '../html.ts';
import { formatDay, shorten } from './format.ts';

/** Reasons on buttons. Their places are stored under old messages: add at the end, never move one. */
export const RETURN_REASONS = ['Thiếu sản phẩm', 'Sản phẩm chưa đạt', 'Chưa đúng nội dung'] as const;

export const QUALITY_BUTTONS: Record<QualityMark, string> = {
  good: 'Tốt',
  satisfactory: 'Đạt yêu cầu',
  limited: 'Còn hạn chế',
};

export const PRODUCT_DAY_BUTTON = 'Sửa ngày sản phẩm';

export const returnReasonWanted = (model: MessagePayloads['returnReasonWanted']): Html =>
  lines(
    html`Anh/chị trả lại <b>${model.code}</b>. Xin chọn lý do, hoặc trả lời tin này bằng lý do.`,
    html`${shorten(model.title, 160)}`,
  );

export const productDayWanted = (model: MessagePayloads['productDayWanted']): Html =>
  lines(
    html`Ngày tính hoàn thành của <b>${model.code}</b>${model.productOn === null ? '' : ` đang là ${formatDay(model.productOn)}`}. Anh/chị trả lời tin này bằng ngày đúng, ví dụ 03/7/2026.`,
    html`${shorten(model.title, 120)}`,
  );

export const completionAccepted = (model: MessagePayloads['completionAccepted']): Html =>
  lines(
    model.isConfirmed
      ? html`✅ Anh/chị đã xác nhận <b>${model.code}</b> hoàn thành.`
      : html`🕓 <b>${model.code}</b> chờ xác nhận hoàn thành.`,
    html`${shorten(model.title, 120)}`,
    model.productOn !== null && html`Ngày tính hoàn thành: ${formatDay(model.productOn)}`,
    model.isConfirmed &&
      (model.quality === null
        ? html`Chất lượng thế nào? (không bắt buộc)`
        : html`Chất lượng: ${QUALITY_BUTTONS[model.quality].toLowerCase()}`),
  );
