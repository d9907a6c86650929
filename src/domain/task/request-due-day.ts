import { addWorkingDays, type WorkingCalendar, workingDayOnOrAfter } from '../calendar/working-calendar.ts';
import { addDays, type Day, makeDay } from '../days.ts';
import type { ExtensionLength } from '../utterance/meaning.ts';

/** How far an extension may reach; what is asked beyond is a slip of the finger. */
const LONGEST_DAYS = 366;
const LONGEST_COUNT: Record<ExtensionLength['unit'], number> = {
  workingDay: 250,
  day: LONGEST_DAYS,
  week: 52,
  month: 12,
};
const LIKELY_WORKING_DAYS = [3, 5, 10];

/** What is known when a later due day is asked for. */
export interface DueDayFacts {
  dueOn: Day;
  today: Day;
  calendar: WorkingCalendar;
}

/** The new due day that is asked for: the day itself, or by how much the present one should move. */
export interface AskedDueDay {
  on?: Day | undefined;
  extendBy?: ExtensionLength | undefined;
}

/** `movedFrom`: the day that was named, when it is a day off and the next working day is proposed instead. */
export type ProposedDueDay =
  | { kind: 'proposed'; dueOn: Day; movedFrom: Day | null }
  | { kind: 'wanted' | 'notLater' | 'tooFar' };

/**
 * The due day that a request proposes. It lies after today and after the present due day; a length counts from the
 * later of the two ("hạn hiện tại + 5 ngày làm việc"), and a day off gives way to the next working day.
 */
export function proposeDueDay(facts: DueDayFacts, asked: AskedDueDay): ProposedDueDay {
  const from = laterOf(facts);
  if (asked.extendBy !== undefined && asked.extendBy.count > LONGEST_COUNT[asked.extendBy.unit])
    return { kind: 'tooFar' };
  const named =
    asked.on ?? (asked.extendBy === undefined ? null : moveBy(from, asked.extendBy, facts.calendar));
  if (named === null) return { kind: 'wanted' };
  if (named <= from) return { kind: 'notLater' };
  if (named > addDays(from, LONGEST_DAYS)) return { kind: 'tooFar' };
  const dueOn = workingDayOnOrAfter(facts.calendar, named);
  return { kind: 'proposed', dueOn, movedFrom: dueOn === named ? null : named };
}

/** Days to choose from when none was named: 3, 5 and 10 working days more. */
export function listLikelyDueDays(facts: DueDayFacts): Day[] {
  return LIKELY_WORKING_DAYS.map((count) => addWorkingDays(facts.calendar, laterOf(facts), count));
}

const laterOf = ({ dueOn, today }: DueDayFacts): Day => (dueOn > today ? dueOn : today);

function moveBy(from: Day, { count, unit }: ExtensionLength, calendar: WorkingCalendar): Day {
  if (unit === 'workingDay') return addWorkingDays(calendar, from, count);
  if (unit === 'month') return addMonths(from, count);
  return addDays(from, unit === 'week' ? count * 7 : count);
}

/** The same day some months later, or the last day of a shorter month. */
function addMonths(from: Day, count: number): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = from.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  const target = [Math.floor(months / 12), (months % 12) + 1] as const;
  for (let tried = dayOfMonth; tried > 28; tried -= 1) {
    const day = makeDay(...target, tried);
    if (day !== null) return day;
  }
  return makeDay(...target, Math.min(dayOfMonth, 28)) ?? from;
}
