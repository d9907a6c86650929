import type { Gender, Role, StaffKind, UnitKind } from '../../domain/organisation/organisation.ts';
import { foldText } from '../../domain/text.ts';

const ROLE_WORDS: ReadonlyMap<string, Role> = new Map([
  ['giam doc', 'director'],
  ['pho giam doc', 'deputyDirector'],
  ['truong don vi', 'head'],
  ['pho truong don vi', 'deputyHead'],
  ['pho don vi', 'deputyHead'],
  ['nhan vien', 'staff'],
  ['chuyen vien', 'staff'],
  ['giam sat', 'monitor'],
]);

const STAFF_KIND_WORDS: ReadonlyMap<string, StaffKind> = new Map([
  ['cong chuc', 'civilServant'],
  ['cc', 'civilServant'],
  ['vien chuc', 'publicEmployee'],
  ['vc', 'publicEmployee'],
  ['nguoi lao dong', 'contractWorker'],
  ['nld', 'contractWorker'],
  ['hop dong', 'contractWorker'],
  ['hop dong lao dong', 'contractWorker'],
  ['hd 111', 'contractWorker'],
]);

const GENDER_WORDS: ReadonlyMap<string, Gender> = new Map([
  ['nam', 'male'],
  ['nu', 'female'],
]);

const UNIT_KIND_WORDS: ReadonlyMap<string, UnitKind> = new Map([
  ['lanh dao', 'leadership'],
  ['ban giam doc', 'leadership'],
  ['van phong', 'office'],
  ['ke hoach tai chinh', 'planningFinance'],
  ['phong', 'department'],
  ['phong chuyen mon', 'department'],
  ['chi cuc', 'department'],
  ['trung tam', 'center'],
  ['don vi su nghiep', 'center'],
  ['doan the', 'union'],
]);

const fold = (text: string): string =>
  foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

export const roleOf = (word: string): Role | undefined => ROLE_WORDS.get(fold(word)) ?? roleOfHeadship(word);
export const staffKindOf = (word: string): StaffKind | undefined => STAFF_KIND_WORDS.get(fold(word));
export const genderOf = (word: string): Gender | undefined => GENDER_WORDS.get(fold(word));
export const unitKindOf = (word: string): UnitKind | undefined => UNIT_KIND_WORDS.get(fold(word));

/** "Trưởng phòng", "Chánh Văn phòng" and their deputies, written where a role is asked. */
function roleOfHeadship(word: string): Role | undefined {
  if (/^(pho truong|pho chanh)\b/.test(fold(word))) return 'deputyHead';
  return /^(truong|chanh)\b/.test(fold(word)) ? 'head' : undefined;
}

/** The role that a title carries in a unit: a centre's "Giám đốc" heads the centre, not the Sở. */
export function roleOfTitle(title: string, unitKind: UnitKind): Role {
  const word = fold(title);
  const isDeputy = /^(pho|quyen pho)\b/.test(word);
  const isHead =
    /^(q |quyen |phu trach )?(giam doc|truong phong|truong don vi|chanh|bi thu|chi cuc truong|truong ban)\b/.test(
      word,
    );
  const isDeputyHead = /^pho (giam doc|truong|chanh|bi thu|chi cuc truong|phong)\b/.test(word);
  if (unitKind === 'leadership' && isDeputy) return 'deputyDirector';
  if (unitKind === 'leadership') return isHead ? 'director' : 'staff';
  if (isDeputyHead) return 'deputyHead';
  return isHead ? 'head' : 'staff';
}

/** The kind that a unit's name tells. */
export function unitKindOfName(name: string): UnitKind {
  const word = fold(name);
  if (/^(ban giam doc|lanh dao)/.test(word)) return 'leadership';
  if (word.startsWith('van phong')) return 'office';
  if (/ke hoach.*tai chinh/.test(word)) return 'planningFinance';
  if (word.startsWith('trung tam')) return 'center';
  return /^(doan|cong doan|hoi) /.test(word) ? 'union' : 'department';
}
