import type { Day } from '../days.ts';
import { isDenied, isQuestion, isToldAsPast } from './guards.ts';
import type { ExtensionLength } from './meaning.ts';
import { readNote, readReason } from './note.ts';
import { numberOf, SMALL_NUMBER } from './number-words.ts';
import { between, dayIn, first, has, hitsAfter, hitsOf, type Reading } from './reading.ts';
import { meaning, type Rule } from './rule.ts';
import { readWaitingFor } from './waiting-for.ts';

const LENGTH = new RegExp(
  `(?<![a-z\\d])(${SMALL_NUMBER}|may|vai) (ngay lam viec|ngay|hom|bua|tuan|thang)(?! (?:nua|toi|nay|truoc))(?![a-z])`,
);

/** "thêm 1 tuần nữa": a length in spite of "nữa". */
const LENGTH_MORE = new RegExp(
  `(?:them|lui|doi|han|khat|tre|cham|keo dai)(?: [a-z]+){0,2} (${SMALL_NUMBER}) (ngay lam viec|ngay|hom|bua|tuan|thang) nua`,
);

function readLength({ folded }: Reading): ExtensionLength | undefined {
  const match = LENGTH_MORE.exec(folded) ?? LENGTH.exec(folded);
  const count = numberOf(match?.[1] ?? '');
  if (match?.[2] === undefined || count === 0) return undefined;
  const unit = /lam viec/.test(match[2])
    ? 'workingDay'
    : /tuan/.test(match[2])
      ? 'week'
      : /thang/.test(match[2])
        ? 'month'
        : 'day';
  return { count, unit };
}

/** The new due day: the one behind "đến", "sang", "qua", else the last one named. */
export function newDueDay(reading: Reading): Day | undefined {
  const days = reading.days.filter(({ kind }) => kind === 'day');
  const aimed = days.findLast(({ start }) =>
    /(?:den|toi|sang|qua|thanh|het) (?:het |ngay |cuoi )?$/.test(reading.folded.slice(0, start)),
  );
  const day = aimed ?? days.at(-1);
  return day && dayIn(day, 'future');
}

/** "xin thêm", "cho em xin" ask for time only when time is named. */
const ASKS_ANYTHING = /(?:xin|them)$/;

function asksForTime(reading: Reading): boolean {
  const hits = hitsOf(reading, 'extend');
  const hasTime =
    reading.days.length > 0 ||
    LENGTH.test(reading.folded) ||
    /thoi gian|it ngay|may ngay|vai ngay/.test(reading.folded);
  if (has(reading, 'late') && LENGTH.test(reading.folded) && /duoc khong/.test(reading.folded)) return true;
  return (
    hits.some((hit) => !ASKS_ANYTHING.test(hit.key) || hasTime) &&
    !hits.every((hit) => isToldAsPast(reading, hit) && isDenied(reading, hit))
  );
}

/** "xin ý kiến chỉ đạo về việc kéo dài thời gian": advice is asked, not the time. */
function isAboutMoreTime(reading: Reading): boolean {
  const asked = first(reading, 'directive');
  return (
    asked !== undefined &&
    hitsOf(reading, 'extend').every(({ start, key }) => start > asked.start && !/^(?:xin|cho)/.test(key))
  );
}

const ASKS_TO_DIRECT =
  /(?:^|[ ,])(?:xin|nho|mong|de nghi|can) (?:cac )?(?:anh|chi|sep|lanh dao|gd|giam doc|bgd|ban giam doc|pgd|pho giam doc)(?: [a-z]+)? (?:chi dao|cho y kien|cho huong|dinh huong|quyet|cho chu truong|go y)(?![a-z])/;

const isForOpinion = (reading: Reading): boolean => {
  const consult = first(reading, 'consult');
  if (consult === undefined || !/xin y kien|hoi y kien/.test(consult.key) || isToldAsPast(reading, consult))
    return false;
  const asked = reading.parties.find(
    ({ start }) => start >= consult.end && between(reading, consult.end, start).trim() === '',
  );
  return (
    asked?.kind === 'superior' ||
    (asked?.kind === 'person' && hitsAfter(reading, consult, 'step').length === 0)
  );
};

/** "bỏ đề nghị gia hạn", "rút lại việc xin lùi". */
const TAKES_BACK =
  /(?:^| )(?:bo|rut|huy|thoi|khoi|ngung|khong can|khong xin)(?: lai| bo| khoi)?(?: viec| de nghi| yeu cau| don| phieu| xin)* (?:gia han|lui|doi|khat|them ngay|them thoi gian)(?![a-z])/;

const isLeader = ({ context }: Reading): boolean => context.actor === 'leader';

/** "không phải của CĐS": the unit named has nothing to do with it. */
const isDisowned = ({ parties, folded }: Reading): boolean =>
  parties.some(
    ({ kind, start }) =>
      kind === 'unit' &&
      /(?:khong|dau) (?:phai|thuoc) (?:la |viec |nhiem vu |cua |chuc nang |tham quyen |linh vuc |ben )*$/.test(
        folded.slice(0, start),
      ),
  );

/** Requests of staff that move a day or wait for a decision. */
export const REQUEST_RULES: readonly Rule[] = [
  {
    name: 'an extension no longer wanted',
    read: (reading) =>
      (has(reading, 'noExtension') || TAKES_BACK.test(reading.folded)) && !isLeader(reading)
        ? meaning({ intent: 'cancel_extension', note: readReason(reading, 'noExtension') })
        : undefined,
  },
  {
    name: 'more time asked',
    read: (reading) => {
      if (isLeader(reading) || !asksForTime(reading) || isAboutMoreTime(reading)) return undefined;
      const waits = has(reading, 'wait', 'obstacle', 'cause') ? readWaitingFor(reading) : undefined;
      const on = LENGTH_MORE.test(reading.folded) ? undefined : newDueDay(reading);
      return meaning({
        intent: 'ask_extension',
        on,
        extendBy: on === undefined ? readLength(reading) : undefined,
        waitingFor: waits,
        note: readNote(reading),
      });
    },
  },
  {
    name: 'a directive asked',
    read: (reading) => {
      const asked = first(reading, 'directive');
      const isAsked =
        (asked !== undefined && !isToldAsPast(reading, asked)) || ASKS_TO_DIRECT.test(reading.folded);
      if (isLeader(reading) || !(isAsked || isForOpinion(reading))) return undefined;
      const whom = reading.parties.find(({ kind }) => kind === 'superior')?.name ?? 'lãnh đạo';
      return meaning({
        intent: 'ask_directive',
        status: 'blocked',
        waitingFor: whom,
        note: readNote(reading),
      });
    },
  },
  {
    name: 'the task refused',
    read: (reading) =>
      (has(reading, 'refuse') || isDisowned(reading)) && !isLeader(reading) && !isQuestion(reading)
        ? meaning({ intent: 'refuse', note: readNote(reading) })
        : undefined,
  },
  {
    name: 'somebody stands in',
    read: (reading) => {
      const isAway = has(reading, 'leave');
      const isReplaced = has(reading, 'standIn') && (isAway || reading.parties.length > 0);
      const isCovered =
        isAway && reading.parties.some(({ kind }) => kind === 'person') && has(reading, 'inCharge');
      if (!(isReplaced || isCovered) || isQuestion(reading)) return undefined;
      const day = reading.days.filter(({ kind }) => kind === 'day').at(-1);
      return meaning({ intent: 'substitute', on: day && dayIn(day, 'future'), note: readNote(reading) });
    },
  },
];
