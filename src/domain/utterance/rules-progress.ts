import { readCompletion } from './completion.ts';
import { forecast, isForecast } from './forecast.ts';
import { denials, isDenied, isQuestion, ownDays } from './guards.ts';
import { readNote } from './note.ts';
import { dayIn, first, has, type Reading } from './reading.ts';
import { meaning, type Rule } from './rule.ts';
import { FIGURE_RULES } from './rules-figures.ts';
import { FINISHED_RULES } from './rules-finished.ts';
import { HOLDUP_RULES } from './rules-holdups.ts';
import { heartbeat, isBlocked } from './standing.ts';
import { readWaitingFor } from './waiting-for.ts';

const PRESSES = /(?:^| )(?:phai|yeu cau|can|nho|rang|khan truong|gap|lam cho|xong som|som)(?: |$)/;

const BEGINNINGS: readonly Rule[] = [
  {
    name: 'a leader who presses',
    read: (reading) => {
      const isTold = has(reading, 'past', 'already', 'doing');
      if (reading.context.actor !== 'leader' || isTold || !PRESSES.test(reading.folded)) return undefined;
      const day = ownDays(reading)[0];
      return meaning({ intent: 'remind', on: day && dayIn(day, 'future'), note: readNote(reading) });
    },
  },
  {
    name: 'the task taken on',
    read: (reading) => {
      const hit = first(reading, 'accept');
      const isMore = reading.figures.length > 0 || has(reading, 'done', 'step');
      return hit === undefined || isDenied(reading, hit) || isMore
        ? undefined
        : meaning({ intent: 'accept' });
    },
  },
];

/** Without a claim of finishing, "chờ …, dự kiến thứ 6" is about the obstacle. */
const isHeldUpOnly = (reading: Reading): boolean =>
  isBlocked(reading) && !has(reading, 'done', 'send', 'outcome');

function isGoingOn(reading: Reading): boolean {
  const { kind } = readCompletion(reading);
  if (kind === 'promised') return false;
  const isVaguelyAhead = kind === 'intended' && !has(reading, 'future', 'condition');
  const isNotYet = denials(reading).some(
    ({ tags }) => tags.includes('notYet') || tags.includes('notStarted'),
  );
  return kind === 'denied' || isVaguelyAhead || isNotYet || has(reading, 'doing', 'unchanged', 'onTime');
}

function isPolite(reading: Reading): boolean {
  const isNothing = reading.words.length === 0 && !reading.context.hasAttachment;
  return isNothing || has(reading, 'thanks', 'promise', 'future', 'condition');
}

const STANDINGS: readonly Rule[] = [
  {
    name: 'a day promised beside a claim',
    read: (reading) => (isForecast(reading) && !isHeldUpOnly(reading) ? forecast(reading) : undefined),
  },
  {
    name: 'held up',
    read: (reading) => {
      if (!isBlocked(reading) || isQuestion(reading)) return undefined;
      const waitingFor = readWaitingFor(reading);
      return meaning({ intent: 'blocked', status: 'blocked', waitingFor, note: readNote(reading) });
    },
  },
  {
    name: 'not started',
    read: (reading) => {
      const isMore = has(reading, 'done', 'outcome', 'send', 'submit');
      if (isMore || !has(reading, 'notStarted')) return undefined;
      return meaning({ intent: 'update', percent: 0, status: 'notStarted', note: readNote(reading) });
    },
  },
  {
    name: 'a step finished',
    read: (reading) =>
      readCompletion(reading).kind === 'step'
        ? meaning({ intent: 'update', status: 'inProgress', note: readNote(reading) })
        : undefined,
  },
  { name: 'still on it', read: (reading) => (isGoingOn(reading) ? heartbeat(reading) : undefined) },
  {
    name: 'politeness or a promise',
    read: (reading) =>
      isPolite(reading) || readCompletion(reading).kind === 'promised'
        ? meaning({ intent: 'ack' })
        : undefined,
  },
];

/** What staff tell of their work, the most telling first. */
export const PROGRESS_RULES: readonly Rule[] = [
  ...BEGINNINGS,
  ...HOLDUP_RULES,
  ...FIGURE_RULES,
  ...FINISHED_RULES,
  ...STANDINGS,
];
