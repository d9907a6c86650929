import { isQuestion } from './guards.ts';
import { has, hitsOf, type Reading, taskOf } from './reading.ts';
import { meaning, type Rule } from './rule.ts';

const NAMES_INDICATOR = /(?<![a-z\d])(?:ct[- ]?\d{1,2}|kpi)(?![a-z\d])/;

const ASKS_WHICH_UNIT =
  /(?:phong|phong ban|don vi|ben) nao(?![a-z])|(?:^| )(?:may|bao nhieu) (?:phong|don vi)(?![a-z])|(?:^| )ai (?:dang |con |bi |hay )?(?:tre|cham)|danh sach (?:cac )?(?:don vi|phong)|xep hang/;

const WHICH_TASKS = /(?:^| )(?:nv|viec|nhiem vu|cong viec|dau viec) (?:nao|gi)(?![a-z])/;
const DUE = /(?:toi|den|sap het|het|sap) han(?![a-z])/;

/** "quá hạn của P.CĐS": nothing but what is late, and whose. */
const LATE_OF =
  /^(?:con |dang |bi )?(?:qua han|tre han|cham tien do|tre|cham) (?:cua|o|ben|phong|p\.|van phong|trung tam)/;

const wantsToSee = (reading: Reading): boolean =>
  isQuestion(reading) ||
  hitsOf(reading, 'show').some(
    ({ key }) =>
      reading.context.actor === 'leader' ||
      (/^(?:danh sach|liet ke|cho xem|xem|thong ke)/.test(key) &&
        !has(reading, 'done', 'outcome', 'send', 'submit', 'consult')),
  );

const isLateListed = (reading: Reading): boolean =>
  has(reading, 'late', 'overdueTasks') ||
  /(?:chua|khong) (?:dung (?:tien do|han)|xong|hoan thanh|nop|gui|bao cao|cap nhat)|con no/.test(
    reading.folded,
  );

/** Questions. None of them changes anything. */
export const QUERY_RULES: readonly Rule[] = [
  {
    name: 'which units are late',
    read: (reading) =>
      ASKS_WHICH_UNIT.test(reading.folded) && isLateListed(reading) && reading.codes.length === 0
        ? meaning({ intent: 'query_overdue_units' })
        : undefined,
  },
  {
    name: 'what is overdue',
    read: (reading) => {
      const isListed =
        has(reading, 'overdueTasks') &&
        (wantsToSee(reading) || reading.context.actor === 'leader' || /nao/.test(reading.folded));
      const isWhich = WHICH_TASKS.test(reading.folded) && (has(reading, 'late') || DUE.test(reading.folded));
      const isAsked = wantsToSee(reading) && has(reading, 'late') && has(reading, 'show');
      const isOfUnit = LATE_OF.test(reading.folded) && reading.parties.some(({ kind }) => kind === 'unit');
      return (isListed || isAsked || isWhich || isOfUnit) && taskOf(reading) === undefined
        ? meaning({ intent: 'query_overdue' })
        : undefined;
    },
  },
  {
    name: 'where an indicator stands',
    read: (reading) => {
      const isNamed = NAMES_INDICATOR.test(reading.folded);
      const isMeant = isNamed || (has(reading, 'measure') && taskOf(reading) === undefined);
      const isTold = reading.figures.length > 0 && !isQuestion(reading);
      const isLeaderAsking = isNamed && reading.context.actor === 'leader';
      return isMeant && (wantsToSee(reading) || isLeaderAsking) && !isTold && reading.codes.length === 0
        ? meaning({ intent: 'query_indicator' })
        : undefined;
    },
  },
  {
    name: 'where a task stands',
    read: (reading) => {
      const isWanted =
        isQuestion(reading) ||
        (wantsToSee(reading) && reading.context.actor === 'leader' && reading.figures.length === 0);
      return isWanted ? meaning({ intent: 'query_task' }) : undefined;
    },
  },
];
