import type { MessagePayloads } from '../../../domain/message/messages.ts';
import type { RequestModel } from '../../../domain/message/request-payloads.ts';
import type { RequestKind } from '../../../domain/task/request.ts';
import { type Html, html, lines } from '../html.ts';
import { formatDay, shorten } from './format.ts';
import { completionReturned as givenBack } from './progress.ts';

/** What `/giahan` says before what is typed behind it, so that it is read as the sentence. */
export const ASKS_EXTENSION = 'xin gia hạn';

export const REQUEST_BUTTONS = {
  send: 'Gửi đề nghị',
  handOver: 'Đúng, chuyển',
  doIt: 'Đúng, thực hiện',
  drop: 'Không',
  withdraw: 'Rút đề nghị',
  approve: '✅ Duyệt',
  refuse: '❌ Không duyệt',
} as const;

/** Reasons on buttons. Their places are stored under old messages: add at the end, never move one. */
export const REFUSAL_REASONS = ['Chưa đủ lý do', 'Phải giữ hạn', 'Giữ như đã giao'] as const;

const REASONS_BY_KIND: Record<RequestKind, readonly number[]> = {
  extension: [0, 1],
  return: [0, 2],
  reassignment: [0, 2],
  substitution: [0, 2],
  change: [0, 2],
  suspension: [0, 2],
  resumption: [0],
  cancellation: [0, 2],
};

/** The reasons that fit a kind of request, by their places. */
export const listRefusalReasons = (kind: RequestKind): { index: number; reason: string }[] =>
  REASONS_BY_KIND[kind].map((index) => ({ index, reason: REFUSAL_REASONS[index] ?? '' }));

export const extendToButton = (day: string): string => `Xin gia hạn đến ${formatDay(day)}`;

const day = (value: string | null): string => (value === null ? '' : formatDay(value));
const receiverOf = (request: RequestModel): string => request.toPerson ?? request.toUnit ?? '';

const newWordsOf = ({ newTitle, newProduct }: RequestModel): Html =>
  newProduct == null
    ? html`thành “${shorten(newTitle ?? '', 200)}”`
    : html`với sản phẩm là “${shorten(newProduct, 200)}”`;

/** What is asked, as the object of "đề nghị", "đã duyệt". */
const SUMMARIES: Record<RequestKind, (request: RequestModel) => Html> = {
  extension: (r) => html`gia hạn <b>${r.code}</b> đến <b>${day(r.newDueOn)}</b> (hạn cũ ${day(r.oldDueOn)})`,
  return: (r) => html`trả lại <b>${r.code}</b>${r.toUnit === null ? '' : `, chuyển cho ${r.toUnit}`}`,
  reassignment: (r) => html`chuyển <b>${r.code}</b> cho <b>${receiverOf(r)}</b>`,
  substitution: (r) =>
    html`<b>${receiverOf(r)}</b> làm thay ${r.asker} từ ${day(r.fromOn)} đến ${day(r.toOn)}`,
  change: (r) => html`điều chỉnh <b>${r.code}</b> ${newWordsOf(r)}`,
  suspension: (r) => html`tạm dừng <b>${r.code}</b>`,
  resumption: (r) => html`tiếp tục <b>${r.code}</b>`,
  cancellation: (r) => html`hủy <b>${r.code}</b>`,
};
export const summaryOf = (request: RequestModel): Html => SUMMARIES[request.kind](request);

const aboutOf = (request: RequestModel): Html | null =>
  request.kind === 'substitution' ? null : html`${shorten(request.title, 160)}`;
const reasonOf = (reason: string | null): Html | null =>
  reason === null ? null : html`Lý do: ${shorten(reason, 500)}`;

const DAY_PROBLEMS = {
  notLater: 'Ngày mới phải sau hôm nay và sau hạn hiện tại. ',
  tooFar: 'Ngày này xa hơn một năm nên chưa nhận được. ',
} as const;

