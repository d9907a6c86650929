import type { IndicatorFigure, Meaning } from './meaning.ts';
import type { Reading } from './reading.ts';
import { blankOut } from './spans.ts';
import { foldInPlace } from './typed-text.ts';

const CODE = /(?<![a-z\d])ct[- ]?(\d{1,2})(?![a-z\d])/;
const UNIT =
  '(ty dong|ty|trieu dong|trieu|ho so|phieu|nguoi|cbccvc|can bo|cong chuc|vien chuc|kien nghi|phan anh|thu tuc|tthc|nhiem vu|sang kien|don vi|phong|ngay|diem|vu|thon|ap|xa|phuong|doanh nghiep|luot|truong hop)';
const NUMBER = '(\\d+(?:[.,]\\d+)*)';
const RATIO = new RegExp(
  `(?<![a-z\\d/.,-])${NUMBER}\\s?${UNIT}?\\s?(?:/|tren(?: tong so)?)\\s?${NUMBER}(?:\\s?${UNIT})?(?![\\d/-])`,
);
const PERCENT = new RegExp(`(?<![a-z\\d/.,])${NUMBER}\\s*(?:%|phan tram)`);
const PLAIN = new RegExp(`(?<![a-z\\d/.,-])${NUMBER}(?![\\d/.,-]|[a-z])(?:\\s?${UNIT})?`, 'g');
const PERIOD =
  /(?<![a-z\d])(?:(?:6|9) thang(?: dau| cuoi)?(?: nam(?: \d{4})?)?|thang (?:\d{1,2}(?:\/\d{4})?|nay|truoc|qua|roi)|quy (?:iii|iv|ii|i|[1-4]|nay|truoc|qua|roi)(?:\/\d{4}| nam \d{4})?|tuan (?:\d{1,2}|nay|truoc|qua|roi|vua roi)|nam (?:20\d\d|nay|truoc))(?![a-z\d])/;

const toNumber = (typed: string): number => Number(typed.replace(/\.(?=\d{3}(?!\d))/g, '').replace(',', '.'));

/** The time that a figure, question or report is about, as typed. */
export function periodOf({ text, folded }: Reading): string | undefined {
  const match = PERIOD.exec(folded);
  return match === null ? undefined : text.slice(match.index, match.index + match[0].length);
}

type Indicators = NonNullable<Reading['context']['indicators']>;
/** Word pairs that say too little by themselves. */
const COMMON = new Set([
  'ho so',
  'nhiem vu',
  'thu tuc',
  'thuc hien',
  'ket qua',
  'tre han',
  'giai quyet',
  'xu ly',
  'moi truong',
]);

interface IndicatorPairs {
  code: string;
  pairs: readonly string[];
}
const known = new WeakMap<Indicators, IndicatorPairs[]>();

const pairsIn = (words: readonly string[]): string[] =>
  words.slice(1).map((word, i) => `${words[i] ?? ''} ${word}`);

function pairsOf(indicators: Indicators): IndicatorPairs[] {
  const found = known.get(indicators);
  if (found !== undefined) return found;
  const pairs = indicators.map(({ code, name }) => ({
    code,
    pairs: pairsIn(foldInPlace(name).split(/[^a-z\d]+/)),
  }));
  known.set(indicators, pairs);
  return pairs;
}

const LEAST_SHARED = 1;
const COMMON_WEIGHT = 0.4;
const weigh = (sum: number, pair: string): number => sum + (COMMON.has(pair) ? COMMON_WEIGHT : 1);

/** The indicator named by its code, else the one whose name shares the most words in a row with the text. */
export function indicatorOf({ folded, words, context }: Reading): string | undefined {
  const code = CODE.exec(folded)?.[1];
  if (code !== undefined) return `CT-${code.padStart(2, '0')}`;
  const said = new Set(pairsIn(words.map(({ key }) => key)));
  const scored = pairsOf(context.indicators ?? [])
    .map((each) => ({
      code: each.code,
      shared: each.pairs.filter((pair) => said.has(pair)).reduce(weigh, 0),
    }))
    .filter(({ shared }) => shared >= LEAST_SHARED)
    .sort((a, b) => b.shared - a.shared);
  const [best, second] = scored;
  return best !== undefined && best.shared > (second?.shared ?? 0) ? best.code : undefined;
}

/** The figure that a text gives: "12,5 tỷ/20 tỷ, đạt 62,5%", "85/85 cán bộ", "… là 7". */
export function figureOf(reading: Reading): IndicatorFigure | undefined {
  const { text, days } = reading;
  const folded = blankOut(reading.folded, days).replace(CODE, (code) => ' '.repeat(code.length));
  const bare = folded.replace(PERIOD, (period) => ' '.repeat(period.length));
  const ratio = RATIO.exec(bare);
  const percent = PERCENT.exec(bare);
  const plain = ratio === null && percent === null ? [...bare.matchAll(PLAIN)].at(-1) : undefined;
  const counted = ratio?.[2] ?? ratio?.[4] ?? plain?.[2];
  const unit = percent !== null ? '%' : counted && asTyped(text, bare, counted);
  const [part, whole] = [ratio?.[1], ratio?.[3]];
  const value = percent?.[1] ?? plain?.[1];
  const period = periodOf(reading);
  if (value === undefined && part === undefined) return undefined;
  return {
    ...(value !== undefined && { value: toNumber(value) }),
    ...(unit !== undefined && { unit }),
    ...(part !== undefined && whole !== undefined && { part: toNumber(part), whole: toNumber(whole) }),
    ...(period !== undefined && { period }),
  };
}

function asTyped(text: string, folded: string, word: string): string {
  const at = folded.indexOf(word);
  return text.slice(at, at + word.length);
}

/** Which indicator, and what it is said to stand at. */
export function indicatorFields(reading: Reading): Partial<Meaning> {
  const [indicator, figure] = [indicatorOf(reading), figureOf(reading)];
  return { ...(indicator !== undefined && { indicator }), ...(figure !== undefined && { figure }) };
}
