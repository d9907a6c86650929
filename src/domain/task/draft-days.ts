import { addWorkingDays, type WorkingCalendar, workingDayOnOrBefore } from '../calendar/working-calendar.ts';
import { addDays, type Day, formatDay } from '../days.ts';
import { lastDayOfMonth, mondayOf, monthOf, yearOf } from '../deadline/calendar-arithmetic.ts';
import type { Deadline, DeadlinePhase } from '../deadline/deadline.ts';
import { readDeadline } from '../deadline/read-deadline.ts';
import type { DraftDeadline } from './draft.ts';

export const LIKELY_DUE_DAYS = ['endOfWeek', 'inFiveDays', 'inTenDays', 'endOfMonth'] as const;
/** Due days that are often meant: the end of the week or month, five or ten working days from today. */
export type LikelyDueDay = (typeof LIKELY_DUE_DAYS)[number];

/** The due days to offer on a day, each later than it and none twice. */
export function likelyDueDays(today: Day, calendar: WorkingCalendar): { kind: LikelyDueDay; day: Day }[] {
  const found: Record<LikelyDueDay, Day> = {
    endOfWeek: endOfWeekAfter(today, calendar),
    inFiveDays: addWorkingDays(calendar, today, 5),
    inTenDays: addWorkingDays(calendar, today, 10),
    endOfMonth: endOfMonthAfter(today, calendar),
  };
  const days = LIKELY_DUE_DAYS.map((kind) => ({ kind, day: found[kind] }));
  return days.filter(({ day }, i) => days.findIndex((other) => other.day === day) === i);
}

function endOfWeekAfter(today: Day, calendar: WorkingCalendar): Day {
  const friday = addDays(mondayOf(today), 4);
  const last = workingDayOnOrBefore(calendar, friday);
  return last > today ? last : endOfWeekAfter(addDays(mondayOf(today), 7), calendar);
}

function endOfMonthAfter(today: Day, calendar: WorkingCalendar): Day {
  const end = lastDayOfMonth(yearOf(today), monthOf(today)) ?? today;
  const last = workingDayOnOrBefore(calendar, end);
  return last > today ? last : endOfMonthAfter(addDays(end, 1), calendar);
}

export const DEADLINE_FAULTS = ['dayImpossible', 'dayUnclear', 'dayPassed', 'severalDays'] as const;
/** Why a wording gives no due day for a new task. */
export type DeadlineFault = (typeof DEADLINE_FAULTS)[number];

export interface DeadlineContext {
  today: Day;
  calendar: WorkingCalendar;
  phases: readonly DeadlinePhase[];
  beforeDayMeans: 'dayBefore' | 'sameDay';
}

/** A due day that was chosen and not worded. */
export const dueOnDay = (dueOn: Day): DraftDeadline => ({
  wording: formatDay(dueOn),
  startOn: null,
  dueOn,
  cadence: null,
  otherDueOn: null,
});

/** What a wording typed in chat means as the deadline of a new task: one day to come, or a repetition. */
export function readDraftDeadline(
  wording: string,
  context: DeadlineContext,
): { deadline: DraftDeadline } | { fault: DeadlineFault } {
  const { today, ...options } = context;
  const read = (channel: 'chat' | 'document') =>
    readDeadline(wording, { ...options, issuedOn: today, channel });
  const meaning = read('chat');
  if (meaning.kind === 'impossible') return { fault: 'dayImpossible' };
  if (meaning.kind === 'dates') return { fault: 'severalDays' };
  if (meaning.kind === 'cadence') {
    return { deadline: { ...dueOnDay(today), wording, dueOn: null, cadence: meaning.cadence } };
  }
  const dueOn = dueOnOf(meaning);
  if (dueOn === null) return { fault: 'dayUnclear' };
  if (dueOn < today) return { fault: 'dayPassed' };
  const other = dueOnOf(read('document'));
  const otherDueOn = other === null || other === dueOn || other < today ? null : other;
  return { deadline: { wording, startOn: startOnOf(meaning), dueOn, cadence: null, otherDueOn } };
}

const dueOnOf = (deadline: Deadline): Day | null => ('dueOn' in deadline ? (deadline.dueOn ?? null) : null);

const startOnOf = (deadline: Deadline): Day | null =>
  'startOn' in deadline ? (deadline.startOn ?? null) : null;

/** Takes the other day that the words may mean, and offers the first one in its place. */
export const withOtherDay = (deadline: DraftDeadline): DraftDeadline =>
  deadline.otherDueOn === null
    ? deadline
    : { ...deadline, dueOn: deadline.otherDueOn, otherDueOn: deadline.dueOn };
