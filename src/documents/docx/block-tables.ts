import { formatDay } from '../../domain/days.ts';
import type { UnitFigures } from '../../domain/message/messages.ts';
import type { ReportModel } from '../../domain/report/report-model.ts';
import { listFigureRows } from '../figure-rows.ts';
import { baselineWords, INDICATOR_ASSESSMENTS, targetWords, valueWords } from '../indicator-words.ts';
import { CHANGE_STATE_WORDS, CHANGE_WORDS, writeShare } from '../report-words.ts';
import { type DocumentColumn, dataTable } from './tables.ts';

/** The figures of a report, each beside its words. */
export const figureTable = (model: ReportModel) =>
  dataTable(
    [
      { header: 'STT', width: 14, align: 'center', cell: (_, index) => String(index + 1) },
      { header: 'Nội dung', width: 106, cell: ({ label }) => label },
      {
        header: 'Kết quả',
        width: 40,
        align: 'center',
        cell: ({ value, isShare }) => (isShare ? writeShare(value) : (value ?? 0).toLocaleString('vi-VN')),
      },
    ],
    listFigureRows(model),
  );

const number = (value: number): string => value.toLocaleString('vi-VN');

/** Upright tables are 160 mm wide. */
export const UNIT_COLUMNS: readonly DocumentColumn<UnitFigures>[] = [
  { header: 'STT', width: 13, align: 'center', cell: (_, index) => String(index + 1) },
  { header: 'Đơn vị', width: 45, cell: ({ name }) => name },
  { header: 'Tổng số', width: 16, align: 'center', cell: ({ figures }) => number(figures.tasks) },
  { header: 'Trước hạn', width: 17, align: 'center', cell: ({ figures }) => number(figures.doneEarly) },
  { header: 'Đúng hạn', width: 16, align: 'center', cell: ({ figures }) => number(figures.doneOnDay) },
  { header: 'Quá hạn', width: 15, align: 'center', cell: ({ figures }) => number(figures.doneLate) },
  { header: 'Chậm', width: 15, align: 'center', cell: ({ figures }) => number(figures.overdueOpen) },
  {
    header: 'Tỷ lệ đúng hạn',
    width: 23,
    align: 'center',
    cell: ({ figures }) => (figures.onTimeRate === null ? 'Chưa có' : writeShare(figures.onTimeRate)),
  },
];

export const CHANGE_COLUMNS: readonly DocumentColumn<ReportModel['changes'][number]>[] = [
  { header: 'STT', width: 13, align: 'center', cell: (_, index) => String(index + 1) },
  { header: 'Nhiệm vụ', width: 52, cell: ({ code, title }) => `${code}. ${title}` },
  {
    header: 'Hiện tại',
    width: 24,
    align: 'center',
    cell: ({ previousDueOn }) => (previousDueOn === null ? '' : formatDay(previousDueOn)),
  },
  {
    header: 'Đề xuất',
    width: 26,
    cell: ({ kind, proposedDueOn, proposedUnit }) => {
      const to = proposedDueOn === null ? (proposedUnit ?? '') : formatDay(proposedDueOn);
      return to === '' ? CHANGE_WORDS[kind] : `${CHANGE_WORDS[kind]}: ${to}`;
    },
  },
  {
    header: 'Lý do',
    width: 45,
    cell: ({ reason, state }) => `${reason ?? ''} (${CHANGE_STATE_WORDS[state]})`.trim(),
  },
];

export const INDICATOR_COLUMNS: readonly DocumentColumn<ReportModel['indicators'][number]>[] = [
  { header: 'Mã', width: 18, align: 'center', cell: ({ code }) => code },
  { header: 'Chỉ tiêu', width: 56, cell: ({ name }) => name },
  { header: 'Mục tiêu', width: 22, align: 'center', cell: targetWords },
  { header: 'Số liệu gốc', width: 20, align: 'center', cell: ({ baseline }) => baselineWords(baseline) },
  { header: 'Kỳ này', width: 20, align: 'center', cell: valueWords },
  { header: 'Đánh giá', width: 24, cell: ({ light }) => INDICATOR_ASSESSMENTS[light] },
];
