import type { Day } from '../days.ts';
import { type Period, yearOf } from './calendar-arithmetic.ts';
import type { DeadlineOptions } from './deadline.ts';

export type MentionUnit = 'day' | 'week' | 'month' | 'quarter' | 'halfYear' | 'year' | 'phase';

/** A stretch of time that the wording names, not yet dated when its year is missing. */
export interface Mention {
  unit: MentionUnit;
  /** The year as written, or `null`. */
  year: number | null;
  /** The stretch in a given year; `null` when that year has no such day, month or quarter. */
  in: (year: number) => Period | null;
}

/** A mention and where it stands in the text: `[start, end)`. */
export interface PlacedMention extends Mention {
  start: number;
  end: number;
}

/** One way of naming time: a pattern over the canonical text and what its groups mean. */
export interface MentionPattern {
  name: string;
  pattern: RegExp;
  read: (groups: readonly (string | undefined)[], options: DeadlineOptions) => Mention | null;
}

/** A mention whose year is not open: counted from today, or a phase. */
export function datedMention(unit: MentionUnit, period: Period | null, issuedOn: Day): Mention {
  return { unit, year: yearOf(issuedOn), in: () => period };
}

/** An optional year group: digits or nothing. */
export const writtenYear = (group: string | undefined): number | null =>
  group === undefined ? null : Number(group);

// 29/02 returns after at most eight years (2096–2104).
const YEARS_AHEAD = 8;

/** The first stretch so named that ends on or after a day; `null` when none exists (31/6). */
export function nextPeriod(mention: Mention, from: Day): Period | null {
  if (mention.year !== null) return mention.in(mention.year);
  const first = yearOf(from);
  for (let year = first; year <= first + YEARS_AHEAD; year++) {
    const period = mention.in(year);
    if (period !== null && period.dueOn >= from) return period;
  }
  return null;
}

/** The last stretch so named that begins on or before a day; `null` when none exists. */
export function lastPeriod(mention: Mention, upTo: Day): Period | null {
  if (mention.year !== null) return mention.in(mention.year);
  const last = yearOf(upTo);
  for (let year = last; year >= last - YEARS_AHEAD; year--) {
    const period = mention.in(year);
    if (period !== null && period.startOn <= upTo) return period;
  }
  return null;
}
