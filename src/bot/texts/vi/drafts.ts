import type { Day } from '../../../domain/days.ts';
import type { DraftCardModel, DraftHint, DraftPayloads } from '../../../domain/message/draft-payloads.ts';
import type { AuthorityLevel, DraftDeadline, DraftProduct } from '../../../domain/task/draft.ts';
import type { LikelyDueDay } from '../../../domain/task/draft-days.ts';
import type { Facet } from '../../../domain/task/facets.ts';
import { foldText } from '../../../domain/text.ts';
import { type Html, html, lines } from '../html.ts';
import { formatDay, shorten } from './format.ts';
import { FACET_WORDS } from './words.ts';

/** Opens a text so that it is read as an order. */
export const GIVES = 'giao';

export const AUTHORITY_WORDS: Record<AuthorityLevel, string> = {
  director: 'Giám đốc',
  leaderInCharge: 'Phó Giám đốc phụ trách',
  head: 'Trưởng đơn vị',
};

/** Products to choose from by their place in the list: buttons carry it, so the order stays. */
export const PRODUCTS = ['Báo cáo', 'Kế hoạch', 'Văn bản', 'Tờ trình', 'Quyết định'] as const;
/** How many of them are offered. */
export const OFFERED_PRODUCTS = 3;

/** One piece of what was chosen, which is also how it is measured. */
export const productOf = (words: string, isDefault: boolean): DraftProduct => ({
  words,
  measure: { target: 1, unit: words.toLowerCase() },
  isDefault,
});

/** "Tham mưu kế hoạch …": the work itself says what comes out of it. */
const MAKES =
  /^(?:(?:tham muu|xay dung|soan|soan thao|lap|du thao|ban hanh|viet|lam|hoan thien|trinh)(?: va trinh| ban hanh)? (?:1 |mot |cac )?)?(bao cao|ke hoach|to trinh|quyet dinh)(?![a-z])/;

/** The product that the title of a task lets expect; `null` when it names none. */
export function guessProduct(title: string): DraftProduct | null {
  const named = MAKES.exec(foldText(title))?.[1];
  const product = PRODUCTS.find((words) => foldText(words) === named);
  return product === undefined ? null : productOf(product, true);
}

export const DUE_DAY_WORDS: Record<LikelyDueDay, string> = {
  endOfWeek: 'Cuối tuần',
  inFiveDays: '5 ngày làm việc',
  inTenDays: '10 ngày làm việc',
  endOfMonth: 'Cuối tháng',
};

/** The button that takes the other day that the words may mean. */
export const otherDay = (day: Day): string => `Hạn ${formatDay(day)}`;

export const DRAFT_BUTTONS = {
  issue: '✅ Giao',
  drop: 'Bỏ phiếu này',
  stepByStep: 'Chọn từng bước',
  otherUnit: '‹ Đơn vị khác',
  type: '✏️ Gõ câu trả lời',
  accept: '✅ Nhận việc',
  giveBack: '↩️ Trả lại',
  yes: 'Đúng, giao',
  no: 'Không giao',
} as const;

/** "Sửa: người": the facets that a draft's giver can change. */
export const EDIT_WORDS: Record<Exclude<Facet, 'responsibility'>, string> = {
  people: '✏️ Người',
  work: '✏️ Việc',
  time: '✏️ Hạn',
  authority: '✏️ Thẩm quyền',
  result: '✏️ Kết quả',
};

const MISSING = '⚠️ chưa rõ';

const QUESTIONS: Record<Facet | 'unit', string> = {
  unit: 'Giao cho đơn vị nào?',
  people: 'Ai thực hiện? (người ít việc đang mở đứng trước)',
  work: 'Việc cần làm là gì?',
  time: 'Hạn khi nào?',
  responsibility: '',
  authority: 'Cấp nào quyết định hoặc ký?',
  result: 'Sản phẩm phải nộp là gì?',
};

/** A draft as it stands: the six facets in the plan's order, what is missing, what is proposed, and the question. */
export function taskDraft(card: DraftCardModel): Html {
  const filled = 6 - card.missing.length;
  return lines(
    html`<b>Phiếu giao việc</b> · 6 rõ: <b>${filled}/6</b>`,
    ...facetLines(card),
    ...card.hints.map((hint) => html`⚠️ ${describeHint(hint)}`),
    '',
    describeNext(card),
  );
}

