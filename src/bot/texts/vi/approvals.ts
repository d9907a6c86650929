import type { ApprovalsModel } from '../../../domain/message/request-payloads.ts';
import { type Html, html, lines } from '../html.ts';
import { countShown, formatDay, shorten } from './format.ts';
import { summaryOf } from './requests.ts';

/** Everything that waits for one person, by kind, the longest waiting first. */
export function approvals({ on, completions, requests, tickets, explanations }: ApprovalsModel): Html {
  const total = completions.total + requests.total + tickets.total + explanations.total;
  if (total === 0) return html`Hiện không có việc nào chờ anh/chị xác nhận hay quyết định.`;
  return lines(
    html`<b>Chờ anh/chị quyết định</b> ${formatDay(on)}: ${total} việc`,
    ...section(
      '✅ Xác nhận hoàn thành',
      completions.total,
      completions.lines.map(({ code, title, unit, assignee, productOn }) => {
        const who = assignee === null ? unit : `${unit}, ${assignee}`;
        const product = productOn === null ? '' : `, sản phẩm ngày ${formatDay(productOn)}`;
        return html`• <b>${code}</b> ${shorten(title, 90)} (${who}${product})`;
      }),
    ),
    ...section(
      '📨 Đề nghị',
      requests.total,
      requests.lines.map(({ request }) => html`• ${request.asker}: ${summaryOf(request)}`),
    ),
    ...section(
      '🆘 Khó khăn',
      tickets.total,
      tickets.lines.map(({ code, by, text }) => html`• <b>${code}</b> ${by}: “${shorten(text, 120)}”`),
    ),
    ...section(
      '✍️ Giải trình',
      explanations.total,
      explanations.lines.map(
        ({ code, title, author }) => html`• <b>${code}</b> ${shorten(title, 90)} (${author})`,
      ),
    ),
    html`\nBấm từng nút để xem và quyết định.`,
  );
}

const section = (title: string, total: number, shown: Html[]): Html[] =>
  total === 0 ? [] : [html`\n<b>${title}</b> (${countShown(total, shown.length)})`, ...shown];
