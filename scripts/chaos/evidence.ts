/**
 * What a campaign leaves behind, as the checker reads it. Nothing here comes from the product: calls are lines of the
 * Bot API's log, rows were read by plain SQL, and the rest is what the campaign itself saw and did.
 * All moments are milliseconds since 1970; `businessAt` by the campaign's movable clock, every other by the wall's.
 */
export interface Evidence {
  journal: readonly JournalEntry[];
  calls: readonly Call[];
  messages: readonly SaidMessage[];
  rows: Rows;
  calendar: CalendarFacts;
}

/** What the campaign did, in the order in which it did it. */
export type JournalEntry =
  /** A person wrote a report of progress. */
  | { kind: 'sent'; at: number; chatId: number; code: string; percent: number }
  | { kind: 'kill'; at: number; during: 'start' | 'work' }
  /** The database was away. */
  | { kind: 'outage'; at: number; until: number }
  /** The product ended though nobody ended it. */
  | { kind: 'died'; at: number; lastWords: string }
  | { kind: 'ready'; at: number }
  | { kind: 'clockMoved'; at: number; businessAt: number }
  /** A working day's morning slot was left; when not `finished`, while it was still being worked on (a day's stop). */
  | { kind: 'morning'; day: string; finished: boolean }
  /** How many updates were delivered a further time, and how many batches in another order. */
  | { kind: 'redelivered'; updates: number; shuffledBatches: number };

/** One call of the bot. */
export interface Call {
  at: number;
  businessAt: number;
  method: string;
  chatId: number | null;
  ok: boolean;
  errorCode?: number;
  retryAfter?: number;
  tookEffect: boolean;
  end: 'answered' | 'cutBefore' | 'cutAfter' | 'hung';
  messageId: number | null;
  digest: string | null;
}

/** A message of the bot as it stands in its chat. */
export interface SaidMessage {
  chatId: number;
  messageId: number;
  /** Business time, to the second. */
  businessAt: number;
  /** Its first line. */
  heading: string;
  /** The codes of all tasks that it names. */
  codes: readonly string[];
}

/** Rows of the database. Days are `YYYY-MM-DD`. */
export interface Rows {
  recorded: readonly { code: string; percent: number; times: number }[];
  outbox: readonly OutboxRow[];
  tasks: readonly TaskRow[];
  memberships: readonly { personId: number; unitId: number; role: string; isActing: boolean }[];
  leadersInCharge: readonly { unitId: number; personId: number }[];
  accounts: readonly { personId: number; chatId: number; boundAt: number }[];
  groups: readonly { chatId: number; boundAt: number }[];
  /** No unit: the whole department. */
  goLives: readonly { unitId: number | null; startedAt: number }[];
}

export interface OutboxRow {
  id: number;
  kind: string;
  state: string;
  /** Where it goes; `null` when its person has no account. */
  chatId: number | null;
  /** How many Telegram messages it is; `null` when it was never put in words. */
  parts: number | null;
  messageIds: readonly number[];
  /** The message that it changes in place. */
  editsMessageId: number | null;
  unknownEnds: number;
  error: string | null;
}

export interface TaskRow {
  id: number;
  code: string;
  structure: string;
  state: string;
  priority: string;
  dueOn: string | null;
  issuedAt: number;
  leadUnitId: number;
  assigneeId: number | null;
  percent: number;
}

/** Days off on weekdays, and Saturdays that are worked. */
export interface CalendarFacts {
  daysOff: readonly string[];
  workingSaturdays: readonly string[];
}
