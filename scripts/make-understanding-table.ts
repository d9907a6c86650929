import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { formatDay } from '../src/domain/days.ts';
import type {
  ClaimedStatus,
  ClarifyReason,
  Intent,
  Meaning,
  ReportKind,
} from '../src/domain/utterance/meaning.ts';
import { readUtterance } from '../src/domain/utterance/read-utterance.ts';
import { CORPUS, type CorpusLine, contextOf } from '../test/domain/utterance/corpus.ts';

/** Where the table of the user guide is kept. */
export const TABLE_FILE = fileURLToPath(new URL('../docs/hieu-cau-chu.md', import.meta.url));

const EXAMPLES = 3;

/** How each intent is called for people, in the order of the guide; `unknown` ends it. */
const NAMES: Readonly<Record<Intent, string>> = {
  update: 'Báo tiến độ',
  update_delta: 'Báo tăng, giảm so với lần trước',
  report_done: 'Báo hoàn thành (chờ xác nhận)',
  partial_done: 'Xong phần việc của mình',
  heartbeat: 'Đang làm, chưa có gì mới',
  forecast: 'Hẹn ngày xong',
  risk_late: 'Báo có thể trễ',
  blocked: 'Báo vướng mắc',
  unblock: 'Báo đã hết vướng',
  multi: 'Báo nhiều nhiệm vụ một lần',
  correct: 'Sửa số đã báo nhầm',
  undo_move: 'Báo nhầm nhiệm vụ',
  accept: 'Nhận việc',
  refuse: 'Không nhận, đề nghị chuyển đơn vị khác',
  ask_extension: 'Xin gia hạn',
  cancel_extension: 'Thôi xin gia hạn',
  ask_change: 'Đề nghị điều chỉnh nội dung, sản phẩm',
  ask_suspension: 'Đề nghị tạm dừng',
  ask_resumption: 'Đề nghị tiếp tục việc tạm dừng',
  ask_cancellation: 'Đề nghị hủy',
  ask_directive: 'Xin ý kiến chỉ đạo',
  substitute: 'Nhờ người làm thay khi vắng',
  ack: 'Lời chào, cảm ơn, hứa sẽ báo (không ghi gì)',
  clarify: 'Chưa rõ: bot hỏi lại một câu',
  approve: 'Lãnh đạo đồng ý, xác nhận',
  reject: 'Lãnh đạo không đồng ý',
  return: 'Lãnh đạo trả lại để làm tiếp',
  assign: 'Giao việc mới',
  assign_person: 'Phân công người làm',
  reassign: 'Chuyển cho người, đơn vị khác',
  remind: 'Nhắc, đôn đốc',
  query_task: 'Hỏi tiến độ một nhiệm vụ',
  query_overdue: 'Hỏi việc quá hạn',
  query_overdue_units: 'Hỏi đơn vị đang trễ',
  query_indicator: 'Hỏi chỉ tiêu',
  indicator: 'Báo số liệu chỉ tiêu',
  register: 'Đăng ký công trình, phần việc',
  initiative: 'Đề xuất sáng kiến',
  commitment: 'Cam kết trách nhiệm',
  unit_report: 'Gửi báo cáo của đơn vị',
  unknown: 'Không hiểu: bot nói là chưa hiểu',
};

const STATUSES: Readonly<Record<ClaimedStatus, string>> = {
  notStarted: 'chưa bắt đầu',
  inProgress: 'đang làm',
  submitted: 'đã trình, chờ ký',
  blocked: 'đang vướng',
  reportedDone: 'báo hoàn thành, chờ xác nhận',
  basicallyDone: 'cơ bản hoàn thành',
  done: 'hoàn thành',
};
const REPORTS: Readonly<Record<ReportKind, string>> = {
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  halfYear: '6 tháng',
  year: 'năm',
  review: 'sơ kết, tổng kết',
  adHoc: 'đột xuất',
};
const REASONS: Readonly<Record<ClarifyReason, string>> = {
  percentOutOfRange: 'số phần trăm',
  impossibleDay: 'ngày không có thật',
  whichTask: 'nhiệm vụ nào',
  severalTasks: 'nhiệm vụ nào trong số đó',
  fractionOrDay: 'phân số hay ngày',
  doneOrNotYet: 'xong hay chưa',
  doneOnFutureDay: 'đã xong hay sẽ xong',
  figureUnclear: 'con số',
};
const LENGTHS = { workingDay: 'ngày làm việc', day: 'ngày', week: 'tuần', month: 'tháng' } as const;

