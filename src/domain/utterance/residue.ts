import { spell } from './spelling.ts';
import { isKnownKey, isKnownWord, isSyllable, knownKeys } from './vocabulary.ts';

const WORD = /[\p{L}\p{N}]+/gu;
const TONE_MARKS: Readonly<Record<string, string>> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
  '1': '\u0301',
  '2': '\u0300',
  '3': '\u0309',
  '4': '\u0303',
  '5': '\u0323',
};
const TELEX_SHAPES: readonly (readonly [RegExp, string])[] = [
  [/dd/g, 'đ'],
  [/aa/g, 'â'],
  [/ee/g, 'ê'],
  [/oo/g, 'ô'],
  [/uow|uwow?/g, 'ươ'],
  [/uaw/g, 'ưa'],
  [/aw/g, 'ă'],
  [/ow/g, 'ơ'],
  [/uw/g, 'ư'],
  [/^([bcdđghklmnpqrstvx]{1,3})w/g, '$1ư'],
];
const VNI_SHAPES: readonly (readonly [RegExp, string])[] = [
  [/d(?=.*9)/, 'đ'],
  [/9/, ''],
  [/uo(?=.*7)/, 'ươ'],
  [/o(?=.*7)/, 'ơ'],
  [/u(?=[^o]*7)/, 'ư'],
  [/7/g, ''],
  [/a(?=.*8)/, 'ă'],
  [/8/, ''],
  [/([aeo])(?=[a-zđ]*[1-5]?6)/, '$1\u0302'],
  [/6/, ''],
];
/** In these, a digit at the end is a number typed without the space ("ngày5", "thứ2"). */
const BEFORE_NUMBERS = /^(?:ngay|thang|thu|tuan|quy|muc|viec|stt|so|nv|t|q|ct|gd)\d+$/;

const reshape = (word: string, shapes: readonly (readonly [RegExp, string])[]): string =>
  shapes.reduce((shaped, [pattern, letter]) => shaped.replace(pattern, letter), word);

/** Puts a tone on the vowel that carries it by the modern rule. */
function withTone(letters: string, tone: string): string {
  const vowels = [...letters.matchAll(/[aăâeêioôơuưy]/g)].map((match) => match.index);
  const shaped = vowels.filter((index) => /[ăâêôơư]/.test(letters[index] ?? '')).at(-1);
  const hasCoda = /[^aăâeêioôơuưy]$/.test(letters);
  const carrier = shaped ?? (hasCoda || vowels.length < 2 ? vowels.at(-1) : vowels.at(-2));
  if (carrier === undefined) return letters;
  return (letters.slice(0, carrier + 1) + tone + letters.slice(carrier + 1)).normalize('NFC');
}

function decodeTelex(word: string): string {
  const shaped = reshape(word, TELEX_SHAPES);
  const head = /^[^aăâeêioôơuưy]*[aăâeêioôơuưy]/.exec(shaped)?.[0] ?? shaped;
  const tail = shaped.slice(head.length);
  const tone = /[sfrxj]/.exec(tail)?.[0];
  const letters = head + tail.replace(/[sfrxjzw]/g, '');
  return withTone(letters, TONE_MARKS[tone ?? ''] ?? '');
}

function decodeVni(word: string): string {
  const shaped = reshape(word, VNI_SHAPES).normalize('NFC');
  const tone = /[1-5]/.exec(shaped)?.[0];
  return withTone(shaped.replace(/[1-5]/g, ''), TONE_MARKS[tone ?? ''] ?? '');
}

/** One letter left out, added, changed, or two neighbours swapped (Damerau). */
function isOneSlipApart(typed: string, known: string): boolean {
  if (Math.abs(typed.length - known.length) > 1) return false;
  let start = 0;
  while (start < typed.length && typed[start] === known[start]) start++;
  const [a, b] = [typed.slice(start), known.slice(start)];
  if (a.length === b.length) {
    return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
  }
  return a.length > b.length ? a.slice(1) === b : a === b.slice(1);
}

const sortLetters = (word: string): string => word.split('').sort().join('');

function correctSlip(key: string): string | undefined {
  if (key.length < 4 || !/[aeiouy]/.test(key)) return undefined;
  const near = [...knownKeys()].filter((known) => known.length >= 3 && isOneSlipApart(key, known));
  const swapped = near.filter((known) => sortLetters(known) === sortLetters(key));
  return swapped[0] ?? (near.length === 1 ? near[0] : undefined);
}

function repairWord(word: string): string {
  const lower = word.toLowerCase();
  const { key } = spell(word);
  if (/^\p{N}+$/u.test(word) || isKnownKey(key) || isSyllable(key)) return word;
  if (/\p{N}/u.test(word)) {
    const decoded = /^[a-z]+\d[a-z\d]*$/.test(lower) && !BEFORE_NUMBERS.test(lower) ? decodeVni(lower) : word;
    return isKnownWord(spell(decoded)) ? decoded : word;
  }
  if (word.length > 1 && word === word.toUpperCase()) return word;
  const decoded = decodeTelex(lower);
  if (isKnownWord(spell(decoded))) return decoded;
  return correctSlip(key) ?? word;
}

/**
 * Undoes what a switched-off input method (Telex, VNI) or a slip of the fingers left in a text.
 * Only words that cannot be Vietnamese syllables are touched, and only when a known word comes out.
 */
export const repairTyping = (text: string): string => text.replace(WORD, repairWord);
