import type { Day } from '../days.ts';
import type { DayMention } from './dates.ts';
import { perReading } from './per-reading.ts';
import { between, dayIn, has, hitsAfter, hitsBefore, hitsOf, type Reading } from './reading.ts';
import type { Hit } from './tagger.ts';

/** "…xong chưa", "…kịp không" at the end ask; "vẫn chưa", "thì không" tell. */
const ASKING_END =
  /(?<!^|van|hien|thi|nhung|moi|ma|cung|nhu|con|gio|minh|em) (?:chua|khong|ha|nhi|vay ha)(?: roi| vay)?$/;
/** "còn ba hồ sơ là xong", "làm cho xong", "nhớ hoàn thành". */
const OUTLOOK_BEFORE = /(?:^| )(?:la|thi|cho|cho den khi|nho|hay|con [^,;]* moi) $/;
const ASKING_PARTICLE = /\s(?:à|hả|hở|nhỉ|chứ)$/i;
/** "mới được 1/3 à": in the South "à" plays down, it does not ask. */
const TELLS_LITTLE = /(?:^| )moi (?:co |duoc |lam |dat )*\d.* a$/;
const ASKS_WHO = /(?:^|[,;] ?)ai (?:xong|lam|dang|da|se|ky|phu trach|noi|bao)(?![a-z])/;
const ASKS_HOW_MUCH = /(?:^| )(?:may|bao nhieu) ?%/;
const ASKS_WHETHER = /(?:^|[ ,])co (?:[a-z]+ ){1,6}khong$|(?:^| )(?:duoc|dung|phai) (?:khong|chua)$/;
const TELLS_NOT_KNOWING = /(?:chua|khong) (?:biet|ro|chac|xac dinh)/;

/** Whether the text asks something instead of telling it. */
export function isQuestion(reading: Reading): boolean {
  if (reading.folded.endsWith('?')) return true;
  if (ASKING_PARTICLE.test(reading.text)) return !TELLS_LITTLE.test(reading.folded);
  if (TELLS_NOT_KNOWING.test(reading.folded)) return false;
  if (ASKS_HOW_MUCH.test(reading.folded) || ASKS_WHO.test(reading.folded)) return true;
  if (ASKS_WHETHER.test(reading.folded)) return true;
  if (hitsOf(reading, 'question').some((hit) => !isConditional(reading, hit))) return true;
  return (
    has(reading, 'done', 'outcome', 'send', 'submit', 'accept', 'consult', 'almost', 'basic') &&
    ASKING_END.test(reading.folded)
  );
}

/** "khi nào xong em báo": what looks like a question opens a condition. */
const isConditional = (reading: Reading, hit: Hit): boolean =>
  hit.tags.includes('condition') && hitsAfter(reading, hit, 'promise', 'send', 'self').length > 0;

const DENYING = ['notYet', 'not', 'notStarted'] as const;

const opensWithDenial = (hit: Hit): boolean =>
  /^(?:chua|khong|dang chua) /.test(hit.key) &&
  !hit.tags.includes('unblock') &&
  !hit.tags.includes('unchanged');

/** Every word that denies, in order. */
export const denials = perReading((reading): Hit[] =>
  reading.hits.filter((hit) => DENYING.some((tag) => hit.tags.includes(tag)) || opensWithDenial(hit)),
);

/** A "chưa", "không" before the claim, or a "đâu" behind it. */
export function isDenied(reading: Reading, hit: Hit): boolean {
  const isBefore = [...denials(reading), ...hitsOf(reading, 'cannotMakeIt')].some(
    (denial) => denial.start < hit.start,
  );
  return isBefore || opensWithDenial(hit) || hitsAfter(reading, hit, 'denial').length > 0;
}

/** A wish, plan, order or condition before the claim in the same phrase. */
export const isIntended = (reading: Reading, hit: Hit): boolean =>
  hitsBefore(reading, hit, 'future', 'condition', 'wait', 'give', 'transfer', 'remind').length > 0 ||
  OUTLOOK_BEFORE.test(reading.folded.slice(0, hit.start));

/** "đã …", "vừa …" before, "… rồi" behind, in the same phrase. */
export const isToldAsPast = (reading: Reading, hit: Hit): boolean =>
  hit.key.startsWith('da ') ||
  hit.key.endsWith(' roi') ||
  hitsBefore(reading, hit, 'past').length > 0 ||
  hitsAfter(reading, hit, 'already').length > 0;

/** At most one word ("xong họp em …") and a "rồi" between. */
const isNext = (reading: Reading, from: number, to: number): boolean =>
  !between(reading, from, to).replace(/ roi/g, '').trim().includes(' ');

/** "xong em báo", "xong thì gửi": finishing is the condition of a promise. */
export function isPromise(reading: Reading, hit: Hit): boolean {
  const after = hitsAfter(reading, hit, 'self', 'thereupon', 'future');
  const next = after[0];
  if (next === undefined || !isNext(reading, hit.end, next.start)) return false;
  return hitsAfter(reading, hit, 'promise', 'send', 'submit').length > 0 || next.tags.includes('thereupon');
}

/** Days that belong to the sender's own finishing, not to a document or to somebody's comments ("hạn góp ý"). */
export function ownDays(reading: Reading): DayMention[] {
  return reading.days.filter(
    (day) =>
      day.kind === 'day' &&
      !reading.documents.some((document) => isIssueDay(reading, document.end, day)) &&
      !/han (?:gop y|tra loi|phan hoi|lay y kien|cho y kien)\s*(?:la|den|truoc)?\s*$/.test(
        reading.folded.slice(0, day.start),
      ) &&
      !/^ (?:la )?(?:het han|han chot|han) (?:gop y|tra loi|phan hoi|cho y kien)/.test(
        reading.folded.slice(day.end),
      ),
  );
}

/** "chậm nhất 25/7", "muộn nhất là thứ 6": a day by which, and no lateness. */
export const isLatestDay = (reading: Reading, late: Hit): boolean =>
  ownDays(reading).some(({ start }) =>
    /^ nhat (?:(?:la|den|toi|vao|trong|cung|ngay|het) )*$/.test(between(reading, late.end, start)),
  );

export const isIssueDay = (reading: Reading, documentEnd: number, day: DayMention): boolean =>
  day.start >= documentEnd &&
  /^\s*(?:,\s*)?(?:ky |ban hanh |phat hanh )?(?:ngay\s*)?$/.test(between(reading, documentEnd, day.start));

/** The first day ahead that the text names, read as the future. */
export function dayAhead(reading: Reading): Day | undefined {
  const { today } = reading.context;
  return ownDays(reading)
    .map((day) => dayIn(day, 'future'))
    .find((day) => day >= today);
}

/** The last day behind that the text names, read as the past. */
export function dayBehind(reading: Reading): Day | undefined {
  const { today } = reading.context;
  return reading.days
    .filter((day) => ownDays(reading).includes(day))
    .map((day) => dayIn(day, 'past'))
    .findLast((day) => day <= today);
}
