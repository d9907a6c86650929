import { type Day, daysBetween, makeDay } from '../days.ts';
import { numberOf, SMALL_NUMBER, TENS_IN_WORDS } from './number-words.ts';
import { blankOut, type Span } from './spans.ts';
import { agrees, spell } from './spelling.ts';
import type { TypedText } from './typed-text.ts';

export interface Figure extends Span {
  /** `level` = reached so far, `step` = more or less than before, `target` = wanted, `share` = of some things. */
  kind: 'level' | 'step' | 'target' | 'share' | 'fractionOrDay';
  /** Percent, or percent points for a step. */
  value: number;
}

interface Place {
  before: string;
  after: string;
}

const TO_PERCENT = '(?:%|phan tram|percent|pt(?![a-z]))';
const EXPLICIT = new RegExp(
  `(?<![a-z\\d/.,])([+-]?)\\s?((?=[ol]*\\d)[ol\\d]{1,4}(?:[.,]\\d{1,3})?)(?:\\s?-\\s?\\d{1,3})?\\s*${TO_PERCENT}`,
  'g',
);
const IN_WORDS = new RegExp(`(?<![a-z])(${TENS_IN_WORDS}|${SMALL_NUMBER}) ?${TO_PERCENT}`, 'g');
const PARTS = new RegExp(`(?<![a-z\\d])(${SMALL_NUMBER}) phan (${SMALL_NUMBER})(?![a-z\\d])`, 'g');
const HALF =
  /(?<![a-z])(?:(?:mot|1|phan) nua|nua (?:chung|duong|viec|phan|roi)|(?<=(?:duoc|lam|gan|hon|xong|den|toi|dat|khoang) )nua(?! ngay| buoi| thang| tuan))(?![a-z])/g;
const RATIO =
  /(?<![a-z\d./,-])(\d{1,6}(?:[.,]\d{3})*)\s?\/\s?(\d{1,6}(?:[.,]\d{3})*)(?![\d/-]|\s?[a-z]*-[a-z])/g;
/** "540 trên 600 hồ sơ", "2 lớp trên 5 lớp". */
const OUT_OF =
  /(?<![a-z\d./,-])(\d{1,6}(?:\.\d{3})*)(?: [a-z]+){0,2} (tren|trong) (?:tong (?:so )?)?(\d{1,6}(?:\.\d{3})*)(?![\d/%-]| ?%| phan tram)/g;
const BARE = new RegExp(
  `(?<![a-z\\d/.,+-])(${TENS_IN_WORDS}|(?:(?=[ol]*\\d)[ol\\d]{1,3}))(?![a-z\\d/%:-]|[.,]\\d)`,
  'g',
);
const TENS_ALONE = new RegExp(`^(?:${TENS_IN_WORDS})$`);

const STEP_BEFORE =
  /(?:^| )(?:them|tang|tang them|nhich|nhich them|nhich len|cong them|len them|them duoc|tang duoc|duoc them)(?: (?:duoc|khoang|tam|co|chung))?\s*$/;
const DROP_BEFORE = /(?:^| )(?:giam|tut|bot|lui|lui lai|tru)(?: (?:bot|di|khoang))?\s*$/;
const TARGET_BEFORE =
  /(?:chi tieu|muc tieu|phan dau|toi thieu|it nhat|yeu cau|phai dat|>=|≥)(?: (?:la|dat|duoc))?\s*$/;
const LEFT_BEFORE = /(?:^| )con(?: lai)?(?: (?:khoang|tam|co|chung|do))?\s*$/;
const FALL_BEFORE = /(?:giam|xuong|chi|nham|tut) (?:xuong )?con\s*$/;
const THINGS_AFTER =
  /^\s*(?:so )?(?:tthc|thu tuc|ho so|can bo|cbccvc|cong chuc|vien chuc|thon|ap|xa|phuong|khu pho|don vi|phong|nguoi dan|nguoi|doanh nghiep|kien nghi|phan anh|nhiem vu duoc|y kien|van ban|ttdl|dich vu|dvc|cac (?!buoc|khau)|phieu|dai bieu|thoi gian|chi tieu|ke hoach|ty le)(?![a-z])/;
const WORK_AFTER =
  /^\s*(?:ho so|buoc|khau|phan viec|phan|viec|xa|phuong|lop|nguoi|don vi|noi dung|muc|hang muc|cong trinh|diem|tram|thon|ap|phieu|may|bai|tin|van ban|khoi luong|cong viec|doan|tien do|nhiem vu|chuong|san pham|thiet bi|cuoc|vu|cong doan|phong|de tai|thu tuc|tthc|trang|khau|ban|du an|goi|co so|mau|dot|ca)(?![a-z])/;
