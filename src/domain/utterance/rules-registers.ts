import { dayAhead, denials, isQuestion } from './guards.ts';
import { figureOf } from './indicator-figures.ts';
import { readNote } from './note.ts';
import { first, has, hitsOf, type Reading, taskOf } from './reading.ts';
import { meaning, type Rule } from './rule.ts';

const NAMES_INDICATOR = /(?<![a-z\d])ct[- ]?\d{1,2}(?![a-z\d])/;
/** "số sáng kiến … là 3": a count, not the thing itself. */
const COUNTS =
  /^(?:tong so|so luong|so|ty le) (?:sang kien|kien nghi|ho so|nhiem vu|vu viec|phan anh|thu tuc|de tai|cam ket|phieu)(?![a-z]).*\d/;
const PERIODIC =
  /(?:^| )(?:bao cao|bc) (?:ket qua |cong tac |tien do )?(?:tuan|thang|quy|nam|giao ban|so ket|tong ket|dinh ky|dot xuat|[69] thang|cua phong)(?![a-z])/;

const isFree = (reading: Reading): boolean => taskOf(reading) === undefined && !isQuestion(reading);

/** "100% TTHC" and the like: a share of things, which says nothing of a task's progress. */
const isWholeShare = (reading: Reading): boolean =>
  reading.codes.length === 0 &&
  !has(reading, 'done', 'register', 'initiative', 'give') &&
  reading.figures.some(({ kind, value }) => kind === 'share' && value === 100);

/** "đã ký cam kết 42/45 người": how many of how many. */
const isShareSigned = (reading: Reading): boolean =>
  has(reading, 'commitment') && figureOf(reading)?.whole !== undefined;

function hasObject(reading: Reading): boolean {
  const hit = first(reading, 'register');
  return hit !== undefined && /\p{L}/u.test(reading.text.slice(hit.end));
}

function isDeniedBefore(reading: Reading): boolean {
  const hit = first(reading, 'commitment');
  return hit !== undefined && denials(reading).some(({ start }) => start < hit.start);
}

/** What belongs to a register, not to a task. */
export const REGISTER_RULES: readonly Rule[] = [
  {
    name: 'a figure of an indicator',
    read: (reading) => {
      const isNamed =
        NAMES_INDICATOR.test(reading.folded) && reading.figures.length > 0 && !isQuestion(reading);
      const isMeasured =
        isFree(reading) &&
        (has(reading, 'measure') || COUNTS.test(reading.folded) || isShareSigned(reading)) &&
        figureOf(reading) !== undefined &&
        (COUNTS.test(reading.folded) || !has(reading, 'give', 'register', 'initiative'));
      return (isNamed || isMeasured || isWholeShare(reading)) && !isQuestion(reading)
        ? meaning({ intent: 'indicator', note: readNote(reading) })
        : undefined;
    },
  },
  {
    name: 'an initiative',
    read: (reading) =>
      has(reading, 'initiative') && isFree(reading)
        ? meaning({ intent: 'initiative', note: readNote(reading) })
        : undefined,
  },
  {
    name: 'a registration',
    read: (reading) =>
      hasObject(reading) && isFree(reading) && denials(reading).length === 0
        ? meaning({ intent: 'register', note: readNote(reading) })
        : undefined,
  },
  {
    name: 'a commitment',
    read: (reading) => {
      const isSigned = hitsOf(reading, 'commitment').some(
        ({ key }) => key !== 'cam ket' && key !== 'xin cam ket',
      );
      const isMeant = isFree(reading) || (isSigned && reading.codes.length === 0 && !isQuestion(reading));
      return has(reading, 'commitment') && isMeant && !isDeniedBefore(reading)
        ? meaning({ intent: 'commitment', on: dayAhead(reading), note: readNote(reading) })
        : undefined;
    },
  },
  {
    name: 'a unit’s periodic report',
    read: (reading) =>
      PERIODIC.test(reading.folded) &&
      isFree(reading) &&
      denials(reading).length === 0 &&
      !has(reading, 'give', 'remind', 'future')
        ? meaning({ intent: 'unit_report' })
        : undefined,
  },
];
