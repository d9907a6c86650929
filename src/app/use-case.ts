import type { Db } from '../db/client.ts';
import type { AuditSource } from '../db/queries/audit.ts';
import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts';
import { type Day, dayOf } from '../domain/days.ts';
import { type Plan, planCalendar } from '../domain/plan/plan.ts';

/** What every use case is given: its transaction, the one business moment in which it happens, and the plan. */
export interface UseCase {
  tx: Db;
  now: Date;
  today: Day;
  plan: Plan;
  calendar: WorkingCalendar;
  source: AuditSource;
}

/** The business clock. Leases, back-off and rate limits use real time instead. */
export interface Clock {
  now(): Date;
}

/** The frame of a use case at one moment. `now` is given, so that a report typed during an outage keeps its time. */
export function startUseCase(tx: Db, plan: Plan, now: Date, source: AuditSource): UseCase {
  return { tx, now, today: dayOf(now), plan, calendar: planCalendar(plan), source };
}

/** Why a use case refused, in words that the bot and the command line each put in their own way. */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly reason: string,
    readonly detail: Record<string, unknown> = {},
  ) {
    super(reason);
  }
}
