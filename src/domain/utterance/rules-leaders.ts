import { isDenied, isQuestion, isToldAsPast } from './guards.ts';
import { replacementOf } from './naming.ts';
import { readNote } from './note.ts';
import { dueMention } from './orders.ts';
import { between, dayIn, first, has, hitsOf, type Reading, taskOf } from './reading.ts';
import { meaning, type Rule } from './rule.ts';

/** Without marks these are also "hội", "dân", "thực": an order to remind begins with them. */
const HOMOGRAPH = /^(?:hoi|dan|thuc|giuc)$/;

const isLeader = ({ context }: Reading): boolean => context.actor === 'leader';
const orderedDay = (reading: Reading) => {
  const day = dueMention(reading);
  return day && dayIn(day, 'future');
};

/** "để anh Tuấn làm tiếp thay chị Mai". */
const TAKES_OVER =
  /(?:lam|phu trach|xu ly|theo doi|dam nhan)(?: tiep)? thay (?:cho )?(?:anh|chi|em|dong chi|co|chu) /;

/** "chuyển cho chị Hoa": the receiver stands behind the verb. */
function isHandedOver(reading: Reading): boolean {
  const isReplaced = replacementOf(reading) !== undefined || TAKES_OVER.test(reading.folded);
  if (isLeader(reading) && isReplaced) return reading.parties.length > 0;
  const hit = first(reading, 'transfer');
  if (hit === undefined || isDenied(reading, hit)) return false;
  if (!isLeader(reading) && isToldAsPast(reading, hit)) return false;
  const receiver = reading.parties.find(({ start }) => start >= hit.end);
  return receiver !== undefined && between(reading, hit.end, receiver.start).trim().split(' ').length <= 5;
}

const personNamed = (reading: Reading) => reading.parties.find(({ kind }) => kind === 'person');

const REQUIRES = /^(?:yeu cau|de nghi|nho) /;

/** "giao …" at the head of an order, or a unit addressed with what it must do. */
function isOrder(reading: Reading): boolean {
  const give = first(reading, 'give');
  if (give !== undefined && !isDenied(reading, give) && !isToldAsPast(reading, give))
    return reading.parties.length > 0;
  const isAddressed = reading.parties.some(
    ({ kind, start }) =>
      kind !== 'superior' &&
      (start === 0 || /^(?:yeu cau|de nghi|nho) (?:phong )?$/.test(reading.folded.slice(0, start))),
  );
  const isRequired = isAddressed && REQUIRES.test(reading.folded) && reading.days.length > 0;
  return (
    isRequired ||
    (isAddressed &&
      has(reading, 'inCharge', 'send', 'submit', 'product') &&
      (reading.days.length > 0 || has(reading, 'inCharge')))
  );
}

export const LEADER_RULES: readonly Rule[] = [
  {
    name: 'a reminder ordered',
    read: (reading) => {
      const hit = hitsOf(reading, 'remind').find(({ key, start }) => start === 0 || !HOMOGRAPH.test(key));
      if (hit === undefined || isToldAsPast(reading, hit) || (!isLeader(reading) && hit.start > 0))
        return undefined;
      return meaning({ intent: 'remind', on: orderedDay(reading), note: readNote(reading) });
    },
  },
  {
    name: 'handed over to another',
    read: (reading) =>
      isHandedOver(reading) && taskOf(reading) !== undefined && !isQuestion(reading)
        ? meaning({ intent: 'reassign', note: readNote(reading) })
        : undefined,
  },
  {
    name: 'a person put on a task',
    read: (reading) => {
      if (taskOf(reading) === undefined || personNamed(reading) === undefined || isQuestion(reading))
        return undefined;
      const give = first(reading, 'give');
      const isGiven = give !== undefined && !isToldAsPast(reading, give) && !isDenied(reading, give);
      const isNamed =
        isLeader(reading) &&
        has(reading, 'inCharge') &&
        !has(reading, 'done', 'outcome', 'late', 'wait', 'already', 'doing', 'past');
      return isGiven || isNamed
        ? meaning({ intent: 'assign_person', on: orderedDay(reading), note: readNote(reading) })
        : undefined;
    },
  },
  {
    name: 'a unit put on a task',
    read: (reading) => {
      const give = first(reading, 'give');
      const isUnit = reading.parties.some(({ kind }) => kind === 'unit');
      if (
        give === undefined ||
        !isUnit ||
        !isLeader(reading) ||
        taskOf(reading) === undefined ||
        isQuestion(reading)
      )
        return undefined;
      return meaning({ intent: 'reassign', on: orderedDay(reading), note: readNote(reading) });
    },
  },
  {
    name: 'a new task',
    read: (reading) => {
      const isAllowed = isLeader(reading) || hitsOf(reading, 'give').some(({ start }) => start === 0);
      if (!isAllowed || taskOf(reading) !== undefined || isQuestion(reading) || !isOrder(reading))
        return undefined;
      return meaning({ intent: 'assign', on: orderedDay(reading), note: readNote(reading) });
    },
  },
];
