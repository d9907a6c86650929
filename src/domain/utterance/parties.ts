import type { UtteranceContext } from './meaning.ts';
import { asLiteral, findPeople, spanOf, tellApart } from './people.ts';
import type { Span } from './spans.ts';
import { foldInPlace, type TypedText } from './typed-text.ts';

export interface Party extends Span {
  kind: 'unit' | 'person' | 'superior' | 'outside';
  /** How to name it to people. */
  name: string;
  /** Code of a unit of the directory. */
  code?: string;
  /** Full names of the directory that a person's name may stand for. */
  people?: readonly string[];
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
      `${START}(?:(?:phong|p\\.?) ?(?:${DIVISIONS})|(?:cac phong(?: ban|, don vi)?)|trung tam(?: khcn)?|ttkhcn|van phong(?: so)?|vp|khtc|cds|qlkh|cndm|tdc|doan thanh nien|dtn|ke toan|van thu|cac don vi|tt(?= (?:chua|da|gui|khong|dang|tra loi|phoi hop)))${END}`,
      'g',
    ),
  },
];
/** The unit of the leaders: what lies with it lies with a superior. */
const LEADERSHIP = /(?:^| )(?:ban giam doc|lanh dao)(?: |$)/;

interface UnitPattern {
  name: string;
  code: string;
  kind: Party['kind'];
  pattern: RegExp;
}
const aliasPatterns = new WeakMap<object, UnitPattern[]>();

function patternsOf(units: NonNullable<UtteranceContext['units']>): UnitPattern[] {
  const known = aliasPatterns.get(units);
  if (known !== undefined) return known;
  const patterns = units.map(({ code, name, aliases }) => {
    const words = [name, code, ...aliases]
      .map((alias) => asLiteral(foldInPlace(alias)))
      .sort((a, b) => b.length - a.length);
    const kind = LEADERSHIP.test(foldInPlace(name)) ? ('superior' as const) : ('unit' as const);
    return {
      name,
      code,
      kind,
      pattern: new RegExp(`${START}(?:(?:phong|p\\.?) ?)?(?:${words.join('|')})${END}`, 'g'),
    };
  });
  aliasPatterns.set(units, patterns);
  return patterns;
}

function findDirectoryUnits({ folded }: TypedText, { units }: UtteranceContext): Party[] {
  return patternsOf(units ?? NO_UNITS).flatMap(({ name, code, kind, pattern }) =>
    [...folded.matchAll(pattern)].map((match) => ({ kind, name, code, ...spanOf(match) })),
  );
}
const NO_UNITS: NonNullable<UtteranceContext['units']> = [];

function findFamiliar({ text, folded }: TypedText): Party[] {
  return PATTERNS.flatMap(({ kind, pattern }) =>
    [...folded.matchAll(pattern)].map((match) => ({
      kind,
      name: text.slice(match.index, match.index + match[0].length),
      ...spanOf(match),
    })),
  );
}

/** Finds units, people, superiors and outside bodies, in order; of two that overlap, the directory's. */
export function findParties(typed: TypedText, context: UtteranceContext): Party[] {
  const found = [
    ...findPeople(typed, context),
    ...findDirectoryUnits(typed, context),
    ...findFamiliar(typed),
  ];
  const kept: Party[] = [];
  for (const party of found) {
    if (!kept.some((other) => party.start < other.end && other.start < party.end)) kept.push(party);
  }
  return tellApart(
    kept.sort((a, b) => a.start - b.start),
    context,
  );
}
