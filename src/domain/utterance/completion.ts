import { type Day, daysBetween } from '../days.ts';
import {
  dayAhead,
  dayBehind,
  denials,
  isDenied,
  isIntended,
  isIssueDay,
  isPromise,
  isToldAsPast,
  ownDays,
} from './guards.ts';
import type { ProductMention } from './meaning.ts';
import { perReading } from './per-reading.ts';
import { isPlainClaim } from './plain-claim.ts';
import { between, dayIn, has, hitsAfter, hitsBefore, hitsOf, type Reading } from './reading.ts';
import type { Hit, Word } from './tagger.ts';
import { isKnownKey, isSyllable } from './vocabulary.ts';

/** What the words about finishing come to, once everything around them is weighed. */
export interface Completion {
  kind:
    | 'none'
    | 'done'
    | 'denied'
    | 'intended'
    | 'promised'
    | 'part'
    | 'step'
    | 'submitted'
    | 'doubtful'
    | 'futureDay';
  on?: Day;
}

/** "đã xong 15/7" said in early July means no day of last year. */
const LONG_AGO_DAYS = 100;

type Kind = Completion['kind'];

const isShort = (reading: Reading, from: number, to: number, words: number): boolean =>
  between(reading, from, to).trim().split(' ').length <= words;

/** "xong dự thảo", "dự thảo xong": the object next to the verb is a step, not the task. */
function stepBeside(reading: Reading, hit: Hit): boolean {
  const after = hitsAfter(reading, hit, 'step').some((step) => isShort(reading, hit.end, step.start, 3));
  const before = hitsBefore(reading, hit, 'step').length > 0;
  const isCount =
    /^ (?:duoc |xong )?\d+ [a-z]/.test(reading.folded.slice(hit.end)) && !hit.tags.includes('send');
  return after || before || isCount || hit.tags.includes('stepVerb');
}

const isPartOfWork = (reading: Reading, hit: Hit): boolean =>
  hitsAfter(reading, hit, 'part').length > 0 ||
  hitsBefore(reading, hit, 'part').some((part) => part.key !== 'phia') ||
  /(?:ben|phia) (?:phong )?$/.test(reading.folded.slice(0, partyBefore(reading, hit)?.start ?? 0));

const partyBefore = (reading: Reading, hit: Hit) =>
  reading.parties.findLast((party) => party.end <= hit.start && isShort(reading, party.end, hit.start, 2));

const laterHits = (reading: Reading, hit: Hit, ...tags: Parameters<typeof hitsOf>[1][]) =>
  hitsOf(reading, ...tags).filter((other) => other.start >= hit.end);

/** What comes behind the claim and takes it back or weakens it. */
function weakenedBy(reading: Reading, hit: Hit): Kind | undefined {
  const isToSuperior = hit.tags.includes('send') && laterHits(reading, hit, 'superior').length > 0;
  if (isToSuperior || laterHits(reading, hit, 'submit', 'review').length > 0) return 'submitted';
  if (laterHits(reading, hit, 'remaining').length > 0) return 'part';
  if (denials(reading).some((denial) => denial.start >= hit.end)) return 'doubtful';
  if (laterHits(reading, hit, 'giveBack').length > 0) return 'doubtful';
  const isNearly =
    hitsAfter(reading, hit, 'almost', 'basic').length > 0 || hitsBefore(reading, hit, 'approx').length > 0;
  if (isNearly) return 'doubtful';
  const waits = laterHits(reading, hit, 'wait', 'obstacle').some(
    (wait) => !/^ ?(?:anh |chi |sep )?(?:xac nhan|nghiem thu|danh gia)/.test(reading.folded.slice(wait.end)),
  );
  return waits || laterHits(reading, hit, 'but', 'doing').length > 0 ? 'doubtful' : undefined;
}

function isOngoing(reading: Reading, hit: Hit): boolean {
  return hitsBefore(reading, hit, 'doing').some(
    (doing) => doing.key.startsWith('dang') || doing.key.includes(' dang'),
  );
}

const isUnreadable = ({ key, isTaken }: Word): boolean =>
  !isTaken && /^[a-z]{2,}$/.test(key) && !isSyllable(key) && !isKnownKey(key);

/** An unreadable word next to the claim may have been a "chưa". */
function isBesideGibberish(reading: Reading, hit: Hit): boolean {
  const before = reading.words.findLast(({ end }) => end <= hit.start);
  const after = reading.words.find(({ start }) => start >= hit.end);
  return [before, after].some((word) => word?.phrase === hit.phrase && isUnreadable(word));
}

/** "trình anh Trinh ký": the signature is what the paper was handed up for. */
function isHandedUpFor(reading: Reading, hit: Hit): boolean {
  const submit = hitsBefore(reading, hit, 'submit', 'send').at(-1);
  return submit !== undefined && !hitsBefore(reading, hit, 'past').some((past) => past.start > submit.start);
}

/** "gửi anh rồi": handed to the reader, for what is not said. */
const TO_ADDRESSEE = /^ (?:cho )?(?:anh|chi)(?: roi)?$/;

