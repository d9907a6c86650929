import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../db/client.ts';
import { countSendable } from '../db/queries/outbox-counts.ts';
import { isWorkingDay, nextWorkingDay } from '../domain/calendar/working-calendar.ts';
import { addDays, dayOf, instantAt, weekdayOf } from '../domain/days.ts';
import { leastUrgentNow } from '../domain/message/priority.ts';
import { type Plan, planCalendar } from '../domain/plan/plan.ts';
import type { MovableClock } from './clock.ts';

export interface TimeParts {
  clock: MovableClock;
  plan: Plan;
  db: Db;
  /** Runs the jobs at the clock's moment. */
  tick(): Promise<void>;
}

const LONGEST_WAIT_MS = 20_000;

/** Moves the clock forward through every slot on the way, so that each sends what it owes. @throws when it goes back */
export async function moveThroughTime(parts: TimeParts, to: Date): Promise<void> {
  const from = parts.clock.now();
  if (to <= from) throw new Error('The clock only goes forward; going back is a reset');
  for (const stop of listStops(parts.plan, from, to)) {
    parts.clock.set(stop);
    await parts.tick();
    await waitUntilSent(parts);
  }
}

/** Every slot and digest time in (from, to], and the end itself. */
export function listStops(plan: Plan, from: Date, to: Date): Date[] {
  const { slots } = plan.reminders;
  const times = [...new Set([slots.morning, slots.afternoon, plan.weeklyDigest.at])];
  const stops = [to];
  for (let day = dayOf(from); day <= dayOf(to); day = addDays(day, 1)) {
    stops.push(
      ...times.map((time) => instantAt(day, time)).filter((instant) => instant > from && instant < to),
    );
  }
  return stops.sort((a, b) => a.getTime() - b.getTime());
}

/** What was owed at a stop arrives before the clock goes on. */
async function waitUntilSent(parts: TimeParts): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  const now = parts.clock.now();
  const leastUrgent = leastUrgentNow(now, parts.plan.reminders, planCalendar(parts.plan));
  while ((await countSendable(parts.db, now, leastUrgent)) > 0 && Date.now() < deadline) await sleep(20);
}

export function nextWorkingMorning(plan: Plan, now: Date): Date {
  const calendar = planCalendar(plan);
  const today = dayOf(now);
  const thisMorning = instantAt(today, plan.reminders.slots.morning);
  if (isWorkingDay(calendar, today) && now < thisMorning) return thisMorning;
  return instantAt(nextWorkingDay(calendar, today), plan.reminders.slots.morning);
}

export function nextMondayMorning(plan: Plan, now: Date): Date {
  const today = dayOf(now);
  const monday = addDays(today, 8 - weekdayOf(today));
  return instantAt(monday, plan.weeklyDigest.at);
}
