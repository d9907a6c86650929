import type { Day } from '../days.ts';
import type { ReportModel } from '../report/report-model.ts';
import type { ReportPeriod } from '../report/report-period.ts';
import type { ReportState } from '../report/report-state.ts';
import type { TaskWorkbook } from '../report/task-workbook.ts';

/** `missing`: nobody began it ("chưa nộp"). */
export type ReportStanding = 'missing' | ReportState;

/** A report of the regime on a period, as lists name it. */
export interface ReportName {
  reportCode: string;
  name: string;
  period: ReportPeriod;
  /** `null`: it has no last day. */
  dueOn: Day | null;
}

/** A report that a unit owes. */
export interface OwedReport extends ReportName {
  standing: ReportStanding;
  isLate: boolean;
}

/** A report that units submit, as the office sees it. */
export interface CollectedReport extends ReportName {
  submitted: number;
  units: number;
  isConsolidated: boolean;
}

/** A report in hand: its figures, what is written, and what is still to be written. */
export interface ReportCard extends ReportName {
  reportId: number;
  /** `null`: the department's. */
  unitName: string | null;
  standing: ReportState;
  tasks: number;
  done: number;
  overdue: number;
  onTimeRate: number | null;
  parts: { place: number; title: string; isWritten: boolean }[];
  /** Late tasks of which nobody said why. */
  withoutReason: { taskId: number; code: string }[];
  returnReason: string | null;
  mayWrite: boolean;
}

/** Reports and lists as files (R96–R110, R88). */
export interface ReportPayloads {
  reportList: { on: Day; unitName: string | null; owed: OwedReport[]; collected: CollectedReport[] };
  reportCard: ReportCard;
  reportPartWanted: { reportId: number; title: string; question: string; written: string | null };
  lateReasonWanted: { reportId: number; taskId: number; code: string; title: string; dueOn: Day | null };
  reportFile: { model: ReportModel };
  /** Who submitted, for the office: `units` in protocol order. */
  reportStatus: ReportName & {
    units: { name: string; standing: ReportStanding; reportId: number | null; submittedAt: string | null }[];
    isConsolidated: boolean;
  };
  reportSubmitted: { name: string; period: ReportPeriod; isDepartment: boolean };
  reportArrived: { reportId: number; name: string; period: ReportPeriod; unitName: string; by: string };
  reportReturnWanted: { reportId: number; name: string; unitName: string };
  reportReturned: {
    reportId: number;
    name: string;
    period: ReportPeriod;
    unitName: string;
    by: string;
    reason: string;
    toAuthor: boolean;
  };
  exportMenu: { scopeName: string };
  exportFile: { workbook: TaskWorkbook };
}
