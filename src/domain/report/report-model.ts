import type { Day } from '../days.ts';
import type { IndicatorLine } from '../indicator/indicator.ts';
import type { FigureClass, Figures } from '../kpi/figures.ts';
import type { UnitFigures } from '../message/messages.ts';
import type { ReportAppendix, ReportBlock, ReportKind } from '../plan/plan-shape.ts';
import type { LatenessCause } from '../task/explanation.ts';
import type { RequestKind, RequestState } from '../task/request.ts';
import type { TaskPriority, TaskState } from '../task/task.ts';
import type { ReportPeriod } from './report-period.ts';

/** Why a task is late, as its head explained it or as the report itself says. */
export interface LateReason {
  /** As the leader confirmed it, else as the head gave it; `null` where only words were said. */
  cause: LatenessCause | null;
  isConfirmed: boolean;
  text: string;
  remedy: string | null;
  newDueOn: Day | null;
}

/** One counted task, as recorded by the report's moment. */
export interface ReportTask {
  taskId: number;
  code: string;
  title: string;
  unit: string;
  assignee: string | null;
  coordinating: string[];
  priority: TaskPriority;
  state: TaskState;
  /** How it counts in the figures beside it. */
  figureClass: FigureClass;
  dueOn: Day | null;
  originalDueOn: Day | null;
  /** What must be handed in, and what was. */
  product: string | null;
  productText: string | null;
  productOn: Day | null;
  percent: number | null;
  /** Working days from the last day in time to its product, or to the report's day; negative: still to go. */
  daysLate: number | null;
  reason: LateReason | null;
  /** How often somebody was reminded of it by hand or by the clock. */
  reminders: number;
}

/** Something that a task waits for. */
export interface ReportBlocker {
  code: string;
  title: string;
  unit: string;
  text: string;
  waitingFor: string | null;
  openedOn: Day;
}

/** A request that was made in the period to change a task. */
export interface ReportChange {
  code: string;
  title: string;
  kind: RequestKind;
  previousDueOn: Day | null;
  proposedDueOn: Day | null;
  proposedUnit: string | null;
  reason: string | null;
  state: RequestState;
}

/** One indicator as reports list it. */
export interface ReportIndicator extends IndicatorLine {
  baseline: number | null;
}

/** A part of the outline with what was written in it; `null`: it was asked for and not written yet. */
export interface ReportPart {
  title: string;
  shows: ReportBlock[];
  narrative: { key: string; question: string; text: string | null } | null;
}

export interface ReportSection extends ReportPart {
  parts: ReportPart[];
}

/** Who signs and issues a report. */
export interface ReportIssuer {
  /** `null`: the department itself. */
  unit: { code: string; name: string; shortName: string } | null;
  signerTitle: string;
  signerName: string | null;
  isActing: boolean;
}

/**
 * Everything that a report says, bound to its moment (R96–R110). Chat, picture, xlsx and docx are made from it alone, so
 * a report that was submitted prints the same for ever.
 */
export interface ReportModel {
  version: 1;
  code: string;
  kind: ReportKind;
  name: string;
  subject: string;
  addressee: string | null;
  recipients: string[];
  organisation: { name: string; parent: string; symbol: string; place: string };
  issuer: ReportIssuer;
  campaign: { name: string; number: string | null; issuedOn: Day | null };
  period: ReportPeriod;
  /** The moment as of which rows were read (ISO), and its day. */
  asOf: string;
  asOfOn: Day;
  target: number;
  figures: Figures;
  previous: { period: ReportPeriod; figures: Figures } | null;
  /** Of the department's reports only. */
  units: UnitFigures[];
  sections: ReportSection[];
  appendices: ReportAppendix[];
  /** Every task that the figures count, in due order. */
  tasks: ReportTask[];
  /** Open tasks due in the next period. */
  next: ReportTask[];
  blockers: ReportBlocker[];
  changes: ReportChange[];
  indicators: ReportIndicator[];
}
