import type { JournalLine, JournalPayloads } from '../../../domain/message/journal-payloads.ts';
import type { LatenessCause } from '../../../domain/task/explanation.ts';
import type { QualityMark } from '../../../domain/task/quality.ts';
import type { TaskState } from '../../../domain/task/task.ts';
import { type Html, html, lines } from '../html.ts';
import { QUALITY_BUTTONS } from './completion.ts';
import { CAUSE_BUTTONS } from './explanations.ts';
import { formatDay, formatMoment, formatPercent, shorten } from './format.ts';
import { STATE_WORDS } from './words.ts';

/** What each action of the audit is called. */
const ACTION_WORDS: Record<string, string> = {
  importTask: 'nhập từ tệp',
  importChange: 'sửa theo tệp nhập',
  issueTask: 'giao việc',
  acceptTask: 'tiếp nhận',
  assignPerson: 'phân công',
  reportProgress: 'báo cáo tiến độ',
  undoReport: 'hoàn tác báo cáo',
  addEvidence: 'nộp minh chứng',
  confirmCompletion: 'xác nhận hoàn thành',
  returnCompletion: 'trả lại để làm tiếp',
  markQuality: 'nhận xét chất lượng',
  correctProductDay: 'sửa ngày sản phẩm',
  releaseTask: 'bỏ phân công vì người thực hiện chuyển đi',
  moveTask: 'chuyển theo đơn vị',
  askRequest: 'gửi đề nghị',
  grantRequest: 'duyệt đề nghị',
  refuseRequest: 'không duyệt đề nghị',
  withdrawRequest: 'rút đề nghị',
  openBlocker: 'báo vướng',
  confirmBlocker: 'xác nhận vướng mắc',
  closeBlockers: 'báo đã gỡ vướng',
  raiseTicket: 'gửi phiếu khó khăn',
  forwardTicket: 'trình lãnh đạo phiếu khó khăn',
  decideTicket: 'cho ý kiến về khó khăn',
  askDirective: 'xin ý kiến chỉ đạo',
  giveDirective: 'cho ý kiến chỉ đạo',
  giveExplanation: 'giải trình',
  acceptExplanation: 'chấp nhận giải trình',
  returnExplanation: 'trả lại giải trình',
  remindTask: 'đôn đốc',
};

const FIELD_WORDS: Record<JournalLine['changes'][number]['field'], string> = {
  state: 'trạng thái',
  percent: 'tiến độ',
  dueOn: 'hạn',
  leadUnitId: 'đơn vị chủ trì',
  assigneeId: 'người thực hiện',
  title: 'nội dung',
  product: 'sản phẩm',
  productOn: 'ngày sản phẩm',
  quality: 'chất lượng',
  cause: 'nguyên nhân',
  confirmedCause: 'nguyên nhân xác nhận',
};

type Change = JournalLine['changes'][number];

function valueWords(field: Change['field'], value: string | number | null): string {
  if (value === null) return 'chưa có';
  if (field === 'percent') return formatPercent(Number(value));
  if (field === 'state') return STATE_WORDS[value as TaskState] ?? String(value);
  if (field === 'dueOn' || field === 'productOn') return formatDay(String(value));
  if (field === 'quality') return QUALITY_BUTTONS[value as QualityMark].toLowerCase();
  if (field === 'title' || field === 'product') return `“${shorten(String(value), 120)}”`;
  if (field === 'cause' || field === 'confirmedCause') {
    return (CAUSE_BUTTONS[value as LatenessCause] ?? String(value)).toLowerCase();
  }
  return String(value);
}

const changeWords = ({ field, before, after }: Change): string =>
  before === null
    ? `${FIELD_WORDS[field]} ${valueWords(field, after)}`
    : `${FIELD_WORDS[field]} ${valueWords(field, before)} → ${valueWords(field, after)}`;

function journalLine({ at, by, action, changes, reason }: JournalLine): Html {
  const what = ACTION_WORDS[action] ?? 'thay đổi';
  const details = changes.map(changeWords).join('; ');
  return html`• ${formatMoment(new Date(at))} – <b>${by ?? 'Hệ thống'}</b> ${what}${details === '' ? '' : `: ${details}`}${reason === null ? '' : `. Lý do: ${shorten(reason, 200)}`}`;
}

/** Who did what to a task, when, old → new and why. */
export function taskJournal(model: JournalPayloads['taskJournal']): Html {
  const page = model.pages > 1 ? `, trang ${model.page + 1}/${model.pages}` : '';
  return lines(
    html`<b>Nhật ký ${model.code}</b> ${shorten(model.title, 90)} (${model.total} mục${page})`,
    ...model.lines.map(journalLine),
  );
}
