import { foldText } from '../../domain/text.ts';

/** A word of a text, folded, with where it stands in the text as written. */
export interface Token {
  word: string;
  from: number;
  to: number;
}

/**
 * The words of a cleaned text (letters and digits only), so that "P.KHTC", "P. KHTC" and
 * "Phòng Kế hoạch – Tài chính" compare by words whatever the punctuation between them.
 */
export function tokenise(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: foldText(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** How alike two texts are by pairs of letters: 0 (nothing shared) to 1 (same letters in the same order). */
export function similarity(left: string, right: string): number {
  const [a, b] = [letterPairs(left), letterPairs(right)];
  const total = a.length + b.length;
  if (total === 0) return left === right ? 1 : 0;
  const rest = [...b];
  const shared = a.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / total;
}

function letterPairs(text: string): string[] {
  const letters = foldText(text).replace(/[^a-z0-9]/g, '');
  return Array.from({ length: Math.max(letters.length - 1, 0) }, (_, at) => letters.slice(at, at + 2));
}
