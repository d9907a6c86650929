/** Lists and ranges that name their unit or month once: "Quý III - IV/2026", "15, 20/7", "tháng 6, 9 và 12". */

const SEPARATOR = '(,|;|va|&|\\+|-|den(?: het)?|toi)';
// A lone number that is neither part of a date nor a count of days.
const LONE_NUMBER = '(\\d{1,2})(?=\\/\\d{4}|(?! ?[\\d/.@]| (?:ngay|thang|tuan|quy|nam)\\b))';

const SHARED_WORD = new RegExp(
  `\\b(thang|quy|giai doan) (\\d{1,2})((?:\\/\\d{4})?) ?${SEPARATOR} ?${LONE_NUMBER}`,
);
const SHARED_MONTH =
  /(?<![\d/.-] ?|\b(?:thang|quy|thu|tuan|doan|so) )\b(\d{1,2}) ?(,|;|va|&|-|den|toi) ?(?:het )?(?:ngay )?(\d{1,2})\/(\d{1,2})((?:\/\d{4})?)(?![\d/])/;
const SHARED_YEAR = /(?<![\d/])(20\d\d) ?(?:,|;|va|&) ?(20\d\d)(?![\d/])/;
const BARE_MONTHS = /(?<![\d/.-])\b(\d{1,2}) ?- ?(\d{1,2})\/(\d{4})\b(?!\/)/;
const BARE_MONTH = /(?<![\d/.]|\b(?:thang|quy|tuan) )\b(\d{1,2})[/.-](20\d\d)\b/g;
const BARE_DAY_AND_MONTH = /(?<![\d/.-])\b(\d{1,2})-(\d{1,2})(?![\d/.-])/;

/** Marks members of a list that share one word: neighbours then form one stretch of time. */
const JOIN = '+';

const isRangeWord = (separator: string): boolean => /^(?:-|den|toi)/.test(separator);

function repeatWord(text: string): string {
  return text.replace(
    SHARED_WORD,
    (_, word: string, first: string, year: string, separator: string, next: string) => {
      return `${word} ${first}${year} ${isRangeWord(separator) ? '-' : JOIN} ${word} ${next}`;
    },
  );
}

function repeatMonth(text: string): string {
  return text.replace(
    SHARED_MONTH,
    (_, first: string, separator: string, next: string, month: string, year: string) =>
      `${first}/${month}${year} ${isRangeWord(separator) ? '-' : ','} ${next}/${month}${year}`,
  );
}

/** "7-9/2026" are months, "15-7/2026" can only be a day. */
function readBarePair(_: string, first: string, last: string, year: string): string {
  return Number(first) <= 12 ? `thang ${first} - thang ${last}/${year}` : `${first}/${last}/${year}`;
}

function untilStable(text: string, rewrite: (text: string) => string): string {
  let current = text;
  // A list of a year's months is the longest that people write.
  for (let pass = 0; pass < 12; pass++) {
    const next = rewrite(current);
    if (next === current) break;
    current = next;
  }
  return current;
}

/** Repeats the shared unit, month or year so that each member stands complete: "thang 6 + thang 9/2026". */
export function repeatSharedUnits(canonical: string): string {
  const words = untilStable(canonical, repeatWord);
  const months = words.replace(BARE_MONTHS, readBarePair);
  const days = untilStable(months, repeatMonth);
  const years = untilStable(days, (text) => text.replace(SHARED_YEAR, `$1 ${JOIN} $2`));
  return years.replace(BARE_MONTH, 'thang $1/$2').replace(BARE_DAY_AND_MONTH, '$1/$2');
}
