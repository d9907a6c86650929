import { findUnit, findUnitByCode, listUnits } from '../db/queries/directory.ts';
import { changePending } from '../db/queries/pending.ts';
import { findTask, findTaskByCode } from '../db/queries/tasks.ts';
import { type Actor, mayActOnTask } from '../domain/access/access.ts';
import type { Day } from '../domain/days.ts';
import type { BottleneckDraftModel } from '../domain/message/bottleneck-payloads.ts';
import { isWorkingUnit } from '../domain/organisation/organisation.ts';
import type { BottleneckDomain } from '../domain/task/bottleneck.ts';
import {
  type BottleneckDraft,
  type BottleneckQuestion,
  EMPTY_BOTTLENECK,
  questionOf,
  readBottleneckDomain,
  readDayTyped,
  readTaskCodes,
  readUntil,
} from '../domain/task/bottleneck-draft.ts';
import { type DeadlineContext, likelyDueDays } from '../domain/task/draft-days.ts';
import { waitsUntil } from './find-asked-explanation.ts';
import { askFirst, lockKept, type PendingBottleneck, takePending } from './pending-action.ts';
import { loadTaskSubject } from './task-subject.ts';
import { Refusal, type UseCase } from './use-case.ts';

type Hints = BottleneckDraftModel['hints'];

/** One answer to a bottleneck on its way, pressed or typed. */
export type BottleneckChange =
  | { kind: 'domain'; domain: BottleneckDomain }
  | { kind: 'unit'; unitId: number }
  | { kind: 'day'; dueOn: Day }
  | { kind: 'noDay' }
  | { kind: 'ask'; question: BottleneckQuestion }
  /** What was typed to whatever is asked; `unitCode`: the unit of the department that it names. */
  | { kind: 'typed'; text: string; unitCode: string | null };

/**
 * Begins a bottleneck with what was typed already; nothing was: the next text is its sentence. It is kept until it is
 * recorded, dropped, or a day old.
 */
export async function beginBottleneck(
  useCase: UseCase,
  actor: Actor,
  typed: { text: string; unitCode: string | null } | null,
): Promise<BottleneckDraftModel> {
  const { draft, hints } =
    typed === null
      ? { draft: EMPTY_BOTTLENECK, hints: [] }
      : await applyChange(useCase, actor, EMPTY_BOTTLENECK, { kind: 'typed', ...typed });
  const pendingId = await askFirst(useCase, actor, keep(useCase, draft));
  return describeDraft(useCase, pendingId, draft, hints);
}

/**
 * Takes an answer into a bottleneck of the actor's own.
 * @throws Refusal `notAllowed`, `alreadyDecided`, `buttonTooOld`
 */
export async function answerBottleneck(
  useCase: UseCase,
  actor: Actor,
  pendingId: number,
  change: BottleneckChange,
): Promise<BottleneckDraftModel> {
  const { bottleneck } = await lockKept(useCase, actor, pendingId, 'bottleneck');
  const { draft, hints } = await applyChange(useCase, actor, bottleneck, change);
  await changePending(useCase.tx, pendingId, keep(useCase, draft));
  return describeDraft(useCase, pendingId, draft, hints);
}

const keep = (useCase: UseCase, bottleneck: BottleneckDraft): PendingBottleneck => ({
  kind: 'bottleneck',
  bottleneck,
  waitsUntil: waitsUntil(useCase),
});

interface Changed {
  draft: BottleneckDraft;
  hints: Hints;
}

async function applyChange(
  useCase: UseCase,
  actor: Actor,
  before: BottleneckDraft,
  change: BottleneckChange,
): Promise<Changed> {
  const draft = { ...before, focus: null };
  switch (change.kind) {
    case 'domain':
      return { draft: { ...draft, domain: change.domain }, hints: [] };
    case 'unit':
      if ((await findUnit(useCase.tx, change.unitId)) === undefined) throw new Refusal('buttonTooOld');
      return { draft: { ...draft, mustActUnitId: change.unitId, mustActText: null }, hints: [] };
    case 'day':
      if (change.dueOn < useCase.today) throw new Refusal('dayPassed');
      return { draft: { ...draft, dueOn: change.dueOn, isWithoutDay: false }, hints: [] };
    case 'noDay':
      return { draft: { ...draft, dueOn: null, isWithoutDay: true }, hints: [] };
    case 'ask':
      return { draft: { ...draft, focus: change.question }, hints: [] };
    case 'typed':
      return answerTyped(useCase, actor, before, change);
  }
}

