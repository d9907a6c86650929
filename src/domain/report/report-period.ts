import { DateTime } from 'luxon';
import { addDays, type Day, weekdayOf } from '../days.ts';
import type { Plan } from '../plan/plan.ts';
import type { Report } from '../plan/plan-shape.ts';

/**
 * The stretch of time that a report speaks of, both days included; `code` is how it is typed and kept (`2026-W28`,
 * `2026-07`, `2026-Q3`, `2026`, `GD2`, `2026-12-31`, `2026-07-01..2026-07-31`).
 */
export type ReportPeriod = { code: string; from: Day; to: Day } & (
  | { kind: 'week' | 'month' | 'quarter'; year: number; number: number }
  | { kind: 'year'; year: number }
  /** A phase of the plan, or one of a report's dated occasions, by its name. */
  | { kind: 'phase' | 'occasion'; name: string }
  | { kind: 'days' }
  /** Everything that was given until that day. */
  | { kind: 'toDate' }
);

const MONTHS_A_QUARTER = 3;

/**
 * Reads a period as people type it for a report, with its cut-off day (NĐ 09/2019); `null` when it is none.
 * A single day is an occasion of a dated report, else "until that day".
 */
export function readPeriod(plan: Plan, report: Report, typed: string): ReportPeriod | null {
  const code = typed.trim().toUpperCase();
  return (
    readNumbered(report, code) ??
    readPhase(plan, code) ??
    readDays(code) ??
    readSingleDay(plan, report, code) ??
    null
  );
}

function readNumbered(report: Report, code: string): ReportPeriod | null {
  const match = /^(\d{4})(?:-(W|Q)?(\d{1,2}))?$/.exec(code);
  if (match === null) return null;
  const [year, letter, number] = [Number(match[1]), match[2], Number(match[3])];
  if (match[3] === undefined) return yearOf(year);
  if (letter === 'W') return number >= 1 && number <= weeksIn(year) ? weekOf(report, year, number) : null;
  if (letter === 'Q') return number >= 1 && number <= 4 ? quarterOf(report, year, number) : null;
  return number >= 1 && number <= 12 ? monthOf(report, year, number) : null;
}

