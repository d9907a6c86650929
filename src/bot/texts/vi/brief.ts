import type { NoticeKind } from '../../../domain/escalation/notice.ts';
import type { MessagePayloads, NoticeLine, UnreachableLine } from '../../../domain/message/messages.ts';
import { type Html, html, lines } from '../html.ts';
import { explanationMark } from './explanations.ts';
import { countShown, formatDay } from './format.ts';
import { taskLine } from './tasks.ts';
import { ticketMark, waitedForMark } from './tickets.ts';

const SECTION_TITLES: Record<NoticeKind, string> = {
  silent: '⚠️ Quá hạn mà chưa báo được cho ai, đề nghị Văn phòng xử lý',
  ladder: '🔺 Quá hạn, đề nghị anh/chị chỉ đạo, đôn đốc',
  overdue: '🔴 Quá hạn, đề nghị anh/chị báo lý do và ngày hoàn thành',
  waitsForConfirmation: '🕓 Chờ anh/chị xác nhận hoàn thành',
  requestToDecide: '📨 Đề nghị chờ anh/chị quyết định',
  ticketToAnswer: '🆘 Khó khăn chờ anh/chị xử lý',
  explanationToDecide: '✍️ Giải trình chờ anh/chị quyết định',
  explanationToGive: '✍️ Việc trễ chờ giải trình',
  unassigned: '👤 Chưa có người thực hiện, đề nghị anh/chị phân công',
  notAccepted: '▫️ Đã giao mà chưa tiếp nhận',
  dueSoon: '🟡 Sắp đến hạn',
};

const ORDER: readonly NoticeKind[] = [
  'silent',
  'ladder',
  'overdue',
  'waitsForConfirmation',
  'requestToDecide',
  'ticketToAnswer',
  'explanationToDecide',
  'explanationToGive',
  'unassigned',
  'notAccepted',
  'dueSoon',
];

/** The one message of a slot: everything that is owed to this person, the worst first. */
export function brief(model: MessagePayloads['brief']): Html {
  const slot = model.slot === 'morning' ? 'Nhắc việc buổi sáng' : 'Nhắc việc buổi chiều';
  return lines(
    html`<b>${slot}</b> ${formatDay(model.on)}`,
    ...ORDER.flatMap((kind) => section(model, kind)),
    ...unreachable(model.unreachable ?? []),
    ...(model.lines.length === 0 ? [] : [html`\n${whatNext(model.lines)}`]),
  );
}

/** What waits for a decision of the reader. */
const DECIDED: ReadonlySet<NoticeKind> = new Set([
  'waitsForConfirmation',
  'requestToDecide',
  'ticketToAnswer',
]);

/** How to answer, with a code of this very message: by a report where one is asked for, else on the card. */
function whatNext(shown: readonly NoticeLine[]): string {
  const toReport = shown.find((line) => line.kind === 'overdue' || line.kind === 'dueSoon');
  if (toReport !== undefined) {
    return `Báo cáo: nhắn “${toReport.code} 60% đã gửi dự thảo”. Xem tất cả: /viec`;
  }
  if (shown.every((line) => line.kind.startsWith('explanation')))
    return 'Giải trình và quyết định: /giaitrinh';
  if (shown.some((line) => DECIDED.has(line.kind))) {
    return 'Xem và quyết định từng việc: /duyet';
  }
  return `Xem từng việc: /nv ${(shown[0]?.code ?? 'NV12').replace('NV', '')}`;
}

function section(model: MessagePayloads['brief'], kind: NoticeKind): Html[] {
  const total = model.totals[kind] ?? 0;
  if (total === 0) return [];
  const shown = model.lines.filter((line) => line.kind === kind);
  return [
    html`\n<b>${SECTION_TITLES[kind]}</b> (${countShown(total, shown.length)})`,
    ...shown.map((line) => noticeLine(line, model.on)),
  ];
}

const noticeLine = (line: NoticeLine, today: string): Html => {
  const told =
    line.kind === 'ladder' && line.toldBefore > 0 ? html`\n   Đã nhắc đơn vị ${line.toldBefore} lần.` : null;
  const mark = line.explanation === undefined ? null : explanationMark(line.explanation, today);
  const waited = line.waitingFor === undefined ? null : waitedForMark(line.waitingFor);
  const ticket = line.ticket === undefined ? null : ticketMark(line.ticket, today);
  const absent = line.inPlaceOf === undefined ? null : html`\n   Anh/chị làm thay ${line.inPlaceOf}.`;
  return html`${taskLine(line, { showOwner: true })}${absent}${told}${waited}${mark}${ticket}`;
};

const WHY_UNREACHABLE: Record<UnreachableLine['reason'], string> = {
  blocked: 'đã chặn bot',
  deactivated: 'tài khoản Telegram không còn',
  notFound: 'không tìm thấy tài khoản Telegram',
  notJoined: 'đã mời nhưng chưa tham gia',
};

const NAMED = 10;

/** Their reminders go to the next one up, so whoever answers for them must know. */
function unreachable(people: readonly UnreachableLine[]): Html[] {
  if (people.length === 0) return [];
  return [
    html`\n<b>📵 Bot chưa nhắn được cho</b> (${countShown(people.length, Math.min(people.length, NAMED))})`,
    ...people
      .slice(0, NAMED)
      .map((person) => html`• ${person.name} (${person.unit}): ${WHY_UNREACHABLE[person.reason]}`),
    html`Nhắc việc của người này tạm chuyển lên cấp trên. Đề nghị anh/chị nhắc người đó mở bot và bấm Bắt đầu, hoặc gửi lại lời mời.`,
  ];
}
