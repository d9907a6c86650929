import type { Day } from '../days.ts';
import type { ExplanationStanding, ExplanationWords, LatenessCause } from '../task/explanation.ts';

/** A task whose lateness is to be explained, as messages show it. */
export interface ExplanationModel {
  explanationId: number;
  taskId: number;
  code: string;
  title: string;
  unit: string;
  assignee: string | null;
  dueOn: Day;
  /** Working days from the last day in time to its product, or to now. */
  daysLate: number;
  replyBy: Day;
  /** The answer is owed and `replyBy` is over. */
  isLate: boolean;
}

/** What a head gave as the cause. */
export interface AnswerModel extends ExplanationWords {
  cause: LatenessCause;
  author: string;
}

/** The newest explanation of a task on its card. */
export interface CardExplanation {
  explanationId: number;
  dueOn: Day;
  replyBy: Day;
  standing: ExplanationStanding;
  answer: AnswerModel | null;
  answerId: number | null;
  /** As a leader confirmed it. */
  confirmedCause: LatenessCause | null;
  /** Why it was returned. */
  reason: string | null;
  mayGive: boolean;
  mayDecide: boolean;
}

/** What a brief adds about a task: whose turn it is, and by when. */
export interface ExplanationMark {
  waits: 'toGive' | 'toDecide';
  replyBy: Day;
}

/** Explanations of late tasks (R57): what is asked, answered and decided. */
export interface ExplanationPayloads {
  explanationList: {
    on: Day;
    toGive: { total: number; lines: ExplanationModel[] };
    toDecide: { total: number; lines: (ExplanationModel & { answerId: number; author: string })[] };
    /** Given by the reader's unit and not decided yet. */
    waitingElsewhere: number;
  };
  /** `said`: what was typed with the command; `returned`: why the last answer came back. */
  explanationCauseWanted: {
    pendingId: number;
    explanation: ExplanationModel;
    said: string | null;
    returned: string | null;
  };
  explanationReasonWanted: { pendingId: number; explanation: ExplanationModel; cause: LatenessCause };
  confirmExplanation: {
    pendingId: number;
    explanation: ExplanationModel;
    cause: LatenessCause;
    words: ExplanationWords;
  };
  explanationDropped: { code: string };
  explanationSent: { code: string; title: string; taskId: number; to: string | null };
  explanationToDecide: { answerId: number; explanation: ExplanationModel; answer: AnswerModel };
  explanationReturnWanted: { answerId: number; explanation: ExplanationModel; author: string };
  /** `toAuthor`: said to whoever gave it, not to the leader who decided. */
  explanationDecided: {
    explanation: ExplanationModel;
    by: string;
    newDueOn: Day | null;
    toAuthor: boolean;
    /** `null`: it was returned. */
    confirmedCause: LatenessCause | null;
    reason: string | null;
  };
}
