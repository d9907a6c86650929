import type { Audience } from '../access/access.ts';
import type { Day } from '../days.ts';
import type { NoticeKind } from '../escalation/notice.ts';
import type { Figures } from '../kpi/figures.ts';
import type { Facet } from '../task/facets.ts';
import type { ClaimedStatus } from '../task/progress.ts';
import type { QualityMark } from '../task/quality.ts';
import type { TaskFlag, TaskKind, TaskPriority, TaskState } from '../task/task.ts';
import type { BottleneckPayloads } from './bottleneck-payloads.ts';
import type { DraftPayloads } from './draft-payloads.ts';
import type { CardExplanation, ExplanationMark, ExplanationPayloads } from './explanation-payloads.ts';
import type { FollowUpPayloads } from './follow-up-payloads.ts';
import type { IndicatorPayloads, RiskPayloads } from './indicator-payloads.ts';
import type { JournalPayloads } from './journal-payloads.ts';
import type { DelegationPayloads, PeoplePayloads, UnitPayloads } from './people-payloads.ts';
import type { ReportPayloads } from './report-payloads.ts';
import type { RequestPayloads } from './request-payloads.ts';
import type { CardTicket, TicketMark, TicketPayloads } from './ticket-payloads.ts';

/** One task in a list. `daysLeft` counts working days; negative: late by so many. */
export interface TaskLine {
  taskId: number;
  code: string;
  title: string;
  unit: string;
  assignee: string | null;
  priority: TaskPriority;
  state: TaskState;
  dueOn: Day | null;
  daysLeft: number | null;
  percent: number | null;
  /** Whoever is away, when the reader stands in for them here. */
  inPlaceOf?: string;
}

/** What a message says of one of several tasks. */
export interface ReportedLine {
  code: string;
  title: string;
  /** `null`: only a status was said, and the figure stays. */
  percent: number | null;
  before: number | null;
  status: ClaimedStatus;
  productText: string | null;
}

export interface NoticeLine extends TaskLine {
  kind: NoticeKind;
  /** What was done before, for whoever stands higher on the ladder. */
  toldBefore: number;
  /** An explanation of it waits for the reader. */
  explanation?: ExplanationMark;
  /** A difficulty ticket of it waits for the reader. */
  ticket?: TicketMark;
  /** Of an overdue task: whom it waits for, and whether its head has confirmed that. */
  waitingFor?: { name: string; isConfirmed: boolean };
}

/** Somebody whom no message reaches. */
export interface UnreachableLine {
  name: string;
  unit: string;
  reason: 'blocked' | 'deactivated' | 'notFound' | 'notJoined';
}

export interface TaskCardModel extends TaskLine {
  kind: TaskKind;
  flags: TaskFlag[];
  content: string | null;
  coordinating: string[];
  outsideBodies: string | null;
  deadlineWording: string;
  startOn: Day | null;
  head: string | null;
  leaderInCharge: string | null;
  authority: string | null;
  product: string | null;
  measure: { target: number; unit: string } | null;
  missingFacets: Facet[];
  defaultedFacets: Facet[];
  productText: string | null;
  productOn: Day | null;
  evidenceCount: number;
  history: {
    at: Date | string;
    author: string | null;
    percent: number;
    note: string | null;
    isUndone: boolean;
  }[];
  /** What it waits for, and what leaders directed, newest first. Rows of older releases have neither. */
  blockers?: {
    text: string;
    waitingFor: string | null;
    blockerId?: number;
    isConfirmed?: boolean;
    mayConfirm?: boolean;
  }[];
  directives?: { at: Date | string; author: string; text: string }[];
  explanation?: CardExplanation | null;
  tickets?: CardTicket[];
  parts: TaskLine[];
  mayReport: boolean;
  mayConfirm: boolean;
  /** Something can be asked or ordered about it. */
  mayRequest?: boolean;
}

export interface UnitFigures {
  unitId: number;
  code: string;
  name: string;
  figures: Figures;
}

export interface KpiModel {
  scopeName: string;
  scope: { kind: 'all' } | { kind: 'unit'; unitId: number } | { kind: 'person'; personId: number };
  asOf: string;
  period: { from: Day; to: Day } | null;
  target: number;
  figures: Figures;
  units: UnitFigures[];
  worst: TaskLine[];
  /** The reader may go up to the whole department. */
  mayReadAll: boolean;
  /** The message replaces one that has its picture already. */
  isRedraw: boolean;
}

