import type {
  BottleneckDraftModel,
  BottleneckModel,
  BottleneckPayloads,
  LinkedTask,
} from '../../../domain/message/bottleneck-payloads.ts';
import {
  BOTTLENECK_STATES,
  type BottleneckDomain,
  type BottleneckState,
} from '../../../domain/task/bottleneck.ts';
import type { BottleneckQuestion } from '../../../domain/task/bottleneck-draft.ts';
import { type Html, html, lines } from '../html.ts';
import { formatDay, shorten } from './format.ts';

/** "mới", "mới thiếu vốn …" behind `/diemnghen`; what follows is the sentence. */
export const ADDS = /^(?:mới|moi|thêm|them)(?![\p{L}\d])[\s:,-]*/iu;

export const BOTTLENECK_BUTTONS = {
  add: '➕ Thêm',
  list: 'Danh sách',
  record: '✅ Ghi nhận',
  drop: 'Bỏ',
  withoutDay: 'Chưa có hạn',
  confirm: 'Xác nhận',
} as const;

export const DOMAIN_WORDS: Record<BottleneckDomain, string> = {
  procedures: 'TTHC',
  disbursement: 'Giải ngân',
  projects: 'Dự án',
  other: 'Khác',
};

const BOTTLENECK_STATE_WORDS: Record<BottleneckState, string> = {
  new: 'mới',
  inProgress: 'đang xử lý',
  improving: 'có chuyển biến',
  resolved: 'đã tháo gỡ',
};

const STATE_MARKS: Record<BottleneckState, string> = {
  new: '🔴',
  inProgress: '🟠',
  improving: '🟡',
  resolved: '✅',
};

/** What the button says that leads from one state to another. */
export function moveButton(from: BottleneckState, to: BottleneckState): string {
  if (to === 'resolved') return '✅ Đã tháo gỡ';
  if (to === 'improving') return 'Có chuyển biến';
  return from === 'new' ? 'Bắt đầu xử lý' : 'Chưa chuyển biến';
}

/** What the buttons say with which a known answer is changed. */
export const EDIT_WORDS: Record<BottleneckQuestion, string> = {
  title: 'Sửa nội dung',
  domain: 'Sửa lĩnh vực',
  mustAct: 'Sửa nơi xử lý',
  time: 'Sửa hạn',
};

const dueWords = ({ dueOn, isLate }: Pick<BottleneckModel, 'dueOn' | 'isLate'>): string => {
  if (dueOn === null) return 'chưa có hạn';
  return isLate ? `quá hạn ${formatDay(dueOn)}` : `hạn ${formatDay(dueOn)}`;
};

export function bottleneckList(model: BottleneckPayloads['bottleneckList']): Html {
  const total = BOTTLENECK_STATES.reduce((sum, state) => sum + (model.counts[state] ?? 0), 0);
  if (total === 0) return html`Chưa có điểm nghẽn nào. Anh/chị bấm “Thêm”, hoặc nhắn /diemnghen mới …`;
  const counts = BOTTLENECK_STATES.map(
    (state) => `${BOTTLENECK_STATE_WORDS[state]} ${model.counts[state] ?? 0}`,
  );
  const shown = model.lines.length;
  return lines(
    html`<b>Điểm nghẽn</b> ${formatDay(model.on)}: ${total} (${counts.join(' · ')})`,
    ...BOTTLENECK_STATES.flatMap((state) => {
      const ofState = model.lines.filter((line) => line.state === state);
      return ofState.length === 0 ? [] : [stateTitle(state), ...ofState.map(listLine)];
    }),
    model.total > shown && html`\nCòn ${model.total - shown} điểm nghẽn khác chưa tháo gỡ.`,
  );
}

const stateTitle = (state: BottleneckState): Html =>
  html`\n<b>${STATE_MARKS[state]} ${capital(BOTTLENECK_STATE_WORDS[state])}</b>`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const listLine = (line: BottleneckModel): Html =>
  html`• <b>${line.code}</b> ${shorten(line.title, 90)} · ${line.unit}${line.mustAct === null ? '' : `, chờ ${shorten(line.mustAct, 40)}`}, ${dueWords(line)}${line.isConfirmed ? '' : ' (chưa xác nhận)'}`;

const QUESTIONS: Record<BottleneckQuestion, string> = {
  title:
    'Điểm nghẽn là gì? Anh/chị nhắn một câu, ví dụ “Chưa có vốn mua máy chủ cho NV12, P.KHTC bố trí trước 20/7”.',
  domain: 'Thuộc lĩnh vực nào?',
  mustAct: 'Ai phải xử lý? Anh/chị bấm đơn vị, hoặc nhắn tên cơ quan khác.',
  time: 'Cần xử lý trước ngày nào? Anh/chị bấm, hoặc nhắn ví dụ “20/7”.',
};

