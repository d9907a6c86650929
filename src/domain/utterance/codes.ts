import type { Span } from './spans.ts';

export interface CodeMention extends Span {
  /** Canonical: `NV12`, `NV01.KHTC`, or `STT3` for a row of the giving document. */
  code: string;
}

// "NV O5", "NVl2": the letters o and l for the figures 0 and 1, at least one true digit.
// A slip of the space bar ("NV0 9") is closed up.
const NUMBER = '(?=[ol]*\\d)(?:[0o] (?=\\d(?!\\d)))?[ol\\d]{1,4}';
const TASK = new RegExp(
  `(?<![a-z\\d])(?:(?:nhiem vu|cong viec|dau viec|viec|task|ma)\\s*(?:so\\s*)?(?:nv\\s*)?|nv\\s*(?:so\\s+)?[._:-]?\\s*)(${NUMBER})(?:\\.([a-z]{2,10}))?(?![a-z\\d%]|[.,/]\\d|\\s*%)`,
  'g',
);
const HASH = new RegExp(`#\\s?(?:nv)?(${NUMBER})(?:\\.([a-z]{2,10}))?(?![a-z\\d%])`, 'g');
const ROW = /(?<![a-z\d])(?:muc|stt|so thu tu|dong|hang)\s*(?:so\s*)?(\d{1,3})(?![a-z\d%]|[.,/]\d)/g;
const LABEL = /^(\d{1,3})\s*:\s/g;
/** "NV12, 13 và 14": numbers that go on from a code. */
const MORE =
  /^\s*(?:,|\+|&|va|voi)\s*(\d{1,3})(?![a-z\d%]|[.,/:]\d|\s*(?:%|phan|ngay|ho so|nguoi|viec|don vi))/;
const TIME_AFTER = /^\s*(?:ngay|gio|thang|tuan|nguoi|phut)(?![a-z])/;

/** The canonical code: `NV` and at least two digits, the part of a container in capitals. */
function canonicalCode(digits: string, part?: string): string {
  const number = Number(digits.replace(/ /g, '').replace(/o/g, '0').replace(/l/g, '1'));
  const base = `NV${String(number).padStart(2, '0')}`;
  return part === undefined ? base : `${base}.${part.toUpperCase()}`;
}

function listMore(folded: string, from: CodeMention): CodeMention[] {
  const match = MORE.exec(folded.slice(from.end));
  if (match?.[1] === undefined) return [];
  const end = from.end + match[0].length;
  const next = { code: canonicalCode(match[1]), start: end - match[1].length, end };
  return [next, ...listMore(folded, next)];
}

/** Finds the task codes in a folded text, in order: "nv 12", "NV012", "#12", "việc 12", "mục 3 phụ lục". */
export function findCodes(folded: string): CodeMention[] {
  const tasks = [TASK, HASH, LABEL].flatMap((pattern) =>
    [...folded.matchAll(pattern)].map((match) => ({
      code: canonicalCode(match[1] ?? '', match[2]),
      start: match.index,
      end: match.index + match[0].trimEnd().length,
    })),
  );
  const named = tasks.filter(
    ({ start, end }) => folded.startsWith('nv', start) || !TIME_AFTER.test(folded.slice(end)),
  );
  const rows = [...folded.matchAll(ROW)].map((match) => ({
    code: `STT${Number(match[1])}`,
    start: match.index,
    end:
      match.index +
      match[0].length +
      (/^ phu luc(?: \d+| [ivx]+)?(?![a-z])/.exec(folded.slice(match.index + match[0].length))?.[0].length ??
        0),
  }));
  const found = named.flatMap((task) => [task, ...listMore(folded, task)]);
  return [...found, ...(named.length > 0 ? [] : rows)].sort((a, b) => a.start - b.start);
}

export const distinctCodes = (mentions: readonly CodeMention[]): string[] => [
  ...new Set(mentions.map((m) => m.code)),
];
