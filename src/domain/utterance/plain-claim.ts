import { isToldAsPast } from './guards.ts';
import type { Tag } from './lexicon.ts';
import { hitsOf, type Reading } from './reading.ts';
import type { Hit, Word } from './tagger.ts';

const NUMBER = /^\d+$/;
/** "hoàn thành sớm 2 ngày", "hoàn thành trễ 1 ngày so với hạn" tell; "xong sớm nhé" orders. */
const OFF_TIME =
  /^ (?:som|tre|cham|muon)(?: han| hon| mat)? \d+ (?:ngay|tuan|thang)(?: lam viec)?(?: so voi (?:han|ke hoach|tien do|yeu cau))?(?![a-z])/;
/** "so hoan thanh tre" may be "sợ …", "em hoàn thành trễ 2 ngày" may ask for it. */
const MAY_GIVE_NOTICE = /(?:^| )(?:so|em|minh|toi)(?: [a-z]+)? $/;

/** Lateness to the day is told with "đã" or a bare "hoàn thành"; "xong trễ 2 ngày nha" may as well give notice. */
function isOffTime(reading: Reading, hit: Hit, word: Word): boolean {
  const match = OFF_TIME.exec(reading.folded.slice(hit.end))?.[0] ?? '';
  const isBare =
    /^hoan (?:thanh|tat)/.test(hit.key) && !MAY_GIVE_NOTICE.test(reading.folded.slice(0, hit.start));
  const isTold = match.startsWith(' som') || isBare || isToldAsPast(reading, hit);
  return isTold && word.start >= hit.end && word.end <= hit.end + match.length;
}

/** What may stand before a completion: who, which work, when. */
const SUBJECTS: readonly Tag[] = [
  'plain',
  'work',
  'product',
  'past',
  'already',
  'self',
  'superior',
  'done',
  'outcome',
  'send',
  'onTime',
];
/** What may stand behind it; behind a "cho", "lên" it matters no more to whom or where. */
const OBJECTS: readonly Tag[] = [
  ...SUBJECTS.filter((tag) => tag !== 'send'),
  'pointing',
  'approve',
  'thanks',
];
/** Without "đã", "rồi", an hour named behind the claim is one to come. */
const HOUR = /\d ?(?:h|gio)(?![a-z])/;

function isExpected(reading: Reading, word: Word, tags: readonly Tag[]): boolean {
  if (word.isTaken || NUMBER.test(word.key)) return true;
  return hitsOf(reading, ...tags).some(({ start, end }) => start <= word.start && word.end <= end);
}

/** "Sở Tài chính xong rồi": somebody else has finished, unless a code says what. */
function isOfAnother(reading: Reading, hit: Hit): boolean {
  if (!hit.tags.includes('done') || reading.codes.length > 0) return false;
  const words = reading.words.filter(({ phrase, end }) => phrase === hit.phrase && end <= hit.start);
  return reading.parties.some(
    ({ kind, start }) =>
      (kind === 'unit' || kind === 'outside') && words.some((word) => word.start === start),
  );
}

/**
 * Whether nothing beside the claim makes it one of another thing: only expected words stand in its phrase. Told as
 * past, only the first word behind it counts; else all of them ("xong sớm nhé", "nhớ hoàn thành" are orders).
 */
export function isPlainClaim(reading: Reading, hit: Hit): boolean {
  const beside = reading.words.filter(({ phrase }) => phrase === hit.phrase);
  const before = beside.filter(({ end }) => end <= hit.start);
  const behind = beside.filter(({ start }) => start >= hit.end);
  const isTold = isToldAsPast(reading, hit);
  if (!isTold && HOUR.test(reading.folded.slice(hit.end))) return false;
  const weighed = isTold ? behind.slice(0, 1) : behind;
  return (
    !isOfAnother(reading, hit) &&
    before.every((word) => isExpected(reading, word, SUBJECTS)) &&
    weighed.every((word) => isOffTime(reading, hit, word) || isExpected(reading, word, OBJECTS))
  );
}
