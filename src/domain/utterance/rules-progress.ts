import { type Completion, productOf, readCompletion } from './completion.ts';
import {
  dayAhead,
  dayBehind,
  denials,
  isDenied,
  isIntended,
  isQuestion,
  isToldAsPast,
  ownDays,
} from './guards.ts';
import type { ClaimedStatus, Meaning } from './meaning.ts';
import { readNote } from './note.ts';
import { between, dayIn, first, has, hitsAfter, hitsBefore, hitsOf, type Reading } from './reading.ts';
import { meaning, type Rule } from './rule.ts';
import type { Hit } from './tagger.ts';
import { readSuperior, readWaitingFor } from './waiting-for.ts';

const PRESSES = /(?:^| )(?:phai|yeu cau|can|nho|rang|khan truong|gap|lam cho|xong som|som)(?: |$)/;
const BASIC_PERCENT = 95;
const ALMOST_PERCENT = 90;

const lateWithCause = (reading: Reading): boolean => has(reading, 'late') && has(reading, 'cause', 'hence');

/** Another party that has not acted: "KHTC chưa gửi số liệu". */
function isPartyIdle(reading: Reading): boolean {
  return reading.parties.some(
    ({ kind, end }) =>
      kind !== 'person' &&
      denials(reading).some(
        ({ start }) => start >= end && between(reading, end, start).trim().split(' ').length <= 2,
      ),
  );
}

const isBlocked = (reading: Reading): boolean => {
  const wait = first(reading, 'wait');
  const isForMe =
    wait !== undefined && /^ (?:em|chut|xiu|ti|minh|toi)(?![a-z])/.test(reading.folded.slice(wait.end));
  const obstacles = hitsOf(reading, 'obstacle').filter(
    (hit) =>
      /^(?:chua|khong)/.test(hit.key) ||
      !hitsBefore(reading, hit, 'not').some(({ end }) => hit.start - end <= 1),
  );
  return (
    (wait !== undefined && !isForMe) || obstacles.length > 0 || lateWithCause(reading) || isPartyIdle(reading)
  );
};

const isSubmitted = (reading: Reading): boolean =>
  hitsOf(reading, 'submit', 'review').some((hit) => !isDenied(reading, hit) && !isIntended(reading, hit)) ||
  (has(reading, 'wait') &&
    /(?:cho|doi) .*(?:ky|duyet|phe duyet|thong qua|ban hanh)(?![a-z])/.test(reading.folded) &&
    denials(reading).length === 0);

function done(reading: Reading, completion: Completion): Meaning {
  return meaning({
    intent: 'report_done',
    percent: 100,
    status: 'reportedDone',
    on: completion.on,
    product: productOf(reading),
    note: readNote(reading),
  });
}

/** The cautious meanings of a completion that is none. */
function fromCompletion(reading: Reading): Meaning | undefined {
  const completion = readCompletion(reading);
  if (completion.kind === 'done') return done(reading, completion);
  if (completion.kind === 'futureDay') return meaning({ intent: 'clarify', reason: 'doneOnFutureDay' });
  if (completion.kind === 'doubtful')
    return meaning({ intent: 'clarify', reason: 'doneOrNotYet', note: readNote(reading) });
  if (completion.kind !== 'part') return undefined;
  const isOthersTurn = has(reading, 'remaining', 'wait', 'obstacle', 'but') && reading.parties.length > 0;
  return meaning({
    intent: 'partial_done',
    status: isOthersTurn ? 'blocked' : 'inProgress',
    waitingFor: isOthersTurn ? reading.parties.at(-1)?.name : undefined,
    note: readNote(reading),
  });
}

function statusOf(reading: Reading, percent: number): ClaimedStatus {
  if (percent === 0) return 'notStarted';
  if (isSubmitted(reading)) return 'submitted';
  return isBlocked(reading) ? 'blocked' : 'inProgress';
}

const levelOf = (reading: Reading) =>
  reading.figures.findLast(({ kind }) => kind === 'level') ??
  reading.figures.findLast(({ kind, value }) => kind === 'share' && value < 100);

