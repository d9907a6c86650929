import { createCalendar, type WorkingCalendar } from '../calendar/working-calendar.ts';
import { type Day, daysBetween } from '../days.ts';
import type { Phase, Plan } from './plan-shape.ts';

export type { Indicator, Phase, Plan } from './plan-shape.ts';

/** The working calendar of the plan's day-off table, official and expected days alike. */
export function planCalendar(plan: Plan): WorkingCalendar {
  return createCalendar({
    daysOff: plan.calendar.daysOff.map(({ on }) => on),
    workingSaturdays: plan.calendar.workingSaturdays.map(({ on }) => on),
  });
}

/**
 * The phase in which a day falls, null outside the campaign. A day that two phases share (05/6/2026) belongs to
 * the one that ends on it, so that a task due then counts for the phase that asked for it. The first phase runs
 * from the issue of the plan or, until that day is known, from the start of the campaign.
 */
export function phaseOn(plan: Plan, day: Day): Phase | null {
  const startOn = plan.campaign.issuedOn ?? plan.campaign.startOn;
  return plan.phases.find((phase) => day >= (phase.startOn ?? startOn) && day <= phase.endOn) ?? null;
}

/** Day n of the campaign, counted from 1 on its first day; zero or less before it, past `dayCount` after it (R3). */
export function campaignDay(plan: Plan, day: Day): number {
  return daysBetween(plan.campaign.startOn, day) + 1;
}
