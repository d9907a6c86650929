import { CLOCK } from './canonical-wording.ts';
import { PRODUCTS } from './vocabulary.ts';

/** What the words in front of a stretch of time do with it. */
export interface Operator {
  /** `before` it begins, `by` its end, `from` its beginning, `after` its end, or just `within`. */
  relation: 'before' | 'by' | 'from' | 'after' | 'within';
  /** Only a part of it: the beginning, the middle, the end. */
  edge: 'start' | 'middle' | 'end' | null;
  /** "Khoảng", "tầm": no exact day is meant. */
  isApproximate: boolean;
  /** How strongly the words say that this is the due day and not the subject of the work. */
  weight: number;
}

const RELATIONS: readonly (readonly [Operator['relation'], RegExp])[] = [
  // "Trước 17h00 ngày 15/7" and "trước và trong ngày 15/7" include the day.
  [
    'by',
    new RegExp(
      `\\btruoc (?:luc )?${CLOCK}|\\btruoc (?:va|hoac) trong\\b|\\btruoc het\\b|\\btruoc (?:sang|trua|chieu|toi)\\b`,
      'g',
    ),
  ],
  ['by', /\bkhong (?:qua|sau|muon hon|cham hon|tre hon|de qua)\b/g],
  ['by', /\b(?:(?:cham|muon|tre) nhat|toi da|den|toi|het|han|deadline|ket thuc)\b/g],
  ['within', /\b(?:trong|vao|ngay trong)\b/g],
  ['before', new RegExp(`\\btruoc\\b(?! (?:luc )?${CLOCK}| (?:va|hoac) trong| het)`, 'g')],
  ['from', /(?<!\b(?:dau|thong|vat|cu) )\btu\b|\b(?:bat dau|khoi cong|khoi dong|khoi dau)\b/g],
  ['after', /(?<!khong )\bsau\b(?! khi)/g],
];

const EDGES: readonly (readonly [Exclude<Operator['edge'], null>, RegExp])[] = [
  ['start', /\b(?:dau|thuong tuan)(?: cua)? ?(?:ngay )?$/],
  ['middle', /\b(?:giua|trung tuan)(?: cua)? ?(?:ngay )?$/],
  ['end', /\b(?:cuoi|ha tuan|ngay (?:lam viec )?cuoi(?: cung)?)(?: cua)? ?(?:ngay )?$/],
];

const DONE_BY = /\b(?:hoan thanh|xong|hoan tat)\b/;
const APPROXIMATE = /\b(?:khoang|tam|chung)\b/;
const AFTER_PRODUCT = new RegExp(`\\b${PRODUCTS}(?: cua)? ?$`);
const START_OF_WORK = /\b(?:bat dau|khoi cong|khoi dong)\b(?!.*\b(?:den|hoan thanh|ket thuc|xong)\b)/;

function lastRelation(words: string): Operator['relation'] | null {
  let latest: Operator['relation'] | null = null;
  let at = -1;
  for (const [relation, pattern] of RELATIONS) {
    const position = [...words.matchAll(pattern)].at(-1)?.index ?? -1;
    if (position > at) [latest, at] = [relation, position];
  }
  return latest;
}

function weigh(words: string, relation: Operator['relation'] | null): number {
  if (DONE_BY.test(words)) return 3;
  if (relation !== null) return 2;
  return AFTER_PRODUCT.test(words) ? 0 : 1;
}

/** Reads the words between the previous stretch of time and this one. */
export function readOperator(words: string): Operator {
  const relation = lastRelation(words);
  return {
    relation: START_OF_WORK.test(words) ? 'from' : (relation ?? 'within'),
    edge: EDGES.find(([, pattern]) => pattern.test(words))?.[0] ?? null,
    isApproximate: APPROXIMATE.test(words),
    weight: weigh(words, relation),
  };
}
