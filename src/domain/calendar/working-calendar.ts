import { addDays, type Day, daysBetween, weekdayOf } from '../days.ts';

/**
 * Which days are worked: Monday to Friday, less the days off, plus the Saturdays that make up for a swapped day.
 * A day listed in both sets is off.
 */
export interface WorkingCalendar {
  readonly daysOff: ReadonlySet<Day>;
  readonly workingSaturdays: ReadonlySet<Day>;
}

/** A calendar from any lists of days; order and repetition do not matter. */
export function createCalendar(days: {
  daysOff: Iterable<Day>;
  workingSaturdays: Iterable<Day>;
}): WorkingCalendar {
  return { daysOff: new Set(days.daysOff), workingSaturdays: new Set(days.workingSaturdays) };
}

/** Whether the office works on a day. */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  if (calendar.daysOff.has(day)) return false;
  return weekdayOf(day) <= FRIDAY || calendar.workingSaturdays.has(day);
}

/** The first working day strictly after a day. */
export function nextWorkingDay(calendar: WorkingCalendar, day: Day): Day {
  return addWorkingDays(calendar, day, 1);
}

/** The last working day strictly before a day. */
export function previousWorkingDay(calendar: WorkingCalendar, day: Day): Day {
  return addWorkingDays(calendar, day, -1);
}

/** The day itself when it is worked, otherwise the next working day. */
export function workingDayOnOrAfter(calendar: WorkingCalendar, day: Day): Day {
  return isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day);
}

/** The day itself when it is worked, otherwise the last working day before it. */
export function workingDayOnOrBefore(calendar: WorkingCalendar, day: Day): Day {
  return isWorkingDay(calendar, day) ? day : previousWorkingDay(calendar, day);
}

/**
 * T+n: the n-th working day after a day, or before it when `count` is negative.
 * Zero gives the day itself, worked or not.
 */
export function addWorkingDays(calendar: WorkingCalendar, day: Day, count: number): Day {
  return count < 0 ? stepBack(calendar, day, -count) : stepForward(calendar, day, count);
}

/**
 * The working days after `from` up to and including `to`: a task due on `from` is this many working days late
 * on `to`. When `to` is earlier, the negative of the reverse.
 */
export function countWorkingDays(calendar: WorkingCalendar, from: Day, to: Day): number {
  if (to < from) return 0 - countWorkingDays(calendar, to, from);
  const isInside = (day: Day): boolean => day > from && day <= to;
  const lost = [...calendar.daysOff].filter((day) => isInside(day) && weekdayOf(day) <= FRIDAY);
  const gained = [...calendar.workingSaturdays].filter(
    (day) => isInside(day) && weekdayOf(day) > FRIDAY && !calendar.daysOff.has(day),
  );
  return countWeekdays(from, to) - lost.length + gained.length;
}

const FRIDAY = 5;

function countWeekdays(from: Day, to: Day): number {
  const days = daysBetween(from, to);
  const start = weekdayOf(from);
  const rest = Array.from({ length: days % 7 }, (_, index) => ((start + index) % 7) + 1);
  return Math.floor(days / 7) * FRIDAY + rest.filter((weekday) => weekday <= FRIDAY).length;
}

// Jumping by what is still missing can never pass the n-th working day, and lands on it in a few counts.
function stepForward(calendar: WorkingCalendar, day: Day, count: number): Day {
  let reached = day;
  let missing = count;
  while (missing > 0) {
    reached = addDays(reached, missing);
    missing = count - countWorkingDays(calendar, day, reached);
  }
  return reached;
}

function stepBack(calendar: WorkingCalendar, day: Day, count: number): Day {
  const dayBefore = addDays(day, -1);
  let reached = day;
  let missing = count;
  while (missing > 0) {
    reached = addDays(reached, -missing);
    missing = count - countWorkingDays(calendar, addDays(reached, -1), dayBefore);
  }
  return reached;
}
