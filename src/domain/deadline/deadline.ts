import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Day } from '../days.ts';

/**
 * A repetition. `weekday` is ISO (1 = Monday); `day` beyond a month's length means its last day. `month` is a calendar
 * month of a year, and the month's place inside a quarter (1–3) or half-year (1–6).
 */
export interface Cadence {
  every: 'day' | 'week' | 'month' | 'quarter' | 'halfYear' | 'year';
  weekday?: number;
  day?: number;
  month?: number;
}

/**
 * What a wording says about time, without the wording itself. `unclear` carries the best guess in `dueOn`;
 * `relative` waits for an event; `impossible` names a day that does not exist.
 */
export type DeadlineMeaning =
  | { kind: 'day'; dueOn: Day; startOn?: Day }
  | { kind: 'range'; startOn: Day; dueOn: Day }
  | { kind: 'dates'; dates: Day[] }
  | { kind: 'cadence'; cadence: Cadence }
  | { kind: 'none'; completed?: true; startOn?: Day }
  | { kind: 'relative' }
  | { kind: 'unclear'; dueOn?: Day }
  | { kind: 'impossible' };

/** A deadline with the document's own wording, kept as it was written. */
export type Deadline = { wording: string } & DeadlineMeaning;

/** A phase of the campaign; `startOn` is null for the one that begins with the plan itself. */
export interface DeadlinePhase {
  code: string;
  startOn: Day | null;
  endOn: Day;
}

export interface DeadlineOptions {
  /** The day of the document, or of the message: relative words and missing years count from it. */
  issuedOn: Day;
  channel: 'document' | 'chat';
  /** "Trước ngày X" in a document; a chat always means X itself. Default `dayBefore`. */
  beforeDayMeans?: 'dayBefore' | 'sameDay';
  phases?: readonly DeadlinePhase[];
  /** Without one, Monday to Friday are worked. */
  calendar?: WorkingCalendar;
  /** The day the document takes effect, where it is known: "15 ngày kể từ ngày có hiệu lực". */
  inForce?: Day;
}
