import { denials, isDenied, isIntended } from './guards.ts';
import type { Meaning } from './meaning.ts';
import { readNote } from './note.ts';
import { isOtherLate } from './others-late.ts';
import { between, first, has, hitsAfter, hitsBefore, hitsOf, type Reading } from './reading.ts';
import { meaning } from './rule.ts';
import type { Hit } from './tagger.ts';

const FOR_ME = /^ (?:em|chut|xiu|ti|minh|toi)(?![a-z])/;
const OPENS_WITH_DENIAL = /^(?:chua|khong)/;
const WAITS_FOR_SIGNATURE =
  /(?:cho|doi) .*(?:ky|duyet|phe duyet|thong qua|ban hanh|dong dau|phat hanh)(?![a-z])/;

/** Another party that has not acted: "KHTC chưa gửi số liệu". */
function isPartyIdle(reading: Reading): boolean {
  const others = reading.parties.filter(({ kind }) => kind !== 'person');
  const isNext = (from: number, to: number): boolean =>
    to >= from && between(reading, from, to).trim().split(' ').length <= 2;
  return others.some(({ end }) => denials(reading).some(({ start }) => isNext(end, start)));
}

/** "vướng", "kẹt" …, unless it is said that there is none. */
function isHindered(reading: Reading, obstacle: Hit): boolean {
  const isNone = hitsBefore(reading, obstacle, 'not').some(({ end }) => obstacle.start - end <= 1);
  return OPENS_WITH_DENIAL.test(obstacle.key) || !isNone;
}

const isLateForCause = (reading: Reading): boolean => has(reading, 'late') && has(reading, 'cause', 'hence');

/** "chưa họp được do hội đồng bận": what is not done, and why not. */
const isHinderedForCause = (reading: Reading): boolean =>
  denials(reading).some((denial) => {
    const isSo = /(?:^|[ ,])nen (?:van |cung )?$/.test(reading.folded.slice(0, denial.start));
    const because = hitsAfter(reading, denial, 'cause').some(({ end }) =>
      /^ (?!moi (?:nhan|duoc giao|giao))[a-z\d]/.test(reading.folded.slice(end)),
    );
    return because || (isSo && !has(reading, 'done'));
  });

/** Whether the work stands still because of somebody or something else ("chờ em chút" asks for patience only). */
export function isBlocked(reading: Reading): boolean {
  const wait = first(reading, 'wait');
  const isWaiting = wait !== undefined && !FOR_ME.test(reading.folded.slice(wait.end));
  const isHeldUp = hitsOf(reading, 'obstacle').some((hit) => isHindered(reading, hit));
  return (
    isWaiting ||
    isHeldUp ||
    isLateForCause(reading) ||
    isOtherLate(reading) ||
    isHinderedForCause(reading) ||
    isPartyIdle(reading)
  );
}

/** Whether the work lies with a superior for signature or approval. */
export function isSubmitted(reading: Reading): boolean {
  const handedUp = hitsOf(reading, 'submit', 'review').filter(
    (hit) => !isDenied(reading, hit) && !isIntended(reading, hit),
  );
  const isAtSignature =
    has(reading, 'wait') && WAITS_FOR_SIGNATURE.test(reading.folded) && denials(reading).length === 0;
  return handedUp.length > 0 || isAtSignature;
}

/** Still on it, nothing new. */
export const heartbeat = (reading: Reading): Meaning =>
  meaning({ intent: 'heartbeat', status: 'inProgress', note: readNote(reading) });