/** A sent or signed thing counts only as told of the past; sent by or to the wrong party, it is a step. */
function weighOutcome(reading: Reading, hit: Hit): Kind | undefined {
  const isTold =
    isToldAsPast(reading, hit) || hitsAfter(reading, hit, 'done').length > 0 || hasProduct(reading);
  if (!isTold) return 'none';
  if (!hit.tags.includes('send')) return undefined;
  if (TO_ADDRESSEE.test(reading.folded.slice(hit.end))) return 'doubtful';
  const sender = partyBefore(reading, hit);
  if (sender !== undefined && sender.kind !== 'person') return 'none';
  const receivers = reading.parties.filter((party) => party.start >= hit.end);
  if (hitsAfter(reading, hit, 'outcome').length > 0) return 'submitted';
  if (hitsAfter(reading, hit, 'consult', 'step').length > 0) return 'step';
  const isInHouse =
    receivers.some(({ kind }) => kind === 'unit') && !receivers.some(({ kind }) => kind === 'outside');
  return isInHouse ? 'step' : undefined;
}

function weighDay(reading: Reading, hit: Hit): Kind {
  const { today } = reading.context;
  const days = ownDays(reading);
  if (!isToldAsPast(reading, hit))
    return days.some((day) => dayIn(day, 'open') >= today) ? 'intended' : 'done';
  const isAhead = days.some(
    (day) => dayIn(day, 'past') > today || daysBetween(dayIn(day, 'past'), today) > LONG_AGO_DAYS,
  );
  return isAhead ? 'futureDay' : 'done';
}

function weigh(reading: Reading, hit: Hit): Kind {
  if (isDenied(reading, hit)) return 'denied';
  if (isBesideGibberish(reading, hit)) return 'doubtful';
  if (isPromise(reading, hit))
    return isToldAsPast(reading, hit) && reading.folded.slice(hit.end).startsWith(' roi')
      ? 'doubtful'
      : 'promised';
  if (isIntended(reading, hit) || isOngoing(reading, hit)) return 'intended';
  if (hitsOf(reading, 'hearsay').some((other) => other.start < hit.start)) return 'doubtful';
  if (hit.tags.includes('outcome') && isHandedUpFor(reading, hit)) return 'submitted';
  if (hit.tags.includes('outcome') || hit.tags.includes('send')) {
    const outcome = weighOutcome(reading, hit);
    if (outcome !== undefined) return outcome;
  }
  const weakened = weakenedBy(reading, hit);
  if (weakened === 'submitted' || weakened === 'part') return weakened;
  if (isPartOfWork(reading, hit)) return 'part';
  if (stepBeside(reading, hit)) return 'step';
  if (weakened !== undefined) return weakened;
  const byDay = weighDay(reading, hit);
  return byDay === 'done' && !hasProduct(reading) && !isPlainClaim(reading, hit) ? 'doubtful' : byDay;
}

/** The product named in the text, with its day of issue. */
export function productOf(reading: Reading): ProductMention | undefined {
  const document = reading.documents.find(({ isBasis }) => !isBasis);
  if (document === undefined) return undefined;
  const issued = reading.days.find((day) => day.kind === 'day' && isIssueDay(reading, document.end, day));
  return { number: document.number, ...(issued && { issuedOn: dayIn(issued, 'past') }) };
}

const hasProduct = (reading: Reading): boolean => productOf(reading) !== undefined;

/** A document number that stands alone is the product handed in. */
const isBareProduct = (reading: Reading): boolean =>
  hasProduct(reading) &&
  denials(reading).length === 0 &&
  !has(
    reading,
    'submit',
    'consult',
    'wait',
    'obstacle',
    'step',
    'doing',
    'future',
    'basis',
    'condition',
    'hearsay',
    'review',
    'almost',
    'extend',
    'promise',
    'late',
    'part',
  ) &&
  !reading.days.some((day) => dayIn(day, 'open') > reading.context.today);

// A doubt anywhere outweighs a plain "xong" elsewhere: nothing is ever taken for done by mistake.
const PRECEDENCE: readonly Kind[] = [
  'denied',
  'futureDay',
  'promised',
  'doubtful',
  'submitted',
  'part',
  'step',
  'intended',
  'done',
];

/** More claims than anybody makes in earnest; beyond them nothing is weighed and nothing believed. */
const MAX_CLAIMS = 30;

/** "xong phần phụ lục, phần thuyết minh chưa xong": the part still open takes nothing from the part that is closed. */
function dropOtherParts(reading: Reading, weighed: readonly { hit: Hit; kind: Kind }[]): Kind[] {
  const closed = weighed.find(({ kind }) => kind === 'part');
  const left = weighed.filter(({ hit, kind }) => {
    const isLater = closed !== undefined && hit.phrase > closed.hit.phrase;
    return !(kind === 'denied' && isLater && hitsBefore(reading, hit, 'part').length > 0);
  });
  return left.map(({ kind }) => kind);
}

/** Weighs every word about finishing; the most cautious reading wins. */
export const readCompletion = perReading((reading): Completion => {
  const claims = hitsOf(reading, 'done', 'outcome', 'send', 'stepVerb').filter(
    (hit) => !hit.tags.includes('submit'),
  );
  if (claims.length > MAX_CLAIMS) return { kind: 'doubtful' };
  const kinds = dropOtherParts(
    reading,
    claims.map((hit) => ({ hit, kind: weigh(reading, hit) })),
  );
  const kind = PRECEDENCE.find((one) => kinds.includes(one)) ?? (isBareProduct(reading) ? 'done' : 'none');
  const on = kind === 'intended' ? dayAhead(reading) : (productOf(reading)?.issuedOn ?? dayBehind(reading));
  return { kind, ...(on !== undefined && { on }) };
});
