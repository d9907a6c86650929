import type {
  AnswerModel,
  CardExplanation,
  ExplanationMark,
  ExplanationModel,
  ExplanationPayloads,
} from '../../../domain/message/explanation-payloads.ts';
import type { ExplanationWords, LatenessCause } from '../../../domain/task/explanation.ts';
import { type Html, html, lines } from '../html.ts';
import { countShown, formatDay, shorten } from './format.ts';

export const EXPLANATION_BUTTONS = {
  send: 'Gửi giải trình',
  drop: 'Bỏ',
  explain: '✍️ Giải trình',
  explainAgain: 'Giải trình lại',
  view: 'Xem giải trình',
  giveBack: '↩️ Trả lại',
} as const;

export const CAUSE_BUTTONS: Record<LatenessCause, string> = {
  objective: 'Khách quan',
  subjective: 'Chủ quan',
  both: 'Cả hai',
};

export const ACCEPT_BUTTONS: Record<LatenessCause, string> = {
  objective: 'Đồng ý: khách quan',
  subjective: 'Đồng ý: chủ quan',
  both: 'Đồng ý: cả hai',
};

const CAUSE_WORDS: Record<LatenessCause, string> = {
  objective: 'khách quan',
  subjective: 'chủ quan',
  both: 'cả khách quan và chủ quan',
};

/** Reasons on buttons. Their places are stored under old messages: add at the end, never move one. */
export const RETURN_REASONS = ['Chưa rõ nguyên nhân', 'Chưa có giải pháp', 'Chưa nêu ngày xong'] as const;

const EXAMPLE = 'chờ góp ý của Bộ; giải pháp: cử người làm việc trực tiếp; xong trước 20/7';

/** "NV13 (hạn 03/7/2026, trễ 3 ngày làm việc)". */
const named = ({ code, dueOn, daysLate }: ExplanationModel): Html =>
  html`<b>${code}</b> (hạn ${formatDay(dueOn)}${daysLate > 0 ? `, trễ ${daysLate} ngày làm việc` : ''})`;

const titled = ({ title }: ExplanationModel): Html => html`${shorten(title, 160)}`;

const describeWords = ({ text, remedy, newDueOn }: ExplanationWords): Html =>
  lines(
    html`Lý do: ${shorten(text, 800)}`,
    remedy !== null && html`Giải pháp: ${shorten(remedy, 400)}`,
    newDueOn !== null && html`Ngày xong mới: <b>${formatDay(newDueOn)}</b>`,
  );

export function explanationList(model: ExplanationPayloads['explanationList']): Html {
  const { toGive, toDecide, waitingElsewhere } = model;
  if (toGive.total + toDecide.total + waitingElsewhere === 0) {
    return html`Không có giải trình nào đang chờ anh/chị.`;
  }
  return lines(
    html`<b>Giải trình việc trễ</b> ${formatDay(model.on)}`,
    ...section('Chờ anh/chị giải trình', toGive.total, toGive.lines.map(toGiveLine)),
    ...section('Chờ anh/chị quyết định', toDecide.total, toDecide.lines.map(toDecideLine)),
    waitingElsewhere > 0 && html`\nĐã gửi, đang chờ lãnh đạo quyết định: ${waitingElsewhere} việc.`,
    toGive.total + toDecide.total > 0 && html`\nAnh/chị bấm mã việc để bắt đầu.`,
  );
}

function section(title: string, total: number, shown: Html[]): Html[] {
  return total === 0 ? [] : [html`\n<b>${title}</b> (${countShown(total, shown.length)})`, ...shown];
}

const ownerOf = ({ unit, assignee }: ExplanationModel): string =>
  assignee === null ? unit : `${unit} (${assignee})`;

const toGiveLine = (line: ExplanationModel): Html =>
  html`• ${named(line)} ${shorten(line.title, 90)}
   ${ownerOf(line)} · ${deadlineOf(line)}`;

const deadlineOf = ({ replyBy, isLate }: { replyBy: string; isLate: boolean }): string =>
  isLate ? `đã quá hạn giải trình (${formatDay(replyBy)})` : `trả lời trong ngày ${formatDay(replyBy)}`;

const toDecideLine = (line: ExplanationPayloads['explanationList']['toDecide']['lines'][number]): Html =>
  html`• ${named(line)} ${shorten(line.title, 90)}
   ${line.unit}, ${line.author} giải trình`;

export const explanationCauseWanted = (model: ExplanationPayloads['explanationCauseWanted']): Html =>
  lines(
    html`${named(model.explanation)} trễ do nguyên nhân nào?`,
    titled(model.explanation),
    model.returned !== null && html`Lần trước bị trả lại: ${shorten(model.returned, 300)}`,
    model.said !== null && html`Lý do: ${shorten(model.said, 800)}`,
  );

export const explanationReasonWanted = (model: ExplanationPayloads['explanationReasonWanted']): Html =>
  lines(
    html`${named(model.explanation)}, nguyên nhân ${CAUSE_WORDS[model.cause]}.`,
    html`Anh/chị nhắn một câu nêu lý do, kèm giải pháp và ngày xong nếu có, ví dụ “${EXAMPLE}”.`,
  );

