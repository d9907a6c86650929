import type {
  CardTicket,
  TicketMark,
  TicketModel,
  TicketPayloads,
} from '../../../domain/message/ticket-payloads.ts';
import { type Html, html, lines } from '../html.ts';
import { withoutWait } from './blockers.ts';
import { formatDay, shorten } from './format.ts';

export const TICKET_BUTTONS = {
  raise: 'Gửi Văn phòng',
  view: '🆘 Phiếu khó khăn',
  forward: 'Trình lãnh đạo',
  answer: 'Trả lời',
  decide: 'Cho ý kiến',
  drop: 'Chưa trình',
} as const;

const QUOTED = 600;
const quote = (text: string, length = QUOTED): string => `“${shorten(text, length)}”`;

const titled = ({ title }: TicketModel): Html => html`${shorten(title, 160)}`;

/** "trong ngày 09/7/2026", or that the day is over. */
const byWhen = ({ answerBy, isLate }: Pick<TicketModel, 'answerBy' | 'isLate'>): string =>
  isLate ? `đã quá hạn trả lời ${formatDay(answerBy)}` : `trả lời trong ngày ${formatDay(answerBy)}`;

const noteOf = ({ officeNote }: TicketModel): Html | null =>
  officeNote === null ? null : html`Ý kiến Văn phòng: ${quote(officeNote)}`;

export function ticketRaised({ ticket, to, isNew }: TicketPayloads['ticketRaised']): Html {
  if (!isNew) {
    return html`Phiếu khó khăn <b>${ticket.code}</b> với nội dung này đã gửi trước đó và đang chờ ${holderOf(ticket)}.`;
  }
  return lines(
    to === null
      ? html`Đã ghi phiếu khó khăn <b>${ticket.code}</b>. Văn phòng nhận được khi hệ thống bắt đầu cho đơn vị.`
      : html`Đã gửi phiếu khó khăn <b>${ticket.code}</b> tới Văn phòng (${to}), ${byWhen(ticket)}.`,
    html`Có ý kiến, hệ thống báo anh/chị ngay.`,
  );
}

const holderOf = ({ standing, leader }: Pick<TicketModel, 'standing' | 'leader'>): string =>
  standing === 'withOffice' ? 'Văn phòng xử lý' : `ý kiến của ${leader ?? 'lãnh đạo'}`;

export function ticketToAnswer({ ticket, mayForward, mayAnswer }: TicketPayloads['ticketToAnswer']): Html {
  const isDecided = ticket.standing === 'decided';
  return lines(
    html`🆘 ${ticket.by} (${ticket.unit}) báo khó khăn ở <b>${ticket.code}</b>:`,
    html`${quote(ticket.text)}`,
    titled(ticket),
    noteOf(ticket),
    isDecided ? html`Phiếu này đã có ý kiến.` : html`Chờ ${holderOf(ticket)}, ${byWhen(ticket)}.`,
    mayForward && html`<i>Anh/chị trình lãnh đạo, hoặc trả lời ngay nếu Văn phòng giải quyết được.</i>`,
    mayAnswer && !mayForward && html`<i>Anh/chị bấm nút, hoặc trả lời (Reply) tin này để cho ý kiến.</i>`,
  );
}

export const ticketForwarding = ({ ticket, note }: TicketPayloads['ticketForwarding']): Html =>
  lines(
    html`Trình phiếu khó khăn <b>${ticket.code}</b> (${ticket.unit}) tới ai?`,
    html`${quote(ticket.text, 300)}`,
    note === null
      ? html`<i>Muốn kèm ý kiến Văn phòng, anh/chị nhắn một câu trước khi bấm.</i>`
      : html`Kèm ý kiến Văn phòng: ${quote(note)}`,
  );

export const ticketForwarded = ({ ticket, to }: TicketPayloads['ticketForwarded']): Html =>
  lines(
    html`Đã trình phiếu khó khăn <b>${ticket.code}</b> (${ticket.unit}) tới ${to}, ${byWhen(ticket)}.`,
    noteOf(ticket),
  );

