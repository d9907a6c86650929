import {
  type AskedExplanation,
  type ExplanationFilter,
  listExplanations,
} from '../db/queries/explanations.ts';
import type { TaskRow } from '../db/queries/tasks.ts';
import { type Actor, mayActOnTask, type TaskSubject } from '../domain/access/access.ts';
import { dayOf } from '../domain/days.ts';
import { lastDayInTime, workingDaysLate } from '../domain/escalation/owed-notices.ts';
import type {
  AnswerModel,
  CardExplanation,
  ExplanationModel,
  ExplanationPayloads,
} from '../domain/message/explanation-payloads.ts';
import type { Directory } from '../domain/organisation/directory.ts';
import {
  deciderOf,
  type ExplanationStatus,
  isStillAsked,
  isToGive,
  statusOf,
} from '../domain/task/explanation.ts';
import { loadDirectory } from './load-directory.ts';
import type { UseCase } from './use-case.ts';

const SHOWN_LINES = 8;

/** An explanation and how it stands today. */
export interface StandingExplanation extends AskedExplanation {
  status: ExplanationStatus;
  /** The due day is in force, and nothing has made the question pointless. */
  isStillAsked: boolean;
}

/** Explanations as they stand today, the longest overdue first. */
export async function listStanding(
  useCase: UseCase,
  filter: ExplanationFilter,
): Promise<StandingExplanation[]> {
  const { today, calendar, plan } = useCase;
  return (await listExplanations(useCase.tx, filter)).map((found) => {
    const { explanation, answer, task } = found;
    const decidedOn = answer?.decidedAt == null ? null : dayOf(answer.decidedAt);
    const newest = answer === null ? null : { decision: answer.decision, decidedOn };
    const lastInTime = lastDayInTime(calendar, explanation.dueOn, plan.figures.dueOnDayOff);
    return {
      ...found,
      status: statusOf(explanation, newest, today, calendar),
      isStillAsked: isStillAsked(task, { dueOn: explanation.dueOn, lastInTime }),
    };
  });
}

/** An explanation as its messages show it. */
export function describeExplanation(
  useCase: UseCase,
  directory: Directory,
  found: StandingExplanation,
): ExplanationModel {
  const { explanation, task, status } = found;
  const isDone = task.state === 'done' || task.state === 'reportedDone';
  const until = isDone && task.productOn !== null ? task.productOn : useCase.today;
  return {
    explanationId: explanation.id,
    taskId: task.id,
    code: task.code,
    title: task.title,
    unit: directory.unitOf(task.leadUnitId)?.shortName ?? '',
    assignee: found.assigneeName,
    dueOn: explanation.dueOn,
    daysLate: workingDaysLate(useCase.calendar, explanation.dueOn, until, useCase.plan.figures.dueOnDayOff),
    replyBy: status.replyBy,
    isLate: status.isLate,
  };
}

/** What was answered last; `null` when nothing was. */
export function describeAnswer({ answer, authorName }: AskedExplanation): AnswerModel | null {
  if (answer === null) return null;
  const { cause, text, remedy, newDueOn } = answer;
  return { cause, text, remedy, newDueOn, author: authorName ?? '' };
}

/** What waits for this person: answers to give as a head, answers to decide as the leader who was told of them. */
export async function listExplanationsFor(
  useCase: UseCase,
  actor: Actor,
): Promise<ExplanationPayloads['explanationList']> {
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const unitIds = listLedUnits(actor);
  const ofUnits = unitIds.length === 0 ? [] : await listStanding(useCase, { unitIds, only: 'open' });
  const asked = ofUnits.filter((found) => found.isStillAsked);
  const toGive = asked.filter(({ status }) => isToGive(status.standing));
  const stoodInFor = (actor.inPlaceOf ?? []).map(({ of }) => of.personId);
  const deciders = new Set<number | null>([actor.personId, ...stoodInFor]);
  const answered = await listStanding(useCase, { only: 'answered' });
  const toDecide = answered.flatMap((found) =>
    found.answer !== null && deciders.has(deciderOf(directory, found.task, found.answer.authorId))
      ? [{ found, answerId: found.answer.id }]
      : [],
  );
  const describe = (found: StandingExplanation) => describeExplanation(useCase, directory, found);
  return {
    on: useCase.today,
    toGive: { total: toGive.length, lines: toGive.slice(0, SHOWN_LINES).map(describe) },
    toDecide: {
      total: toDecide.length,
      lines: toDecide
        .slice(0, SHOWN_LINES)
        .map(({ found, answerId }) => ({ ...describe(found), answerId, author: found.authorName ?? '' })),
    },
    waitingElsewhere: asked.length - toGive.length,
  };
}

/** The units for which a person explains: those that they lead, and those of heads who are away. */
function listLedUnits(actor: Actor): number[] {
  const away = (actor.inPlaceOf ?? []).filter(({ scope }) => scope === 'all').map(({ of }) => of);
  const roles = [actor, ...away].flatMap((hand) => hand.roles);
  const led = roles.filter(({ role }) => role === 'head' || role === 'deputyHead');
  return [...new Set(led.map(({ unitId }) => unitId))];
}

/** The newest explanation of a task for its card; `null` when none is asked and none was given. */
export async function readCardExplanation(
  useCase: UseCase,
  actor: Actor,
  { task, subject }: { task: TaskRow; subject: TaskSubject },
): Promise<CardExplanation | null> {
  const all = await listStanding(useCase, { taskIds: [task.id] });
  const found = all.findLast((one) => one.isStillAsked || one.answer !== null);
  if (found === undefined) return null;
  const { explanation, answer, status } = found;
  const isWaiting = found.isStillAsked && isToGive(status.standing);
  return {
    explanationId: explanation.id,
    dueOn: explanation.dueOn,
    replyBy: status.replyBy,
    standing: status.standing,
    answer: describeAnswer(found),
    answerId: answer?.id ?? null,
    confirmedCause: answer?.confirmedCause ?? null,
    reason: answer?.decisionReason ?? null,
    mayGive: isWaiting && mayActOnTask(actor, 'explain', subject),
    mayDecide:
      status.standing === 'answered' &&
      answer?.authorId !== actor.personId &&
      mayActOnTask(actor, 'decideExplanation', subject),
  };
}
