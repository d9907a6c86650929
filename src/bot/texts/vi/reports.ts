import { describePeriod, describeSubject } from '../../../documents/report-words.ts';
import type {
  CollectedReport,
  OwedReport,
  ReportCard,
  ReportPayloads,
  ReportStanding,
} from '../../../domain/message/report-payloads.ts';
import type { ReportModel } from '../../../domain/report/report-model.ts';
import type { ReportPeriod } from '../../../domain/report/report-period.ts';
import type { TaskWorkbook, WorkbookKind } from '../../../domain/report/task-workbook.ts';
import { type Html, html, lines } from '../html.ts';
import { formatDay, formatMoment, formatShare, shorten } from './format.ts';

export const REPORT_BUTTONS = {
  print: '📄 Xem bản Word',
  submit: 'Nộp báo cáo',
  close: 'Chốt báo cáo',
  consolidate: 'Tổng hợp',
  giveBack: '↩️ Trả lại',
  view: 'Xem báo cáo',
} as const;

export const WORKBOOK_BUTTONS: Record<WorkbookKind, string> = {
  tasks: 'Danh mục nhiệm vụ',
  sixFacets: 'Bảng giao việc 6 rõ',
  warnings: 'Danh sách cảnh báo',
  products: 'Danh mục sản phẩm',
};

/** `tuần 28`, `tháng 7/2026`: the period in few words. */
function shortPeriod(period: ReportPeriod): string {
  switch (period.kind) {
    case 'week':
      return `tuần ${period.number}`;
    case 'month':
      return `tháng ${period.number}/${period.year}`;
    case 'occasion':
    case 'phase':
      return period.name.toLocaleLowerCase('vi');
    default:
      return describePeriod(period);
  }
}

/** "Báo cáo tuần 28": what the name ends with and the period begins with is said once. */
export function reportTitle({ name, period }: { name: string; period: ReportPeriod }): string {
  const [words, short] = [name.split(' '), shortPeriod(period)];
  const shared = words.findIndex((_, from) => {
    const end = words.slice(from).join(' ').toLocaleLowerCase('vi');
    return short === end || short.startsWith(`${end} `);
  });
  return [...(shared < 0 ? words : words.slice(0, shared)), short].join(' ');
}

const STANDING_WORDS: Record<ReportStanding, string> = {
  missing: 'chưa nộp',
  draft: 'nháp',
  submitted: 'đã nộp',
  returned: 'bị trả lại',
  consolidated: 'đã tổng hợp',
};

export function reportList({ on, unitName, owed, collected }: ReportPayloads['reportList']): Html {
  if (owed.length + collected.length === 0) {
    return html`Hiện anh/chị không có báo cáo nào phải lập hoặc theo dõi.`;
  }
  return lines(
    html`<b>Báo cáo</b> ${formatDay(on)}`,
    owed.length > 0 && html`\n<b>${unitName ?? ''}</b>`,
    ...owed.map(owedLine),
    collected.length > 0 && html`\n<b>Các đơn vị đã nộp</b>`,
    ...collected.map(collectedLine),
    html`\nAnh/chị bấm tên báo cáo để mở. Báo cáo lập khi cần: <code>/baocao giải trình</code>, <code>/baocao danh sách nhiệm vụ chậm</code>.`,
  );
}

const owedLine = ({ dueOn, standing, isLate, ...named }: OwedReport): Html =>
  html`• ${reportTitle(named)}: ${isLate ? html`<b>quá hạn</b>, ` : ''}${STANDING_WORDS[standing]}${dueOn === null ? '' : ` (hạn ${formatDay(dueOn)})`}`;

const collectedLine = ({ dueOn, units, submitted, isConsolidated, ...named }: CollectedReport): Html =>
  html`• ${reportTitle(named)}: ${submitted}/${units} đơn vị${isConsolidated ? ', đã tổng hợp' : ''}${dueOn === null ? '' : ` (hạn ${formatDay(dueOn)})`}`;

