import type { MessagePayloads } from '../../../domain/message/messages.ts';
import type { RiskReason } from '../../../domain/risk/task-risk.ts';
import { type Html, html, lines } from '../html.ts';
import { countShown, formatDay, formatPercent, shorten } from './format.ts';

const REASONS: Record<RiskReason, string> = {
  heldUp: 'đang vướng',
  behind: 'chậm hơn kế hoạch trên 15 điểm',
  nearlyDue: 'còn tối đa 3 ngày làm việc mà chưa đến 70%',
  stale: 'lâu không cập nhật',
  record: 'người thực hiện gần đây hay trễ',
};

/** What to do about the gravest reason. */
const ADVICE: Record<RiskReason, string> = {
  heldUp: 'tháo gỡ hoặc cho ý kiến: /chidao',
  behind: 'kiểm tra, thêm người hoặc xin gia hạn sớm',
  nearlyDue: 'đôn đốc ngay: /dondoc',
  stale: 'hỏi tiến độ: /dondoc',
  record: 'theo sát',
};

export const allRisksButton = '‹ Toàn Sở';

export function riskList(model: MessagePayloads['riskList']): Html {
  if (model.total === 0)
    return html`${model.scopeName}: chưa thấy việc nào có nguy cơ trễ, ngày ${formatDay(model.on)}.`;
  return lines(
    html`<b>⚠️ Nguy cơ trễ</b>, ${model.scopeName}, ${formatDay(model.on)} (${countShown(model.total, model.lines.length)})`,
    ...model.lines.map((line) => {
      const [gravest] = line.reasons;
      return html`• <b>${line.code}</b> ${shorten(line.title, 70)}\n   ${line.unit}${line.assignee === null ? '' : ` – ${line.assignee}`}${line.dueOn === null ? '' : ` · hạn ${formatDay(line.dueOn)}`} · ${formatPercent(line.percent)}\n   ${line.reasons.map((reason) => REASONS[reason]).join('; ')}${gravest === undefined ? '' : ` → ${ADVICE[gravest]} ${line.code}`}`;
    }),
  );
}