export interface DigestModel {
  groupTitle: string;
  unitName: string | null;
  weekFrom: Day;
  on: Day;
  campaignDay: number;
  campaignDays: number;
  figures: Figures;
  target: number;
  done: TaskLine[];
  doneTotal: number;
  overdue: TaskLine[];
  overdueTotal: number;
  dueNext: TaskLine[];
  dueNextTotal: number;
}

/** By what lists of open tasks are narrowed. Their places are stored in buttons: add at the end, never move one. */
export const TASK_LIST_FILTERS = ['all', 'overdue', 'dueSoon', 'awaiting', 'notAccepted'] as const;
export type TaskListFilter = (typeof TASK_LIST_FILTERS)[number];

export const IMPORTED_FIELDS = [
  'title',
  'lead',
  'assignee',
  'dueOn',
  'product',
  'priority',
  'kind',
  'coordinating',
] as const;
/** What an import may change of a task that is there; its state and progress belong to the chat. */
export type ImportedField = (typeof IMPORTED_FIELDS)[number];

export interface ImportPreviewModel {
  batchId: number;
  importKind: 'people' | 'tasks';
  fileName: string;
  added: number;
  changed: number;
  unchanged: number;
  errors: { row: number; message: string }[];
  errorTotal: number;
  warnings: { row: number; message: string }[];
  warningTotal: number;
  examples: string[];
  /** What would change in tasks that are there already, old → new. */
  changes: { code: string; field: ImportedField; before: string | null; after: string | null }[];
}

export const PROBLEMS = [
  'taskNotFound',
  'taskNotYours',
  'taskClosed',
  'taskNotSuspended',
  'notYoursToFinish',
  'productDayAhead',
  'personNotFound',
  'indicatorNotFound',
  'indicatorIsAutomatic',
  'indicatorFigureWanted',
  'baselineNotNeeded',
  'baselineLocked',
  'documentWanted',
  'unitNameWanted',
  'unitNameTaken',
  'notYourself',
  'lastOperator',
  'cannotDelegateTo',
  'taskIsContainer',
  'percentOutOfRange',
  'impossibleDay',
  'whichTask',
  'whichUnit',
  'whichFigure',
  'nothingToReport',
  'notSupported',
  'stickerNotUnderstood',
  'voiceNotUnderstood',
  'notAllowed',
  'alreadyDecided',
  'undoTooLate',
  'undoNotNewest',
  'notYourReport',
  'fileTooLarge',
  'fileWithoutTask',
  'sensitiveTakesNoFile',
  'onlyInGroup',
  'onlyInPrivate',
  'internalError',
  'buttonTooOld',
  'noDueDay',
  'requestOpen',
  'requestOutdated',
  'noOpenRequest',
  'reasonWanted',
  'whichPerson',
  'alreadyTheirs',
  'absenceDaysWanted',
  'noTaskToHandOver',
  'nothingToDecide',
  'dueDayNotLater',
  'nobodyToAsk',
  'nobodyToRemind',
  'notStartedYet',
  'nothingToMove',
  'keptForOffice',
  'unitNotYours',
  'personNotOfUnit',
  'draftIncomplete',
  'dayPassed',
  'noDraft',
  'alreadyAccepted',
  'notExplainable',
  'explanationWaits',
  'explanationReasonWanted',
  'ticketForwarded',
  'noBottleneck',
  'bottleneckChanged',
  'reportWithoutOutline',
  'reportNotInHand',
  'reportReasonsWanted',
  'nothingToConsolidate',
] as const;
export type Problem = (typeof PROBLEMS)[number];

/**
 * Everything that the bot can say, by kind, with what it says it about. The outbox stores these; `src/bot/messages`
 * renders them. A kind without a renderer does not compile. Bump `MESSAGE_VERSION` when a stored payload changes shape.
 */