const DAY_BEFORE =
  /(?:^|[ (,])(?:ngay|den|truoc|han|tu|sau|hom|sang|chieu|qua|vao|du kien|lui|doi|la|toi ngay|cham nhat|den het|het|thu \w+|t[2-7]|trua|toi ngay|kip|trong|muon nhat)\s*$/;
const LEVEL_BEFORE =
  /(?:^| )(?:duoc|dat|lam|nhap|hoan thanh|ht|khoang|tam|co|chung|moi|tien do|con|toi|len|da|so hoa|lam duoc|dat duoc|chi|xu ly|giai quyet|thuc hien)\s*$/;
const DONE_BEFORE = /(?:^| )(?:xong|hoan tat)\s*$/;
const BARE_BEFORE =
  /(?:^|[ ,:])(?:duoc|dat|dc|len|len toi|toi|den|tam|khoang|co|chung|ht|hoan thanh|tien do|moi|gan|hon|o muc|muc|lam|con|chi|xuong|sang|thanh|la|nham|lon|\d{1,3},|sai|them|tang|tang len|do|bi|cung|khong phai|dau phai)(?:,? (?:duoc|khoang|tam|co|chung|gan|hon|dat|la|len))*,?\s*$/;
const BARE_AFTER =
  /^\s*(?:$|[,;.!)?]|(?:roi|thoi|em|a|nha|nhe|anh|chi|do|day|nua|va|nhung|con|dang|vi|do|phan|cham|luon|hen|nghen|la|chua|khong|chu|moi dung|so voi|tien do)(?![a-z]))/;
/** "phòng họp tầng 2": no step up. */
const IS_FLOOR = /(?:^| )(?:o|hop|phong|lau|toa|nha) tang $/;
/** A day nearer than this may be meant by "3/5"; a farther one is a fraction. */
const NEAR_DAYS = 45;

const placeOf = (folded: string, { start, end }: Span): Place => ({
  before: folded.slice(0, start),
  after: folded.slice(end),
});

/** "6o" and "l00" are 60 and 100; the comma is the decimal sign; `1.250` is 1250. */
function toNumber(typed: string): number {
  const digits = typed.replace(/o/g, '0').replace(/l/g, '1');
  return Number(digits.replace(/\.(?=\d{3}(?!\d))/g, '').replace(',', '.'));
}

function kindOf({ before, after }: Place, value: number): { kind: Figure['kind']; value: number } {
  if (STEP_BEFORE.test(before)) return { kind: 'step', value };
  if (DROP_BEFORE.test(before)) return { kind: 'step', value: -value };
  if (TARGET_BEFORE.test(before)) return { kind: 'target', value };
  if (THINGS_AFTER.test(after)) return { kind: 'share', value };
  if (LEFT_BEFORE.test(before) && !FALL_BEFORE.test(before)) return { kind: 'level', value: 100 - value };
  return { kind: 'level', value };
}

function findExplicit(folded: string): Figure[] {
  return [...folded.matchAll(EXPLICIT)].map((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const value = toNumber(match[2] ?? '');
    if (/(?:^|[ ,])am $/.test(folded.slice(0, span.start)))
      return { ...span, kind: 'level' as const, value: -value };
    const isSigned = match[1] !== '' && !/[a-z\d]$/.test(folded.slice(0, span.start));
    if (isSigned) return { ...span, kind: 'step' as const, value: match[1] === '-' ? -value : value };
    return { ...span, ...kindOf(placeOf(folded, span), value) };
  });
}

function findInWords({ text, folded }: TypedText): Figure[] {
  const percents = [...folded.matchAll(IN_WORDS)].map((match) => ({
    match,
    value: numberOf(match[1] ?? ''),
  }));
  const parts = [...folded.matchAll(PARTS)].map((match) => ({
    match,
    value: Math.round((100 * numberOf(match[1] ?? '')) / Math.max(1, numberOf(match[2] ?? ''))),
  }));
  const halves = [...folded.matchAll(HALF)]
    .filter((match) => isHalf(text.slice(match.index, match.index + match[0].length)))
    .map((match) => ({ match, value: 50 }));
  return [...percents, ...parts, ...halves].map(({ match, value }) => {
    const span = { start: match.index, end: match.index + match[0].length };
    return { ...span, ...kindOf(placeOf(folded, span), value) };
  });
}