export const extensionDayWanted = (model: MessagePayloads['extensionDayWanted']): Html =>
  lines(
    html`${model.problem === null ? '' : DAY_PROBLEMS[model.problem]}Anh/chị xin gia hạn <b>${model.code}</b> (hạn ${day(model.dueOn)}) đến ngày nào?`,
    html`${shorten(model.title, 120)}`,
    html`Chọn một ngày, hoặc trả lời tin này, ví dụ “${day(model.days[0] ?? null)}” hay “thêm 5 ngày làm việc”.`,
  );

export function extensionOffered(model: MessagePayloads['extensionOffered']): Html {
  const expected =
    model.forecastOn === null
      ? html`<b>${model.code}</b> có thể không kịp hạn ${day(model.dueOn)}.`
      : html`Dự kiến xong ${day(model.forecastOn)}, sau hạn ${day(model.dueOn)}.`;
  return html`${expected} Anh/chị có cần xin gia hạn không?`;
}

export function confirmRequest(model: MessagePayloads['confirmRequest']): Html {
  const { request, movedFrom } = model;
  const question = model.isAtOnce
    ? html`Anh/chị ${summaryOf(request)}, đúng không?`
    : html`Anh/chị đề nghị ${summaryOf(request)}, đúng không?`;
  return lines(
    question,
    aboutOf(request),
    movedFrom !== null && html`${day(movedFrom)} là ngày nghỉ nên lấy ngày làm việc kế tiếp.`,
    reasonOf(request.reason),
  );
}

/** What each kind is called on its button. */
export const REQUEST_KIND_BUTTONS: Record<RequestKind, string> = {
  extension: 'Gia hạn',
  return: 'Trả lại',
  reassignment: 'Chuyển người',
  substitution: 'Làm thay',
  change: 'Đổi nội dung',
  suspension: 'Tạm dừng',
  resumption: 'Tiếp tục',
  cancellation: 'Hủy việc',
};

export const requestMenu = (model: MessagePayloads['requestMenu']): Html =>
  lines(
    html`<b>${model.code}</b> ${shorten(model.title, 120)}`,
    model.kinds.length === 0
      ? html`Hiện không có đề nghị nào áp dụng được cho việc này.`
      : html`Anh/chị chọn điều cần đề nghị:`,
  );

const WORDS_WANTED: Partial<Record<RequestKind, string>> = {
  return: 'trả lại',
  suspension: 'tạm dừng',
  cancellation: 'hủy',
};

export const requestWordsWanted = (model: MessagePayloads['requestWordsWanted']): Html =>
  model.kind === 'change'
    ? lines(
        html`Nội dung hiện tại của <b>${model.code}</b>: ${shorten(model.title, 300)}`,
        html`Anh/chị trả lời tin này bằng nội dung mới. Nếu đổi sản phẩm, xin bắt đầu bằng “sản phẩm:”.`,
      )
    : lines(
        html`Vì sao cần ${WORDS_WANTED[model.kind] ?? ''} <b>${model.code}</b>? Anh/chị trả lời tin này bằng lý do.`,
        html`${shorten(model.title, 120)}`,
      );

/** New words for a task as they were typed: of its product when they begin by saying so. */
export function readNewWords(typed: string): { title: string } | { product: string } {
  const [, label, words] =
    /^(sản phẩm|san pham|kết quả|ket qua|nội dung|noi dung)\s*(?:mới|moi)?\s*(?:là|la|:)+\s*:?\s*(.+)$/is.exec(
      typed,
    ) ?? [];
  if (label === undefined || words === undefined) return { title: typed };
  return /^n/i.test(label) ? { title: words } : { product: words };
}

export const requestDropped = (model: MessagePayloads['requestDropped']): Html =>
  html`Đã bỏ, <b>${model.code}</b> giữ nguyên.`;

