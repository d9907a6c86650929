import type { Day } from '../days.ts';
import type { RequestKind } from '../task/request.ts';
import type { ExplanationPayloads } from './explanation-payloads.ts';
import type { TaskLine } from './messages.ts';
import type { TicketModel } from './ticket-payloads.ts';

/** What somebody asks to be changed about a task, as messages show it; what its kind does not speak of is `null`. */
export interface RequestModel {
  kind: RequestKind;
  taskId: number;
  code: string;
  title: string;
  /** The unit that leads the task when it is asked. */
  unit: string;
  asker: string;
  reason: string | null;
  oldDueOn: Day | null;
  newDueOn: Day | null;
  toUnit: string | null;
  toPerson: string | null;
  /** The new words of the work or its product; absent in messages of before they could be asked. */
  newTitle?: string | null;
  newProduct?: string | null;
  fromOn: Day | null;
  toOn: Day | null;
}

/** What waits for one person to confirm or decide; of each kind the longest waiting, with the true total. */
export interface ApprovalsModel {
  on: Day;
  completions: { total: number; lines: (TaskLine & { productOn: Day | null })[] };
  requests: { total: number; lines: { requestId: number; request: RequestModel }[] };
  tickets: { total: number; lines: TicketModel[] };
  explanations: ExplanationPayloads['explanationList']['toDecide'];
}

/** Requests that change a task: what is asked, confirmed and decided. */
export interface RequestPayloads {
  approvals: ApprovalsModel;
  extensionDayWanted: {
    pendingId: number;
    taskId: number;
    code: string;
    title: string;
    dueOn: Day;
    days: Day[];
    /** Why the day that was named cannot be; `null` when none was. */
    problem: 'notLater' | 'tooFar' | null;
  };
  /** A report expects to end after the due day (or not by it, without a day): an extension is offered. */
  extensionOffered: {
    pendingId: number;
    taskId: number;
    code: string;
    dueOn: Day;
    forecastOn: Day | null;
    days: Day[];
  };
  confirmRequest: {
    pendingId: number;
    request: RequestModel;
    /** The day off that was named before the next working day was proposed. */
    movedFrom: Day | null;
    /** On "yes" it happens at once, since the sender needs to ask nobody. */
    isAtOnce: boolean;
  };
  /** What can be asked about a task now; the ones that the reader may grant happen at once. */
  requestMenu: { taskId: number; code: string; title: string; kinds: RequestKind[] };
  /** The words that a request still needs: its reason, or the new words of the task. */
  requestWordsWanted: { taskId: number; kind: RequestKind; code: string; title: string };
  requestDropped: { code: string };
  requestAsked: { requestId: number; request: RequestModel; approver: string | null };
  /** `ordinal`: the how many-th of its kind this would be for the task. */
  requestToDecide: { requestId: number; request: RequestModel; ordinal: number };
  requestReasonWanted: { requestId: number; request: RequestModel };
  requestUnitWanted: {
    requestId: number;
    request: RequestModel;
    units: { unitId: number; name: string }[];
  };
  requestDecided: { request: RequestModel; isApproved: boolean; by: string; reason: string | null };
  /** `isOwn`: said to whoever withdrew it, not to whoever was to decide. */
  requestWithdrawn: { request: RequestModel; isOwn: boolean };
  requestStillOpen: { request: RequestModel; approver: string | null };
  handedOver: { request: RequestModel; by: string };
  taskHandedOver: {
    taskId: number;
    code: string;
    title: string;
    dueOn: Day | null;
    by: string;
    from: string;
    reason: string | null;
  };
  chooseRequestPerson: {
    pendingId: number;
    code: string;
    typed: string;
    people: { personId: number; name: string; unit: string }[];
  };
}