/** "nửa" (half), not "nữa" (more); only a sure spelling of "nữa" is refused. */
function isHalf(typed: string): boolean {
  if (/^(?:một|1|phân|mot|phan) /i.test(typed)) return true;
  return !/nữa/i.test(typed) && agrees(spell(typed.split(' ')[0] ?? ''), spell('nửa'));
}

function isNearDay(day: number, month: number, today: Day): boolean {
  const found = makeDay(Number(today.slice(0, 4)), month, day);
  return found !== null && Math.abs(daysBetween(today, found)) <= NEAR_DAYS;
}

/** Tells "2/3" the fraction from "15/7" the day by size, neighbours and how near that day is. */
function ratioKind(
  part: number,
  whole: number,
  { before, after }: Place,
  today: Day,
): Figure['kind'] | 'day' {
  const isWork = WORK_AFTER.test(after);
  const canBeDay = part >= 1 && part <= 39 && whole >= 1 && whole <= 12;
  if (isWork || !canBeDay) return 'level';
  if (part > whole || DAY_BEFORE.test(before)) return 'day';
  const isNear = isNearDay(part, whole, today);
  if (LEVEL_BEFORE.test(before)) return 'level';
  if (DONE_BEFORE.test(before)) return isNear ? 'fractionOrDay' : 'level';
  if (/^\s*(?:roi|thoi|khoi luong)(?![a-z])/.test(after)) return 'level';
  if (/^\s*$/.test(after)) return isNear ? 'fractionOrDay' : 'level';
  return 'day';
}

function findRatios(folded: string, today: Day): Figure[] {
  return [...folded.matchAll(RATIO)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const [part, whole] = [toNumber(match[1] ?? ''), toNumber(match[2] ?? '')];
    const kind = ratioKind(part, whole, placeOf(folded, span), today);
    if (kind === 'day' || whole === 0) return [];
    const isLeft = LEFT_BEFORE.test(folded.slice(0, span.start));
    return [{ ...span, kind, value: Math.round((100 * (isLeft ? whole - part : part)) / whole) }];
  });
}

function findSharesInWords(folded: string): Figure[] {
  return [...folded.matchAll(OUT_OF)].flatMap((match) => {
    const [part, whole] = [toNumber(match[1] ?? ''), toNumber(match[3] ?? '')];
    const isWork = match[2] === 'tren' || WORK_AFTER.test(folded.slice(match.index + match[0].length));
    if (whole === 0 || part > whole || !isWork) return [];
    const value = Math.round((100 * part) / whole);
    return [{ start: match.index, end: match.index + match[0].length, kind: 'level' as const, value }];
  });
}

/** A number without "%": a figure only next to a word of progress, a code, or all alone. */
export function findBareFigures(folded: string, codeEnds: readonly number[]): Figure[] {
  return [...folded.matchAll(BARE)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const place = placeOf(folded, span);
    const isAfterCode = codeEnds.some(
      (end) => /^[\s:,=-]*$/.test(folded.slice(end, span.start)) && end <= span.start,
    );
    const isAlone = /^\s*$/.test(place.before) && (/^\s*$/.test(place.after) || /^\s*roi/.test(place.after));
    const word = match[1] ?? '';
    const value = TENS_ALONE.test(word) ? numberOf(word) : toNumber(word);
    if (IS_FLOOR.test(place.before)) return [];
    const isOnly = /[,;] ?$/.test(place.before) && /^ *(?:thoi(?![a-z])|$)/.test(place.after);
    const isFigure =
      (isOnly || isAfterCode || isAlone || BARE_BEFORE.test(place.before)) && BARE_AFTER.test(place.after);
    if (!isFigure || value > 100) return [];
    return [{ ...span, ...kindOf(place, value) }];
  });
}

/** Finds percents, steps, fractions and volumes ("450/600 hồ sơ"), in order; not numbers without "%". */
export function findFigures(typed: TypedText, today: Day): Figure[] {
  const explicit = findExplicit(typed.folded);
  const inWords = findInWords({ text: typed.text, folded: blankOut(typed.folded, explicit) });
  const outOf = findSharesInWords(blankOut(typed.folded, [...explicit, ...inWords]));
  const ratios = findRatios(blankOut(typed.folded, [...explicit, ...outOf]), today);
  return [...explicit, ...inWords, ...outOf, ...ratios].sort((a, b) => a.start - b.start);
}