export const requestAsked = (model: MessagePayloads['requestAsked']): Html =>
  model.approver === null
    ? html`Đã ghi đề nghị ${summaryOf(model.request)}. Đang chờ quyết định.`
    : html`Đã gửi đề nghị ${summaryOf(model.request)} tới anh/chị ${model.approver}.`;

const ORDINALS: Record<RequestKind, string | null> = {
  extension: 'lần gia hạn',
  return: 'lần trả lại',
  reassignment: 'lần chuyển người, đơn vị',
  substitution: null,
  change: 'lần điều chỉnh',
  suspension: 'lần tạm dừng',
  resumption: null,
  cancellation: null,
};

export function requestToDecide({ request, ordinal }: MessagePayloads['requestToDecide']): Html {
  const counted = ORDINALS[request.kind];
  return lines(
    html`📝 ${request.asker} (${request.unit}) đề nghị ${summaryOf(request)}.`,
    aboutOf(request),
    reasonOf(request.reason) ?? html`Lý do: chưa nêu.`,
    counted !== null && ordinal > 1 && html`Đây là ${counted} thứ ${ordinal} của việc này.`,
    html`Anh/chị bấm nút, hoặc trả lời tin này “đồng ý” hay “không đồng ý” kèm lý do.`,
  );
}

export const requestReasonWanted = ({ request }: MessagePayloads['requestReasonWanted']): Html =>
  html`Anh/chị không duyệt đề nghị ${summaryOf(request)}. Xin chọn lý do, hoặc trả lời tin này bằng lý do.`;

export const requestUnitWanted = ({ request }: MessagePayloads['requestUnitWanted']): Html =>
  lines(
    html`${request.asker} (${request.unit}) đề nghị ${summaryOf(request)}. Anh/chị chuyển việc cho đơn vị nào?`,
    reasonOf(request.reason),
    html`Chọn ${request.unit} nếu việc vẫn thuộc đơn vị này, trưởng đơn vị cử người khác.`,
  );

export const requestDecided = (model: MessagePayloads['requestDecided']): Html =>
  lines(
    model.isApproved
      ? html`✅ ${model.by} đã duyệt đề nghị ${summaryOf(model.request)}.`
      : html`❌ ${model.by} không duyệt đề nghị ${summaryOf(model.request)}.`,
    aboutOf(model.request),
    reasonOf(model.reason),
  );

export const requestWithdrawn = ({ request, isOwn }: MessagePayloads['requestWithdrawn']): Html =>
  isOwn
    ? html`Đã rút đề nghị ${summaryOf(request)}.`
    : html`${request.asker} đã rút đề nghị ${summaryOf(request)}. Anh/chị không cần quyết định.`;

export const requestStillOpen = (model: MessagePayloads['requestStillOpen']): Html =>
  lines(
    html`Dạ, nhưng đề nghị ${summaryOf(model.request)} chưa được duyệt ở đây nên chưa có gì thay đổi.`,
    html`Người có thẩm quyền${model.approver === null ? '' : ` (anh/chị ${model.approver})`} cần tự bấm “Duyệt” trong tin của mình.`,
  );

export const handedOver = ({ request, by }: MessagePayloads['handedOver']): Html =>
  lines(html`${by} đã ${summaryOf(request)}.`, aboutOf(request), reasonOf(request.reason));

export const taskHandedOver = (model: MessagePayloads['taskHandedOver']): Html =>
  lines(
    html`📌 <b>${model.code}</b> được ${model.by} chuyển cho anh/chị (trước đó: ${model.from}).`,
    html`${shorten(model.title, 160)}`,
    model.dueOn !== null && html`Hạn: ${day(model.dueOn)}`,
    reasonOf(model.reason),
  );

export const chooseRequestPerson = (model: MessagePayloads['chooseRequestPerson']): Html =>
  html`Có nhiều người là “${shorten(model.typed, 60)}”. Anh/chị chọn người cho <b>${model.code}</b>:`;

export const completionReturned = (model: MessagePayloads['completionReturned']): Html =>
  lines(givenBack(model), reasonOf(model.reason ?? null));
