import type { UtteranceContext } from './meaning.ts';
import type { Span } from './spans.ts';
import { agrees, spell } from './spelling.ts';
import { foldInPlace, type TypedText } from './typed-text.ts';

export interface Party extends Span {
  kind: 'unit' | 'person' | 'superior' | 'outside';
  /** How to name it to people. */
  name: string;
}

const START = '(?<![a-z\\d\\u0001])';
const END = '(?![a-z\\d])';
const FIELDS =
  'tai chinh|tc|noi vu|tu phap|xay dung|cong thuong|y te|giao duc|gd ?dt|nong nghiep|nn ?mt|van hoa|vhttdl|khdt|ke hoach|tn ?mt|gtvt|ngoai vu|ldtbxh|dan toc|tttt|kh ?cn|khoa hoc';
const DIVISIONS =
  'ke hoach tai chinh|ke hoach - tai chinh|khtc|kh-tc|cds|chuyen doi so|qlkh|quan ly khoa hoc|cndm|tdc|tckt|tchc|thanh tra|to chuc|ke toan|hanh chinh|tong hop|chuyen mon|tieu chuan do luong chat luong|quan ly cong nghe';
const PATTERNS: readonly { kind: Party['kind']; pattern: RegExp }[] = [
  {
    kind: 'superior',
    pattern: new RegExp(
      `${START}(?:giam doc|pho giam doc|ban giam doc|bgd|pgd|gd|sep|lanh dao so|lanh dao|thuong truc|chanh van phong)${END}`,
      'g',
    ),
  },
  {
    kind: 'outside',
    pattern: new RegExp(
      `${START}(?:so (?:${FIELDS})|ubnd(?: (?:tp|thanh pho|tinh|xa|phuong|xa phuong|cac xa))?|hdnd(?: (?:tp|thanh pho))?|thanh uy|tinh uy|dang uy|bo (?:khcn|kh ?cn|tai chinh|noi vu|ngoai giao|cong an|khoa hoc va cong nghe)|cuc [a-z]+ [a-z]+|cong an(?: (?:tp|thanh pho))?|nha thau|don vi tu van|tu van|doanh nghiep(?: vien thong)?|kho bac|dia phuong|cac so|cac xa|cac dia phuong|hoi dong(?: tham dinh| khoa hoc)?|chu dau tu|nha cung cap|nha mang|cap tren|thanh pho)${END}`,
      'g',
    ),
  },
  {
    kind: 'unit',
    pattern: new RegExp(
      `${START}(?:(?:phong|p\\.?) ?(?:${DIVISIONS})|(?:cac phong(?: ban|, don vi)?)|trung tam(?: khcn)?|ttkhcn|van phong(?: so)?|vp|khtc|cds|qlkh|cndm|tdc|doan thanh nien|dtn|ke toan|van thu|cac don vi)${END}`,
      'g',
    ),
  },
];
const HONORIFIC =
  /(?<![\p{L}\d])(anh|chị|chi|a|c|cô|co|chú|chu|ông|ong|bà|ba|bác|bac|thầy|thay|đ\/c|dc|đồng chí|dong chi)\.? +(\p{L}+(?![\p{L}\p{N}])(?: +\p{L}{2,}(?![\p{L}\p{N}])){0,3})/giu;
const LOWER_NAME = /(?<![a-z\d])(?:anh|chi|co|chu|ong|bac|dong chi) ([a-z]{2,7})(?![a-z])/g;
const IS_CAPITAL = /^\p{Lu}/u;

const span = (match: RegExpMatchArray): Span => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
});

/** After "anh", "chị" …, a capital letter makes a name, so that "chị Mai" is no day and "anh Sáu" no number. */
function findPeople({ text }: TypedText): Party[] {
  return [...text.matchAll(HONORIFIC)].flatMap((match) => {
    const words = (match[2] ?? '').split(/ +/);
    const isName = words.findIndex((word) => !IS_CAPITAL.test(word));
    const named = isName < 0 ? words : words.slice(0, isName);
    const isAbbreviation = /^nv/i.test(named[0] ?? '');
    if (named.length === 0 || isAbbreviation) return [];
    const head = match[0].length - (match[2]?.length ?? 0);
    const name = match[0].slice(0, head) + named.join(' ');
    const { start } = span(match);
    return [{ kind: 'person' as const, name: name.trim(), start, end: start + name.length }];
  });
}

/** Names typed in small letters: known people, and "chị mai gửi rồi", where a day would make no sense. */
function findLowerCaseNames({ text, folded }: TypedText, context: UtteranceContext): Party[] {
  const given = (context.people ?? []).map(({ name }) => spell(name.split(' ').at(-1) ?? ''));
  return [...folded.matchAll(LOWER_NAME)].flatMap((match) => {
    const found = span(match);
    const word = match[1] ?? '';
    const typed = spell(text.slice(found.end - word.length, found.end));
    const after = folded.slice(found.end);
    const isDay = word === 'mai' && !/^ (?:xong|gui|nop|lam|hoan thanh)(?: [a-z]+)? roi/.test(after);
    const isVerb = word === 'trinh' && typed.tone !== 0;
    const isKnown = word === 'trinh' || word === 'mai' || given.some((name) => agrees(typed, name));
    if (!isKnown || isDay || isVerb || /^(?:ba|tu|nam|hai|sau|bay|tam|chin|thu|yen|an)$/.test(word))
      return [];
    return [{ kind: 'person' as const, name: text.slice(found.start, found.end), ...found }];
  });
}

const asLiteral = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const aliasPatterns = new WeakMap<object, { name: string; pattern: RegExp }[]>();

function patternsOf(units: NonNullable<UtteranceContext['units']>): { name: string; pattern: RegExp }[] {
  const known = aliasPatterns.get(units);
  if (known !== undefined) return known;
  const patterns = units.map(({ code, name, aliases }) => {
    const words = [name, code, ...aliases]
      .map((alias) => asLiteral(foldInPlace(alias)))
      .sort((a, b) => b.length - a.length);
    return { name, pattern: new RegExp(`${START}(?:(?:phong|p\\.?) ?)?(?:${words.join('|')})${END}`, 'g') };
  });
  aliasPatterns.set(units, patterns);
  return patterns;
}

function findDirectoryUnits({ folded }: TypedText, { units }: UtteranceContext): Party[] {
  return patternsOf(units ?? NO_UNITS).flatMap(({ name, pattern }) =>
    [...folded.matchAll(pattern)].map((match) => ({ kind: 'unit' as const, name, ...span(match) })),
  );
}
const NO_UNITS: NonNullable<UtteranceContext['units']> = [];

function findFamiliar({ text, folded }: TypedText): Party[] {
  return PATTERNS.flatMap(({ kind, pattern }) =>
    [...folded.matchAll(pattern)].map((match) => ({
      kind,
      name: text.slice(match.index, match.index + match[0].length),
      ...span(match),
    })),
  );
}

/** Finds units, people, superiors and outside bodies, in order; of two that overlap, the directory's. */
export function findParties(typed: TypedText, context: UtteranceContext): Party[] {
  const found = [
    ...findPeople(typed),
    ...findLowerCaseNames(typed, context),
    ...findDirectoryUnits(typed, context),
    ...findFamiliar(typed),
  ];
  const kept: Party[] = [];
  for (const party of found) {
    if (!kept.some((other) => party.start < other.end && other.start < party.end)) kept.push(party);
  }
  return kept.sort((a, b) => a.start - b.start);
}
