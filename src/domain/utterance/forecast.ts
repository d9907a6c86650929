import { readCompletion } from './completion.ts';
import { dayAhead, denials, isLatestDay, isToldAsPast, ownDays } from './guards.ts';
import type { Meaning } from './meaning.ts';
import { readNote } from './note.ts';
import { has, hitsOf, type Reading } from './reading.ts';
import { meaning } from './rule.ts';
import type { Hit } from './tagger.ts';

const CLAIMS_AHEAD = [
  'done',
  'send',
  'submit',
  'outcome',
  'promise',
  'almost',
  'stepVerb',
  'consult',
  'future',
] as const;

/** A finish on the day ahead that the text names; `undefined` when it names none. */
export function forecast(reading: Reading): Meaning | undefined {
  const on = dayAhead(reading);
  return on === undefined
    ? undefined
    : meaning({ intent: 'forecast', status: 'inProgress', on, note: readNote(reading) });
}

/** At most one word of weight stands beside the day. */
function isBareDay(reading: Reading): boolean {
  const beside = readNote(reading, ...reading.days);
  return beside === undefined || !beside.includes(' ');
}

const isDeniedHere = (reading: Reading, hit: Hit): boolean =>
  denials(reading).some(({ phrase, start }) => phrase === hit.phrase && start < hit.start);

const phraseAt = (reading: Reading, place: number): number =>
  reading.words.findLast(({ start }) => start <= place)?.phrase ?? 0;

/** "chiều nay họp, xong sẽ cập nhật": the day is of something else. */
function isDayOfSomethingElse(reading: Reading): boolean {
  if (readCompletion(reading).kind !== 'promised') return false;
  const claims = hitsOf(reading, 'done');
  const promises = hitsOf(reading, 'send', 'promise');
  return !ownDays(reading).some(({ start, end }) => {
    const phrase = phraseAt(reading, start);
    return (
      claims.some((hit) => hit.phrase === phrase) ||
      promises.some((hit) => hit.phrase === phrase && hit.start > end)
    );
  });
}

/** A day ahead beside a verb of finishing, or nearly nothing but that day. */
export function isForecast(reading: Reading): boolean {
  if (dayAhead(reading) === undefined || isDayOfSomethingElse(reading)) return false;
  if (/(?:chua|khong) (?:biet|ro|chac)(?: duoc)?$/.test(reading.folded)) return false;
  const claims = hitsOf(reading, ...CLAIMS_AHEAD);
  if (claims.some((hit) => !isToldAsPast(reading, hit) && !isDeniedHere(reading, hit))) return true;
  if (hitsOf(reading, 'late').some((hit) => isLatestDay(reading, hit))) return true;
  const isAboutState = has(reading, 'doing', 'unchanged', 'notStarted', 'wait', 'obstacle', 'step');
  return !isAboutState && isBareDay(reading);
}
