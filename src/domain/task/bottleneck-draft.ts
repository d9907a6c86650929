import type { Day } from '../days.ts';
import { foldText } from '../text.ts';
import type { BottleneckDomain } from './bottleneck.ts';
import { type DeadlineContext, type DeadlineFault, readDraftDeadline } from './draft-days.ts';
import { formatTaskCode } from './task.ts';

/** A bottleneck on its way to be recorded: what is known of it so far. */
export interface BottleneckDraft {
  title: string | null;
  domain: BottleneckDomain | null;
  mustActUnitId: number | null;
  mustActText: string | null;
  dueOn: Day | null;
  /** It was said that no day is known yet. */
  isWithoutDay: boolean;
  taskIds: number[];
  /** What its author wants to change although it is known. */
  focus: BottleneckQuestion | null;
}

export const BOTTLENECK_QUESTIONS = ['title', 'domain', 'mustAct', 'time'] as const;
export type BottleneckQuestion = (typeof BOTTLENECK_QUESTIONS)[number];

export const EMPTY_BOTTLENECK: BottleneckDraft = {
  title: null,
  domain: null,
  mustActUnitId: null,
  mustActText: null,
  dueOn: null,
  isWithoutDay: false,
  taskIds: [],
  focus: null,
};

const IS_KNOWN: Record<BottleneckQuestion, (draft: BottleneckDraft) => boolean> = {
  title: ({ title }) => title !== null,
  domain: ({ domain }) => domain !== null,
  mustAct: ({ mustActUnitId, mustActText }) => mustActUnitId !== null || mustActText !== null,
  time: ({ dueOn, isWithoutDay }) => dueOn !== null || isWithoutDay,
};

/** What is asked next; `null` when all is known and it can be recorded. */
export const questionOf = (draft: BottleneckDraft): BottleneckQuestion | null =>
  draft.focus ?? BOTTLENECK_QUESTIONS.find((question) => !IS_KNOWN[question](draft)) ?? null;

const DOMAIN_WORDS: readonly (readonly [BottleneckDomain, RegExp])[] = [
  ['disbursement', /giai ngan|dau tu cong|von dau tu/],
  ['procedures', /thu tuc hanh chinh|tthc|ho so (?:mot cua|cong dan|truc tuyen)|mot cua/],
  ['projects', /(?<![a-z])(?:du an|cong trinh|goi thau)(?![a-z])/],
];

/** The domain that a text names; `null` when it names none. */
export function readBottleneckDomain(text: string): BottleneckDomain | null {
  const folded = foldText(text);
  return DOMAIN_WORDS.find(([, words]) => words.test(folded))?.[0] ?? null;
}

const TASK_CODE = /(?<![a-z\d])(?:nv|#)\s*0*(\d{1,6})(?:\.([a-z\d]+))?(?![a-z\d/])/g;

/** The codes of tasks that a text names, each once. */
export function readTaskCodes(text: string): string[] {
  const codes = [...foldText(text).matchAll(TASK_CODE)].map((match) =>
    formatTaskCode(Number(match[1]), match[2]?.toUpperCase()),
  );
  return [...new Set(codes)];
}

const UNTIL =
  /(?<![a-z])((?:truoc|cham nhat|muon nhat|han chot|den het|den ngay|trong thang|trong tuan|trong quy|het thang|het quy|cuoi thang|cuoi tuan)(?: [^,;\n]{1,40})?)/;

/** The day by which a sentence says that somebody must act; `null` when it says none that is to come. */
export function readUntil(text: string, context: DeadlineContext): Day | null {
  const wording = UNTIL.exec(foldText(text))?.[1];
  if (wording === undefined) return null;
  const read = readDraftDeadline(wording, context);
  return 'deadline' in read ? read.deadline.dueOn : null;
}

/** The day that was typed as the answer to "by when"; a repetition is no such day. */
export function readDayTyped(
  text: string,
  context: DeadlineContext,
): { dueOn: Day } | { fault: DeadlineFault } {
  const read = readDraftDeadline(text, context);
  if ('fault' in read) return read;
  return read.deadline.dueOn === null ? { fault: 'severalDays' } : { dueOn: read.deadline.dueOn };
}