export interface MessagePayloads
  extends FollowUpPayloads,
    RequestPayloads,
    DraftPayloads,
    ExplanationPayloads,
    JournalPayloads,
    TicketPayloads,
    BottleneckPayloads,
    ReportPayloads,
    PeoplePayloads,
    DelegationPayloads,
    UnitPayloads,
    IndicatorPayloads,
    RiskPayloads {
  problem: { problem: Problem; code?: string; examples?: string[] };
  notInvited: Record<string, never>;
  invitationRefused: { reason: 'unknown' | 'expired' | 'used' | 'accountTaken' };
  confirmBinding: { invitationId: number; personName: string; unitName: string | null; title: string | null };
  bindingDeclined: Record<string, never>;
  bound: { personName: string; unitName: string | null; title: string | null; audience: Audience };
  accountReplaced: { personName: string };
  help: { audience: Audience; isGroup: boolean };
  taskList: {
    scope: 'mine' | 'unit';
    scopeName: string;
    page: number;
    pages: number;
    total: number;
    lines: TaskLine[];
    hasUnit: boolean;
    /** The unit whose board it is. Rows of older releases have neither this nor filters. */
    unitId?: number;
    filter?: TaskListFilter;
    counts?: Partial<Record<TaskListFilter, number>>;
  };
  unitBoards: { on: Day; units: { unitId: number; name: string; open: number; overdue: number }[] };
  searchResults: { query: string; total: number; lines: TaskLine[] };
  howToSearch: Record<string, never>;
  taskCard: TaskCardModel;
  chooseTask: { pendingId: number; lines: TaskLine[] };
  progressRecorded: {
    reportId: number;
    taskId: number;
    code: string;
    title: string;
    percent: number;
    before: number | null;
    status: ClaimedStatus;
    onBehalfOf: string | null;
  };
  acknowledged: Record<string, never>;
  progressUndone: { taskId: number; code: string; percent: number | null };
  confirmProgress: {
    pendingId: number;
    taskId: number;
    code: string;
    title: string;
    percent: number;
    before: number | null;
    status: ClaimedStatus;
    productText: string | null;
  };
  confirmSeveral: { pendingId: number; lines: ReportedLine[] };
  severalDropped: Record<string, never>;
  productWanted: { taskId: number; code: string; title: string };
  pendingDropped: { code: string };
  completionReported: {
    reportId: number;
    taskId: number;
    code: string;
    title: string;
    productText: string;
    confirmer: string | null;
  };
  completionToConfirm: {
    taskId: number;
    code: string;
    title: string;
    unit: string;
    reporter: string;
    productText: string;
    productOn: Day;
  };
  completionConfirmed: { taskId: number; code: string; title: string; by: string };
  completionWithdrawn: { taskId: number; code: string; title: string; by: string };
  /** To whoever confirmed: the result's day and quality, still to be corrected or marked. */
  completionAccepted: {
    taskId: number;
    code: string;
    title: string;
    productOn: Day | null;
    quality: QualityMark | null;
    isConfirmed: boolean;
  };
  returnReasonWanted: { taskId: number; code: string; title: string };
  productDayWanted: { taskId: number; code: string; title: string; productOn: Day | null };
  completionReturned: { taskId: number; code: string; title: string; by: string; reason?: string };
  evidenceAdded: { taskId: number; code: string; title: string; count: number; fileName: string | null };
  kpi: KpiModel;
  setup: {
    people: number;
    units: number;
    tasks: number;
    bound: number;
    groups: number;
    isLive: boolean;
    mayStart: boolean;
    /** Units that were started by themselves. */
    liveUnits: string[];
    /** Units still to start one by one, when that was asked for. */
    unitsToStart: { unitId: number; name: string }[] | null;
  };
  wentLive: { scopeName: string | null; overdue: number; dueSoon: number; firstSlotAt: string };
  groupBound: { scopeName: string; units: { unitId: number | null; name: string; isCurrent: boolean }[] };
  importPreview: ImportPreviewModel;
  importApplied: {
    importKind: 'people' | 'tasks';
    fileName: string;
    added: number;
    changed: number;
    unchanged: number;
  };
  importDropped: { fileName: string };
  importRefused: { fileName: string; message: string };
  templates: Record<string, never>;
  brief: {
    personId: number;
    on: Day;
    slot: 'morning' | 'afternoon';
    lines: NoticeLine[];
    /** Rows of older releases lack the newer kinds. */
    totals: Partial<Record<NoticeKind, number>>;
    /** For heads and the office, in the morning. Rows of older releases have none. */
    unreachable?: UnreachableLine[];
  };
  digest: DigestModel;
}

export type MessageKind = keyof MessagePayloads;

/** Kinds whose payload holds a secret, which is forgotten once the message is out or given up. */
export const SECRET_KINDS: ReadonlySet<string> = new Set<MessageKind>(['invitations']);

export type Message = { [K in MessageKind]: { kind: K; payload: MessagePayloads[K] } }[MessageKind];

/** Stored beside each payload, so that a later release knows which shape an old row has. */
export const MESSAGE_VERSION = 1;
