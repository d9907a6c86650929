import type { Span } from './spans.ts';

export interface DocumentMention extends Span {
  /** As typed, in capitals: `45/KH-SKHCN`. */
  number: string;
  /** Named as the ground of a task, not as its product ("theo QĐ 2996/QĐ-UBND"). */
  isBasis: boolean;
}

const NUMBERED =
  /(?<![a-z\d/])(?:(?:so|qd|quyet dinh|cong van|cv|ke hoach|kh|bc|bao cao|to trinh|ttr|thong bao|tb|van ban|vb)\s*:?\s*(?:so\s*)?)?(\d{1,5}\/(?:\d{4}\/)?(?:[a-z]{1,8}(?:-[a-z]{2,10})+|qd|kh|cv|bc|ttr|tb|nq|ct|hd|bb|gm|skhcn)(?![a-z\d]))/g;
const BASIS_BEFORE = /(?:^| )(?:theo|can cu|thuc hien|tai|thi hanh|dua tren|tren co so|trien khai|cua)\s*$/;

/** Finds document numbers (NĐ 30/2020: number, slash, kind, hyphen, issuer). */
export function findDocuments(text: string, folded: string): DocumentMention[] {
  return [...folded.matchAll(NUMBERED)].map((match) => {
    const end = match.index + match[0].length;
    const number = text.slice(end - (match[1]?.length ?? 0), end).toUpperCase();
    return { start: match.index, end, number, isBasis: BASIS_BEFORE.test(folded.slice(0, match.index)) };
  });
}
