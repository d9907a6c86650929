import type { Day } from '../days.ts';
import type { Cadence } from '../deadline/deadline.ts';
import { type Facet, missingFacets } from './facets.ts';

/** Rõ thời gian of a draft: a day, or a repetition. */
export interface DraftDeadline {
  wording: string;
  startOn: Day | null;
  dueOn: Day | null;
  cadence: Cadence | null;
  /** What a document would mean by the same words: "trước 20/7" is 20/7 in chat and 19/7 there. */
  otherDueOn: Day | null;
}

export interface DraftProduct {
  words: string;
  measure: { target: number; unit: string } | null;
  /** Guessed from the title, and not yet confirmed. */
  isDefault: boolean;
}

export const AUTHORITY_LEVELS = ['director', 'leaderInCharge', 'head'] as const;
/** Who decides or signs (rõ thẩm quyền): Giám đốc · Phó Giám đốc phụ trách · Trưởng đơn vị. */
export type AuthorityLevel = (typeof AUTHORITY_LEVELS)[number];

/** What the giver of a task was asked to type: one facet, or the whole order in a sentence. */
export type DraftQuestion = Facet | 'sentence';

/** A task on its way to be given: what is known so far of its six facets. */
export interface TaskDraft {
  leadUnitId: number | null;
  assigneeId: number | null;
  /** All whom the name that was typed may mean, while it means several. */
  candidateIds: number[];
  coordinatingUnitIds: number[];
  title: string | null;
  /** The order in full, where it is too long for a title. */
  content: string | null;
  deadline: DraftDeadline | null;
  /** A level, or a deciding person as typed; nothing yet: the level that is proposed. */
  authority: AuthorityLevel | { words: string } | null;
  product: DraftProduct | null;
  /** The facet that its giver wants to change although it is not missing. */
  focus: Facet | null;
  /** What the next typed text answers, until an instant (ISO). */
  waitingFor: { question: DraftQuestion; until: string } | null;
}

export const EMPTY_DRAFT: TaskDraft = {
  leadUnitId: null,
  assigneeId: null,
  candidateIds: [],
  coordinatingUnitIds: [],
  title: null,
  content: null,
  deadline: null,
  authority: null,
  product: null,
  focus: null,
  waitingFor: null,
};

/** What the directory adds to a draft: who answers for its unit, and who is proposed to decide. */
export interface DraftStanding {
  hasHead: boolean;
  hasLeader: boolean;
  proposedAuthority: AuthorityLevel | null;
}

/** The facets that a draft still lacks, in the plan's order; it is issued only when there are none (R7). */
export function missingInDraft(draft: TaskDraft, standing: DraftStanding): Facet[] {
  return missingFacets({
    assigneeId: draft.assigneeId,
    title: draft.title ?? '',
    dueOn: draft.deadline?.dueOn ?? null,
    cadence: draft.deadline?.cadence ?? null,
    hasHead: standing.hasHead,
    hasLeader: standing.hasLeader,
    authority: draft.authority === null ? standing.proposedAuthority : 'stated',
    product: draft.product?.words ?? null,
  });
}

/** The facets that nobody stated: head, leader and deciding level are proposed, a product may be guessed. */
export function defaultedInDraft(draft: TaskDraft, standing: DraftStanding): Facet[] {
  return [
    ...(standing.hasHead && standing.hasLeader ? (['responsibility'] as const) : []),
    ...(draft.authority === null && standing.proposedAuthority !== null ? (['authority'] as const) : []),
    ...(draft.product?.isDefault === true ? (['result'] as const) : []),
  ];
}

/** The facet to ask about now: the one its giver wants to change, else the first that is missing. */
export function facetToAsk(draft: TaskDraft, missing: readonly Facet[]): Facet | null {
  // Who answers for a unit is the directory's, and nothing to be asked in a draft.
  return draft.focus ?? missing.find((facet) => facet !== 'responsibility') ?? null;
}

/** Puts the draft to a unit; whoever was named of another unit no longer fits. */
export function withUnit(draft: TaskDraft, unitId: number): TaskDraft {
  if (unitId === draft.leadUnitId) return draft;
  return {
    ...draft,
    leadUnitId: unitId,
    assigneeId: null,
    candidateIds: [],
    coordinatingUnitIds: draft.coordinatingUnitIds.filter((id) => id !== unitId),
  };
}

const LONGEST_TITLE = 300;
const LONGEST_CONTENT = 3000;

/** Rõ việc as typed, with a capital: what is too long for a title is kept in full as content. */
export function withTitle(draft: TaskDraft, typed: string): TaskDraft {
  const [first = '', ...rest] = Array.from(typed);
  const characters = [asCapital(first), ...rest];
  if (characters.length <= LONGEST_TITLE) return { ...draft, title: characters.join(''), content: null };
  const cut = characters.slice(0, LONGEST_TITLE - 1).join('');
  const title = `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_TITLE / 2))}…`;
  return { ...draft, title, content: characters.slice(0, LONGEST_CONTENT).join('') };
}

function asCapital(letter: string): string {
  const capital = letter.toUpperCase();
  return capital.toLowerCase() === letter ? capital : letter;
}

const COUNTED = /^0*(\d{1,6})\s+(\p{L}.*)$/u;
const LONGEST_WORDS = 200;

/** Rõ kết quả as typed; a number before it is its measure ("2 báo cáo"). */
export function productAsTyped(typed: string): DraftProduct {
  const words = Array.from(typed).slice(0, LONGEST_WORDS).join('');
  const counted = COUNTED.exec(words);
  const target = Number(counted?.[1] ?? 0);
  const measure = counted === null || target === 0 ? null : { target, unit: counted[2] ?? '' };
  return { words, measure, isDefault: false };
}

/** Who decides or signs as typed. */
export const authorityAsTyped = (typed: string): { words: string } => ({
  words: Array.from(typed).slice(0, LONGEST_WORDS).join(''),
});

/**
 * The level that is proposed to decide: whoever gives decides in their own field, and the office gives on behalf of
 * the leader in charge. Where the director is in charge of a unit, the director.
 */
export function proposeAuthority(giver: {
  isDirector: boolean;
  isHeadOnly: boolean;
  isDirectorInCharge: boolean;
}): AuthorityLevel {
  if (giver.isDirector) return 'director';
  if (giver.isHeadOnly) return 'head';
  return giver.isDirectorInCharge ? 'director' : 'leaderInCharge';
}

const WAITS_MINUTES = 10;

/** Asks for a typed answer; what is typed later than ten minutes from now is an ordinary message again. */
export function waitFor(draft: TaskDraft, question: DraftQuestion, now: Date): TaskDraft {
  const until = new Date(now.getTime() + WAITS_MINUTES * 60_000).toISOString();
  return { ...draft, focus: question === 'sentence' ? null : question, waitingFor: { question, until } };
}

/** What a text typed at this moment answers, if it answers anything. */
export function questionOpenAt(draft: TaskDraft, now: Date): DraftQuestion | null {
  if (draft.waitingFor === null || draft.waitingFor.until < now.toISOString()) return null;
  return draft.waitingFor.question;
}
