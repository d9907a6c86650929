import { hitsOf, type Reading } from './reading.ts';
import type { Span } from './spans.ts';

const EDGES = /^[\s,.;:!?–=-]+|[\s,.;:!?–=-]+$/g;
const FILLER =
  /^(?:duoc|dat|khoang|tam|co|chung|roi|thoi|em|anh|chi|da|len|tang len|lam|tien do|moi|la|xong|hoan thanh|hoan tat|ht|den|toi|gan|hon|dang|va|nha|nhe|a|thi|nay|viec|cap nhat|bao cao|\d+)$/;

/** What the sender wrote beside code and figure, as typed; `undefined` when only filler words are left. */
export function readNote(reading: Reading, ...alsoWithout: readonly Span[]): string | undefined {
  const spans = [...reading.codes, ...reading.figures, ...alsoWithout].sort((a, b) => b.start - a.start);
  const left = spans.reduce(
    (text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`,
    reading.text,
  );
  const note = left
    .replace(/ +/g, ' ')
    .replace(/ ([,;.])/g, '$1')
    .replace(EDGES, '');
  const words =
    note === ''
      ? []
      : [...reading.words].filter(
          (word) => !spans.some((span) => word.start < span.end && span.start < word.end),
        );
  const isEmpty = words.every((word) => FILLER.test(word.key));
  return isEmpty ? undefined : note.replace(/^(?:được|đạt)(?:, | )/, '');
}

/** The reason behind a decision: the text without the words that decide. */
export const readReason = (reading: Reading, ...tags: Parameters<typeof hitsOf>[1][]): string | undefined =>
  readNote(reading, ...hitsOf(reading, ...tags).slice(0, 1));