function facetLines(card: DraftCardModel): Html[] {
  const mark = (facet: Facet) => (card.defaulted.includes(facet) ? html` <i>(mặc định)</i>` : '');
  const helpers = card.coordinating.length > 0 ? `; phối hợp: ${card.coordinating.join(', ')}` : '';
  const who = card.unit === null ? MISSING : `${card.unit} – ${card.assignee ?? MISSING}`;
  return [
    html`1. Rõ người: ${who}${helpers}`,
    html`2. Rõ việc: ${card.title === null ? MISSING : html`<b>${card.title}</b>`}`,
    html`3. Rõ thời gian: ${card.deadline === null ? MISSING : describeDeadline(card.deadline)}`,
    html`4. Rõ trách nhiệm: ${card.head ?? MISSING}; lãnh đạo phụ trách: ${card.leaderInCharge ?? MISSING}${mark('responsibility')}`,
    html`5. Rõ thẩm quyền: ${describeAuthority(card)}${mark('authority')}`,
    html`6. Rõ kết quả: ${describeProduct(card.product)}${mark('result')}`,
  ];
}

const describeAuthority = ({ authority }: DraftCardModel): string => {
  if (authority === null) return MISSING;
  return typeof authority === 'string' ? AUTHORITY_WORDS[authority] : authority.words;
};

const describeProduct = (product: DraftProduct | null): string => {
  if (product === null) return MISSING;
  const { words, measure } = product;
  return measure === null || words.startsWith(String(measure.target))
    ? words
    : `${words} (${measure.target} ${measure.unit})`;
};

/** The due day, and the words it was given in where they say it otherwise. */
function describeDeadline(deadline: Pick<DraftDeadline, 'dueOn' | 'wording'>): string {
  if (deadline.dueOn === null) return deadline.wording;
  const day = formatDay(deadline.dueOn);
  return deadline.wording === '' || deadline.wording === day ? day : `${day} (“${deadline.wording}”)`;
}

function describeHint(hint: DraftHint): string {
  switch (hint.kind) {
    case 'personNotFound':
      return `Không thấy “${shorten(hint.typed, 60)}” trong danh bạ của đơn vị được giao.`;
    case 'dayImpossible':
      return 'Ngày vừa viết không có trong lịch.';
    case 'dayPassed':
      return 'Hạn vừa viết đã qua.';
    case 'severalDays':
      return 'Mỗi phiếu chỉ giao một hạn; nhiều mốc thì giao thành nhiều việc.';
    case 'dayUnclear':
      return 'Chưa hiểu hạn vừa viết, ví dụ viết được: “20/7”, “thứ Sáu tuần sau”, “ngày 25 hằng tháng”.';
  }
}

function describeNext(card: DraftCardModel): Html {
  if (card.ask !== null) {
    const hint = card.ask.facet === 'work' && html`\nAnh/chị trả lời (reply) phiếu này bằng tên việc.`;
    return html`👉 <b>${QUESTIONS[card.ask.facet]}</b>${hint}`;
  }
  if (card.missing.length > 0) {
    return html`Còn thiếu: ${card.missing.map((facet) => FACET_WORDS[facet]).join(', ')}. Danh bạ chưa có người đứng đầu hoặc lãnh đạo phụ trách của đơn vị này, xin liên hệ Văn phòng.`;
  }
  const confirms = card.defaulted.length > 0 ? ' Phần mặc định coi như anh/chị đã xác nhận.' : '';
  return html`Đã đủ 6 rõ. Anh/chị bấm <b>Giao</b> để giao việc.${confirms}`;
}

export const draftAsked = (): Html =>
  lines(
    html`Anh/chị viết việc cần giao trong một câu, ví dụ:`,
    html`“phòng CĐS tham mưu kế hoạch an toàn thông tin trước 20/7, VP phối hợp”`,
    html`Bỏ giữa chừng: /huy`,
  );

const EXAMPLES: Record<Facet, string> = {
  people: 'tên đơn vị, họ tên người thực hiện',
  work: 'tên việc',
  time: 'hạn, ví dụ “20/7” hoặc “thứ Sáu tuần sau”',
  responsibility: '',
  authority: 'người hoặc cấp quyết định, ví dụ “Chánh Văn phòng”',
  result: 'sản phẩm phải nộp, ví dụ “2 báo cáo”',
};

export const draftQuestion = (model: DraftPayloads['draftQuestion']): Html =>
  html`Anh/chị gõ ${EXAMPLES[model.facet]} (trong 10 phút, hoặc trả lời tin này).`;

