import { denials, isDenied, isQuestion, isToldAsPast } from './guards.ts';
import type { Meaning } from './meaning.ts';
import { readReason } from './note.ts';
import { first, has, hitsOf, type Reading, taskOf } from './reading.ts';
import { meaning, type Rule } from './rule.ts';
import { newDueDay } from './rules-requests.ts';

const isLeader = ({ context }: Reading): boolean => context.actor === 'leader';

const PRAISES = /^(?:ok|tot lam|tuyet|gioi lam|hay qua|u|uh)$/;
const ASKS_FOR_MORE = /(?:^| )(?:yeu cau|can|phai|lam ro|them|con thieu)(?: |$)/;

/** Agreement that no "không", "chưa" takes back. */
function agrees(reading: Reading): boolean {
  const hit =
    first(reading, 'approve') ??
    first(reading, 'outcome', 'extend') ??
    hitsOf(reading, 'thanks').find(({ key }) => PRAISES.test(key));
  const isBareYes = /^(?:duoc|u|uh|oke?|ok)(?: (?:nhe|em|luon|thoi))?$/.test(reading.folded);
  const isYesFirst = /^(?:duoc|u|uh|ok|oke) ?,/.test(reading.folded) && denials(reading).length === 0;
  return isBareYes || isYesFirst || (hit !== undefined && !isDenied(reading, hit));
}

function decideExtension(reading: Reading): Meaning | undefined {
  if (
    has(reading, 'reject', 'noExtension', 'giveBack') ||
    (denials(reading).length > 0 && !agrees(reading))
  ) {
    return meaning({ intent: 'reject', note: readReason(reading, 'reject', 'giveBack') });
  }
  if (!agrees(reading)) return undefined;
  return meaning({ intent: 'approve', on: newDueDay(reading), note: readReason(reading, 'approve') });
}

function decideCompletion(reading: Reading): Meaning | undefined {
  const isWanting =
    denials(reading).length > 0 || ASKS_FOR_MORE.test(reading.folded.replace(/dat yeu cau/g, ''));
  if (has(reading, 'giveBack', 'reject') || isWanting) {
    return meaning({
      intent: 'return',
      status: 'inProgress',
      note: readReason(reading, 'giveBack', 'reject'),
    });
  }
  const isBasic = has(reading, 'basic');
  if (!isBasic && !agrees(reading) && !has(reading, 'done')) return undefined;
  if (isBasic) return meaning({ intent: 'approve', status: 'basicallyDone' });
  return meaning({ intent: 'approve', percent: 100, status: 'done' });
}

/** On a plain card a leader's word decides only when it is clearly one of decision. */
function decideOnCard(reading: Reading): Meaning | undefined {
  if (reading.figures.some(({ kind }) => kind === 'level')) return undefined;
  const approval = first(reading, 'approve');
  if (has(reading, 'reject')) return meaning({ intent: 'reject', note: readReason(reading, 'reject') });
  const givesBack = hitsOf(reading, 'giveBack').some(({ key }) =>
    /tra (?:lai|ve)|lam lai|khong dat|chua dat/.test(key),
  );
  if (givesBack)
    return meaning({ intent: 'return', status: 'inProgress', note: readReason(reading, 'giveBack') });
  const signed = hitsOf(reading, 'outcome').find(({ key }) => /duyet/.test(key));
  const decision =
    approval ?? (signed?.start === 0 || signed?.start === reading.codes[0]?.end ? signed : undefined);
  if (decision === undefined || isDenied(reading, decision) || has(reading, 'late', 'send', 'wait'))
    return undefined;
  const isOfCompletion = has(reading, 'done') || /hoan thanh/.test(decision.key);
  return meaning(
    isOfCompletion
      ? { intent: 'approve', percent: 100, status: 'done' }
      : { intent: 'approve', on: newDueDay(reading) },
  );
}

/** "anh Bình cho lùi rồi": somebody is said to have granted it. */
const isGrantTold = (reading: Reading): boolean =>
  hitsOf(reading, 'extend').some(
    (hit) =>
      hit.key.startsWith('cho ') &&
      isToldAsPast(reading, hit) &&
      reading.parties.some(
        ({ kind, end }) => kind !== 'unit' && hit.start - end >= 0 && hit.start - end <= 4,
      ),
  );

/** A leader's yes or no to what is replied to. A question decides nothing. */
export const DECISION_RULES: readonly Rule[] = [
  {
    name: 'a decision',
    read: (reading) => {
      if (!isLeader(reading) || isQuestion(reading) || taskOf(reading) === undefined) return undefined;
      if (reading.context.replyTo === 'extensionRequest') return decideExtension(reading);
      if (reading.context.replyTo === 'completionReport') return decideCompletion(reading);
      return decideOnCard(reading);
    },
  },
  {
    name: 'an agreement that somebody only tells of',
    read: (reading) => {
      const told = hitsOf(reading, 'approve').find(({ key }) =>
        /^(?:dong y|nhat tri|chap thuan|thong nhat|gat)/.test(key),
      );
      const isTold = told !== undefined || isGrantTold(reading);
      return isTold && !isLeader(reading) && !has(reading, 'accept') ? meaning({ intent: 'ack' }) : undefined;
    },
  },
];
