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
    .replace(/\s+/g, ' ');
}

const BASE_LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
// Order of the tones in Vietnamese lists: ngang, huyền, hỏi, ngã, sắc, nặng.
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const VOWEL_MARKS = /[\u0302\u0306\u031B]/;

function letterKey(letter: string): { base: string; tone: number } {
  const parts = letter.normalize('NFD');
  const kept = [...parts]
    .filter((c, i) => i === 0 || VOWEL_MARKS.test(c))
    .join('')
    .normalize('NFC');
  const tone = [...parts].map((c) => TONES.indexOf(c)).find((i) => i > 0) ?? 0;
  const index = BASE_LETTERS.indexOf(kept);
  return { base: index >= 0 ? String.fromCharCode(65 + index) : kept, tone };
}

/**
 * A key whose plain byte order is the Vietnamese alphabetical order (a ă â b c d đ e ê …; tones break ties).
 * Word by word, base letters first, then tones.
 */
export function sortKey(raw: string): string {
  const words = cleanText(raw).toLowerCase().normalize('NFC').split(/\s+/);
  const letters = words.map((word) => [...word].map((c) => letterKey(c).base).join(''));
  const tones = words.map((word) => [...word].map((c) => letterKey(c).tone).join(''));
  return `${letters.join(' ')}|${tones.join(' ')}`;
}

/** Sort key of a person: by given name (last word), then family name, then middle names. */
export function personSortKey(fullName: string): string {
  const words = cleanText(fullName).split(' ');
  const given = words.at(-1) ?? '';
  return [given, words[0] ?? '', ...words.slice(1, -1)].map(sortKey).join('/');
}
