import { formatDay } from '../domain/days.ts';
import type { FigureClass } from '../domain/kpi/figures.ts';
import type { ReportModel, ReportTask } from '../domain/report/report-model.ts';
import type { ReportPeriod } from '../domain/report/report-period.ts';
import type { LatenessCause } from '../domain/task/explanation.ts';
import type { RequestKind, RequestState } from '../domain/task/request.ts';
import type { TaskPriority } from '../domain/task/task.ts';

/** The words that documents share: plain sentences and no pictograms. */

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

/** `III`: sections, appendices and quarters. */
export const roman = (number: number): string => ROMAN[number - 1] ?? String(number);

/** "tháng 7 năm 2026", "quý III năm 2026", "tuần 28 năm 2026 (từ ngày … đến ngày …)". */
export function describePeriod(period: ReportPeriod): string {
  const span = `từ ngày ${formatDay(period.from)} đến ngày ${formatDay(period.to)}`;
  switch (period.kind) {
    case 'week':
      return `tuần ${period.number} năm ${period.year} (${span})`;
    case 'month':
      return `tháng ${period.number} năm ${period.year}`;
    case 'quarter':
      return `quý ${roman(period.number)} năm ${period.year}`;
    case 'year':
      return `năm ${period.year}`;
    case 'phase':
      return `${lowerFirst(period.name)} (${span})`;
    case 'occasion':
    case 'toDate':
      return `đến ngày ${formatDay(period.to)}`;
    case 'days':
      return span;
  }
}

/** What a report is about, with its period and campaign in it. */
export const describeSubject = ({
  subject,
  period,
  campaign,
}: Pick<ReportModel, 'subject' | 'period' | 'campaign'>) =>
  subject.replaceAll('{period}', describePeriod(period)).replaceAll('{campaign}', lowerFirst(campaign.name));

export const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** A count as documents write it: one to nine with a leading zero (NĐ 30/2020), thousands with a dot. */
export const writeCount = (count: number): string =>
  count > 0 && count < 10 ? `0${count}` : count.toLocaleString('vi-VN');

/** A share (0–1) as `93,02%`: two decimals, cut and not rounded, so that a missed target never reads as met. */
export function writeShare(share: number | null): string {
  if (share === null) return 'chưa có dữ liệu';
  const cut = Math.floor(share * 10_000 + 1e-9) / 100;
  return `${cut.toLocaleString('vi-VN', { maximumFractionDigits: 2 })}%`;
}

export const CLASS_WORDS: Record<FigureClass, string> = {
  doneEarly: 'Hoàn thành trước hạn',
  doneOnDay: 'Hoàn thành đúng hạn',
  doneLate: 'Hoàn thành quá hạn',
  overdueOpen: 'Chậm tiến độ',
  awaitingConfirmation: 'Chờ xác nhận hoàn thành',
  openInTime: 'Đang thực hiện (trong hạn)',
  noDeadline: 'Đang thực hiện (không hạn)',
};

export const DOCUMENT_PRIORITY_WORDS: Record<TaskPriority, string> = {
  normal: 'Thường',
  focus: 'Trọng tâm',
  key: 'Trọng điểm',
  breakthrough: 'Đột phá',
};

export const DOCUMENT_CAUSE_WORDS: Record<LatenessCause, string> = {
  objective: 'khách quan',
  subjective: 'chủ quan',
  both: 'khách quan và chủ quan',
};

export const CHANGE_WORDS: Record<RequestKind, string> = {
  extension: 'Gia hạn',
  return: 'Chuyển trả nhiệm vụ',
  reassignment: 'Chuyển người thực hiện',
  substitution: 'Người làm thay',
  change: 'Điều chỉnh nội dung',
  suspension: 'Tạm dừng',
  resumption: 'Tiếp tục thực hiện',
  cancellation: 'Hủy nhiệm vụ',
};

export const CHANGE_STATE_WORDS: Record<RequestState, string> = {
  open: 'Chờ quyết định',
  approved: 'Đã đồng ý',
  refused: 'Không đồng ý',
  withdrawn: 'Đã rút',
};

/** Why a task is late, in one text; a task of which nobody said why says so. */
export function describeReason({ reason, figureClass }: ReportTask): string {
  if (figureClass !== 'overdueOpen' && figureClass !== 'doneLate') return '';
  if (reason === null) return 'Chưa có giải trình';
  const cause = reason.cause === null ? '' : ` (nguyên nhân ${DOCUMENT_CAUSE_WORDS[reason.cause]})`;
  const remedy = reason.remedy === null ? '' : ` Biện pháp: ${reason.remedy}`;
  const newDay = reason.newDueOn === null ? '' : ` Dự kiến xong ngày ${formatDay(reason.newDueOn)}.`;
  return `${endSentence(`${reason.text}${cause}`)}${remedy === '' ? '' : endSentence(remedy)}${newDay}`;
}

/** "chậm 05 ngày làm việc", "còn 03 ngày làm việc". */
export function describeLateness({ daysLate }: Pick<ReportTask, 'daysLate'>): string {
  if (daysLate === null) return '';
  if (daysLate > 0) return `Chậm ${writeCount(daysLate)} ngày làm việc`;
  return daysLate === 0 ? '' : `Còn ${writeCount(-daysLate)} ngày làm việc`;
}

/** The product that was handed in with its day, else what is owed. */
export function describeProduct({ product, productText, productOn, figureClass }: ReportTask): string {
  const isHandedIn = productOn !== null && figureClass !== 'overdueOpen' && figureClass !== 'openInTime';
  if (!isHandedIn) return product ?? '';
  const text = productText ?? product ?? '';
  const day = formatDay(productOn);
  return text.includes(day) || text === '' ? text || `Ngày ${day}` : `${text} (${day})`;
}

export const endSentence = (text: string): string => (/[.!?…]\s*$/u.test(text) ? text : `${text}.`);
