import { addDays, type Day } from '../days.ts';
import { dayInMonth, lastDayOfMonth, monthOf, type Period, yearOf } from './calendar-arithmetic.ts';
import type { DeadlineMeaning, DeadlineOptions } from './deadline.ts';
import type { Mention } from './mention.ts';
import type { Operator } from './operators.ts';

type Edge = NonNullable<Operator['edge']>;

/** Where offices put the beginning and the middle of a stretch; only its end is exact. */
const EDGE_DAYS: Readonly<Record<Edge, (unit: Mention['unit'], period: Period) => Day>> = {
  start: (unit, { startOn }) => {
    if (unit === 'week') return startOn;
    if (unit === 'quarter') return monthEnd(startOn, 0);
    if (unit === 'year' || unit === 'halfYear') return monthEnd(startOn, 2);
    return addDays(startOn, 9);
  },
  middle: (unit, { startOn }) => {
    if (unit === 'week') return addDays(startOn, 2);
    if (unit === 'quarter') return dayInMonth(yearOf(startOn), monthOf(startOn) + 1, 20) ?? startOn;
    if (unit === 'year' || unit === 'halfYear') return monthEnd(startOn, unit === 'year' ? 5 : 2);
    return addDays(startOn, 19);
  },
  end: (_, { dueOn }) => dueOn,
};

function monthEnd(day: Day, monthsLater: number): Day {
  return lastDayOfMonth(yearOf(day), monthOf(day) + monthsLater) ?? day;
}

/** "Trước ngày X" is X − 1 in documents unless set otherwise, and X in chat. */
export function daysBefore({ channel, beforeDayMeans = 'dayBefore' }: DeadlineOptions): 0 | 1 {
  return channel === 'document' && beforeDayMeans === 'dayBefore' ? 1 : 0;
}

/** The last day in time for one stretch and the words before it. */
export function dueDay(
  unit: Mention['unit'],
  period: Period,
  operator: Operator,
  options: DeadlineOptions,
): Day {
  if (operator.edge !== null && unit !== 'day') return EDGE_DAYS[operator.edge](unit, period);
  if (operator.relation !== 'before') return period.dueOn;
  return addDays(period.startOn, unit === 'day' ? -daysBefore(options) : -1);
}

const isVague = (unit: Mention['unit'], { edge, isApproximate }: Operator): boolean =>
  isApproximate || ((edge === 'start' || edge === 'middle') && unit !== 'week' && unit !== 'day');

/** What one stretch of time with the words before it means as a deadline. */
export function meaningOf(
  unit: Mention['unit'],
  period: Period,
  operator: Operator,
  options: DeadlineOptions,
): DeadlineMeaning {
  const dueOn = dueDay(unit, period, operator, options);
  if (operator.relation === 'from')
    return { kind: 'none', startOn: operator.edge === null ? period.startOn : dueOn };
  if (operator.relation === 'after') return { kind: 'none', startOn: addDays(period.dueOn, 1) };
  if (isVague(unit, operator)) return { kind: 'unclear', dueOn };
  const isOneDay =
    unit === 'day' || unit === 'week' || operator.edge === 'end' || operator.relation === 'before';
  const hasNoStart = unit === 'phase' && period.startOn === period.dueOn;
  return isOneDay || hasNoStart ? { kind: 'day', dueOn } : { kind: 'range', startOn: period.startOn, dueOn };
}