const HINTS: Record<BottleneckDraftModel['hints'][number]['kind'], (codes: string[]) => string> = {
  dayImpossible: () => 'Ngày này không có trong lịch.',
  dayUnclear: () => 'Hệ thống chưa hiểu ngày này.',
  dayPassed: () => 'Ngày này đã qua.',
  severalDays: () => 'Xin chỉ nêu một ngày.',
  unknownTasks: (codes) =>
    `Không thấy việc ${codes.slice(0, 5).join(', ')} trong những việc anh/chị xem được.`,
};

export function bottleneckDraft(model: BottleneckDraftModel): Html {
  const hints = model.hints.map(({ kind, codes }) => html`⚠️ ${HINTS[kind](codes ?? [])}`);
  if (model.title === null) return lines(...hints, QUESTIONS.title);
  return lines(
    html`<b>Điểm nghẽn mới</b>`,
    html`${shorten(model.title, 500)}`,
    model.domain !== null && html`Lĩnh vực: ${DOMAIN_WORDS[model.domain]}`,
    model.mustAct !== null && html`Phải xử lý: <b>${shorten(model.mustAct, 120)}</b>`,
    model.dueOn !== null && html`Hạn: <b>${formatDay(model.dueOn)}</b>`,
    tasksOf(model.tasks),
    ...hints,
    model.ask === null
      ? html`\n<i>${model.tasks.length === 0 ? 'Gắn việc bị ảnh hưởng: nhắn mã, ví dụ “NV12, NV15”. ' : ''}Đủ thì bấm Ghi nhận.</i>`
      : html`\n<b>${QUESTIONS[model.ask]}</b>`,
  );
}

const tasksOf = (tasks: LinkedTask[]): Html | null =>
  tasks.length === 0
    ? null
    : html`Việc bị ảnh hưởng: ${tasks.map(({ code, title }) => `${code} ${shorten(title, 60)}`).join('; ')}`;

export const bottleneckDropped = (): Html => html`Đã bỏ, chưa ghi điểm nghẽn nào.`;

export const bottleneckRecorded = (model: BottleneckPayloads['bottleneckRecorded']): Html =>
  lines(
    html`Đã ghi điểm nghẽn <b>${model.bottleneck.code}</b>.`,
    describe(model.bottleneck, model.tasks),
    model.told.length > 0 && html`Đã báo: ${model.told.join(', ')}.`,
  );

export const bottleneckCard = (model: BottleneckPayloads['bottleneckCard']): Html =>
  lines(
    html`<b>${model.bottleneck.code}</b> · ${BOTTLENECK_STATE_WORDS[model.bottleneck.state]}${model.bottleneck.isConfirmed ? '' : ' · trưởng đơn vị chưa xác nhận'}`,
    describe(model.bottleneck, model.tasks),
    html`Người báo: ${model.bottleneck.by} (${model.bottleneck.unit})`,
  );

const describe = (model: BottleneckModel, tasks: LinkedTask[]): Html =>
  lines(
    html`${shorten(model.title, 500)}`,
    html`Lĩnh vực: ${DOMAIN_WORDS[model.domain]}. Phải xử lý: <b>${model.mustAct === null ? 'chưa rõ' : shorten(model.mustAct, 120)}</b>, ${dueWords(model)}`,
    tasksOf(tasks),
  );

export const bottleneckTold = (model: BottleneckPayloads['bottleneckTold']): Html =>
  lines(
    model.to === 'mustAct'
      ? html`🧱 ${model.bottleneck.unit} đang chờ đơn vị anh/chị tháo gỡ điểm nghẽn <b>${model.bottleneck.code}</b>:`
      : html`🧱 ${model.bottleneck.by} báo điểm nghẽn <b>${model.bottleneck.code}</b> của ${model.bottleneck.unit}:`,
    describe(model.bottleneck, model.tasks),
    model.mayConfirm &&
      html`<i>Anh/chị xác nhận thì việc bị ảnh hưởng tạm dừng nhắc sắp đến hạn; quá hạn vẫn báo như thường.</i>`,
  );

export const bottleneckMoved = ({ bottleneck, from, by }: BottleneckPayloads['bottleneckMoved']): Html =>
  lines(
    html`${STATE_MARKS[bottleneck.state]} <b>${bottleneck.code}</b>: ${BOTTLENECK_STATE_WORDS[from]} → <b>${BOTTLENECK_STATE_WORDS[bottleneck.state]}</b> (${by})`,
    html`${shorten(bottleneck.title, 160)}`,
  );

export const bottleneckConfirmed = ({ bottleneck, by }: BottleneckPayloads['bottleneckConfirmed']): Html =>
  lines(
    html`${by} đã xác nhận điểm nghẽn <b>${bottleneck.code}</b>.`,
    html`${shorten(bottleneck.title, 160)}`,
    html`<i>Việc bị ảnh hưởng tạm dừng nhắc sắp đến hạn cho đến khi tháo gỡ. Quá hạn vẫn báo như thường.</i>`,
  );
