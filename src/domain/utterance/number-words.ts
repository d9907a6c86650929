const DIGITS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};
const UNIT = 'mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin';

/** Matches, on folded text, a number in digits or one word. */
export const SMALL_NUMBER = `(?:\\d{1,3}|${UNIT}|muoi)`;

/** Matches, on folded text, a number from 10 to 100 in words, southern forms included ("bảy chục", "sáu lăm"). */
export const TENS_IN_WORDS = `(?:(?:mot )?tram|(?:${UNIT}) (?:muoi|chuc)(?: (?:${UNIT}))?|muoi(?: (?:${UNIT}))?|(?:${UNIT}) (?:lam|nham|mot|ruoi))`;

/** The value of a folded number; 0 for what is none. */
export function numberOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  const parts = words.split(' ');
  if (parts.includes('tram')) return 100;
  if (parts[1] === 'ruoi') return (DIGITS[parts[0] ?? ''] ?? 0) * 10 + 5;
  const tenAt = parts.findIndex((part) => part === 'muoi' || part === 'chuc');
  if (tenAt < 0) return parts.reduce((sum, part) => sum * 10 + (DIGITS[part] ?? 0), 0);
  const tens = tenAt === 0 ? 1 : (DIGITS[parts[0] ?? ''] ?? 0);
  return tens * 10 + (DIGITS[parts[tenAt + 1] ?? ''] ?? 0);
}