export const confirmExplanation = (model: ExplanationPayloads['confirmExplanation']): Html =>
  lines(
    html`Anh/chị gửi giải trình ${named(model.explanation)}, đúng không?`,
    titled(model.explanation),
    html`Nguyên nhân: <b>${CAUSE_WORDS[model.cause]}</b>`,
    describeWords(model.words),
    html`<i>Muốn sửa lý do, anh/chị trả lời (Reply) tin này.</i>`,
  );

export const explanationDropped = (model: ExplanationPayloads['explanationDropped']): Html =>
  html`Đã bỏ. <b>${model.code}</b> vẫn chờ giải trình ở /giaitrinh.`;

export const explanationSent = (model: ExplanationPayloads['explanationSent']): Html =>
  model.to === null
    ? html`Đã ghi giải trình <b>${model.code}</b>. Chưa có lãnh đạo phụ trách để quyết định; anh/chị báo Văn phòng bổ sung giúp.`
    : html`Đã gửi giải trình <b>${model.code}</b> tới anh/chị ${model.to}.`;

export const explanationToDecide = ({
  explanation,
  answer,
}: ExplanationPayloads['explanationToDecide']): Html =>
  lines(
    html`✍️ ${answer.author} (${explanation.unit}) giải trình ${named(explanation)}:`,
    titled(explanation),
    html`Nguyên nhân: <b>${CAUSE_WORDS[answer.cause]}</b>`,
    describeWords(answer),
    html`Anh/chị xác nhận nguyên nhân, hoặc trả lại.`,
  );

export const explanationReturnWanted = (model: ExplanationPayloads['explanationReturnWanted']): Html =>
  lines(
    html`Anh/chị trả lại giải trình ${named(model.explanation)} của ${model.author}.`,
    html`Xin chọn lý do, hoặc nhắn một câu cần bổ sung gì.`,
  );

export function explanationDecided(model: ExplanationPayloads['explanationDecided']): Html {
  return model.confirmedCause === null ? returned(model) : accepted(model, model.confirmedCause);
}

function accepted(model: ExplanationPayloads['explanationDecided'], cause: LatenessCause): Html {
  const { explanation, newDueOn, by } = model;
  return lines(
    html`✅ ${by} chấp nhận giải trình ${named(explanation)}, nguyên nhân <b>${CAUSE_WORDS[cause]}</b>.`,
    titled(explanation),
    cause === 'objective' && html`Việc này không tính vào tỷ lệ đúng hạn đã trừ nguyên nhân khách quan.`,
    newDueOn !== null &&
      model.toAuthor &&
      html`Hạn của việc vẫn giữ nguyên. Cần đổi hạn, anh/chị nhắn: /giahan ${explanation.code} đến ${formatDay(newDueOn)}`,
  );
}

const returned = ({ explanation, by, reason, toAuthor }: ExplanationPayloads['explanationDecided']): Html =>
  lines(
    html`↩️ ${by} trả lại giải trình ${named(explanation)}.`,
    titled(explanation),
    html`Lý do: ${shorten(reason ?? '', 500)}`,
    toAuthor && html`Đề nghị anh/chị giải trình lại trong ngày ${formatDay(explanation.replyBy)}.`,
  );

/** What a brief says under a task. */
export const explanationMark = ({ waits, replyBy }: ExplanationMark, today: string): Html =>
  waits === 'toDecide'
    ? html`\n   ✍️ Giải trình chờ anh/chị quyết định: /giaitrinh`
    : html`\n   ✍️ Cần giải trình, ${deadlineOf({ replyBy, isLate: today > replyBy })}: /giaitrinh`;

const DECIDED_WORDS = {
  answered: () => 'Chờ lãnh đạo quyết định.',
  accepted: (card: CardExplanation) =>
    `Đã chấp nhận: ${card.confirmedCause === null ? '' : CAUSE_WORDS[card.confirmedCause]}.`,
  returned: (card: CardExplanation) => `Đã trả lại: ${shorten(card.reason ?? '', 160)}`,
  asked: () => '',
} as const;

/** The newest explanation as a task card shows it. */
export function explanationOnCard(card: CardExplanation): Html {
  if (card.answer === null) {
    return html`\n✍️ Chờ giải trình vì trễ hạn ${formatDay(card.dueOn)} (trả lời trong ngày ${formatDay(card.replyBy)})`;
  }
  return lines(
    html`\n<b>Giải trình</b> (hạn ${formatDay(card.dueOn)})`,
    html`• ${CAUSE_WORDS[card.answer.cause]}: ${quoted(card.answer)} (${card.answer.author})`,
    html`• ${DECIDED_WORDS[card.standing](card)}`,
  );
}

function quoted({ text, remedy, newDueOn }: AnswerModel): string {
  const further = [
    ...(remedy === null ? [] : [`giải pháp: ${shorten(remedy, 120)}`]),
    ...(newDueOn === null ? [] : [`xong ${formatDay(newDueOn)}`]),
  ];
  return [`“${shorten(text, 200)}”`, ...further].join('; ');
}