export const ticketDropped = ({ code }: TicketPayloads['ticketDropped']): Html =>
  html`Phiếu khó khăn <b>${code}</b> vẫn ở Văn phòng. Mở lại: /nv ${code.replace('NV', '')}`;

export const ticketAnswerWanted = ({ ticket }: TicketPayloads['ticketAnswerWanted']): Html =>
  lines(
    html`Ý kiến của anh/chị về khó khăn ở <b>${ticket.code}</b> (${ticket.unit})? Anh/chị nhắn một câu.`,
    html`${quote(ticket.text, 300)}`,
  );

export function ticketDecided({ ticket, by, decision, told }: TicketPayloads['ticketDecided']): Html {
  if (told !== null) {
    return lines(
      html`Đã ghi ý kiến về khó khăn ở <b>${ticket.code}</b>: ${quote(decision)}`,
      told.length > 0 && html`Đã báo: ${told.join(', ')}.`,
    );
  }
  return lines(
    html`✅ ${by} cho ý kiến về khó khăn ở <b>${ticket.code}</b>:`,
    html`${quote(decision)}`,
    titled(ticket),
    html`Nội dung phản ánh: ${quote(ticket.text, 200)} (${ticket.by})`,
  );
}

export function holdups({ blockers, tickets }: TicketPayloads['holdups']): Html {
  return lines(
    blockers.length > 0 && html`<b>Đang vướng</b> (${blockers.length})`,
    ...blockers.map(
      ({ code, text, waitingFor, isConfirmed }) =>
        html`• <b>${code}</b> ${quote(text, 120)}${waitingFor === null ? '' : `, chờ ${withoutWait(waitingFor)}`}${isConfirmed ? ' (trưởng đơn vị đã xác nhận)' : ''}`,
    ),
    tickets.length > 0 &&
      html`${blockers.length > 0 ? '\n' : ''}<b>Phiếu khó khăn đã gửi</b> (${tickets.length})`,
    ...tickets.map(
      (ticket) =>
        html`• <b>${ticket.code}</b> ${quote(ticket.text, 120)}: chờ ${holderOf(ticket)}, ${byWhen(ticket)}`,
    ),
    html`\nBáo thêm: nhắn “${blockers[0]?.code ?? tickets[0]?.code ?? 'NV12'} vướng, chờ …”. Đã gỡ: “đã gỡ vướng ${blockers[0]?.code ?? 'NV12'}”.`,
  );
}

export const blockerConfirmed = (model: TicketPayloads['blockerConfirmed']): Html =>
  lines(
    model.isOwn
      ? html`Anh/chị đã xác nhận <b>${model.code}</b> đang vướng: ${quote(model.text, 300)}`
      : html`${model.by} đã xác nhận <b>${model.code}</b> đang vướng: ${quote(model.text, 300)}`,
    html`${shorten(model.title, 120)}`,
    html`<i>Tạm dừng nhắc sắp đến hạn cho đến khi gỡ. Quá hạn vẫn báo như thường.</i>`,
  );

/** An open ticket as the card of its task shows it. */
export const ticketOnCard = (ticket: CardTicket): Html =>
  html`🆘 Phiếu khó khăn: ${quote(ticket.text, 160)}, chờ ${holderOf(ticket)} (${formatDay(ticket.answerBy)})`;

/** What a brief says under a task. */
export const ticketMark = ({ standing, answerBy }: TicketMark, today: string): Html =>
  html`\n   🆘 Phiếu khó khăn chờ anh/chị ${standing === 'withOffice' ? 'trình lãnh đạo hoặc trả lời' : 'cho ý kiến'}, ${byWhen({ answerBy, isLate: today > answerBy })}`;

/** Of an overdue task in a brief: whom it waits for. */
export const waitedForMark = ({ name, isConfirmed }: { name: string; isConfirmed: boolean }): Html =>
  html`\n   ⏳ Chờ ${withoutWait(shorten(name, 80))}${isConfirmed ? '' : ' (theo báo cáo, trưởng đơn vị chưa xác nhận)'}`;
