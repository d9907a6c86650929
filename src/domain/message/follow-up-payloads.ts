import type { Day } from '../days.ts';
import type { ClaimedStatus } from '../task/progress.ts';
import type { TaskLine } from './messages.ts';

interface AboutTask {
  taskId: number;
  code: string;
  title: string;
}

/** A report as it stands and as it is to stand; the figure it took over from is where it falls back to. */
export interface CorrectionModel extends AboutTask {
  percent: number;
  /** `null`: the report is only taken back. */
  now: (AboutTask & { percent: number | null; status: ClaimedStatus; productText: string | null }) | null;
  note: string | null;
}

/** What a person adds to a task beside its progress, and what it does: blockers, directives, reminders, corrections, questions. */
export interface FollowUpPayloads {
  blockerOpened: AboutTask & {
    reportId: number;
    /** `null`: the same was said before and still stands. */
    blockerId: number | null;
    text: string;
    /** A unit of the department, else as it was typed; `null` when nobody was named. */
    waitingFor: string | null;
    percent: number;
    told: string[];
    /** What can be confirmed or taken to the office: the blocker that stands. Rows of older releases have none. */
    standingId?: number;
    mayConfirm?: boolean;
    mayRaise?: boolean;
  };
  /** To the head of the unit that is waited for, or to the head of the unit that waits. */
  blockerTold: AboutTask & {
    to: 'waitedFor' | 'head';
    /** Rows of older releases have neither. */
    blockerId?: number;
    mayConfirm?: boolean;
    unit: string;
    by: string;
    text: string;
    waitingFor: string | null;
    dueOn: Day | null;
  };
  blockersClosed: AboutTask & { closed: string[]; remaining: string[]; told: string[] };
  blockerCleared: AboutTask & { text: string; by: string };
  howToBlock: { examples: string[] };
  directiveAsked: AboutTask & {
    directiveId: number;
    unit: string;
    by: string;
    text: string;
    dueOn: Day | null;
  };
  directiveRequested: AboutTask & { to: string; text: string };
  directiveOffered: AboutTask & { pendingId: number; text: string };
  directiveGiven: AboutTask & { directiveId: number; by: string; text: string; question: string | null };
  directiveRecorded: AboutTask & { text: string; told: string[] };
  directiveReplied: AboutTask & { directiveId: number; by: string; text: string };
  directiveReplyPassedOn: { code: string; to: string };
  howToDirect: Record<string, never>;
  /** `heldUntil`: outside working hours it goes out with the next slot. */
  reminderSent: { code: string; title: string; to: string; count: number; heldUntil: string | null };
  reminderRepeated: { code: string; at: string };
  remindersSent: { scopeName: string; to: string; total: number; heldUntil: string | null };
  remindersRepeated: { scopeName: string; at: string };
  nothingToRemind: { scopeName: string };
  howToRemind: Record<string, never>;
  taskReminded: { line: TaskLine; by: string; text: string | null };
  tasksReminded: { scopeName: string; by: string; total: number; lines: TaskLine[] };
  overdueTasks: {
    scopeName: string;
    on: Day;
    total: number;
    lines: TaskLine[];
    showsOwner: boolean;
  };
  overdueUnits: {
    on: Day;
    /** Overdue tasks of all units together. */
    total: number;
    units: { unitId: number; name: string; overdue: number; onTimeRate: number | null }[];
  };
  indicatorWithoutFigure: { code: string | null; name: string | null };
  confirmCorrection: { pendingId: number; correction: CorrectionModel };
  reportCorrected: {
    reportId: number | null;
    correction: CorrectionModel;
    /** Where the task of the old report stands now. */
    fellBackTo: number | null;
    before: number | null;
    confirmer: string | null;
  };
  correctionDropped: { code: string };
  editNotRead: { code: string | null; isAboutSeveral: boolean };
  unreadTexts: { page: number; pages: number; total: number; lines: { at: string; text: string }[] };
}
