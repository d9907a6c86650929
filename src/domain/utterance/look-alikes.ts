import { spell } from './spelling.ts';
import { isKnownKey } from './vocabulary.ts';

// o, i and l are typed for 0 and 1 only beside a true digit.
const DIGITS = '(?=[oil]*\\d)[oil\\d]{1,4}';
const IN_CODE = new RegExp(`(?<![\\p{L}\\d])((?:nv|#)[\\s._:-]*)(${DIGITS})(?![\\p{L}\\d])`, 'giu');
const IN_PERCENT = new RegExp(
  `(?<![\\p{L}\\d/.,])()(${DIGITS})(?=\\s?(?:%|(?:pt|phần trăm|phan tram)(?!\\p{L})))`,
  'giu',
);
const WORD_WITH_DIGIT = /(?<![\p{L}\d])(?:(?=\p{L}*[01])\p{L}[\p{L}01]*\p{L}|\p{L}{2,}0)(?![\p{L}\d])/gu;

const asDigits = (typed: string): string => typed.replace(/o/gi, '0').replace(/[il]/gi, '1');

/** Input methods leave no 0 in a word, but "ta1n" is VNI: a 1 is read as a letter only where a vowel is missing. */
function asWord(typed: string): string {
  const round = typed.replaceAll('0', 'o');
  const tries =
    /^\p{L}*1\p{L}*[aeiouy]/iu.test(round) && !/[aeiouy].*1/i.test(round)
      ? [round.replaceAll('1', 'i'), round.replaceAll('1', 'l')]
      : [round];
  return tries.find((word) => isKnownKey(spell(word).key)) ?? typed;
}

/** Undoes a figure typed for the letter that looks like it and the other way round: "x0ng", "NV l2", "NVI2", "6O%". */
export const swapLookAlikes = (text: string): string =>
  text
    .replace(IN_CODE, (_, head: string, digits: string) => head + asDigits(digits))
    .replace(IN_PERCENT, (_, head: string, digits: string) => head + asDigits(digits))
    .replace(WORD_WITH_DIGIT, asWord);
