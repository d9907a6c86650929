import { addDays, type Day } from '../days.ts';
import type { Plan } from '../plan/plan.ts';
import type { Report } from '../plan/plan-shape.ts';
import { ALL_UNITS } from '../plan/shapes.ts';
import { dueOnOf, periodHolding, previousPeriod, type ReportPeriod, readPeriod } from './report-period.ts';

/** A report of the regime on a period. */
export interface ReportOnPeriod {
  report: Report;
  period: ReportPeriod;
  /** The last day on which it is in time. */
  dueOn: Day;
}

/** A report is spoken of from so many days before its last day; a dated one until so many after it. */
const NEAR_DAYS = 31;

/**
 * What the regime asks for around a day (R96–R101): of each regular report the period that has ended last and the one
 * that runs, of each dated one the occasions, as far as their last day is near. What was due before `since`, the day on
 * which the office went live, was reported without the bot.
 */
export function listReportsAround(plan: Plan, today: Day, since: Day): ReportOnPeriod[] {
  return plan.reportRegime
    .filter((report) => report.enabled && report.outline !== undefined)
    .flatMap((report) => periodsAround(plan, report, today).flatMap((period) => withDueDay(report, period)))
    .filter(({ dueOn }) => dueOn >= since && dueOn <= addDays(today, NEAR_DAYS));
}

function periodsAround(plan: Plan, report: Report, today: Day): ReportPeriod[] {
  const running = periodHolding(report, today);
  if (running !== null) return [previousPeriod(report, running), running].filter((period) => period !== null);
  return (report.occasions ?? [])
    .filter(({ dueOn }) => dueOn >= addDays(today, -NEAR_DAYS))
    .flatMap(({ dueOn }) => readPeriod(plan, report, dueOn) ?? []);
}

function withDueDay(report: Report, period: ReportPeriod): ReportOnPeriod[] {
  const dueOn = dueOnOf(report, period);
  return dueOn === null ? [] : [{ report, period, dueOn }];
}

/** Whether several units submit a report, which the office then consolidates. */
export const isCollected = (report: Report): boolean =>
  report.submitters.includes(ALL_UNITS) || report.submitters.length > 1;

/** Whether a unit submits a report to the office. */
export const isSubmittedBy = (report: Report, unitCode: string): boolean =>
  report.submitters.includes(ALL_UNITS) || report.submitters.includes(unitCode);

/** The period of a report that ends on a day: how a button names it. */
export function periodEndingOn(plan: Plan, report: Report, to: Day): ReportPeriod | null {
  const regular = periodHolding(report, to);
  const period = regular ?? readPeriod(plan, report, to);
  return period?.to === to ? period : null;
}
