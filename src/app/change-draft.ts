import { findOpenDraft, findWaitingDraft } from '../db/queries/drafts.ts';
import { changePending } from '../db/queries/pending.ts';
import type { Actor } from '../domain/access/access.ts';
import type { Day } from '../domain/days.ts';
import {
  type AuthorityLevel,
  type DraftProduct,
  type DraftQuestion,
  questionOpenAt,
  type TaskDraft,
  waitFor,
  withTitle,
  withUnit,
} from '../domain/task/draft.ts';
import { dueOnDay, withOtherDay } from '../domain/task/draft-days.ts';
import type { Facet } from '../domain/task/facets.ts';
import {
  type Filled,
  fillDraft,
  type KeptDraft,
  listCandidates,
  listOwnUnits,
  nameAssignee,
  type Order,
  putOn,
  readWording,
} from './draft-task.ts';
import { keptSince, lockKept, type PendingDraft, takePending } from './pending-action.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** One answer to a draft, pressed or typed; `look` and `ask` change what is asked and nothing else. */
export type DraftChange =
  | { kind: 'order'; order: Order }
  | { kind: 'unit'; unitId: number }
  | { kind: 'otherUnit' }
  | { kind: 'person'; personId: number }
  | { kind: 'name'; typed: string }
  | { kind: 'title'; typed: string; product: DraftProduct | null }
  | { kind: 'day'; dueOn: Day }
  | { kind: 'otherDay' }
  | { kind: 'deadline'; wording: string }
  | { kind: 'authority'; authority: AuthorityLevel | { words: string } }
  | { kind: 'product'; product: DraftProduct }
  | { kind: 'look'; facet: Facet | null }
  | { kind: 'ask'; question: DraftQuestion };

/**
 * Takes an answer into a draft of the actor's own.
 * @throws Refusal `notAllowed`, `alreadyDecided`, `buttonTooOld`, `unitNotYours`, `personNotOfUnit`, `dayPassed`
 */
export async function changeDraft(
  useCase: UseCase,
  actor: Actor,
  draftId: number,
  change: DraftChange,
): Promise<KeptDraft> {
  const { draft } = await lockKept(useCase, actor, draftId, 'draft');
  const isAnswer = change.kind !== 'look' && change.kind !== 'ask';
  const asked = isAnswer ? { ...draft, focus: null, waitingFor: null } : draft;
  const changed = await applyChange(useCase, actor, asked, change);
  const kept: PendingDraft = { kind: 'draft', draft: changed.draft };
  await changePending(useCase.tx, draftId, kept);
  return { id: draftId, ...changed };
}

async function applyChange(
  useCase: UseCase,
  actor: Actor,
  draft: TaskDraft,
  change: DraftChange,
): Promise<Filled> {
  switch (change.kind) {
    case 'order':
      return fillDraft(useCase, actor, draft, change.order);
    case 'name':
      return nameAssignee(useCase, actor, draft, change.typed);
    case 'deadline':
      return answerDeadline(useCase, draft, change.wording);
    case 'unit':
      return { draft: await chooseUnit(useCase, actor, draft, change.unitId), hints: [] };
    case 'person':
      return { draft: await choosePerson(useCase, actor, draft, change.personId), hints: [] };
    default:
      return { draft: answerPlainly(useCase, draft, change), hints: [] };
  }
}

type PlainChange = Exclude<
  DraftChange,
  { kind: 'order' } | { kind: 'name' } | { kind: 'deadline' } | { kind: 'unit' } | { kind: 'person' }
>;

/** Answers that nothing but the draft itself decides on. */
function answerPlainly(useCase: UseCase, draft: TaskDraft, change: PlainChange): TaskDraft {
  switch (change.kind) {
    case 'otherUnit':
      return { ...draft, leadUnitId: null, assigneeId: null, candidateIds: [] };
    case 'title':
      return { ...withTitle(draft, change.typed), product: draft.product ?? change.product };
    case 'day':
      if (change.dueOn < useCase.today) throw new Refusal('dayPassed');
      return { ...draft, deadline: dueOnDay(change.dueOn) };
    case 'otherDay':
      return { ...draft, deadline: draft.deadline === null ? null : withOtherDay(draft.deadline) };
    case 'authority':
      return { ...draft, authority: change.authority };
    case 'product':
      return { ...draft, product: change.product };
    case 'look':
      return { ...draft, focus: change.facet, waitingFor: null };
    case 'ask':
      return waitFor(draft, change.question, useCase.now);
  }
}

async function chooseUnit(
  useCase: UseCase,
  actor: Actor,
  draft: TaskDraft,
  unitId: number,
): Promise<TaskDraft> {
  const unit = (await listOwnUnits(useCase, actor)).find(({ id }) => id === unitId);
  if (unit === undefined) throw new Refusal('notAllowed');
  return withUnit(draft, unitId);
}

async function choosePerson(
  useCase: UseCase,
  actor: Actor,
  draft: TaskDraft,
  personId: number,
): Promise<TaskDraft> {
  const person = (await listCandidates(useCase, actor, draft)).find((row) => row.personId === personId);
  if (person === undefined) throw new Refusal('personNotOfUnit');
  return putOn(draft, person);
}

function answerDeadline(useCase: UseCase, draft: TaskDraft, wording: string): Filled {
  const read = readWording(useCase, wording);
  return 'deadline' in read
    ? { draft: { ...draft, deadline: read.deadline }, hints: [] }
    : { draft: { ...draft, focus: 'time' }, hints: [{ kind: read.fault }] };
}

/** The draft of the actor for which a text typed now is an answer, and what it answers. */
export async function findAskedDraft(
  useCase: UseCase,
  actor: Actor,
): Promise<{ id: number; question: DraftQuestion } | null> {
  const open = { since: keptSince(useCase), now: useCase.now };
  const row = await findWaitingDraft(useCase.tx, actor.personId, open);
  if (row === undefined) return null;
  const question = questionOpenAt((row.payload as PendingDraft).draft, useCase.now);
  return question === null ? null : { id: row.id, question };
}

/**
 * Gives a draft up: the one of a button, else the newest.
 * @throws Refusal `noDraft` when there is none, and what keeps a button from being pressed
 */
export async function dropDraft(useCase: UseCase, actor: Actor, draftId: number | null): Promise<TaskDraft> {
  const newest =
    draftId === null ? await findOpenDraft(useCase.tx, actor.personId, keptSince(useCase)) : undefined;
  const id = draftId ?? newest?.id;
  if (id === undefined) throw new Refusal('noDraft');
  return (await takePending(useCase, actor, id, 'draft')).draft;
}
