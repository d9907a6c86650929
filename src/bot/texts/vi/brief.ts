import type { NoticeKind } from '../../../domain/escalation/notice.ts';
import type { MessagePayloads, NoticeLine } from '../../../domain/message/messages.ts';
import { type Html, html, lines } from '../html.ts';
import { formatDay } from './format.ts';
import { taskLine } from './tasks.ts';

const SECTION_TITLES: Record<NoticeKind, string> = {
  ladder: '🔺 Quá hạn, đề nghị lãnh đạo cho ý kiến',
  overdue: '🔴 Quá hạn, đề nghị báo lý do và ngày hoàn thành',
  waitsForConfirmation: '🕓 Chờ anh/chị xác nhận hoàn thành',
  dueSoon: '🟡 Sắp đến hạn',
};

const ORDER: readonly NoticeKind[] = ['ladder', 'overdue', 'waitsForConfirmation', 'dueSoon'];

/** The one message of a slot: everything that is owed to this person, the worst first. */
export function brief(model: MessagePayloads['brief']): Html {
  const slot = model.slot === 'morning' ? 'Nhắc việc buổi sáng' : 'Nhắc việc buổi chiều';
  return lines(
    html`<b>${slot}</b> ${formatDay(model.on)}`,
    ...ORDER.flatMap((kind) => section(model, kind)),
    html`\nTrả lời tin này hoặc nhắn “NV… 60% nội dung” để báo cáo. Xem tất cả: /viec`,
  );
}

function section(model: MessagePayloads['brief'], kind: NoticeKind): Html[] {
  const total = model.totals[kind];
  if (total === 0) return [];
  const shown = model.lines.filter((line) => line.kind === kind);
  const count = total > shown.length ? `${total}, nêu ${shown.length}` : String(total);
  return [html`\n<b>${SECTION_TITLES[kind]}</b> (${count})`, ...shown.map(noticeLine)];
}

const noticeLine = (line: NoticeLine): Html => {
  const told =
    line.kind === 'ladder' && line.toldBefore > 0 ? html`\n   Đã nhắc đơn vị ${line.toldBefore} lần.` : null;
  return html`${taskLine(line, { showOwner: true })}${told}`;
};