function readPhase(plan: Plan, code: string): ReportPeriod | null {
  const phase = plan.phases.find((one) => one.code === code);
  if (phase === undefined) return null;
  const from = phase.startOn ?? plan.campaign.issuedOn ?? plan.campaign.startOn;
  return { kind: 'phase', code, name: phase.name, from, to: phase.endOn };
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid;

function readDays(code: string): ReportPeriod | null {
  const [from = '', to = '', ...rest] = code.split('..');
  if (rest.length > 0 || !isDay(from) || !isDay(to) || from > to) return null;
  return { kind: 'days', code, from, to };
}

function readSingleDay(plan: Plan, report: Report, code: string): ReportPeriod | null {
  if (!isDay(code)) return null;
  const from = plan.campaign.startOn;
  const occasion = report.occasions?.find(({ dueOn }) => dueOn === code);
  if (occasion !== undefined) return { kind: 'occasion', code, name: occasion.name, from, to: code };
  return code < from ? null : { kind: 'toDate', code, from, to: code };
}

const weeksIn = (year: number): number => DateTime.utc(year, 7, 1).weeksInWeekYear;

const format = (date: DateTime): Day => date.toFormat('yyyy-MM-dd');

const pad = (number: number): string => String(number).padStart(2, '0');

/** A week ends on its cut-off weekday, Sunday without one, and holds the seven days up to it. */
function weekOf(report: Report, year: number, number: number): ReportPeriod {
  const lastWeekday = typeof report.cutOff === 'number' ? report.cutOff : 7;
  const monday = DateTime.fromObject({ weekYear: year, weekNumber: number, weekday: 1 }, { zone: 'utc' });
  const to = addDays(format(monday), lastWeekday - 1);
  return { kind: 'week', code: `${year}-W${pad(number)}`, year, number, from: addDays(to, -6), to };
}

function monthOf(report: Report, year: number, number: number): ReportPeriod {
  const span = monthsUpTo(report, year, number, 1);
  return { kind: 'month', code: `${year}-${pad(number)}`, year, number, ...span };
}

function quarterOf(report: Report, year: number, number: number): ReportPeriod {
  const span = monthsUpTo(report, year, number * MONTHS_A_QUARTER, MONTHS_A_QUARTER);
  return { kind: 'quarter', code: `${year}-Q${number}`, year, number, ...span };
}

function yearOf(year: number): ReportPeriod {
  return { kind: 'year', code: String(year), year, from: `${year}-01-01`, to: `${year}-12-31` };
}

/** So many months up to one, each ending on the cut-off day. */
function monthsUpTo(report: Report, year: number, month: number, count: number): { from: Day; to: Day } {
  const last = DateTime.utc(year, month, 1);
  return {
    from: addDays(cutOffIn(report, last.minus({ months: count })), 1),
    to: cutOffIn(report, last),
  };
}

/** The last day of a month that a report counts to it. */
function cutOffIn(report: Report, month: DateTime): Day {
  const end = month.endOf('month');
  return typeof report.cutOff === 'number'
    ? format(month.set({ day: Math.min(report.cutOff, end.day) }))
    : format(end);
}

/** The last day on which the report of a period is in time; `null` for one that has no such day. */
export function dueOnOf(report: Report, period: ReportPeriod): Day | null {
  if (period.kind === 'occasion') return period.code;
  if (report.cadence === 'week' && report.dueWeekday !== undefined) {
    return addDays(period.to, (report.dueWeekday - weekdayOf(period.to) + 7) % 7);
  }
  if (report.dueDay === undefined) return null;
  const month = DateTime.fromISO(period.to, { zone: 'utc' });
  const inMonth = dueIn(report.dueDay, month);
  return inMonth >= period.to ? inMonth : dueIn(report.dueDay, month.plus({ months: 1 }));
}

const dueIn = (dueDay: number, month: DateTime): Day =>
  format(month.set({ day: Math.min(dueDay, month.daysInMonth ?? dueDay) }));

/** The period of a regular report that holds a day; a day after a month's cut-off belongs to the next one. */
export function periodHolding(report: Report, day: Day): ReportPeriod | null {
  if (report.cadence !== 'week' && report.cadence !== 'month' && report.cadence !== 'quarter') return null;
  const period = periodAround(report, DateTime.fromISO(day, { zone: 'utc' }));
  return day <= period.to ? period : nextPeriod(report, period);
}

function periodAround(report: Report, date: DateTime): ReportPeriod {
  if (report.cadence === 'week') return weekOf(report, date.weekYear, date.weekNumber);
  if (report.cadence === 'month') return monthOf(report, date.year, date.month);
  return quarterOf(report, date.year, date.quarter);
}

/** The stretch of the same sort right after another; an occasion or a phase is followed by the days to come. */
export function nextPeriod(report: Report, period: ReportPeriod): ReportPeriod {
  if (period.kind === 'week') return stepWeek(report, period.year, period.number, 1);
  if (period.kind === 'month') return stepMonth(report, period.year, period.number, 1);
  if (period.kind === 'quarter') return stepQuarter(report, period.year, period.number, 1);
  const from = addDays(period.to, 1);
  const to = addDays(period.to, 30);
  return { kind: 'days', code: `${from}..${to}`, from, to };
}

/** The stretch of the same sort right before another; `null` where there is none to compare with. */
export function previousPeriod(report: Report, period: ReportPeriod): ReportPeriod | null {
  if (period.kind === 'week') return stepWeek(report, period.year, period.number, -1);
  if (period.kind === 'month') return stepMonth(report, period.year, period.number, -1);
  if (period.kind === 'quarter') return stepQuarter(report, period.year, period.number, -1);
  return null;
}

function stepWeek(report: Report, year: number, number: number, step: 1 | -1): ReportPeriod {
  const monday = DateTime.fromObject({ weekYear: year, weekNumber: number }, { zone: 'utc' });
  const moved = monday.plus({ weeks: step });
  return weekOf(report, moved.weekYear, moved.weekNumber);
}

function stepMonth(report: Report, year: number, number: number, step: 1 | -1): ReportPeriod {
  const moved = DateTime.utc(year, number, 1).plus({ months: step });
  return monthOf(report, moved.year, moved.month);
}

function stepQuarter(report: Report, year: number, number: number, step: 1 | -1): ReportPeriod {
  const moved = DateTime.utc(year, number * MONTHS_A_QUARTER, 1).plus({ months: step * MONTHS_A_QUARTER });
  return quarterOf(report, moved.year, moved.quarter);
}