function fromFigure(reading: Reading): Meaning | undefined {
  const figure = levelOf(reading);
  if (figure === undefined) return undefined;
  const percent = figure.value;
  const isNot = denials(reading).some(
    ({ end }) => end <= figure.start && between(reading, end, figure.start).trim().split(' ').length <= 3,
  );
  if (isNot)
    return percent === 100 ? heartbeat(reading) : meaning({ intent: 'clarify', reason: 'figureUnclear' });
  const wishes = hitsOf(reading, 'future', 'condition').filter(
    ({ end, phrase }) =>
      end <= figure.start && phrase === reading.words.find(({ start }) => start >= figure.start)?.phrase,
  );
  const ahead = dayAhead(reading);
  const isTold = has(reading, 'past', 'already');
  if (wishes.length > 0 || (ahead !== undefined && ahead > reading.context.today && !isTold))
    return forecast(reading) ?? heartbeat(reading);
  if (percent === 100) return fromWhole(reading);
  const status = statusOf(reading, percent);
  return meaning({
    intent: 'update',
    percent,
    status,
    waitingFor: status === 'blocked' ? readWaitingFor(reading) : undefined,
    product: productOf(reading),
    note: readNote(reading),
  });
}

/** "100%" is a completion unless something around it says otherwise. */
function fromWhole(reading: Reading): Meaning {
  const completion = readCompletion(reading);
  if (completion.kind === 'none' || completion.kind === 'done') {
    const isTakenBack =
      has(reading, 'approx') ||
      denials(reading).length > 0 ||
      has(
        reading,
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
      );
    return isTakenBack ? meaning({ intent: 'clarify', reason: 'doneOrNotYet' }) : done(reading, completion);
  }
  return fromCompletion(reading) ?? meaning({ intent: 'clarify', reason: 'doneOrNotYet' });
}

const heartbeat = (reading: Reading): Meaning =>
  meaning({ intent: 'heartbeat', status: 'inProgress', note: readNote(reading) });

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

function forecast(reading: Reading): Meaning | undefined {
  const on = dayAhead(reading);
  return on === undefined
    ? undefined
    : meaning({ intent: 'forecast', status: 'inProgress', on, note: readNote(reading) });
}

/** Nothing of weight stands beside the day. */
const isBareDay = (reading: Reading): boolean =>
  readNote(reading, ...reading.days)?.split(' ').length === undefined ||
  (readNote(reading, ...reading.days)?.split(' ').length ?? 0) <= 1;

const isDeniedHere = (reading: Reading, hit: Hit): boolean =>
  denials(reading).some(({ phrase, start }) => phrase === hit.phrase && start < hit.start);

/** A day ahead beside a verb of finishing, or nearly nothing but that day. */
function isForecast(reading: Reading): boolean {
  if (dayAhead(reading) === undefined || isPromiseAfterMeeting(reading)) return false;
  const claims = hitsOf(reading, ...CLAIMS_AHEAD).filter(
    (hit) => !isToldAsPast(reading, hit) && !isDeniedHere(reading, hit),
  );
  return (
    claims.length > 0 ||
    (!has(reading, 'doing', 'unchanged', 'notStarted', 'wait', 'obstacle', 'step') && isBareDay(reading))
  );
}

/** "chiều nay họp, xong sẽ cập nhật": the day is of something else. */
function isPromiseAfterMeeting(reading: Reading): boolean {
  const completion = readCompletion(reading);
  if (completion.kind !== 'promised') return false;
  const phraseOf = (place: number): number =>
    reading.words.findLast(({ start }) => start <= place)?.phrase ?? 0;
  const claims = hitsOf(reading, 'done');
  return !ownDays(reading).some(
    (day) =>
      claims.some((hit) => hit.phrase === phraseOf(day.start)) ||
      hitsOf(reading, 'send', 'promise').some(
        (hit) => hit.phrase === phraseOf(day.start) && hit.start > day.end,
      ),
  );
}

function riskDay(reading: Reading) {
  const day = ownDays(reading).find((mention) => dayIn(mention, 'future') >= reading.context.today);
  return day && dayIn(day, 'future');
}

