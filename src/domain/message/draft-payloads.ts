import type { Day } from '../days.ts';
import type { AuthorityLevel, DraftDeadline, DraftProduct } from '../task/draft.ts';
import type { DeadlineFault, LikelyDueDay } from '../task/draft-days.ts';
import type { Facet } from '../task/facets.ts';

/** Something of an answer that could not be taken into the draft, to be said beside it. */
export type DraftHint = { kind: DeadlineFault } | { kind: 'personNotFound'; typed: string };

export interface DraftPerson {
  personId: number;
  name: string;
  openTasks: number;
}

/** What a draft asks now, with the answers that are likely. */
export type DraftAsk =
  | { facet: 'unit'; units: { unitId: number; name: string }[] }
  | { facet: 'people'; people: DraftPerson[]; page: number; pages: number; hasOtherUnits: boolean }
  | { facet: 'time'; days: { kind: LikelyDueDay; day: Day }[] }
  | { facet: Exclude<Facet, 'people' | 'time'> };

/** A task on its way to be given: the six facets as far as they are known. */
export interface DraftCardModel {
  draftId: number;
  unit: string | null;
  assignee: string | null;
  coordinating: string[];
  title: string | null;
  deadline: DraftDeadline | null;
  head: string | null;
  leaderInCharge: string | null;
  authority: AuthorityLevel | { words: string } | null;
  product: DraftProduct | null;
  missing: Facet[];
  defaulted: Facet[];
  hints: DraftHint[];
  ask: DraftAsk | null;
}

interface AboutTask {
  taskId: number;
  code: string;
  title: string;
}

interface AboutGivenTask extends AboutTask {
  /** The leading unit. */
  unit: string;
  assignee: string | null;
  dueOn: Day | null;
  deadlineWording: string;
  product: string | null;
  by: string;
}

/** What is said while a task is given, accepted, or put on a person. */
export interface DraftPayloads {
  taskDraft: DraftCardModel;
  draftAsked: { draftId: number };
  draftQuestion: { draftId: number; facet: Facet };
  draftDropped: { title: string | null };
  /** `told`: who hears of it; nobody before the unit has gone live. */
  taskIssued: AboutGivenTask & { told: string[] };
  taskGiven: AboutGivenTask & { isAssignee: boolean; mayAccept: boolean };
  taskToSupport: AboutGivenTask & { supporting: string };
  taskAccepted: AboutTask & { by: string };
  returnHint: AboutTask;
  confirmAssignment: AboutTask & {
    pendingId: number;
    assignee: string | null;
    people: DraftPerson[];
    dueOn: Day | null;
    /** A day that was said beside the name: the due day is not moved by it. */
    saidOn: Day | null;
  };
  assignmentDropped: Record<string, never>;
  personAssigned: AboutTask & { name: string; before: string | null };
  taskTaken: AboutTask & { to: string; by: string };
  continueInPrivate: { botUsername: string };
}
