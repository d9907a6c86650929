import { LEXICON } from './lexicon.ts';
import { CLOSERS, MARKED_POLITENESS, OPENERS } from './lexicon-guards.ts';
import { EVERYDAY_WORDS, SHORT_FORMS } from './lexicon-words.ts';
import { agrees, type Spelling, spell } from './spelling.ts';

function collectWords(): Map<string, Spelling[]> {
  const phrases = [
    ...Object.values(LEXICON).flat(),
    ...OPENERS,
    ...CLOSERS,
    ...MARKED_POLITENESS,
    EVERYDAY_WORDS,
    ...Object.keys(SHORT_FORMS),
  ];
  const words = new Map<string, Spelling[]>();
  for (const word of new Set(phrases.flatMap((phrase) => phrase.split(' ')))) {
    const spelling = spell(word);
    words.set(spelling.key, [...(words.get(spelling.key) ?? []), spelling]);
  }
  return words;
}

const WORDS = collectWords();

/** Keys (letters without marks) of all words known here. */
export const knownKeys = (): IterableIterator<string> => WORDS.keys();

export const isKnownKey = (key: string): boolean => WORDS.has(key);

/** Whether a typed word may be one of the known words, marks missing but none different. */
export const isKnownWord = (typed: Spelling): boolean =>
  (WORDS.get(typed.key) ?? []).some((word) => agrees(typed, word));

const SYLLABLE =
  /^(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu|r|s|th?|tr|v|x)?(?:[aeiouy]|ai|ao|au|ay|eo|eu|ia|ie|ieu|iu|oa|oai|oao|oay|oe|oeo|oi|ua|uai|uau|uay|ue|ui|uo|uoi|uou|uu|uy|uya|uye|uyu|ye|yeu)(?:ch?|m|ng?|nh|p|t)?$/;

/** Whether the letters can be a Vietnamese syllable; what can be one is never "repaired". */
export const isSyllable = (key: string): boolean => SYLLABLE.test(key);
