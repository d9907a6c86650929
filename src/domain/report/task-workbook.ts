import type { Day } from '../days.ts';
import type { Figures } from '../kpi/figures.ts';
import type { TaskKind } from '../task/task.ts';
import type { ReportTask } from './report-model.ts';

export const WORKBOOK_KINDS = ['tasks', 'sixFacets', 'warnings', 'products'] as const;
/** danh mục nhiệm vụ · bảng giao việc theo 6 rõ · danh sách cảnh báo · danh mục sản phẩm (R88, R49, R109). */
export type WorkbookKind = (typeof WORKBOOK_KINDS)[number];

/** A task with everything that the table of the six facets names (R7). */
export interface WorkbookTask extends ReportTask {
  kind: TaskKind;
  content: string | null;
  deadlineWording: string;
  startOn: Day | null;
  head: string | null;
  leaderInCharge: string | null;
  authority: string | null;
  measure: string | null;
  legalBasis: string | null;
}

/** What a workbook of tasks is made from: the figures of a scope as of a moment, and the tasks that they count. */
export interface TaskWorkbook {
  version: 1;
  /** The sheets, in order. */
  kinds: WorkbookKind[];
  organisation: string;
  scopeName: string;
  asOf: string;
  asOfOn: Day;
  period: { from: Day; to: Day } | null;
  target: number;
  figures: Figures;
  tasks: WorkbookTask[];
}
