import type { FollowUpPayloads } from '../../../domain/message/follow-up-payloads.ts';
import { type Html, html, lines } from '../html.ts';
import { countShown, formatDay, formatMoment, formatShare, shorten } from './format.ts';
import { taskLine } from './tasks.ts';

export function overdueTasks(model: FollowUpPayloads['overdueTasks']): Html {
  const whose = model.showsOwner
    ? model.scopeName === ''
      ? ' toàn Sở'
      : ` của ${model.scopeName}`
    : ' của anh/chị';
  const on = formatDay(model.on);
  if (model.total === 0) return html`Đến ${on}, không có việc nào${whose} quá hạn.`;
  return lines(
    html`<b>Việc quá hạn${whose}</b> đến ${on}: ${countShown(model.total, model.lines.length)}`,
    ...model.lines.map((line) => taskLine(line, { showOwner: model.showsOwner })),
  );
}

export function overdueUnits(model: FollowUpPayloads['overdueUnits']): Html {
  const on = formatDay(model.on);
  if (model.units.length === 0) return html`Đến ${on}, không có đơn vị nào có việc quá hạn.`;
  return lines(
    html`<b>Đơn vị đang có việc quá hạn</b> đến ${on}: ${model.units.length} đơn vị, ${model.total} việc`,
    ...model.units.map(
      (unit) => html`• ${unit.name}: <b>${unit.overdue}</b> việc (đúng hạn ${formatShare(unit.onTimeRate)})`,
    ),
  );
}

export const indicatorWithoutFigure = (model: FollowUpPayloads['indicatorWithoutFigure']): Html =>
  lines(
    model.code === null
      ? html`Hệ thống chưa nhận ra chỉ tiêu nào trong tin này.`
      : html`<b>${model.code}</b>${model.name === null ? '' : ` ${model.name}`}: hệ thống chưa có số liệu được nhập.`,
    html`Hiện trả lời được tỷ lệ hoàn thành đúng hạn: /kpi hoặc “tháng này đúng hạn bao nhiêu %”.`,
  );

export function unreadTexts(model: FollowUpPayloads['unreadTexts']): Html {
  if (model.total === 0) return html`Trong 90 ngày qua không có tin nào hệ thống chưa hiểu.`;
  const page = model.pages > 1 ? `, trang ${model.page + 1}/${model.pages}` : '';
  return lines(
    html`<b>Tin chưa hiểu</b>: ${model.total} tin${page} (không kèm tên người gửi, tự xóa sau 90 ngày)`,
    ...model.lines.map((line) => html`• ${formatMoment(new Date(line.at))}: “${shorten(line.text, 250)}”`),
  );
}
