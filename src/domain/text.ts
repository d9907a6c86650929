/**
 * Vietnamese text as it is stored, searched and sorted.
 *
 * Neither ICU collations nor extensions can be counted on in the database, so keys are computed here and stored.
 */

const ZERO_WIDTH = /[\u200B-\u200D\uFEFF]/g;
const COMBINING_MARKS = /[\u0300-\u036F]/g;

/** The stored form of anything a person typed: NFC, no zero-width characters, single plain spaces inside a line. */
export function cleanText(raw: string): string {
  return raw
    .replace(ZERO_WIDTH, '')
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/**
 * The comparison key of a text: lower case, no diacritics, `đ` as `d`, single spaces.
 * "Hoà", "HÒA" and decomposed "hòa" share one key. Never compare Vietnamese text unfolded.
 */
export function foldText(raw: string): string {
  return cleanText(raw)
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .replace(/[đĐÐð]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

const ALPHABET = '0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
// Order of the tones in Vietnamese lists: ngang, huyền, hỏi, ngã, sắc, nặng.
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const VOWEL_MARKS = /[\u0302\u0306\u031B]/;

// Codes of a key. The end of a text comes before a space, and both before any letter: "An", "An Bình", "Anh".
const END_CODE = '00';
const SPACE_CODE = '01';
const OTHER_CODE = '02';
const FIRST_LETTER_CODE = 10;

function letterKey(letter: string): { code: string; tone: number } {
  const parts = Array.from(letter.normalize('NFD'));
  const base = parts
    .filter((part, i) => i === 0 || VOWEL_MARKS.test(part))
    .join('')
    .normalize('NFC');
  const tone = parts.map((part) => TONES.indexOf(part)).find((i) => i > 0) ?? 0;
  const index = ALPHABET.indexOf(base);
  return { code: index >= 0 ? String(FIRST_LETTER_CODE + index) : otherCode(letter), tone };
}

const otherCode = (character: string): string =>
  `${OTHER_CODE}${String(character.codePointAt(0)).padStart(7, '0')}`;

/**
 * A key whose order is the Vietnamese alphabetical order (a ă â b c d đ e ê …; tones break ties): base letters
 * first, then tones. It is made of digits alone, so that every collation of a database orders it alike.
 */
export function sortKey(raw: string): string {
  const words = cleanText(raw).toLowerCase().split(/\s+/);
  const letters = words.map((word) => Array.from(word, letterKey));
  const codes = letters.map((word) => word.map(({ code }) => code).join('')).join(SPACE_CODE);
  const tones = letters.flat().map(({ tone }) => tone);
  return `${codes}${END_CODE}${tones.join('')}`;
}

/** Sort key of a person: by given name (last word), then family name, then middle names. */
export function personSortKey(fullName: string): string {
  const words = cleanText(fullName).split(/\s+/);
  const given = words.pop() ?? '';
  const [family = '', ...middle] = words;
  return [given, family, middle.join(' ')].map(sortKey).join('');
}
