import { ABSOLUTE_DAYS } from './absolute-days.ts';
import type { DeadlineOptions } from './deadline.ts';
import type { PlacedMention } from './mention.ts';
import { PERIODS } from './periods.ts';
import { RELATIVE_WORDS } from './relative-words.ts';

const PATTERNS = [...RELATIVE_WORDS, ...ABSOLUTE_DAYS, ...PERIODS];

/** Every stretch of time named in the canonical text, in order; an earlier pattern keeps what it took. */
export function findMentions(text: string, options: DeadlineOptions): PlacedMention[] {
  const found: PlacedMention[] = [];
  for (const { pattern, read } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (match[0] === '' || found.some((other) => start < other.end && other.start < end)) continue;
      const mention = read([...match], options);
      if (mention !== null) found.push({ ...mention, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
