import type { WorkbookTask } from '../../domain/report/task-workbook.ts';
import { CLASS_WORDS, DOCUMENT_PRIORITY_WORDS, describeReason } from '../report-words.ts';
import { type CellInput, dayCell, type TableColumn } from './write-table.ts';

/** A column of a task list and what it says of a task. */
export interface Column extends TableColumn {
  cell: (task: WorkbookTask, index: number) => CellInput | null;
}

export const day = (value: string | null): CellInput => (value === null ? undefined : dayCell(value));
const PERCENT = '0.0%';

export const ordinal: Column = { header: 'STT', width: 5, align: 'center', cell: (_, index) => index + 1 };
export const code: Column = { header: 'Mã', width: 11, cell: (task) => task.code };
export const title: Column = { header: 'Nội dung nhiệm vụ', width: 38, cell: (task) => task.title };
export const unit: Column = { header: 'Đơn vị chủ trì', width: 12, cell: (task) => task.unit };
export const assignee: Column = { header: 'Người thực hiện', width: 16, cell: (task) => task.assignee };
export const coordinating: Column = {
  header: 'Phối hợp',
  width: 16,
  cell: (task) => task.coordinating.join('; '),
};
export const dueOn: Column = {
  header: 'Thời hạn',
  width: 12,
  align: 'center',
  cell: (task) => day(task.dueOn),
};
export const product: Column = { header: 'Sản phẩm', width: 20, cell: (task) => task.product };
export const handedIn: Column = { header: 'Sản phẩm đã nộp', width: 20, cell: (task) => task.productText };
export const handedInOn: Column = {
  header: 'Ngày sản phẩm',
  width: 12,
  align: 'center',
  cell: (task) => day(task.productOn),
};
export const status: Column = {
  header: 'Trạng thái',
  width: 16,
  cell: (task) => CLASS_WORDS[task.figureClass],
};
export const percent: Column = {
  header: 'Tiến độ',
  width: 9,
  align: 'center',
  numFmt: PERCENT,
  cell: ({ percent: done }) => (done === null ? undefined : done / 100),
};
export const daysLate: Column = {
  header: 'Số ngày chậm (âm: còn lại)',
  width: 14,
  align: 'center',
  cell: (task) => task.daysLate,
};
export const priority: Column = {
  header: 'Mức độ',
  width: 11,
  cell: (task) => DOCUMENT_PRIORITY_WORDS[task.priority],
};
export const reason: Column = { header: 'Lý do, biện pháp', width: 36, cell: describeReason };

export const originalDueOn: Column = {
  header: 'Thời hạn giao ban đầu',
  width: 12,
  align: 'center',
  cell: (task) => day(task.originalDueOn ?? task.dueOn),
};

export const responsibility = (task: WorkbookTask): string =>
  [
    task.head === null ? '' : `Trưởng đơn vị: ${task.head}`,
    task.leaderInCharge === null ? '' : `Lãnh đạo phụ trách: ${task.leaderInCharge}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
