import { anchorPeriods } from './anchor-periods.ts';
import { readCadence } from './cadences.ts';
import { CLOCK, canonicalWording } from './canonical-wording.ts';
import { type Clause, readChosen, readList, readRange, splitClauses } from './combine-mentions.ts';
import type { Deadline, DeadlineMeaning, DeadlineOptions } from './deadline.ts';
import { readFestiveDay } from './festive-days.ts';
import { findMentions } from './find-mentions.ts';
import type { PlacedMention } from './mention.ts';
import {
  readCompleted,
  readOpenEnded,
  readRelative,
  readRightAfterIssue,
  readSteadyWork,
  readUrgent,
} from './open-ended.ts';
import { repeatSharedUnits } from './shared-units.ts';

export type { Deadline, DeadlineOptions } from './deadline.ts';

/** A wording made ready for the rules. */
interface Reading {
  /** Canonical, with "tháng", "quý", "năm" left open. */
  text: string;
  mentions: readonly PlacedMention[];
  clauses: readonly Clause[];
  options: DeadlineOptions;
}

interface DeadlineRule {
  name: string;
  read: (reading: Reading) => DeadlineMeaning | null;
}

/** The first rule that recognises the wording decides: the particular stands before the general. */
const RULES: readonly DeadlineRule[] = [
  { name: 'already completed', read: ({ text }) => readCompleted(text) },
  { name: 'right after issue', read: ({ text, options }) => readRightAfterIssue(text, options) },
  { name: 'festive day', read: ({ text, mentions, options }) => readFestiveDay(text, mentions, options) },
  { name: 'cadence', read: ({ text, options }) => readCadence(text, options) },
  {
    name: 'relative to an event',
    read: ({ text, clauses, options }) => readRelative(text, clauses, options),
  },
  { name: 'steady work', read: ({ text, clauses, options }) => readSteadyWork(text, clauses, options) },
  { name: 'from … to', read: ({ clauses, options }) => readRange(clauses, options) },
  { name: 'several dates', read: ({ clauses, options }) => readList(clauses, options) },
  { name: 'one day or period', read: ({ clauses, options }) => readChosen(clauses, options) },
  { name: 'open-ended', read: ({ text }) => readOpenEnded(text) },
  { name: 'at once', read: ({ text, options }) => readUrgent(text, options) },
  {
    name: 'clock time alone',
    read: ({ text, options }) => (text.includes(CLOCK) ? { kind: 'day', dueOn: options.issuedOn } : null),
  },
];

// A deadline is a phrase; what goes on longer is prose whose beginning says enough.
const LONGEST_WORDING = 400;

function prepare(wording: string, options: DeadlineOptions): Reading {
  const text = canonicalWording(wording.slice(0, LONGEST_WORDING));
  const anchored = repeatSharedUnits(anchorPeriods(text, options.issuedOn));
  const mentions = findMentions(anchored, options);
  return { text, mentions, clauses: splitClauses(anchored, mentions), options };
}

/**
 * What the wording of a deadline means, with or without diacritics, as documents and people write it (R7, R140).
 * Never throws: what is not understood is `unclear`, a day that does not exist is `impossible`.
 * A month, quarter, half-year or year is a range; a missing year is the next occurrence on or after `issuedOn`.
 */
export function readDeadline(wording: string, options: DeadlineOptions): Deadline {
  const reading = prepare(wording, options);
  for (const rule of RULES) {
    const meaning = rule.read(reading);
    if (meaning !== null) return { wording, ...meaning };
  }
  return { wording, kind: 'unclear' };
}
