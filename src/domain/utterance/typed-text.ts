import { cleanText, foldText } from '../text.ts';
import { CLOSERS, MARKED_POLITENESS, OPENERS } from './lexicon-guards.ts';
import { ABBREVIATIONS, SHORT_FORMS } from './lexicon-words.ts';
import { swapLookAlikes } from './look-alikes.ts';
import { repairTyping } from './residue.ts';
import { agrees, isSameWord, type Spelling, spell } from './spelling.ts';

/** A text and its key of the same length: a place in one is the same place in the other. */
export interface TypedText {
  text: string;
  /** Lower case, no marks. */
  folded: string;
}

const STRAY_MARKS = /[\u0300-\u036F]/g;
const SHORT_WORD = /(?<![\p{L}\p{N}./-])[\p{L}]{1,5}(?![\p{L}\p{N}/-]|\.\p{L})/gu;

function foldLetter(letter: string): string {
  const folded = foldText(letter);
  return folded.length === letter.length ? folded : letter.replace(/\s/g, ' ');
}

export const foldInPlace = (text: string): string => Array.from(text, foldLetter).join('');

const expandShortForms = (text: string): string =>
  ABBREVIATIONS.reduce((rest, [pattern, words]) => rest.replace(pattern, words), text).replace(
    SHORT_WORD,
    (word) => {
      const lower = word.toLowerCase();
      return (Object.hasOwn(SHORT_FORMS, lower) ? SHORT_FORMS[lower] : undefined) ?? word;
    },
  );

interface Politeness {
  words: Spelling[];
  isMarkedOnly: boolean;
}

const asPoliteness = (phrase: string, isMarkedOnly: boolean): Politeness => ({
  words: phrase.split(' ').map(spell),
  isMarkedOnly,
});

/** Longest first, so that "rồi đó" goes before "đó". */
const withMarked = (phrases: readonly string[]): Politeness[] =>
  [
    ...phrases.map((phrase) => asPoliteness(phrase, false)),
    ...MARKED_POLITENESS.map((phrase) => asPoliteness(phrase, true)),
  ].sort((a, b) => b.words.length - a.words.length);
const OPENING = withMarked(OPENERS);
const CLOSING = withMarked(CLOSERS);

function matchesAll(typed: readonly string[], { words, isMarkedOnly }: Politeness): boolean {
  const isMatch = isMarkedOnly ? isSameWord : agrees;
  return typed.length === words.length && words.every((word, i) => isMatch(spell(typed[i] ?? ''), word));
}

const TRAILING_NOISE = /(?:[\s.,;!~)(:^'"-]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)+$/u;
const LEADING_NOISE = /^(?:[\s.,;!~:'"]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)+/u;

const ADDRESSEE = /^(?:anh|chị|chi|sếp|sep|em)$/i;
const GIVING_END =
  /(?:^|\s)(?:gửi|gui|nộp|nop|trình|trinh|cho|đưa|dua|của|cua|nhờ|nho|hỏi|hoi|với|voi|phòng|phong|thay)\s+$/i;

/** "gửi sếp": the last word is whom, not politeness. */
const isReceiver = (before: string, word: string): boolean => ADDRESSEE.test(word) && GIVING_END.test(before);

/** "… nha chị Diễm": the reader called by name. */
const CALLED =
  /(?<=[\s,](?:nha|nhé|nhe|ạ|nghen|hen|nhen|đó|ơi))\s(?:anh|chị|chi|sếp|a|c|cô|chú)\s\p{Lu}\p{Ll}+$/u;

function dropClosers(text: string): string {
  const trimmed = text.replace(TRAILING_NOISE, '').replace(CALLED, '');
  const words = [...trimmed.matchAll(/[^\s,;]+/g)].slice(-4);
  const closer = CLOSING.find((phrase) =>
    matchesAll(
      words.slice(-phrase.words.length).map((w) => w[0]),
      phrase,
    ),
  );
  const first = closer && words.at(-closer.words.length);
  if (first === undefined || isReceiver(trimmed.slice(0, first.index), first[0])) return trimmed;
  return dropClosers(trimmed.slice(0, first.index));
}

function dropOpeners(text: string): string {
  const trimmed = text.replace(LEADING_NOISE, '');
  const words = [...trimmed.slice(0, 60).matchAll(/[^\s,;]+/g)].slice(0, 4);
  const opener = OPENING.find((phrase) =>
    matchesAll(
      words.slice(0, phrase.words.length).map((w) => w[0]),
      phrase,
    ),
  );
  const next = opener && words[opener.words.length];
  const isAddress = opener?.words.length === 1 && /^(?:anh|chi|a|c)$/.test(opener.words[0]?.key ?? '');
  if (opener === undefined || next === undefined || (isAddress && !/^[^\s,]+,/.test(trimmed))) return trimmed;
  return dropOpeners(trimmed.slice(next.index));
}

/**
 * Prepares a message for reading: NFC, typing repaired, short forms spelled out, politeness at both ends taken off.
 * A question mark at the end is kept.
 */
export function prepareText(raw: string): TypedText {
  const clean = cleanText(raw).replace(STRAY_MARKS, '');
  const spelled = expandShortForms(repairTyping(swapLookAlikes(clean)));
  const isQuestion = /\?[\s.!?)]*$/.test(spelled);
  const body = dropOpeners(dropClosers(spelled.replace(/[?\s.!)]+$/, '')));
  const text = isQuestion ? `${body}?` : body;
  return { text, folded: foldInPlace(text) };
}
