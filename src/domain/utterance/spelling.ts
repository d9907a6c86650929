import { foldText } from '../text.ts';

/** A word taken apart into what people type reliably (letters) and what they often leave out (marks, tone). */
export interface Spelling {
  /** Letters without any mark, lower case. */
  key: string;
  /** Letters with â ă ê ô ơ ư đ but without tone; as long as `key`. */
  shape: string;
  /** 0 none, 1 huyền, 2 hỏi or ngã, 3 sắc, 4 nặng. */
  tone: number;
}

// Hỏi and ngã sound alike in the South and are mistaken for each other in writing.
const TONE_OF: Readonly<Record<string, number>> = {
  '\u0300': 1,
  '\u0309': 2,
  '\u0303': 2,
  '\u0301': 3,
  '\u0323': 4,
};
const TONE_MARK = /[\u0300\u0309\u0303\u0301\u0323]/g;

/** Takes a word apart; `hòa` and `hoà` come out equal. */
export function spell(word: string): Spelling {
  const parts = word.normalize('NFD');
  const marks = parts.match(TONE_MARK) ?? [];
  return {
    key: foldText(word),
    shape: parts.replace(TONE_MARK, '').normalize('NFC').toLowerCase(),
    tone: TONE_OF[marks[0] ?? ''] ?? 0,
  };
}

export const isMarked = (word: Spelling): boolean => word.tone !== 0 || word.shape !== word.key;

/** The same word with every mark in place. */
export const isSameWord = (typed: Spelling, word: Spelling): boolean =>
  typed.key === word.key && typed.shape === word.shape && typed.tone === word.tone;

/**
 * Whether a typed word can stand for a word of the lexicon: the tone may be missing, or all marks, never different.
 * Who writes the tone writes the letter too: "có" is not "cố".
 */
export function agrees(typed: Spelling, word: Spelling): boolean {
  if (typed.key !== word.key) return false;
  if (typed.tone !== 0) return isSameWord(typed, word);
  return Array.from(typed.shape).every((letter, i) => letter === word.shape[i] || letter === word.key[i]);
}
