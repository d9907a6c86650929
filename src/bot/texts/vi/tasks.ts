import type {
  MessagePayloads,
  TaskCardModel,
  TaskLine,
  TaskListFilter,
} from '../../../domain/message/messages.ts';
import { type Html, html, lines } from '../html.ts';
import { withoutWait } from './blockers.ts';
import { explanationOnCard } from './explanations.ts';
import { countShown, formatDay, formatMoment, formatPercent, shorten } from './format.ts';
import { ticketOnCard } from './tickets.ts';
import { FACET_WORDS, FLAG_WORDS, KIND_WORDS, PRIORITY_WORDS, STATE_WORDS } from './words.ts';

/** "quá hạn 3 ngày làm việc", "còn 2 ngày làm việc", "hạn hôm nay". */
export function describeDue(line: Pick<TaskLine, 'dueOn' | 'daysLeft' | 'state'>): string {
  if (line.dueOn === null || line.daysLeft === null) return 'chưa có hạn';
  const due = formatDay(line.dueOn);
  if (line.state === 'reportedDone') return `hạn ${due}, chờ xác nhận`;
  if (line.state === 'done') return `hạn ${due}`;
  const state = line.state === 'basicallyDone' ? ', cơ bản hoàn thành' : '';
  if (line.daysLeft < 0) return `hạn ${due}, quá hạn ${-line.daysLeft} ngày làm việc${state}`;
  if (state !== '') return `hạn ${due}${state}`;
  return line.daysLeft === 0
    ? `hạn ${due}, hôm nay là ngày cuối`
    : `hạn ${due}, còn ${line.daysLeft} ngày làm việc`;
}

const signOf = (line: TaskLine): string => {
  if (line.state === 'done') return '✅';
  if (line.state === 'reportedDone') return '🕓';
  if (line.daysLeft === null) return '▫️';
  if (line.daysLeft < 0) return '🔴';
  return line.daysLeft <= 3 ? '🟡' : '🟢';
};

/** One task of a list: code, title, due, figure; whose it is when the list is of several. */
export function taskLine(line: TaskLine, options: { showOwner: boolean }): Html {
  const star = line.priority === 'normal' ? '' : ' ⭐';
  const owner = options.showOwner
    ? ` · ${line.unit}${line.assignee === null ? '' : ` (${line.assignee})`}`
    : '';
  const figure = line.percent === null ? 'chưa báo cáo' : formatPercent(line.percent);
  return html`${signOf(line)} <b>${line.code}</b>${star} ${shorten(line.title, 90)}
   ${describeDue(line)} · ${figure}${owner}`;
}

/** What `/phong` says before what is typed behind it, so that its unit is read as in a sentence. */
export const ASKS_UNIT = 'xem việc của';

const FILTERED: Record<TaskListFilter, string> = {
  all: 'đang mở',
  overdue: 'quá hạn',
  dueSoon: 'sắp đến hạn',
  awaiting: 'chờ xác nhận',
  notAccepted: 'chưa tiếp nhận',
};

export const FILTER_BUTTONS: Record<TaskListFilter, string> = {
  all: 'Tất cả',
  overdue: '🔴 Quá hạn',
  dueSoon: '🟡 Sắp đến hạn',
  awaiting: '🕓 Chờ xác nhận',
  notAccepted: '▫️ Chưa tiếp nhận',
};

export function taskList(model: MessagePayloads['taskList']): Html {
  const title = model.scope === 'mine' ? 'Việc của anh/chị' : `Việc của ${model.scopeName}`;
  const kind = FILTERED[model.filter ?? 'all'];
  if (model.total === 0) return html`<b>${title}</b>\nHiện không có việc nào ${kind}.`;
  const page = model.pages > 1 ? ` · trang ${model.page + 1}/${model.pages}` : '';
  return lines(
    html`<b>${title}</b>: ${model.total} việc ${kind}${page}`,
    ...model.lines.map((line) => taskLine(line, { showOwner: model.scope === 'unit' })),
    html`\nĐể báo cáo, anh/chị nhắn “${model.lines[0]?.code ?? 'NV12'} 60% đã gửi dự thảo”.`,
  );
}

export function unitBoards(model: MessagePayloads['unitBoards']): Html {
  return lines(
    html`<b>Việc theo đơn vị</b> ${formatDay(model.on)}`,
    ...model.units.map(
      (unit) =>
        html`${unit.overdue > 0 ? '🔴' : '🟢'} <b>${unit.name}</b>: ${unit.open} việc đang mở${unit.overdue > 0 ? `, ${unit.overdue} quá hạn` : ''}`,
    ),
    html`\nBấm tên đơn vị để xem từng việc.`,
  );
}

export function searchResults(model: MessagePayloads['searchResults']): Html {
  if (model.total === 0) {
    return html`Không tìm thấy việc nào có “${shorten(model.query, 60)}” trong phạm vi anh/chị được xem. Anh/chị thử ít từ hơn, hoặc gõ mã việc, ví dụ /tim 12.`;
  }
  return lines(
    html`<b>Tìm “${shorten(model.query, 60)}”</b>: ${countShown(model.total, model.lines.length)}`,
    ...model.lines.map((line) => taskLine(line, { showOwner: true })),
    model.total > model.lines.length && html`\nAnh/chị gõ thêm từ để thu hẹp.`,
  );
}