const inWords = (value: number): string => String(value).replace('.', ',');

function describeFigure({ figure }: Meaning): string[] {
  if (figure === undefined) return [];
  const { value, unit, part, whole } = figure;
  const ratio = part === undefined || whole === undefined ? [] : [`${inWords(part)} trên ${inWords(whole)}`];
  return [...ratio, ...(value === undefined ? [] : [`${inWords(value)}${unit === '%' ? '%' : ''}`])];
}

/** What the bot takes from a message, in a few words. */
function describeMeaning(meaning: Meaning): string {
  const { task, percent, delta, status, on, extendBy, unit, person, coordinating, title, indicator, cause } =
    meaning;
  const updates = (meaning.updates ?? []).map(
    (update) =>
      `${update.task}: ${describeMeaning({ intent: 'update', ...update, task: undefined } as never)}`,
  );
  const parts = [
    ...updates,
    task,
    percent === undefined ? undefined : `${inWords(percent)}%`,
    delta === undefined ? undefined : `${delta > 0 ? 'thêm' : 'bớt'} ${inWords(Math.abs(delta))}%`,
    status && STATUSES[status],
    meaning.from && `từ ngày ${formatDay(meaning.from)}`,
    on && (meaning.from ? `đến ngày ${formatDay(on)}` : `ngày ${formatDay(on)}`),
    extendBy && `thêm ${extendBy.count} ${LENGTHS[extendBy.unit]}`,
    unit && `đơn vị ${unit}`,
    person && `người: ${person}`,
    coordinating && `phối hợp: ${coordinating.join(', ')}`,
    title && `việc: ${title}`,
    indicator,
    ...describeFigure(meaning),
    cause
      ? `lý do: ${cause}`
      : meaning.waitingFor && !updates.length
        ? `chờ: ${meaning.waitingFor}`
        : undefined,
    meaning.period && `kỳ: ${meaning.period}`,
    meaning.report && `báo cáo ${REPORTS[meaning.report]}`,
    meaning.reason && `hỏi lại: ${REASONS[meaning.reason]}`,
    meaning.product && `văn bản ${meaning.product.number}`,
  ];
  return parts.filter((part) => part !== undefined).join('; ') || '–';
}

const cell = (text: string): string => text.replaceAll('\n', ' ⏎ ').replaceAll('|', '\\|');

/** Sentences typed with marks first: they read best in a guide. */
function examplesOf(intent: Intent): CorpusLine[] {
  const lines = CORPUS.filter(({ expect }) => expect.intent === intent);
  const isMarked = ({ text }: CorpusLine): boolean => /[àáảãạăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵ]/i.test(text);
  return [...lines.filter(isMarked), ...lines.filter((line) => !isMarked(line))].slice(0, EXAMPLES);
}

function describeSetting({ reply, replyTo, actor }: CorpusLine): string {
  if (replyTo === 'extensionRequest') return ' *(trả lời đơn xin gia hạn)*';
  if (replyTo === 'completionReport') return ' *(trả lời báo cáo hoàn thành)*';
  if (reply !== undefined) return ` *(trả lời thẻ ${reply})*`;
  return actor === 'leader' ? ' *(lãnh đạo)*' : '';
}

function renderRows(intent: Intent): string[] {
  return examplesOf(intent).map((line, i) => {
    const understood = describeMeaning(readUtterance(line.text, contextOf(line)));
    return `| ${i === 0 ? NAMES[intent] : ''} | “${cell(line.text)}”${describeSetting(line)} | ${cell(understood)} |`;
  });
}

/** The whole table, as it is kept in the guide. */
export function renderUnderstandingTable(): string {
  return [
    '# Bot hiểu câu chữ thế nào',
    '',
    'Anh/chị cứ nhắn như nhắn cho đồng nghiệp: có dấu hay không dấu, viết tắt, sai vài chữ đều được.',
    'Các ví dụ tính từ thứ Tư, 08/7/2026. Điều gì chưa chắc, bot hỏi lại, không tự ghi là hoàn thành.',
    '',
    '| Ý của câu | Anh/chị nhắn | Bot hiểu |',
    '| --- | --- | --- |',
    ...(Object.keys(NAMES) as Intent[]).flatMap(renderRows),
    '',
    '*Bảng này do `npx tsx scripts/make-understanding-table.ts` viết ra từ các câu kiểm thử; không sửa tay.*',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await writeFile(TABLE_FILE, renderUnderstandingTable());
