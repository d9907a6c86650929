import { productOf, readCompletion } from './completion.ts';
import type { Figure } from './figures.ts';
import { forecast } from './forecast.ts';
import { dayAhead, denials, isDenied, isIntended, ownDays } from './guards.ts';
import type { ClaimedStatus, Meaning } from './meaning.ts';
import { readNote } from './note.ts';
import { between, dayIn, first, has, hitsAfter, hitsBefore, hitsOf, type Reading } from './reading.ts';
import { meaning, type Rule } from './rule.ts';
import { fromCompletion, reportDone } from './rules-finished.ts';
import { heartbeat, isBlocked, isSubmitted } from './standing.ts';
import type { Hit } from './tagger.ts';
import { readWaitingFor } from './waiting-for.ts';

/** Suggested where "cơ bản xong" comes without a figure. */
const BASIC_PERCENT = 95;
/** Below it nothing is basically done, whatever it is called. */
const LEAST_BASIC_PERCENT = 70;
/** Suggested where "gần xong" comes without a figure. */
const ALMOST_PERCENT = 90;

function statusOf(reading: Reading, percent: number): ClaimedStatus {
  if (percent === 0) return 'notStarted';
  if (isSubmitted(reading)) return 'submitted';
  return isBlocked(reading) ? 'blocked' : 'inProgress';
}

/** The progress stated: the last level named, or a share of the work below all of it. */
export const levelOf = ({ figures }: Reading): Figure | undefined =>
  figures.findLast(({ kind }) => kind === 'level') ??
  figures.findLast(({ kind, value }) => kind === 'share' && value < 100);

const isDeniedFigure = (reading: Reading, figure: Figure): boolean =>
  denials(reading).some(
    ({ end }) => end <= figure.start && between(reading, end, figure.start).trim().split(' ').length <= 3,
  );

/** "mai lên 80%", "phấn đấu 80%": a figure still to come. */
function isFigureAhead(reading: Reading, figure: Figure): boolean {
  const phrase = reading.words.find(({ start }) => start >= figure.start)?.phrase;
  const isWished = hitsOf(reading, 'future', 'condition').some(
    (hit) => hit.end <= figure.start && hit.phrase === phrase,
  );
  const ahead = dayAhead(reading);
  const isLater = ahead !== undefined && ahead > reading.context.today;
  return isWished || (isLater && !has(reading, 'past', 'already'));
}

const TAKES_BACK = [
  'approx',
  'wait',
  'obstacle',
  'hearsay',
  'remaining',
  'submit',
  'review',
  'almost',
  'part',
  'step',
  'doing',
] as const;

/** "100%" is a completion unless something around it says otherwise. */
function fromWhole(reading: Reading): Meaning {
  const doubt = meaning({ intent: 'clarify', reason: 'doneOrNotYet' });
  const { kind } = readCompletion(reading);
  if (kind !== 'none' && kind !== 'done') return fromCompletion(reading) ?? doubt;
  const isTakenBack = has(reading, ...TAKES_BACK) || denials(reading).length > 0;
  return isTakenBack ? doubt : reportDone(reading);
}

function fromFigure(reading: Reading): Meaning | undefined {
  const figure = levelOf(reading);
  if (figure === undefined) return undefined;
  const percent = figure.value;
  if (isDeniedFigure(reading, figure)) {
    return percent === 100 ? heartbeat(reading) : meaning({ intent: 'clarify', reason: 'figureUnclear' });
  }
  if (isFigureAhead(reading, figure)) return forecast(reading) ?? heartbeat(reading);
  if (percent === 100) return fromWhole(reading);
  const status = statusOf(reading, percent);
  const waitingFor = status === 'blocked' ? readWaitingFor(reading) : undefined;
  const product = productOf(reading);
  return meaning({ intent: 'update', percent, status, waitingFor, product, note: readNote(reading) });
}

/** "mai cơ bản xong": the day that the claim begins with is its day. */
const isDayFirst = (reading: Reading, hit: Hit): boolean =>
  ownDays(reading).some(
    (day) => dayIn(day, 'open') > reading.context.today && day.end <= hit.start && hit.start - day.end <= 4,
  );

/** "gần như cơ bản xong", "đang cơ bản hoàn thành", "cơ bản xong 50%": not even basically. */
const isWeakened = (reading: Reading, hit: Hit): boolean =>
  hitsBefore(reading, hit, 'approx', 'almost', 'doing').length > 0 ||
  /(?:^| )gan nhu $/.test(reading.folded.slice(0, hit.start)) ||
  (levelOf(reading)?.value ?? BASIC_PERCENT) < LEAST_BASIC_PERCENT;

function fromBasic(reading: Reading): Meaning | undefined {
  const hit = first(reading, 'basic');
  if (hit === undefined || isDenied(reading, hit) || isIntended(reading, hit) || has(reading, 'hearsay')) {
    return undefined;
  }
  if (isWeakened(reading, hit)) return heartbeat(reading);
  if (hitsAfter(reading, hit, 'part', 'step').length > 0) {
    return meaning({ intent: 'partial_done', status: 'inProgress', note: readNote(reading) });
  }
  const isLater = ownDays(reading).some((day) => dayIn(day, 'open') > reading.context.today);
  if (isLater && !(has(reading, 'past', 'already', 'wait') && !isDayFirst(reading, hit)))
    return forecast(reading);
  return meaning({
    intent: 'update',
    percent: levelOf(reading)?.value ?? BASIC_PERCENT,
    status: 'basicallyDone',
    waitingFor: has(reading, 'wait', 'obstacle') ? readWaitingFor(reading) : undefined,
    note: readNote(reading),
  });
}

/** How far the work is, in figures or in the words that stand for one. */
export const FIGURE_RULES: readonly Rule[] = [
  { name: 'basically done', read: fromBasic },
  { name: 'a figure', read: fromFigure },
  {
    name: 'a step up or down',
    read: (reading) => {
      const step = reading.figures.find(({ kind }) => kind === 'step');
      if (step === undefined || has(reading, 'future')) return undefined;
      return meaning({
        intent: 'update_delta',
        delta: step.value,
        status: 'inProgress',
        note: readNote(reading),
      });
    },
  },
  {
    name: 'almost there',
    read: (reading) => {
      const hit = first(reading, 'almost');
      if (hit === undefined || isDenied(reading, hit)) return undefined;
      const status = isSubmitted(reading) ? 'submitted' : 'inProgress';
      return meaning({ intent: 'update', percent: ALMOST_PERCENT, status, note: readNote(reading) });
    },
  },
];
