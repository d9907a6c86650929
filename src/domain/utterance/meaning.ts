import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Day } from '../days.ts';

export const INTENTS = [
  'update',
  'update_delta',
  'correct',
  'undo_move',
  'multi',
  'report_done',
  'partial_done',
  'heartbeat',
  'forecast',
  'risk_late',
  'blocked',
  'unblock',
  'ask_extension',
  'cancel_extension',
  'ask_change',
  'ask_suspension',
  'ask_resumption',
  'ask_cancellation',
  'ask_directive',
  'clarify',
  'ack',
  'accept',
  'refuse',
  'substitute',
  'approve',
  'reject',
  'return',
  'reassign',
  'assign',
  'assign_person',
  'remind',
  'query_task',
  'query_overdue',
  'query_overdue_units',
  'query_indicator',
  'indicator',
  'register',
  'initiative',
  'commitment',
  'unit_report',
  'unknown',
] as const;
/** What the sender wants the bot to do with the message. */
export type Intent = (typeof INTENTS)[number];

/** Intents that say something of a task's progress. */
export const PROGRESS_INTENTS: ReadonlySet<Intent> = new Set([
  'update',
  'update_delta',
  'correct',
  'report_done',
  'partial_done',
  'heartbeat',
  'forecast',
  'risk_late',
  'blocked',
  'unblock',
]);

/** What the sender claims of the task; `done` is only ever an approver's word. */
export type ClaimedStatus =
  | 'notStarted'
  | 'inProgress'
  | 'submitted'
  | 'blocked'
  | 'reportedDone'
  | 'basicallyDone'
  | 'done';

/** Why one question must be asked before anything is recorded. */
export type ClarifyReason =
  | 'percentOutOfRange'
  | 'impossibleDay'
  | 'whichTask'
  | 'severalTasks'
  | 'fractionOrDay'
  | 'doneOrNotYet'
  | 'doneOnFutureDay'
  | 'figureUnclear';

export interface ProductMention {
  /** As typed, in capitals: `45/KH-SKHCN`. */
  number: string;
  issuedOn?: Day;
}

/** By how much the sender asks to move the due day, which is not known here. */
export interface ExtensionLength {
  count: number;
  unit: 'workingDay' | 'day' | 'week' | 'month';
}

/** What an indicator is said to stand at: `value` in `unit`, or `part` of `whole`; `period` as it was typed. */
export interface IndicatorFigure {
  value?: number;
  /** `%`, or the thing counted: "tỷ", "hồ sơ". */
  unit?: string;
  part?: number;
  whole?: number;
  period?: string;
}

/** What somebody registers for the campaign (R20). */
export type RegistrationKind = 'project' | 'workItem' | 'task';

export type ReportKind = 'week' | 'month' | 'quarter' | 'halfYear' | 'year' | 'review' | 'adHoc';

/** What is said of one task; in a `multi` message there is one for each. */
export interface TaskUpdate {
  task: string;
  percent?: number;
  status?: ClaimedStatus;
  on?: Day;
  waitingFor?: string;
  product?: ProductMention;
  note?: string;
}

/**
 * What a chat message means. Every field but `intent` is absent when the text does not say it.
 * `percent` is 0–100, `delta` a step in percent points, `on` the day that the text speaks of, `note` what the
 * sender wrote beside code and figure, `candidates` the tasks to offer in the question of a `clarify`.
 * Units are codes of the directory; people are full names where the directory has exactly one who fits, else as typed.
 */
export interface Meaning {
  intent: Intent;
  task?: string;
  candidates?: string[];
  percent?: number;
  delta?: number;
  status?: ClaimedStatus;
  on?: Day;
  extendBy?: ExtensionLength;
  waitingFor?: string;
  product?: ProductMention;
  note?: string;
  updates?: TaskUpdate[];
  reason?: ClarifyReason;
  /** The unit an order, a reminder or a question is about, or to which a task is to go. */
  unit?: string;
  /** Units that work with the leading one: "VP phối hợp". */
  coordinating?: string[];
  /** Who is put on the task, reminded, takes over or stands in. */
  person?: string;
  /** All that a given name may stand for, when there are several. */
  people?: string[];
  /** The work of an order or registration, the idea of an initiative, what a commitment is about. */
  title?: string;
  /** What an order wants to see: "sản phẩm là báo cáo". */
  expectedProduct?: string;
  /** The due day as it was typed: "trước 20/7", "ngày 25 hằng tháng". */
  deadline?: string;
  /** "Trước ngày X" was said: X itself, or the day before? */
  isBeforeDay?: true;
  /** First day of an absence that ends `on`. */
  from?: Day;
  /** Why: the words behind "do", "vì", "nguyên nhân". */
  cause?: string;
  /** Code of the indicator. */
  indicator?: string;
  figure?: IndicatorFigure;
  registration?: RegistrationKind;
  report?: ReportKind;
  /** The time a report or question is about, as it was typed: "tháng 6", "quý II/2026". */
  period?: string;
}

/** Everything beside the text that decides its meaning. */
export interface UtteranceContext {
  today: Day;
  actor: 'staff' | 'leader';
  /** Code of the task whose card or reminder is replied to. */
  replyTask?: string;
  replyTo?: 'task' | 'extensionRequest' | 'completionReport';
  hasAttachment: boolean;
  openTasks?: readonly { code: string; title: string }[];
  units?: readonly { code: string; name: string; aliases: readonly string[] }[];
  people?: readonly { name: string; unitCode?: string; title?: string }[];
  /** The plan's indicators, so that one can be told by its name. */
  indicators?: readonly { code: string; name: string }[];
  calendar?: WorkingCalendar;
}
