import { findUnitByCode, listUnits, type UnitRow } from '../db/queries/directory.ts';
import { listPeopleOfUnits, type UnitPerson } from '../db/queries/drafts.ts';
import { type Actor, mayAssignTo } from '../domain/access/access.ts';
import type { Day } from '../domain/days.ts';
import type { DraftHint } from '../domain/message/draft-payloads.ts';
import {
  type DraftProduct,
  EMPTY_DRAFT,
  type TaskDraft,
  waitFor,
  withTitle,
  withUnit,
} from '../domain/task/draft.ts';
import { dueOnDay, readDraftDeadline } from '../domain/task/draft-days.ts';
import { whoIsMeant } from '../domain/task/draft-people.ts';
import { askFirst } from './pending-action.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** What an order says, as far as it was understood. */
export interface Order {
  unitCode: string | null;
  coordinatingCodes: readonly string[];
  /** As typed, or in full. */
  personName: string | null;
  title: string | null;
  /** Stated, or guessed from the title. */
  product: DraftProduct | null;
  deadlineWording: string | null;
  dueOn: Day | null;
}

/** A draft as it is kept, and what of the last answer did not fit. */
export interface KeptDraft {
  id: number;
  draft: TaskDraft;
  hints: DraftHint[];
}

export type Filled = Omit<KeptDraft, 'id'>;

/**
 * Begins a task by one sentence. It is kept until it is issued, dropped, or a day old.
 * @throws Refusal `notAllowed` for whoever may give tasks to no unit, `unitNotYours`
 */
export async function draftTask(useCase: UseCase, actor: Actor, order: Order): Promise<KeptDraft> {
  const filled = await fillDraft(useCase, actor, EMPTY_DRAFT, order);
  return { id: await askFirst(useCase, actor, { kind: 'draft', draft: filled.draft }), ...filled };
}

/** Begins a task of which nothing is known yet; the next text is taken as the sentence. @throws Refusal `notAllowed` */
export async function draftEmptyTask(useCase: UseCase, actor: Actor): Promise<KeptDraft> {
  await listOwnUnits(useCase, actor);
  const draft = waitFor(EMPTY_DRAFT, 'sentence', useCase.now);
  return { id: await askFirst(useCase, actor, { kind: 'draft', draft }), draft, hints: [] };
}

/** The units to which this person may give tasks. @throws Refusal `notAllowed` when there are none */
export async function listOwnUnits(useCase: UseCase, actor: Actor): Promise<UnitRow[]> {
  const units = await listUnits(useCase.tx, useCase.today);
  const own = units.filter((unit) => mayAssignTo(actor, unit.id));
  if (own.length === 0) throw new Refusal('notAllowed');
  return own;
}

/** Lays what an order says over a draft. */
export async function fillDraft(
  useCase: UseCase,
  actor: Actor,
  draft: TaskDraft,
  order: Order,
): Promise<Filled> {
  const placed = await placeOrder(useCase, actor, draft, order);
  const named = await nameAssignee(useCase, actor, placed, order.personName);
  const timed = timeOrder(useCase, order);
  const titled = order.title === null ? named.draft : withTitle(named.draft, order.title);
  return {
    draft: {
      ...titled,
      product: order.product ?? titled.product,
      deadline: timed !== null && 'deadline' in timed ? timed.deadline : titled.deadline,
      focus: null,
      waitingFor: null,
    },
    hints: [...named.hints, ...(timed !== null && 'fault' in timed ? [{ kind: timed.fault }] : [])],
  };
}

/** To which unit: the one that is named, else the only one that the giver may mean. */
async function placeOrder(
  useCase: UseCase,
  actor: Actor,
  draft: TaskDraft,
  order: Order,
): Promise<TaskDraft> {
  const own = await listOwnUnits(useCase, actor);
  const unit = order.unitCode === null ? undefined : await findUnitByCode(useCase.tx, order.unitCode);
  if (unit !== undefined && !mayAssignTo(actor, unit.id))
    throw new Refusal('unitNotYours', { code: unit.shortName });
  const only = own.length === 1 ? own[0] : undefined;
  const unitId = unit?.id ?? draft.leadUnitId ?? only?.id ?? null;
  const helpers = await Promise.all(order.coordinatingCodes.map((code) => findUnitByCode(useCase.tx, code)));
  const unitIds = [...new Set([...draft.coordinatingUnitIds, ...helpers.flatMap((row) => row?.id ?? [])])];
  const coordinatingUnitIds = unitIds.filter((id) => id !== unitId);
  const helped = { ...draft, coordinatingUnitIds };
  return unitId === null ? helped : withUnit(helped, unitId);
}

/** Puts whoever a typed name means on the draft; several are kept to choose from. */
export async function nameAssignee(
  useCase: UseCase,
  actor: Actor,
  draft: TaskDraft,
  typed: string | null,
): Promise<Filled> {
  if (typed === null) return { draft, hints: [] };
  const people = await listCandidates(useCase, actor, draft);
  const [first, ...others] = whoIsMeant(typed, people);
  if (first === undefined) return { draft, hints: [{ kind: 'personNotFound', typed }] };
  if (others.length === 0) return { draft: putOn(draft, first), hints: [] };
  const candidateIds = [first, ...others].map(({ personId }) => personId);
  return { draft: { ...draft, assigneeId: null, candidateIds }, hints: [] };
}

/** Whom this person may put on a draft: the people of its unit, or of every unit they may give tasks to. */
export async function listCandidates(
  useCase: UseCase,
  actor: Actor,
  draft: TaskDraft,
): Promise<UnitPerson[]> {
  const unitIds =
    draft.leadUnitId === null ? (await listOwnUnits(useCase, actor)).map(({ id }) => id) : [draft.leadUnitId];
  return listPeopleOfUnits(useCase.tx, unitIds, useCase.today);
}

/** A person brings their unit along. */
export const putOn = (draft: TaskDraft, person: UnitPerson): TaskDraft => ({
  ...withUnit(draft, person.unitId),
  assigneeId: person.personId,
  candidateIds: [],
});

/** The day that the sentence was read to mean goes before what its wording alone would mean. */
function timeOrder(useCase: UseCase, order: Order): ReturnType<typeof readDraftDeadline> | null {
  const { deadlineWording: wording, dueOn } = order;
  if (wording === null && dueOn === null) return null;
  const read = wording === null ? null : readWording(useCase, wording);
  const isRepeated = read !== null && 'deadline' in read && read.deadline.cadence !== null;
  if (dueOn === null || isRepeated) return read;
  if (dueOn < useCase.today) return { fault: 'dayPassed' };
  if (read !== null && 'deadline' in read && read.deadline.dueOn === dueOn) return read;
  return { deadline: { ...dueOnDay(dueOn), ...(wording === null ? {} : { wording }) } };
}

/** What a deadline typed in chat means in this plan. */
export function readWording(useCase: UseCase, wording: string): ReturnType<typeof readDraftDeadline> {
  const { today, calendar, plan } = useCase;
  return readDraftDeadline(wording, {
    today,
    calendar,
    phases: plan.phases,
    beforeDayMeans: plan.deadlines.beforeDayMeans,
  });
}
