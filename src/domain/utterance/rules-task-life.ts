import { isQuestion } from './guards.ts';
import type { Intent } from './meaning.ts';
import type { Reading } from './reading.ts';
import { meaning, type Rule } from './rule.ts';

/** What people call stopping, dropping, resuming and rewording a task. */
const VERBS: readonly (readonly [Intent, RegExp])[] = [
  [
    'ask_suspension',
    /(?:tam (?:thoi )?(?:dung|hoan|ngung|ngung)|hoan lai|dung lai|(?:ngung|dung)(?= (?:thuc hien|trien khai)))(?: (?:thuc hien|trien khai))?/g,
  ],
  [
    'ask_cancellation',
    /(?:huy(?: bo)?|thoi|khong)(?: khong)? (?:thuc hien|trien khai)|huy(?: bo)?|dua (?:ra )?khoi (?:ke hoach|danh muc)/g,
  ],
  [
    'ask_resumption',
    /tiep tuc(?: lai)? (?:thuc hien|trien khai)|(?:thuc hien|trien khai) (?:lai|tro lai|tiep)|khoi phuc(?: lai)?/g,
  ],
  [
    'ask_change',
    /(?:dieu chinh|thay doi|cap nhat|sua|doi)(?: lai)? (?:noi dung|ten|yeu cau|san pham|ket qua)/g,
  ],
];

/** "xin", "đề nghị lãnh đạo cho phép": somebody asks for it, instead of telling that it is so. */
const ASKS =
  /(?:^|[ ,.;:])(?:xin|de nghi|kien nghi|de xuat)(?: (?:anh|chi|sep|lanh dao|cap tren|so|cho phep|cho|duoc|phep))* $/;

/** A leader's order begins with it. */
const ORDERS = /^(?:cho |yeu cau |thong bao )*$/;

const FILLER = /^(?: (?:nua|viec|nhiem vu|cong viec|cua|nay|doi voi))*/;
const ENDS_OR_EXPLAINS = /^\s*(?:$|[,.;:]|(?:vi|do|tai|den khi|de|thanh)(?![a-z]))/;

interface Said {
  intent: Intent;
  verb: string;
  end: number;
  /** The code that stands by the verb; the others are why. */
  task: string | undefined;
}

/** The change that is asked for or ordered, when its object is a task and not a meeting or a tender. */
function findChange(reading: Reading): Said | undefined {
  for (const [intent, pattern] of VERBS) {
    for (const match of reading.folded.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (!isWanted(reading, match.index)) continue;
      const object = objectOf(reading, match.index, end);
      if (object !== null) return { intent, verb: match[0], end, task: object.task };
    }
  }
  return undefined;
}

function isWanted({ folded, codes, context }: Reading, start: number): boolean {
  const before = folded.slice(0, start);
  if (ASKS.test(before)) return true;
  if (context.actor !== 'leader') return false;
  const code = codes[0];
  return ORDERS.test(code !== undefined && code.end <= start ? before.slice(code.end).trimStart() : before);
}

/** The task that the verb is about: named right behind or before it, or replied to; `null` when it is about something else. */
function objectOf(
  { folded, codes, context }: Reading,
  start: number,
  end: number,
): { task: string | undefined } | null {
  const rest = folded.slice(end);
  const at = end + (FILLER.exec(rest)?.[0].length ?? 0);
  const behind = codes.find((code) => code.start >= at && folded.slice(at, code.start).trim() === '');
  if (behind !== undefined) return { task: behind.code };
  const before = codes.find((code) => code.end <= start);
  const isAboutTask = before !== undefined || context.replyTask !== undefined;
  return isAboutTask && ENDS_OR_EXPLAINS.test(folded.slice(at)) ? { task: before?.code } : null;
}

const LONGEST_WORDS = 500;

/** The new words behind "thành", "là" or a colon. */
function newWords({ text, folded }: Reading, from: number): string | undefined {
  const mark = /(?:(?<= )thanh|(?<= )la|:)(?![a-z])\s*:?\s*/.exec(folded.slice(from));
  if (mark === null) return undefined;
  const words = text
    .slice(from + mark.index + mark[0].length)
    .trim()
    .replace(/[.;,\s]+$/, '');
  return /\p{L}{2}/u.test(words) ? words.slice(0, LONGEST_WORDS) : undefined;
}

/** Requests and orders that stop, drop, resume or reword a task (R44–R46). */
export const TASK_LIFE_RULES: readonly Rule[] = [
  {
    name: 'a task stopped, dropped, resumed or reworded',
    read: (reading) => {
      if (reading.context.replyTo === 'extensionRequest' || isQuestion(reading)) return undefined;
      const said = findChange(reading);
      if (said === undefined) return undefined;
      if (said.intent !== 'ask_change') return meaning({ intent: said.intent, task: said.task });
      const words = newWords(reading, said.end);
      const isProduct = /(?:san pham|ket qua)$/.test(said.verb);
      return meaning({
        intent: said.intent,
        task: said.task,
        title: isProduct ? undefined : words,
        expectedProduct: isProduct ? words : undefined,
      });
    },
  },
];
