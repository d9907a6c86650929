import type { Day } from '../days.ts';
import { readCompletion } from './completion.ts';
import { denials, isDenied, isLatestDay, isToldAsPast, ownDays } from './guards.ts';
import type { Meaning } from './meaning.ts';
import { readNote } from './note.ts';
import { isOtherLate } from './others-late.ts';
import { dayIn, first, has, hitsAfter, hitsBefore, hitsOf, type Reading } from './reading.ts';
import { meaning, type Rule } from './rule.ts';
import { levelOf } from './rules-figures.ts';
import { readWaitingFor } from './waiting-for.ts';

const RESOLVES =
  /(?:(?:da|vua|moi) (?:duoc )?(?:giai quyet|xu ly|thao go|go)|(?:giai quyet|xu ly|thao go|go) (?:xong|duoc|het|roi)) (?:(?:xong|duoc|het|roi|cac|nhung) )*(?:vuong mac|vuong|kho khan|kho|diem nghen|nut that)(?![a-z])|(?:giai quyet|xu ly|thao go|go) (?:cac )?(?:vuong mac|vuong|kho khan|kho|diem nghen|nut that) (?:xong|roi|duoc)(?![a-z])|(?:vuong mac|kho khan|diem nghen|nut that) (?:[a-z]+ ){0,3}(?:da|duoc) (?:duoc )?(?:giai quyet|xu ly|thao go|go|khac phuc)/;
/** What another party does to set the work free; a signature or approval is the end of it instead. */
const HAS_ACTED =
  /^ (?:da (?:duoc )?(?:giai quyet|xu ly|cap|bo tri|cung cap|chuyen|phoi hop|thao go)|(?:giai quyet|xu ly|cap|bo tri|cung cap|chuyen|giao hang)(?: [a-z]+){0,3} roi)(?![a-z])/;
/** Sorry for a late word, not for late work. */
const LATE_ANSWER =
  /xin loi.* (?:tra loi|phan hoi|nhan tin|bao|rep) (?:lai )?(?:hoi |qua )?(?:tre|muon|cham)/;
const ANSWERS = /tra loi|phan hoi|cho y kien/;

/** "KHTC gửi số liệu rồi": what was waited for has come. */
function isAnsweredByOther(reading: Reading): boolean {
  if (readCompletion(reading).kind !== 'none') return false;
  const sent = hitsOf(reading, 'send').filter((hit) => isToldAsPast(reading, hit));
  const others = reading.parties.filter(({ kind }) => kind !== 'person');
  if (others.some(({ end }) => HAS_ACTED.test(reading.folded.slice(end))))
    return denials(reading).length === 0;
  return sent.some(({ start }) => others.some(({ end }) => start >= end && start - end <= 4));
}

const ASKS_FOR_RELIEF = /(?:^|[ ,])(?:nho|xin|de nghi|kien nghi|mong|can|giup|ho tro)(?: [a-z]+){0,3} $/;

/** "đang gỡ", "cần gỡ"; "gỡ được rồi, đang làm tiếp" is behind. */
const isStillAhead = (reading: Reading, place: number): boolean =>
  has(reading, 'future', 'condition') || hitsOf(reading, 'doing').some(({ start }) => start < place);

function isObstacleGone(reading: Reading): boolean {
  const resolved = RESOLVES.exec(reading.folded);
  if (resolved !== null) return denials(reading).length === 0 && !isStillAhead(reading, resolved.index);
  const hit = first(reading, 'unblock');
  if (hit === undefined || (ANSWERS.test(hit.key) && reading.parties.length === 0)) return false;
  if (ASKS_FOR_RELIEF.test(reading.folded.slice(0, hit.start))) return false;
  const isDeniedBefore = denials(reading).some(({ start, end }) => end <= hit.start && start < hit.start);
  const isOtherObstacle = hitsOf(reading, 'obstacle').some(
    ({ start }) => start < hit.start || start - hit.end > 1,
  );
  return !isDeniedBefore && !isOtherObstacle && !has(reading, 'wait', 'future', 'hearsay');
}

function fromRelief(reading: Reading): Meaning | undefined {
  if (!isObstacleGone(reading) && !isAnsweredByOther(reading)) return undefined;
  const isMore = levelOf(reading) !== undefined || readCompletion(reading).kind === 'done';
  return isMore ? undefined : meaning({ intent: 'unblock', status: 'inProgress', note: readNote(reading) });
}

function riskDay(reading: Reading): Day | undefined {
  const days = ownDays(reading).map((day) => dayIn(day, 'future'));
  return days.find((day) => day >= reading.context.today);
}

/** "không … xong" warns; "chưa … xong" only tells, unless it says by when ("tuần này chưa xong được"). */
function isFinishRuledOut(reading: Reading): boolean {
  const done = hitsOf(reading, 'done').find((hit) => isDenied(reading, hit));
  const denial =
    done && denials(reading).find(({ phrase, start }) => phrase === done.phrase && start < done.start);
  if (done === undefined || denial === undefined) return false;
  const after = reading.folded.slice(denial.start);
  if (denial.tags.includes('not')) {
    const isSighed = hitsAfter(reading, done, 'denial').length > 0 && !has(reading, 'doing');
    const isBy = ownDays(reading).length > 0 || hitsAfter(reading, done, 'onTime').length > 0 || isSighed;
    return isBy || /kip|noi/.test(after);
  }
  return /duoc|kip|noi/.test(after) && riskDay(reading) !== undefined;
}

function isAtRisk(reading: Reading): boolean {
  if (has(reading, 'cannotMakeIt')) return true;
  if (LATE_ANSWER.test(reading.folded)) return false;
  if (isFinishRuledOut(reading)) return true;
  const isLate = hitsOf(reading, 'late').some(
    (hit) => hitsBefore(reading, hit, 'not').length === 0 && !isLatestDay(reading, hit),
  );
  return isLate && !isOtherLate(reading) && !has(reading, 'cause', 'hence', 'wait', 'obstacle', 'unblock');
}

function fromRisk(reading: Reading): Meaning | undefined {
  const isElse = levelOf(reading) !== undefined || readCompletion(reading).kind === 'done';
  if (isElse || !isAtRisk(reading)) return undefined;
  const waitingFor = has(reading, 'wait', 'obstacle', 'cause') ? readWaitingFor(reading) : undefined;
  return meaning({
    intent: 'risk_late',
    status: 'inProgress',
    on: riskDay(reading),
    waitingFor,
    note: readNote(reading),
  });
}

/** An obstacle that is gone, and a finish in doubt. */
export const HOLDUP_RULES: readonly Rule[] = [
  { name: 'the obstacle is gone', read: fromRelief },
  { name: 'will not make it', read: fromRisk },
];