/** "không … xong" is a warning; "chưa xong" only a state, unless a day ahead is named with it. */
function isAtRisk(reading: Reading): boolean {
  if (hitsOf(reading, 'cannotMakeIt').length > 0) return true;
  const done = hitsOf(reading, 'done').find((hit) => isDenied(reading, hit));
  const near = done && denials(reading).find((hit) => hit.phrase === done.phrase && hit.start < done.start);
  if (done !== undefined && near !== undefined) {
    const isNever =
      near.tags.includes('not') &&
      (ownDays(reading).length > 0 ||
        hitsAfter(reading, done, 'denial', 'onTime').length > 0 ||
        /kip|noi/.test(reading.folded.slice(done.end)));
    const isNotBy =
      near.tags.includes('notYet') &&
      /duoc|kip|noi/.test(between(reading, near.start, reading.folded.length)) &&
      riskDay(reading) !== undefined;
    return isNever || isNotBy;
  }
  return (
    hitsOf(reading, 'late').some((hit) => !hitsBefore(reading, hit, 'not').length) &&
    !has(reading, 'cause', 'hence', 'wait', 'obstacle', 'unblock')
  );
}

export const PROGRESS_RULES: readonly Rule[] = [
  {
    name: 'a leader who presses',
    read: (reading) => {
      const isPressing =
        reading.context.actor === 'leader' &&
        PRESSES.test(reading.folded) &&
        !has(reading, 'past', 'already', 'doing');
      const day = ownDays(reading)[0];
      return isPressing
        ? meaning({ intent: 'remind', on: day && dayIn(day, 'future'), note: readNote(reading) })
        : undefined;
    },
  },
  {
    name: 'the task taken on',
    read: (reading) => {
      const hit = first(reading, 'accept');
      if (
        hit === undefined ||
        isDenied(reading, hit) ||
        reading.figures.length > 0 ||
        has(reading, 'done', 'step')
      )
        return undefined;
      return meaning({ intent: 'accept' });
    },
  },
  {
    name: 'the obstacle is gone',
    read: (reading) => {
      const hit = first(reading, 'unblock');
      const isOthersAnswer =
        readCompletion(reading).kind === 'none' &&
        hitsOf(reading, 'send').some((send) => isToldAsPast(reading, send)) &&
        reading.parties.some(
          ({ kind, end }) =>
            kind !== 'person' &&
            hitsOf(reading, 'send').some(({ start }) => start >= end && start - end <= 4),
        );
      const isAnswer = hit !== undefined && /tra loi|phan hoi|cho y kien/.test(hit.key);
      const isGone =
        hit !== undefined &&
        (!isAnswer || reading.parties.length > 0) &&
        !denials(reading).some(({ start, end }) => end <= hit.start && start < hit.start) &&
        !has(reading, 'wait', 'future', 'hearsay') &&
        hitsOf(reading, 'obstacle').every(({ start }) => start > hit.start && start - hit.end <= 1);
      if (
        !(isGone || isOthersAnswer) ||
        reading.figures.some(({ kind }) => kind === 'level') ||
        readCompletion(reading).kind === 'done'
      )
        return undefined;
      return meaning({ intent: 'unblock', status: 'inProgress', note: readNote(reading) });
    },
  },
  {
    name: 'will not make it',
    read: (reading) => {
      if (!isAtRisk(reading) || levelOf(reading) !== undefined || readCompletion(reading).kind === 'done')
        return undefined;
      return meaning({
        intent: 'risk_late',
        status: 'inProgress',
        on: riskDay(reading),
        waitingFor: has(reading, 'wait', 'obstacle', 'cause') ? readWaitingFor(reading) : undefined,
        note: readNote(reading),
      });
    },
  },
  {
    name: 'basically done',
    read: (reading) => {
      const hit = first(reading, 'basic');
      if (hit === undefined || isDenied(reading, hit) || isIntended(reading, hit) || has(reading, 'hearsay'))
        return undefined;
      if (
        ownDays(reading).some((day) => dayIn(day, 'open') > reading.context.today) &&
        !has(reading, 'past', 'already', 'wait')
      )
        return forecast(reading);
      return meaning({
        intent: 'update',
        percent: levelOf(reading)?.value ?? BASIC_PERCENT,
        status: 'basicallyDone',
        waitingFor: has(reading, 'wait', 'obstacle') ? readWaitingFor(reading) : undefined,
        note: readNote(reading),
      });
    },
  },
  { name: 'a figure', read: fromFigure },
  {
    name: 'a step up or down',
    read: (reading) => {
      const step = reading.figures.find(({ kind }) => kind === 'step');
      return step && !has(reading, 'future')
        ? meaning({
            intent: 'update_delta',
            delta: step.value,
            status: 'inProgress',
            note: readNote(reading),
          })
        : undefined;
    },
  },
  {
    name: 'almost there',
    read: (reading) => {
      const hit = first(reading, 'almost');
      if (hit === undefined || isDenied(reading, hit)) return undefined;
      return meaning({
        intent: 'update',
        percent: ALMOST_PERCENT,
        status: isSubmitted(reading) ? 'submitted' : 'inProgress',
        note: readNote(reading),
      });
    },
  },
  { name: 'finished, or something near it', read: fromCompletion },
  {
    name: 'handed up',
    read: (reading) => {
      const isHandedUp = readCompletion(reading).kind === 'submitted' || isSubmitted(reading);
      if (!isHandedUp) return undefined;
      const isToday = ownDays(reading).some((day) => dayIn(day, 'open') > reading.context.today);
      if (isToday && !has(reading, 'past', 'already', 'review') && !has(reading, 'wait'))
        return forecast(reading);
      return meaning({
        intent: 'update',
        status: 'submitted',
        on: dayBehind(reading),
        waitingFor: readSuperior(reading),
        product: productOf(reading),
        note: readNote(reading),
      });
    },
  },
  {
    name: 'sent round for comments',
    read: (reading) => {
      const hit = first(reading, 'consult');
      if (
        hit === undefined ||
        isDenied(reading, hit) ||
        isIntended(reading, hit) ||
        (dayAhead(reading) !== undefined && !isToldAsPast(reading, hit) && ownDays(reading).length > 0)
      )
        return undefined;
      const superior = first(reading, 'superior');
      const comments = reading.days.find((day) => !ownDays(reading).includes(day));
      return meaning({
        intent: 'update',
        status: superior === undefined ? 'inProgress' : 'submitted',
        on: comments && dayIn(comments, 'future'),
        waitingFor: reading.parties.at(-1)?.name ?? readWaitingFor(reading),
        note: readNote(reading),
      });
    },
  },
  {
    name: 'a day promised beside a claim',
    read: (reading) =>
      isForecast(reading) && !(isBlocked(reading) && !has(reading, 'done', 'send', 'outcome'))
        ? forecast(reading)
        : undefined,
  },
  {
    name: 'held up',
    read: (reading) =>
      isBlocked(reading) && !isQuestion(reading)
        ? meaning({
            intent: 'blocked',
            status: 'blocked',
            waitingFor: readWaitingFor(reading),
            note: readNote(reading),
          })
        : undefined,
  },
  {
    name: 'not started',
    read: (reading) =>
      has(reading, 'notStarted') && !has(reading, 'done', 'outcome', 'send', 'submit')
        ? meaning({ intent: 'update', percent: 0, status: 'notStarted', note: readNote(reading) })
        : undefined,
  },
  {
    name: 'still on it',
    read: (reading) => {
      const kind = readCompletion(reading).kind;
      if (kind === 'step')
        return meaning({ intent: 'update', status: 'inProgress', note: readNote(reading) });
      const isGoing =
        kind === 'denied' ||
        (kind === 'intended' && !has(reading, 'future', 'condition')) ||
        has(reading, 'doing', 'unchanged') ||
        (kind !== 'promised' && has(reading, 'onTime')) ||
        denials(reading).some(({ tags }) => tags.includes('notYet') || tags.includes('notStarted'));
      return isGoing && kind !== 'promised' ? heartbeat(reading) : undefined;
    },
  },
  {
    name: 'politeness or a promise',
    read: (reading) =>
      has(reading, 'thanks', 'promise', 'future', 'condition') ||
      (reading.words.length === 0 && !reading.context.hasAttachment) ||
      readCompletion(reading).kind === 'promised'
        ? meaning({ intent: 'ack' })
        : undefined,
  },
];
