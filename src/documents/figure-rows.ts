import type { Figures } from '../domain/kpi/figures.ts';
import type { ReportModel } from '../domain/report/report-model.ts';
import { writeShare } from './report-words.ts';

/** The figures of a report in the order in which every document lists them: words beside the plain value. */
export interface FigureRow {
  label: string;
  value: number | null;
  isShare: boolean;
}

const count = (label: string, value: number): FigureRow => ({ label, value, isShare: false });
const share = (label: string, value: number | null): FigureRow => ({ label, value, isShare: true });

export function listFigureRows({ figures, target }: Pick<ReportModel, 'figures' | 'target'>): FigureRow[] {
  return [
    count('Tổng số nhiệm vụ', figures.tasks),
    count('Nhiệm vụ tính tỷ lệ (đã hoàn thành và quá hạn)', figures.due),
    count('Hoàn thành trước hạn', figures.doneEarly),
    count('Hoàn thành đúng hạn', figures.doneOnDay),
    count('Hoàn thành quá hạn', figures.doneLate),
    count('Chậm tiến độ (quá hạn, chưa hoàn thành)', figures.overdueOpen),
    count('Trong đó: chuyển từ kỳ trước sang', figures.carriedOverdue),
    count('Chờ xác nhận hoàn thành', figures.awaitingConfirmation),
    count('Đang thực hiện, trong hạn', figures.openInTime),
    count('Không có thời hạn', figures.noDeadline),
    count('Tồn đọng trước phát động', figures.backlog.tasks),
    share(`Tỷ lệ đúng hạn, trước hạn (chỉ tiêu ${writeShare(target)})`, figures.onTimeRate),
    share('Tỷ lệ hoàn thành theo cách tính của VPCP', figures.vpcpRate),
    share('Tỷ lệ đúng hạn theo thời hạn giao ban đầu', figures.onTimeRateOriginal),
    share('Tỷ lệ đúng hạn đã trừ nguyên nhân khách quan', figures.onTimeRateAdjusted),
  ];
}

/** Done of all sorts: early, on the day, late. */
export const countDone = ({ doneEarly, doneOnDay, doneLate }: Figures): number =>
  doneEarly + doneOnDay + doneLate;