async function answerTyped(
  useCase: UseCase,
  actor: Actor,
  before: BottleneckDraft,
  { text, unitCode }: { text: string; unitCode: string | null },
): Promise<Changed> {
  const draft = { ...before, focus: null };
  const unit = unitCode === null ? undefined : await findUnitByCode(useCase.tx, unitCode);
  switch (questionOf(before)) {
    case 'title':
      return fillFromSentence(useCase, actor, draft, { text, unitId: unit?.id ?? null });
    case 'domain': {
      const domain = readBottleneckDomain(text);
      return { draft: { ...draft, domain: domain ?? 'other' }, hints: [] };
    }
    case 'mustAct':
      return {
        draft: { ...draft, mustActUnitId: unit?.id ?? null, mustActText: unit === undefined ? text : null },
        hints: [],
      };
    case 'time': {
      const read = readDayTyped(text, deadlineContextOf(useCase));
      if ('fault' in read) return { draft: before, hints: [{ kind: read.fault }] };
      return { draft: { ...draft, dueOn: read.dueOn, isWithoutDay: false }, hints: [] };
    }
    case null:
      return linkTasks(useCase, actor, draft, text);
  }
}

/** What one sentence says at once; the rest is asked. */
async function fillFromSentence(
  useCase: UseCase,
  actor: Actor,
  draft: BottleneckDraft,
  { text, unitId }: { text: string; unitId: number | null },
): Promise<Changed> {
  const isNamedBefore = draft.mustActUnitId !== null || draft.mustActText !== null;
  const said: BottleneckDraft = {
    ...draft,
    title: text,
    domain: draft.domain ?? readBottleneckDomain(text),
    mustActUnitId: isNamedBefore ? draft.mustActUnitId : unitId,
    dueOn: draft.dueOn ?? readUntil(text, deadlineContextOf(useCase)),
  };
  return linkTasks(useCase, actor, said, text);
}

/** Links the tasks that a text names and that this person may see; what is not among them is said. */
async function linkTasks(
  useCase: UseCase,
  actor: Actor,
  draft: BottleneckDraft,
  text: string,
): Promise<Changed> {
  const unknown: string[] = [];
  const found: number[] = [];
  for (const code of readTaskCodes(text)) {
    const task = await findTaskByCode(useCase.tx, code);
    const maySee = task !== undefined && mayActOnTask(actor, 'view', await loadTaskSubject(useCase.tx, task));
    if (task !== undefined && maySee) found.push(task.id);
    else unknown.push(code);
  }
  const taskIds = [...new Set([...draft.taskIds, ...found])];
  const hints: Hints = unknown.length === 0 ? [] : [{ kind: 'unknownTasks', codes: unknown }];
  return { draft: { ...draft, taskIds }, hints };
}

const deadlineContextOf = ({ today, calendar, plan }: UseCase): DeadlineContext => ({
  today,
  calendar,
  phases: plan.phases,
  beforeDayMeans: plan.deadlines.beforeDayMeans,
});

async function describeDraft(
  useCase: UseCase,
  pendingId: number,
  draft: BottleneckDraft,
  hints: Hints,
): Promise<BottleneckDraftModel> {
  const { tx, today, calendar } = useCase;
  const mustAct = draft.mustActUnitId === null ? undefined : await findUnit(tx, draft.mustActUnitId);
  const tasks = await Promise.all(draft.taskIds.map((id) => findTask(tx, id)));
  const units = (await listUnits(tx, today)).filter(({ kind }) => isWorkingUnit(kind));
  return {
    pendingId,
    title: draft.title,
    domain: draft.domain,
    mustAct: mustAct?.shortName ?? draft.mustActText,
    dueOn: draft.dueOn,
    tasks: tasks.flatMap((task) =>
      task === undefined ? [] : [{ taskId: task.id, code: task.code, title: task.title }],
    ),
    ask: questionOf(draft),
    units: units.map(({ id, shortName }) => ({ unitId: id, name: shortName })),
    days: likelyDueDays(today, calendar).map(({ day }) => day),
    hints,
  };
}

/** Gives a bottleneck up before it is recorded. @throws Refusal what keeps a button from being pressed */
export const dropBottleneck = (useCase: UseCase, actor: Actor, pendingId: number) =>
  takePending(useCase, actor, pendingId, 'bottleneck');
