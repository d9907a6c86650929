import type { Day } from '../days.ts';
import type { Clock } from './calendar-words.ts';
import { DAY_PATTERNS, type DayPattern } from './day-patterns.ts';
import { blankOut, type Span } from './spans.ts';
import { agrees, spell } from './spelling.ts';
import type { TypedText } from './typed-text.ts';

/** A day named in a chat message, as it would be meant of the past and of the future. */
export interface DayMention extends Span {
  kind: 'day' | 'impossible';
  /** The reading for something still to come (a period stands for its last working day). */
  next: Day;
  /** The reading for something that has happened. */
  last: Day;
  /** The reading when nothing says which: the nearer one of a date, the coming one of a weekday. */
  natural: Day;
}

/** Words that look like a time word without their marks: "Tuấn", "một", "quỹ". */
function isSpelledSo(typed: string, expected: string): boolean {
  const words = expected.split(' ').map(spell);
  return typed
    .split(' ')
    .map(spell)
    .every((part) => words.every((word) => part.key !== word.key || agrees(part, word)));
}

function readMatch(
  match: RegExpMatchArray,
  text: string,
  { spelled, read }: DayPattern,
  clock: Clock,
): DayMention[] {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  if (spelled !== undefined && !isSpelledSo(text.slice(start, end), spelled)) return [];
  const found = read(match.groups ?? {}, clock);
  if (found === undefined) return [];
  const kind = found.isImpossible ? 'impossible' : 'day';
  const { next, last = next, natural = next } = found;
  return [{ start, end, kind, next, last, natural }];
}

/** Finds the days that a message speaks of, in order. `folded` may have stretches blanked out. */
export function findDays({ text, folded }: TypedText, clock: Clock): DayMention[] {
  let rest = folded;
  const found: DayMention[] = [];
  for (const dayPattern of DAY_PATTERNS) {
    const mentions = [...rest.matchAll(dayPattern.pattern)].flatMap((match) =>
      readMatch(match, text, dayPattern, clock),
    );
    found.push(...mentions);
    rest = blankOut(rest, mentions);
  }
  return found.sort((a, b) => a.start - b.start);
}
