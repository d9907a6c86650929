import { officeMoment } from './check-calendar.ts';

/** A moment to which the campaign moves the clock. */
export interface Stop {
  day: string;
  time: string;
  /** Whether everything that the morning owes is waited for before the clock moves on; else a day's stop follows. */
  isFinished: boolean;
}

/** Shortly before "Bắt đầu" is pressed: before the first morning's slot, on its day. */
const SET_UP_AT = '06:40';
/** So much before a slot that the first processes are killed before it, at it and after it. */
const BEFORE = { morning: '07:29:50', afternoon: '13:59:50', quiet: '16:59:50' };

/**
 * Working days of July 2026, when much of the sample is overdue; Mondays bring the digests. The week's second morning
 * is broken off, and afternoons and evenings are walked into.
 */
const DAYS = [
  { day: '2026-07-09', stops: ['morning', 'afternoon', 'quiet'], isFinished: true },
  { day: '2026-07-10', stops: ['morning'], isFinished: false },
  { day: '2026-07-13', stops: ['morning', 'afternoon'], isFinished: true },
  { day: '2026-07-14', stops: ['morning', 'quiet'], isFinished: true },
  { day: '2026-07-15', stops: ['morning'], isFinished: false },
  { day: '2026-07-16', stops: ['morning', 'afternoon'], isFinished: true },
  { day: '2026-07-17', stops: ['morning'], isFinished: true },
  { day: '2026-07-20', stops: ['morning', 'quiet'], isFinished: true },
] as const;

/** A Monday. */
const QUICK_DAYS = [{ day: '2026-07-13', stops: ['morning'], isFinished: true }] as const;

/** Where the clock goes during a campaign; what the last day owes is always waited for. */
export function planItinerary(isQuick: boolean): { setUpAt: number; stops: Stop[] } {
  const days = isQuick ? QUICK_DAYS : DAYS;
  const stops = days.flatMap(({ day, stops: names, isFinished }) =>
    names.map((name) => ({ day, time: BEFORE[name], isFinished })),
  );
  return { setUpAt: officeMoment(days[0].day, SET_UP_AT), stops };
}

/** How many kills fall to each stop, as evenly as can be. */
export const killsAt = (stop: number, stops: number, kills: number): number =>
  Math.floor(((stop + 1) * kills) / stops) - Math.floor((stop * kills) / stops);