export function reportCard(card: ReportCard): Html {
  const missing = card.parts.filter((part) => !part.isWritten);
  return lines(
    html`<b>${reportTitle(card)}</b>${card.unitName === null ? ' (toàn Sở)' : `, ${card.unitName}`}`,
    html`Trạng thái: <b>${STANDING_WORDS[card.standing]}</b>${card.dueOn === null ? '' : ` · hạn ${formatDay(card.dueOn)}`}`,
    card.returnReason !== null && html`Lý do trả lại: ${shorten(card.returnReason, 500)}`,
    html`\nSố liệu hệ thống đã điền: ${card.tasks} nhiệm vụ, hoàn thành ${card.done}, chậm ${card.overdue}, đúng hạn ${formatShare(card.onTimeRate)}.`,
    card.withoutReason.length > 0 &&
      html`<b>Cần nêu lý do chậm</b> (${card.withoutReason.length} việc): ${shorten(card.withoutReason.map(({ code }) => code).join(', '), 300)}`,
    card.mayWrite && missing.length > 0 && html`Còn ${missing.length} mục chưa viết; bấm tên mục để viết.`,
    card.mayWrite && html`<i>Nộp rồi thì số liệu được giữ nguyên.</i>`,
  );
}

export const reportPartWanted = (model: ReportPayloads['reportPartWanted']): Html =>
  lines(
    html`<b>${model.title}</b>`,
    html`${model.question}`,
    model.written !== null && html`Đang ghi: ${shorten(model.written, 1500)}`,
    html`<i>Anh/chị nhắn nội dung ngay sau tin này; mỗi dòng là một đoạn.</i>`,
  );

export const lateReasonWanted = (model: ReportPayloads['lateReasonWanted']): Html =>
  lines(
    html`Vì sao <b>${model.code}</b>${model.dueOn === null ? '' : ` (hạn ${formatDay(model.dueOn)})`} chậm?`,
    html`${shorten(model.title, 160)}`,
    html`<i>Anh/chị nhắn một câu nêu lý do và biện pháp ngay sau tin này.</i>`,
  );

export function reportStatus(model: ReportPayloads['reportStatus']): Html {
  const missing = model.units.filter(({ standing }) => standing === 'missing' || standing === 'draft');
  return lines(
    html`<b>${reportTitle(model)}</b>${model.dueOn === null ? '' : ` · hạn ${formatDay(model.dueOn)}`}`,
    ...model.units.map(
      ({ name, standing, submittedAt }) =>
        html`• ${name}: ${STANDING_WORDS[standing]}${submittedAt === null ? '' : `, ${formatMoment(new Date(submittedAt))}`}`,
    ),
    missing.length > 0 &&
      html`\n<b>Chưa nộp</b> (${missing.length}): ${missing.map(({ name }) => name).join(', ')}`,
    model.isConsolidated && html`\nBáo cáo toàn Sở đã chốt.`,
  );
}

export const reportSubmitted = ({ isDepartment, ...named }: ReportPayloads['reportSubmitted']): Html =>
  isDepartment
    ? html`Đã chốt <b>${reportTitle(named)}</b>. Bản Word in từ số liệu vừa chốt.`
    : html`Đã nộp <b>${reportTitle(named)}</b> tới Văn phòng. Bản Word in từ số liệu vừa nộp.`;

export const reportArrived = ({ unitName, by, ...named }: ReportPayloads['reportArrived']): Html =>
  html`📥 ${by} nộp <b>${reportTitle(named)}</b> của ${unitName}.`;

export const reportReturnWanted = ({ name, unitName }: ReportPayloads['reportReturnWanted']): Html =>
  html`Anh/chị trả lại ${name} của ${unitName}. Xin nhắn một câu cần bổ sung gì.`;

export const reportReturned = (model: ReportPayloads['reportReturned']): Html =>
  lines(
    model.toAuthor
      ? html`↩️ ${model.by} trả lại <b>${reportTitle(model)}</b>.`
      : html`Đã trả lại <b>${reportTitle(model)}</b> của ${model.unitName}.`,
    html`Lý do: ${shorten(model.reason, 500)}`,
    model.toAuthor && html`Đề nghị anh/chị bổ sung và nộp lại.`,
  );

export const exportMenu = ({ scopeName }: ReportPayloads['exportMenu']): Html =>
  html`Xuất Excel, phạm vi <b>${scopeName}</b>, số liệu đến lúc này. Anh/chị chọn danh sách:`;

export const reportCaption = (model: ReportModel): string =>
  shorten(`${model.name}: ${describeSubject(model)}`, 900);

export const workbookCaption = (workbook: TaskWorkbook): string =>
  `${workbook.kinds.map((kind) => WORKBOOK_BUTTONS[kind]).join(', ')}: ${workbook.scopeName}, số liệu đến ngày ${formatDay(workbook.asOfOn)}`;
