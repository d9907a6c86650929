import { cleanText, foldText } from '../text.ts';
import { CARDINALS, NUMBER_WORDS, ROMAN_NUMERALS } from './vocabulary.ts';

/** One rewriting step of a folded wording; the order of a list of steps matters. */
type Step = readonly [
  pattern: RegExp,
  replacement: string | ((whole: string, ...groups: string[]) => string),
];

/** A clock time in front of a day: "trước 17h00 ngày 15/7" is in time during the 15th. */
export const CLOCK = '@';

const UNIT_WORD = '(?:ngay|hom|bua|tuan|thang|quy|nam|gio)';
const numberWord = Object.keys(NUMBER_WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const asNumber = (word: string): string => String(NUMBER_WORDS[word] ?? ROMAN_NUMERALS[word] ?? word);
const fullYear = (year: string): string => (year.length === 2 ? `20${year}` : year);

// These lose their meaning when folded: sáu/sau, tư/từ.
const BEFORE_FOLDING: readonly Step[] = [
  [/(?<!\p{L})sáu(?!\p{L})/gu, '6'],
  [/(?<=(?:tháng|thứ|quý|quí|qúy) )tư(?!\p{L})/gu, '4'],
];

const PUNCTUATION: readonly Step[] = [
  [/[‐-―−÷~→]/g, '-'],
  [/["'“”‘’«»*•_]/g, ' '],
  [/^(?:\d+[.)] )?(?:thoi (?:han|gian)|han|deadline)(?: (?:hoan thanh|thuc hien|xong|cuoi))? ?[:-]/g, ''],
  [/\((?:gia dinh|du kien|tam tinh)\)/g, ''],
  [/^[\s\-+.,;:)]+|[\s\-+.,;:!?(]+$/g, ''],
];

// A document's own number and day say nothing about when the task is due.
const DOCUMENT_REFERENCES: readonly Step[] = [
  [
    /\b(?:so )?\d+(?:\/\d{4})?\/[a-z]{2,}\d*(?:[-/][a-z0-9]+)*(?:,? (?:ban hanh )?ngay \d{1,2}(?:[/.-]\d{1,2}[/.-]\d{4}| thang \d{1,2} nam \d{4}|\/\d{1,2}))?/g,
    'van ban',
  ],
];

const CLOCK_TIMES: readonly Step[] = [
  [/(\d{4}-\d\d-\d\d)[t ]\d\d:\d\d.*$/g, '$1'],
  [/(?<![\d/])(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?![\d/])/g, '$4/$3/$1'],
  [
    /(?<!trong |trong vong )\b\d{1,2} ?(?:h|g|gio) ?(?:\d{2}(?![\d/.-])(?: ?phut|p)?)?\b(?! nua)(?: (?:ngay(?! \d)(?= ?,)|cung ngay))?/g,
    CLOCK,
  ],
  [/\b\d{1,2}:\d{2}(?::\d{2})?\b/g, CLOCK],
];

const NUMERALS: readonly Step[] = [
  [/\bqui(?= (?:\d|[iv]|mot|hai|ba|tu|nay|sau|toi))/g, 'quy'],
  [/\b(?:quy|q\.?) ?([iv]{1,3})\b/g, (_, roman) => `quy ${asNumber(roman)}`],
  [/(?<=\bquy .*)(?<=[-,;&+]|va|den|toi) ?\b([iv]{1,3})\b/g, (_, roman) => ` ${asNumber(roman)}`],
  [/\bq\.? ?([1-4])\b/g, 'quy $1'],
  [/\bquy (?:thu )?(nhat|mot|hai|ba|tu|bon)\b/g, (_, word) => `quy ${asNumber(word)}`],
  [
    /\b(?:giai doan|gd)\.? ?(?:thu )?(\d{1,2}|[iv]{1,3}|mot|hai|ba|bon|nam)\b(?! ?\d)/g,
    (_, n) => `giai doan ${asNumber(n)}`,
  ],
  [
    new RegExp(`\\bthang (${numberWord})(?=$|\\/| nam 20| ?[,;.)-]| (?:den|toi|va) )`, 'g'),
    (whole, word) => (word === 'sau' ? whole : `thang ${asNumber(word)}`),
  ],
  [/\bsau (?=thang (?:dau|cuoi) nam)/g, '6 '],
  [new RegExp(`(?<!\\bthu )\\b(${CARDINALS}) (?=${UNIT_WORD}\\b)`, 'g'), (_, word) => `${asNumber(word)} `],
];

const WEEKDAYS: readonly Step[] = [
  [/\btuan (?:thu )?(nhat|mot|hai|ba|bon|tu|nam)(?= (?:cua )?thang)/g, (_, word) => `tuan ${asNumber(word)}`],
  [/\btuan thu (\d)/g, 'tuan $1'],
  [/\bthu (hai|ba|tu|nam|sau|bay)\b/g, (_, word) => `thu ${asNumber(word)}`],
  [/\b(?:chu nhat|cn)\b/g, 'thu 8'],
  [/\bt(\d{1,2})\/(\d{4}|\d{2})\b/g, (_, month, year) => `thang ${month}/${fullYear(year)}`],
  [/\bt(1|8|9|1[0-2])\b/g, 'thang $1'],
  // Beside another month, or after "trong" and the like, T6 is June; alone it is Friday.
  [
    /\bt([2-7])\b(?=.*\bthang \d)|(?<=\bthang \d.*)\bt([2-7])\b/g,
    (_, before, after) => `thang ${before ?? after}`,
  ],
  [/(?<=\b(?:trong|het|dau|giua|cuoi|thang) )t([2-7])\b/g, 'thang $1'],
  [/\bt([2-7])\b/g, 'thu $1'],
  [/\bthang thang\b/g, 'thang'],
];

const DATES: readonly Step[] = [
  [/\btruoc khi (?:ket thuc|het)\b/g, 'den het'],
  [/\b(?:mung|mong) (\d{1,2})\b/g, 'ngay $1'],
  [/\bngay ngay\b/g, 'ngay'],
  [/(\d) ?\/ ?(?=\d)/g, '$1/'],
  [
    /(?<![\d/])(\d{1,2})([.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])/g,
    (_, day, __, month, year) => `${day}/${month}/${fullYear(year)}`,
  ],
  [/\b(\d{1,2}\/\d{1,2})[-/.](\d{2})(?![\d/])/g, '$1/20$2'],
  [
    /(?<!\b(?:thang|tuan|thu|quy|doan) )\b(\d{1,2}),? (?:thang|\/) ?(\d{1,2})(?![\d/])(?:,? ?nam (\d{4}))?/g,
    (_, day, month, year) => (year === undefined ? `${day}/${month}` : `${day}/${month}/${year}`),
  ],
  [/(?<!\b(?:thang|tuan|thu|quy|doan) )\b(\d{1,2}) thang (\d{1,2}\/\d{4})\b/g, '$1/$2'],
  [/(?<=\b\d{1,2}\/\d{1,2}),? nam (\d{4})\b/g, '/$1'],
  [/\b(thang|quy) ?(\d{1,2})(?: ?[-/.,] ?| | ?,? ?(?:cua )?nam )(\d{4})\b/g, '$1 $2/$3'],
  [/\b(thang|quy) (\d{1,2})\/(\d{2})(?!\d)/g, '$1 $2/20$3'],
  [/\b(thang|quy)(\d)/g, '$1 $2'],
  [/(?<![\d/])\b(\d{1,2})\.(\d{1,2})(?![\d/.])/g, '$1/$2'],
  // "Quý III và IV năm 2026": the year stands after the last member.
  [/(?<=\b(?:thang|quy) .*\b\d{1,2}),? nam (20\d\d)\b/g, '/$1'],
  // A weekday beside a date only decorates it.
  [/\bthu \d(?:[,( ]+(?:ngay )?)(?=\d{1,2}\/\d)/g, 'ngay '],
  [/(?<=\d\/\d{1,2}(?:\/\d{4})?)[ ,(]+thu \d\)?/g, ''],
];

const STEPS: readonly Step[] = [
  ...PUNCTUATION,
  ...DOCUMENT_REFERENCES,
  ...CLOCK_TIMES,
  ...NUMERALS,
  ...WEEKDAYS,
  ...DATES,
];

function applyStep(text: string, [pattern, replacement]: Step): string {
  return typeof replacement === 'string'
    ? text.replace(pattern, replacement)
    : text.replace(pattern, replacement);
}

/**
 * The one spelling that the rules read: folded, days as `5/6/2026`, months as `thang 9/2026`, quarters as
 * `quy 3/2026`, weekdays as `thu 2` … `thu 8` (Sunday), clock times as {@link CLOCK}, document numbers left out.
 */
export function canonicalWording(wording: string): string {
  const clean = BEFORE_FOLDING.reduce(applyStep, cleanText(wording).toLowerCase().replace(/\n/g, ' ; '));
  const text = STEPS.reduce(applyStep, foldText(clean));
  return text.replace(/\s+/g, ' ').trim();
}
