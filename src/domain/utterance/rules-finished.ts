import { productOf, readCompletion } from './completion.ts';
import { forecast } from './forecast.ts';
import { dayAhead, dayBehind, isDenied, isIntended, isToldAsPast, ownDays } from './guards.ts';
import type { Meaning } from './meaning.ts';
import { readNote } from './note.ts';
import { dayIn, first, has, hitsAfter, hitsOf, type Reading } from './reading.ts';
import { meaning, type Rule } from './rule.ts';
import { isSubmitted } from './standing.ts';
import type { Hit } from './tagger.ts';
import { readSuperior, readWaitingFor } from './waiting-for.ts';

/** A completion as the sender claims it; somebody else will confirm it. */
export function reportDone(reading: Reading): Meaning {
  const { on } = readCompletion(reading);
  const product = productOf(reading);
  const note = readNote(reading);
  return meaning({ intent: 'report_done', percent: 100, status: 'reportedDone', on, product, note });
}

function reportPart(reading: Reading): Meaning {
  const isOpenElsewhere = has(reading, 'remaining', 'wait', 'obstacle', 'but') || has(reading, 'notYet');
  const isOthersTurn = isOpenElsewhere && reading.parties.length > 0;
  return meaning({
    intent: 'partial_done',
    status: isOthersTurn ? 'blocked' : 'inProgress',
    waitingFor: isOthersTurn ? reading.parties.at(-1)?.name : undefined,
    note: readNote(reading),
  });
}

/** What words about finishing come to; `undefined` where they claim nothing. */
export function fromCompletion(reading: Reading): Meaning | undefined {
  switch (readCompletion(reading).kind) {
    case 'done':
      return reportDone(reading);
    case 'part':
      return reportPart(reading);
    case 'futureDay':
      return meaning({ intent: 'clarify', reason: 'doneOnFutureDay' });
    case 'doubtful':
      return meaning({ intent: 'clarify', reason: 'doneOrNotYet', note: readNote(reading) });
    default:
      return undefined;
  }
}

function fromSubmission(reading: Reading): Meaning | undefined {
  if (readCompletion(reading).kind !== 'submitted' && !isSubmitted(reading)) return undefined;
  const isLater = ownDays(reading).some((day) => dayIn(day, 'open') > reading.context.today);
  if (isLater && !has(reading, 'past', 'already', 'review', 'wait')) return forecast(reading);
  return meaning({
    intent: 'update',
    status: 'submitted',
    on: dayBehind(reading),
    waitingFor: readSuperior(reading),
    product: productOf(reading),
    note: readNote(reading),
  });
}

/** "gửi các sở góp ý". */
const sentForComments = (reading: Reading): Hit | undefined =>
  hitsOf(reading, 'send').find((hit) => hitsAfter(reading, hit, 'step').some(({ key }) => key === 'gop y'));

/** "gửi UBND thành phố xin ý kiến": asked of whom decides, not of equals. */
const isToHigherBody = ({ folded }: Reading): boolean =>
  /(?:gui|trinh|bao cao|xin y kien) (?:[a-z]+ ){0,2}(?:ubnd|hdnd|thanh uy|tinh uy|thuong truc)/.test(folded);

function fromConsultation(reading: Reading): Meaning | undefined {
  const hit = first(reading, 'consult') ?? sentForComments(reading);
  if (hit === undefined || isDenied(reading, hit) || isIntended(reading, hit)) return undefined;
  if (dayAhead(reading) !== undefined && !isToldAsPast(reading, hit)) return undefined;
  const commentsDue = reading.days.find((day) => !ownDays(reading).includes(day));
  return meaning({
    intent: 'update',
    status: has(reading, 'superior') || isToHigherBody(reading) ? 'submitted' : 'inProgress',
    on: commentsDue && dayIn(commentsDue, 'future'),
    waitingFor: reading.parties.at(-1)?.name ?? readWaitingFor(reading),
    note: readNote(reading),
  });
}

/** Finished, or on the way to it: with a superior, or sent round for comments. */
export const FINISHED_RULES: readonly Rule[] = [
  { name: 'finished, or something near it', read: fromCompletion },
  { name: 'handed up', read: fromSubmission },
  { name: 'sent round for comments', read: fromConsultation },
];