export const draftDropped = (model: DraftPayloads['draftDropped']): Html =>
  html`Đã bỏ phiếu giao việc${model.title === null ? '' : html` “${shorten(model.title, 80)}”`}. Chưa có việc nào được giao.`;

export function taskIssued(model: DraftPayloads['taskIssued']): Html {
  return lines(
    html`✅ Đã giao <b>${model.code}</b>: ${shorten(model.title, 200)}`,
    html`${model.unit} – ${model.assignee}; hạn ${describeDeadline({ ...model, wording: model.deadlineWording })}.`,
    model.told.length > 0
      ? html`Báo cho: ${model.told.join(', ')}.`
      : html`Hệ thống không nhắn cho ai khác: người nhận là chính anh/chị, hoặc đơn vị chưa bấm Bắt đầu.`,
  );
}

type Given = Pick<DraftPayloads['taskGiven'], 'title' | 'dueOn' | 'deadlineWording' | 'product'>;

const given = (model: Given): Html =>
  lines(
    html`<b>${shorten(model.title, 300)}</b>`,
    html`Hạn: ${describeDeadline({ ...model, wording: model.deadlineWording })}. Sản phẩm: ${model.product ?? 'chưa rõ'}.`,
  );

export const taskGiven = (model: DraftPayloads['taskGiven']): Html =>
  lines(
    model.isAssignee
      ? html`📌 ${model.by} giao anh/chị việc <b>${model.code}</b> (${model.unit}).`
      : html`📌 ${model.by} giao ${model.unit} việc <b>${model.code}</b>; người thực hiện: ${model.assignee}.`,
    given(model),
  );

export const taskToSupport = (model: DraftPayloads['taskToSupport']): Html =>
  lines(
    html`🤝 ${model.supporting} phối hợp việc <b>${model.code}</b>; ${model.unit} chủ trì (${model.assignee}), ${model.by} giao.`,
    given(model),
  );

export const taskAccepted = (model: DraftPayloads['taskAccepted']): Html =>
  lines(
    html`✅ ${model.by} đã nhận <b>${model.code}</b>, tính từ nay là đang thực hiện.`,
    html`${shorten(model.title, 120)}`,
    html`Khi có tiến độ, anh/chị nhắn “${model.code} 30% đã làm gì”.`,
  );

export const returnHint = (model: DraftPayloads['returnHint']): Html =>
  html`Để trả lại <b>${model.code}</b>, anh/chị nhắn lý do và đơn vị đề nghị, ví dụ “${model.code} không thuộc chức năng phòng em, đề nghị chuyển P.KHTC”.`;

export function confirmAssignment(model: DraftPayloads['confirmAssignment']): Html {
  const [only, ...others] = model.people;
  const isMoved = model.saidOn !== null && model.saidOn !== model.dueOn;
  return lines(
    others.length === 0
      ? html`Giao <b>${model.code}</b> cho <b>${only?.name}</b> (đang có ${only?.openTasks} việc mở)?`
      : html`Trong đơn vị có ${model.people.length} người tên như vậy. Giao <b>${model.code}</b> cho ai?`,
    html`${shorten(model.title, 120)}`,
    model.assignee === null ? null : html`Hiện do ${model.assignee} thực hiện.`,
    isMoved &&
      html`<i>Hạn giữ nguyên${model.dueOn === null ? '' : ` ${formatDay(model.dueOn)}`}: giao người không đổi hạn.</i>`,
  );
}

export const assignmentDropped = (): Html => html`Đã bỏ, việc giữ nguyên người thực hiện.`;

export const personAssigned = (model: DraftPayloads['personAssigned']): Html =>
  lines(
    html`✅ Đã giao <b>${model.code}</b> cho ${model.name}${model.before === null ? '' : ` (trước: ${model.before})`}.`,
    html`${shorten(model.title, 120)}`,
  );

export const taskTaken = (model: DraftPayloads['taskTaken']): Html =>
  html`<b>${model.code}</b> từ nay do ${model.to} thực hiện, theo phân công của ${model.by}.\n${shorten(model.title, 120)}`;

export const continueInPrivate = (model: DraftPayloads['continueInPrivate']): Html =>
  html`Việc này làm trong tin nhắn riêng: <a href="https://t.me/${model.botUsername}">nhắn riêng cho hệ thống</a>.`;
