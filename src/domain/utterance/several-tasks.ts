import { type CodeMention, distinctCodes } from './codes.ts';
import { type Meaning, PROGRESS_INTENTS, type TaskUpdate } from './meaning.ts';
import type { Reading } from './reading.ts';
import { meaning } from './rule.ts';

interface Part {
  tasks: string[];
  text: string;
}

const CONNECTS = /^\s*,?\s*(?:&|\+|va|voi|cung|lan)\s*(?:ca )?$/;
const LISTS = /^\s*,\s*$/;
/** "xong NV01, NV02; NV03 còn 10%": nothing is said of the second by itself. */
const ENDS = /^\s*(?:[;\n]|$)/;
const STRONG_BREAK = /[;\n.,](?=\s|$)/g;

/** Codes joined by "và" share what is said; by "," only in a list that stands before or behind it all. */
function groupCodes({ folded, codes }: Reading): CodeMention[][] {
  const isList =
    folded.slice(0, codes[0]?.start).trim() === '' || folded.slice(codes.at(-1)?.end).trim() === '';
  const isJoined = (gap: string): boolean => CONNECTS.test(gap) || (isList && LISTS.test(gap));
  const groups: CodeMention[][] = [];
  for (const code of codes) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    const gap = folded.slice(previous?.end ?? 0, code.start);
    const endsList = LISTS.test(gap) && ENDS.test(folded.slice(code.end));
    if (group !== undefined && previous !== undefined && (isJoined(gap) || endsList)) group.push(code);
    else groups.push([code]);
  }
  return groups;
}

/** Where the part of a group begins: at the last break before its code, else at the code ("60% NV12, xong NV13"). */
function partStart(folded: string, group: CodeMention[], previousEnd: number): number {
  const start = group[0]?.start ?? 0;
  const gap = folded.slice(previousEnd, start);
  const breaks = [...gap.matchAll(STRONG_BREAK)].map(({ index }) => index + 1);
  const last = breaks.at(-1);
  return last === undefined ? start : previousEnd + last;
}

function splitParts(reading: Reading): Part[] {
  const groups = groupCodes(reading);
  const starts = groups.map((group, i) =>
    i === 0 ? 0 : partStart(reading.folded, group, groups[i - 1]?.at(-1)?.end ?? 0),
  );
  return groups.map((group, i) => {
    const head = group[0]?.start ?? 0;
    const tail = group.at(-1)?.end ?? head;
    const text = `${reading.text.slice(starts[i] ?? 0, head)} ${reading.text.slice(tail, starts[i + 1])}`;
    return {
      tasks: distinctCodes(group),
      text: text.replace(/^[\s,;.:]+|[\s,;.:]+$/g, '').replace(/(?:^| )(?:và|va|còn|con)$/i, ''),
    };
  });
}

function toUpdate(task: string, part: Meaning): TaskUpdate {
  const { percent, status, on, waitingFor, product, note } = part;
  return (
    meaning({ intent: part.intent, percent, status, on, waitingFor, product, note }) && {
      task,
      ...(percent !== undefined && { percent }),
      ...(status !== undefined && { status }),
      ...(on !== undefined && { on }),
      ...(waitingFor !== undefined && { waitingFor }),
      ...(product !== undefined && { product }),
      ...(note !== undefined && { note }),
    }
  );
}

/**
 * Reads a text that reports on several tasks, part by part. `undefined` when it names fewer than two, or when one
 * part is no report (a question about two tasks is one question).
 */
export function readSeveralTasks(
  reading: Reading,
  readPart: (text: string, task: string) => Meaning,
): Meaning | undefined {
  if (distinctCodes(reading.codes).length < 2) return undefined;
  const read = splitParts(reading).flatMap(({ tasks, text }) =>
    tasks.map((task) => ({ task, part: readPart(text, task) })),
  );
  if (!read.every(({ part }) => PROGRESS_INTENTS.has(part.intent))) return undefined;
  const updates = read.map(({ task, part }) => toUpdate(task, part));
  const waits = updates.flatMap(({ task, waitingFor }) =>
    waitingFor === undefined ? [] : [`${task}: ${waitingFor}`],
  );
  return meaning({ intent: 'multi', updates, waitingFor: waits.length > 0 ? waits.join('; ') : undefined });
}
