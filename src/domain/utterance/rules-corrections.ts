import { distinctCodes } from './codes.ts';
import { readCompletion } from './completion.ts';
import { isQuestion } from './guards.ts';
import { has, type Reading, taskOf } from './reading.ts';
import { meaning, type Rule } from './rule.ts';

const ON_THE_WRONG_ONE = /(?:nham|lon) (?:viec|nhiem vu|ma|muc|the|cho)(?![a-z])/;
const IS_WRONG_FIGURE = /(?:khong phai|nham la|nham thanh|lon thanh|nham thanh la)(?: la)? $/;
const NOT_THIS_BUT_THAT = /khong phai (?:la |cua |cho )*(?:[#a-z]+ ?\d+ ma|(?:nv|#|viec|muc|stt) ?\d+)/;
/** "không phải 80, 60 thôi". */
const NOT_THIS_FIGURE =
  /(?:khong|dau) phai (?:la )?\d{1,3} ?%?,? ?(?:ma |chi |moi |la |dung la )*\d{1,3}(?!\d)|(?:^| )sai(?: roi)?,? (?:[a-z]+ ){0,3}(?:dung|moi|thuc te|that ra|phai) (?:la |phai la )?\d/;
const BELONGS_TO = /(?:cua|sang|qua|phai la|la cua|thanh|moi dung|cho|vao|la) (?:viec |nhiem vu |muc )?$/;

/** The task a misplaced report belongs to, if the text names one. */
function rightTask({ codes, folded, context }: Reading): string | undefined {
  const wrong = codes.find(({ start }) =>
    /(?:khong phai|nham|lon)(?: vao| qua| sang| voi| thanh| cho)?(?: la| viec| cua)? $/.test(
      folded.slice(0, start),
    ),
  );
  const named = codes.findLast((code) => code !== wrong && BELONGS_TO.test(folded.slice(0, code.start)));
  return named?.code ?? codes.find((code) => code !== wrong && code.code !== context.replyTask)?.code;
}

/** Whether the text says that a report belongs to another task. */
export const isMisplaced = (reading: Reading): boolean => {
  if (has(reading, 'otherTask') || ON_THE_WRONG_ONE.test(reading.folded)) return true;
  const right = rightTask(reading);
  const isElsewhere =
    right !== undefined && right !== reading.context.replyTask && reading.context.replyTask !== undefined;
  if (
    right !== undefined &&
    distinctCodes(reading.codes).length > 1 &&
    NOT_THIS_BUT_THAT.test(reading.folded)
  )
    return true;
  return has(reading, 'correction') && (distinctCodes(reading.codes).length > 1 || isElsewhere);
};

/** The figure that now holds; "sửa lại còn 60%" names what it falls to, not what is left to do. */
function correctedLevel({ figures, folded }: Reading): number | undefined {
  const figure = figures.findLast(
    ({ kind, start }) => kind === 'level' && !IS_WRONG_FIGURE.test(folded.slice(0, start)),
  );
  if (figure === undefined) return undefined;
  const fallsTo =
    /(?:^| )con $/.test(folded.slice(0, figure.start)) && !/^ ?nua/.test(folded.slice(figure.end));
  return fallsTo && !/(?:xuong|giam|chi|sua) con $/.test(folded.slice(0, figure.start))
    ? 100 - figure.value
    : figure.value;
}

const isLeaderReturning = ({ context }: Reading): boolean =>
  context.actor === 'leader' && context.replyTo === 'completionReport';

export const CORRECTION_RULES: readonly Rule[] = [
  {
    name: 'the report belongs to another task',
    read: (reading) => {
      if (!isMisplaced(reading) || isQuestion(reading) || has(reading, 'refuse')) return undefined;
      const task = rightTask(reading) ?? taskOf(reading);
      const others = [...distinctCodes(reading.codes), reading.context.replyTask].filter(
        (code) => code !== undefined && code !== task,
      );
      return meaning({
        intent: 'undo_move',
        task,
        candidates: others.length > 0 ? [...new Set(others)].filter((code) => code !== undefined) : undefined,
      });
    },
  },
  {
    name: 'a figure corrected',
    read: (reading) => {
      const isCorrection = has(reading, 'correction') || NOT_THIS_FIGURE.test(reading.folded);
      if (!isCorrection || isQuestion(reading) || isLeaderReturning(reading)) return undefined;
      const percent = correctedLevel(reading);
      const isDone = percent === 100 || (percent === undefined && readCompletion(reading).kind === 'done');
      const status = isDone ? 'reportedDone' : percent === 0 ? 'notStarted' : 'inProgress';
      return meaning({ intent: 'correct', percent: isDone ? 100 : percent, status });
    },
  },
];
