import { cleanText, foldText } from '../text.ts';
import { agrees, spell } from '../utterance/spelling.ts';

/** Words by which a person is addressed, as they are compared: without marks. */
const HONORIFICS = new Set(['dong', 'd/c', 'anh', 'chi', 'co', 'chu', 'ong', 'ba', 'bac', 'thay', 'em', 'a', 'c']);

/**
 * The people whom a typed name may mean: those whose full name ends in it ("Minh", "anh Công Minh"). Marks may be left
 * out, never changed. A name that is exactly somebody's is theirs alone.
 */
export function whoIsMeant<Person extends { name: string }>(
  typed: string,
  people: readonly Person[],
): Person[] {
  const words = cleanText(typed).split(/\s+/).filter(Boolean);
  const whole = whoseNameEndsIn(words, people);
  const exact = whole.filter(({ name }) => name.split(' ').length === words.length);
  if (exact.length > 0) return exact;
  return whole.length > 0 ? whole : whoseNameEndsIn(withoutHonorifics(words), people);
}

function withoutHonorifics(words: readonly string[]): string[] {
  const start = words.findIndex((word, i) => !HONORIFICS.has(foldText(word)) || i === words.length - 1);
  return words.slice(Math.max(start, 0));
}

function whoseNameEndsIn<Person extends { name: string }>(
  words: readonly string[],
  people: readonly Person[],
): Person[] {
  if (words.length === 0) return [];
  const typed = words.map(spell);
  return people.filter(({ name }) => {
    const tail = name.split(' ').slice(-typed.length).map(spell);
    return tail.length === typed.length && typed.every((word, i) => tail[i] !== undefined && agrees(word, tail[i]));
  });
}
