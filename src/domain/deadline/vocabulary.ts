/** Words of Vietnamese deadlines, folded (lower case, no diacritics, đ as d). Add a spelling here, not in a rule. */

/** Number words, as in "tháng chín", "ba ngày nữa". */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  mot: 1,
  nhat: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  'muoi mot': 11,
  'muoi hai': 12,
  gieng: 1,
  chap: 12,
};

/** Number words that cannot be taken for another word once folded (năm, tư, sáu are also year, from, after). */
export const CARDINALS = 'mot|hai|ba|bon|bay|tam|chin|muoi(?: (?:mot|hai))?';

/** Roman numerals of quarters and phases. */
export const ROMAN_NUMERALS: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
};

/** Days named from today, counted in days. */
export const DAY_WORDS: readonly (readonly [pattern: string, days: number])[] = [
  ['(?:ngay|hom) qua', -1],
  ['hom kia', -2],
  ['(?:ngay|bua|hom|sang|trua|chieu|toi) (?:mot|kia)|^mot', 2],
  ['(?:(?:ngay|bua|hom|sang|trua|chieu|toi|dem) )?mai', 1],
  ['(?:(?:ngay|hom|bua|sang|trua|chieu|toi|dem) |(?<=\\btu ))nay', 0],
  ['(?:trong|cuoi|het) ngay(?! (?:\\d|lam viec))', 0],
  ['cuoi (?:gio|buoi)', 0],
];

/** Units of a repetition, finest first. */
export const CADENCE_UNITS = [
  ['ngay', 'day'],
  ['tuan', 'week'],
  ['thang', 'month'],
  ['quy', 'quarter'],
  ['6 thang', 'halfYear'],
  ['nua nam', 'halfYear'],
  ['nam', 'year'],
] as const;

/** No due day is meant: steady work, work on demand, or a pace set elsewhere. */
export const OPEN_ENDED = [
  'thuong xuyen',
  'lien tuc',
  'xuyen suot',
  'dot xuat',
  '(?:khi|neu) (?:co|can|phat sinh|duoc|xay ra)',
  'phat sinh',
  'theo',
  'tuy (?:theo|tinh hinh|vao)',
  'can cu',
  'den khi',
  'cho den khi',
  'keo dai',
  'chuyen tiep',
  'lau dai',
  'dai han',
  'dinh ky',
  'trong (?:suot|qua trinh)',
  'khong (?:thoi han|xac dinh|quy dinh|co thoi han|han)',
  'chua (?:xac dinh|chot|co) (?:thoi )?han',
] as const;

/** Already over when the document was written; a share below 100 % or a remainder is not. */
export const COMPLETED =
  /^(?:xong|hoan thanh|xong roi|(?:hoan thanh|lam xong|thuc hien xong) roi|da (?:xong|hoan thanh|hoan tat|thuc hien|ban hanh|trien khai xong|ket thuc|lam xong)\b(?!.*(?:(?<!\d)\d{1,2}(?:,\d+)? ?%|\bcon\b|mot phan|mot nua|buoc \d)).*)$/;

/** At once, without a day. */
export const URGENT =
  /^(?:lam |thuc hien |trien khai |xu ly |hoan thanh )*(?:ngay|khan truong|khan|hoa toc|thuong khan|gap|kip thoi|som nhat|som|cang som cang tot|trong thoi gian som nhat)(?: (?:lap tuc|va luon|khi co the|co the|thuc hien|trien khai|va ngay|nhe|nha|a))*$/;

/** Happenings whose day the wording does not give. */
export const EVENTS =
  '(?:ky hop|cuoc hop|phien hop|hop|hoi nghi|hoi thao|dai hoi|le khai mac|khai mac|khai giang|bau cu|nghiem thu|kiem tra|thanh tra|ban giao)';

/** Products of tasks: a period right after one tells what it is about, not when it is due. */
export const PRODUCTS =
  '(?:bao cao|ke hoach|so lieu|du toan|kinh phi|danh muc|chuong trinh|de an|so ket|tong ket|chi tieu|von|ket qua|nhiem vu|tien do|lo trinh|chi dao|quyet dinh|van ban)';
