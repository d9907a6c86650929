import { foldText } from '../text.ts';
import type { Reading } from './reading.ts';
import { overlaps } from './spans.ts';

const MIN_SHARED_WORDS = 2;
const MAX_SUGGESTIONS = 5;

/** Open tasks whose title shares at least two words in a row with the text, best first. */
export function suggestTasks(reading: Reading): string[] {
  const said = reading.words
    .filter((word) => !reading.days.some((day) => overlaps(day, word)))
    .map(({ key }) => key);
  const pairs = said.slice(1).map((word, i) => `${said[i]} ${word}`);
  return (reading.context.openTasks ?? [])
    .map(({ code, title }) => {
      const folded = ` ${foldText(title)} `;
      return { code, shared: pairs.filter((pair) => folded.includes(` ${pair} `)).length };
    })
    .filter(({ shared }) => shared >= MIN_SHARED_WORDS - 1)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ code }) => code);
}