export const howToSearch = (): Html =>
  html`Anh/chị gõ từ cần tìm sau lệnh, ví dụ “/tim an toàn thông tin” hoặc “/tim 12”.`;

const progressBar = (percent: number): string => {
  const filled = Math.round(percent / 10);
  return `${'▓'.repeat(filled)}${'░'.repeat(10 - filled)} ${formatPercent(percent)}`;
};

const orMissing = (value: string | null): string => value ?? '⚠️ chưa rõ';

/** The card of a task: the six facets in the plan's order, then state, product and the newest reports. */
export function taskCard(card: TaskCardModel): Html {
  const helpers = [...card.coordinating, ...(card.outsideBodies === null ? [] : [card.outsideBodies])];
  const flags = [PRIORITY_WORDS[card.priority], ...card.flags.map((flag) => FLAG_WORDS[flag])].join(', ');
  return lines(
    html`<b>${card.code}</b> · ${KIND_WORDS[card.kind]} · ${flags}`,
    html`1. Rõ người: ${card.unit} – ${orMissing(card.assignee)}${helpers.length > 0 ? `; phối hợp: ${helpers.join(', ')}` : ''}`,
    html`2. Rõ việc: <b>${card.title}</b>`,
    card.content === null ? null : html`${shorten(card.content, 400)}`,
    html`3. Rõ thời gian: ${describeTime(card)}`,
    html`4. Rõ trách nhiệm: ${orMissing(card.head)}; lãnh đạo phụ trách: ${orMissing(card.leaderInCharge)}`,
    html`5. Rõ thẩm quyền: ${orMissing(card.authority)}`,
    html`6. Rõ kết quả: ${orMissing(card.product)}${card.measure === null ? '' : ` (${card.measure.target} ${card.measure.unit})`}`,
    describeFacets(card),
    '',
    html`Tình trạng: <b>${STATE_WORDS[card.state]}</b>`,
    card.percent === null ? html`Tiến độ: chưa báo cáo` : html`Tiến độ: ${progressBar(card.percent)}`,
    card.productText === null ? null : html`Sản phẩm: ${card.productText}`,
    card.evidenceCount > 0 && html`Minh chứng: ${card.evidenceCount} tệp`,
    ...describeBlockers(card),
    ...(card.tickets ?? []).map(ticketOnCard),
    ...describeDirectives(card),
    card.explanation == null ? null : explanationOnCard(card.explanation),
    ...describeHistory(card),
    ...describeParts(card),
  );
}

function describeTime(card: TaskCardModel): string {
  if (card.dueOn === null) return card.deadlineWording === '' ? '⚠️ chưa rõ' : card.deadlineWording;
  const saysTheSame = card.deadlineWording === '' || card.deadlineWording === formatDay(card.dueOn);
  return saysTheSame ? describeDue(card) : `${describeDue(card)} (văn bản: “${card.deadlineWording}”)`;
}

function describeFacets(card: TaskCardModel): Html {
  const missing = card.missingFacets.map((facet) => FACET_WORDS[facet]);
  const defaulted = card.defaultedFacets.map((facet) => FACET_WORDS[facet]);
  return lines(
    html`6 rõ: <b>${6 - missing.length}/6</b>${missing.length > 0 ? `, còn thiếu: ${missing.join(', ')}` : ''}`,
    defaulted.length > 0 && html`<i>Mặc định, chờ xác nhận: ${defaulted.join(', ')}</i>`,
  );
}

const describeBlockers = ({ blockers = [] }: TaskCardModel): Html[] =>
  blockers.map(
    ({ text, waitingFor, isConfirmed }) =>
      html`⏳ Đang vướng: “${shorten(text, 160)}”${waitingFor === null ? '' : ` (chờ ${withoutWait(waitingFor)})`}${isConfirmed === true ? ', trưởng đơn vị đã xác nhận' : ''}`,
  );

function describeDirectives({ directives = [] }: TaskCardModel): Html[] {
  if (directives.length === 0) return [];
  return [
    html`\n<b>Ý kiến chỉ đạo</b>`,
    ...directives.map(
      ({ at, author, text }) => html`• ${formatMoment(new Date(at))}: “${shorten(text, 160)}” (${author})`,
    ),
  ];
}

function describeHistory(card: TaskCardModel): Html[] {
  if (card.history.length === 0) return [];
  return [
    html`\n<b>Báo cáo gần nhất</b>`,
    ...card.history.map((entry) => {
      const said = html`${formatMoment(new Date(entry.at))}: ${formatPercent(entry.percent)}${entry.note === null ? '' : ` – ${shorten(entry.note, 120)}`} (${entry.author ?? 'nhập từ danh mục'})`;
      return entry.isUndone ? html`• <s>${said}</s> đã hoàn tác` : html`• ${said}`;
    }),
  ];
}

const describeParts = (card: TaskCardModel): Html[] =>
  card.parts.length === 0
    ? []
    : [html`\n<b>Các phần</b>`, ...card.parts.map((part) => taskLine(part, { showOwner: true }))];

export const chooseTask = (found: TaskLine[]): Html =>
  lines(
    html`Anh/chị báo cáo cho việc nào?`,
    ...found.map((line) => html`• <b>${line.code}</b> ${shorten(line.title, 90)}`),
  );
