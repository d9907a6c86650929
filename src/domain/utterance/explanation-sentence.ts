import { type Day, daysBetween } from '../days.ts';
import { type DeadlineContext, readDraftDeadline } from '../task/draft-days.ts';
import type { ExplanationWords, LatenessCause } from '../task/explanation.ts';
import { cleanText } from '../text.ts';
import { foldInPlace } from './typed-text.ts';

const OBJECTIVE = /(?<!(?:khong|chang) (?:phai )?(?:do |vi |la )?(?:nguyen nhan )?)khach quan/;
const SUBJECTIVE = /(?<!(?:khong|chang) (?:phai )?(?:do |vi |la )?(?:nguyen nhan )?)chu quan/;
const BOTH = /(?<![a-z])ca (?:hai|2)(?: nguyen nhan)?(?![a-z])/;

/** The cause that a text names in so many words; `null` when it names none. */
export function readCause(text: string): LatenessCause | null {
  const folded = foldInPlace(cleanText(text));
  const isObjective = OBJECTIVE.test(folded);
  const isSubjective = SUBJECTIVE.test(folded);
  if (BOTH.test(folded) || (isObjective && isSubjective)) return 'both';
  if (isObjective) return 'objective';
  return isSubjective ? 'subjective' : null;
}

const REMEDY =
  /(?<!(?:chua|khong|thieu) (?:co |tim duoc |tim ra )?)(?<![a-z])(?:(?:giai phap|bien phap|(?:huong|cach) (?:xu ly|khac phuc|giai quyet|thao go))(?: khac phuc)?(?: (?:la|:))?|khac phuc:)[\s:-]*/;
/** Where a remedy ends: a stop that is no part of a date, or the day by which the work will be done. */
const REMEDY_END =
  /[;\n]|\.(?!\d)|, (?=(?:se |du kien |cam ket |phan dau )*(?:xong|hoan thanh|hoan tat|du kien))/;
const EDGES = /^[\s,;:.–-]+|[\s,;:.–-]+$/g;

/** The words behind "giải pháp", and what is left of the text without them. */
function splitRemedy(text: string): { text: string; remedy: string | null } {
  const folded = foldInPlace(text);
  const cue = REMEDY.exec(folded);
  if (cue === null) return { text, remedy: null };
  const start = cue.index + cue[0].length;
  const length = REMEDY_END.exec(folded.slice(start))?.index ?? folded.length - start;
  const remedy = text.slice(start, start + length).replace(EDGES, '');
  const around = [text.slice(0, cue.index), text.slice(start + length)];
  const rest = around.map((part) => part.replace(EDGES, '')).filter((part) => part !== '');
  if (remedy === '' || rest.length === 0) return { text, remedy: null };
  return { text: rest.join('; '), remedy };
}

const TIME_WORD =
  '(?:truoc|vao|trong|den|toi|qua|ngay|cham nhat|muon nhat|cuoi|dau|giua|het|tuan|thang|quy|thu|sau|mai|ngay mai|\\d)';
const END_WORD = '(?:xong|hoan thanh|hoan tat|ket thuc)';
/** "xong trước 20/7", "dự kiến cuối tháng", "xin lùi đến 20/7". */
const DAY_BEHIND = new RegExp(
  `(?<![a-z])(?<!(?:chua|khong|khong the|chua the|khong kip|chua kip) )(?:${END_WORD}|du kien|han moi|ngay moi|lui(?: han)?|gia han|keo dai)(?: (?:xong|hoan thanh|lai|viec|nay|toan bo|nhiem vu|la))* (?=${TIME_WORD})([^,;\\n]{1,60})`,
  'g',
);
/** "đến 20/7 sẽ xong". */
const DAY_AHEAD = new RegExp(
  `(?<![a-z])(mai|(?:truoc|den|toi|qua|ngay|cham nhat|muon nhat|cuoi|dau|giua|het|tuan|thang|quy|thu) [^,;\\n]{1,40}?) (?:se |moi |thi |la )*${END_WORD}(?![a-z])`,
  'g',
);
const DENIES = /(?<![a-z])(?:chua|khong)(?![a-z])/;
const HAS_YEAR = /\d{4}/;
/** Without a year people mean the nearest such day: one further ahead than this has been. */
const HALF_YEAR_DAYS = 183;

/** The day by which the work is now said to end: the last one named that is still to come. */
function readNewDay(text: string, context: DeadlineContext): { day: Day | null; isImpossible: boolean } {
  const folded = foldInPlace(text);
  const wordings = [DAY_AHEAD, DAY_BEHIND]
    .flatMap((pattern) => [...folded.matchAll(pattern)])
    .sort((a, b) => a.index - b.index)
    .map((match) => (match[1] ?? '').replace(/\.(?!\d)[\s\S]*$/, '').trim())
    .filter((wording) => !DENIES.test(wording));
  const readings = wordings.map((wording) => ({ wording, read: readDraftDeadline(wording, context) }));
  const days = readings.flatMap(({ wording, read }) => {
    const day = 'deadline' in read ? read.deadline.dueOn : null;
    if (day === null || day <= context.today) return [];
    const isTooFar = !HAS_YEAR.test(wording) && daysBetween(context.today, day) > HALF_YEAR_DAYS;
    return isTooFar ? [] : [day];
  });
  const isImpossible = readings.some(({ read }) => 'fault' in read && read.fault === 'dayImpossible');
  return { day: days.at(-1) ?? null, isImpossible };
}

/**
 * What one sentence of a head explains: "chờ góp ý của Bộ; giải pháp: cử người sang làm việc; xong trước 20/7".
 * `null` when it says nothing; `impossibleDay` when it names a day that does not exist.
 */
export function readExplanation(
  typed: string,
  context: DeadlineContext,
): ExplanationWords | 'impossibleDay' | null {
  const text = cleanText(typed);
  if (!/\p{L}{2}/u.test(text)) return null;
  const { day, isImpossible } = readNewDay(text, context);
  if (isImpossible && day === null) return 'impossibleDay';
  return { ...splitRemedy(text), newDueOn: day };
}
