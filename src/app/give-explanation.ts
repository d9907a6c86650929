import { addAuditEntry } from '../db/queries/audit.ts';
import { type AnswerRow, addAnswer } from '../db/queries/explanations.ts';
import { changePending, markPendingDecided } from '../db/queries/pending.ts';
import { lockTask } from '../db/queries/tasks.ts';
import { type Actor, mayActOnTask } from '../domain/access/access.ts';
import type { ExplanationModel } from '../domain/message/explanation-payloads.ts';
import {
  deciderOf,
  type ExplanationWords,
  isToGive,
  type LatenessCause,
} from '../domain/task/explanation.ts';
import { readCause, readExplanation } from '../domain/utterance/explanation-sentence.ts';
import { waitsUntil } from './find-asked-explanation.ts';
import { loadDirectory } from './load-directory.ts';
import { askFirst, lockKept, type PendingExplanation, takePending } from './pending-action.ts';
import {
  describeAnswer,
  describeExplanation,
  listStanding,
  type StandingExplanation,
} from './read-explanations.ts';
import { loadTaskSubject } from './task-subject.ts';
import { tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** An explanation on its way; `cause` and `words` are asked for while they are `null`. */
export interface ExplanationInHand {
  pendingId: number;
  explanation: ExplanationModel;
  cause: LatenessCause | null;
  words: ExplanationWords | null;
  /** Why the last answer came back. */
  returned: string | null;
}

/**
 * Begins to explain why a task is late, with what was typed already.
 * @throws Refusal `notAllowed`, `notExplainable`, `explanationWaits`, `impossibleDay`, `explanationReasonWanted`
 */
export async function beginExplanation(
  useCase: UseCase,
  actor: Actor,
  asked: { explanationId: number; typed: string | null },
): Promise<ExplanationInHand> {
  const found = await findToGive(useCase, actor, asked.explanationId);
  const kept: PendingExplanation = {
    kind: 'explanation',
    explanationId: asked.explanationId,
    code: found.task.code,
    cause: asked.typed === null ? null : readCause(asked.typed),
    words: asked.typed === null ? null : readWords(useCase, asked.typed),
    waitsUntil: asked.typed === null ? waitsUntil(useCase) : null,
  };
  return inHand(useCase, await askFirst(useCase, actor, kept), kept, found);
}

/** Takes the pressed cause or the typed words into an explanation of the actor's own. @throws Refusal as above */
export async function answerExplanation(
  useCase: UseCase,
  actor: Actor,
  pendingId: number,
  said: { cause: LatenessCause } | { typed: string },
): Promise<ExplanationInHand> {
  const before = await lockKept(useCase, actor, pendingId, 'explanation');
  const found = await findToGive(useCase, actor, before.explanationId);
  const answer =
    'cause' in said
      ? said
      : { words: readWords(useCase, said.typed), cause: before.cause ?? readCause(said.typed) };
  const after = { ...before, ...answer };
  const kept = { ...after, waitsUntil: after.words === null ? waitsUntil(useCase) : null };
  await changePending(useCase.tx, pendingId, kept);
  return inHand(useCase, pendingId, kept, found);
}

function readWords(useCase: UseCase, typed: string): ExplanationWords {
  const { today, calendar, plan } = useCase;
  const read = readExplanation(typed, {
    today,
    calendar,
    phases: plan.phases,
    beforeDayMeans: plan.deadlines.beforeDayMeans,
  });
  if (read === 'impossibleDay') throw new Refusal('impossibleDay');
  if (read === null) throw new Refusal('explanationReasonWanted');
  return read;
}

async function inHand(
  useCase: UseCase,
  pendingId: number,
  { cause, words }: PendingExplanation,
  found: StandingExplanation,
): Promise<ExplanationInHand> {
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const explanation = describeExplanation(useCase, directory, found);
  return { pendingId, explanation, cause, words, returned: found.answer?.decisionReason ?? null };
}

/** The explanation that this person may give now. */
async function findToGive(
  useCase: UseCase,
  actor: Actor,
  explanationId: number,
): Promise<StandingExplanation> {
  const [found] = await listStanding(useCase, { id: explanationId });
  if (found === undefined) throw new Refusal('buttonTooOld');
  const { code } = found.task;
  if (!mayActOnTask(actor, 'explain', await loadTaskSubject(useCase.tx, found.task)))
    throw new Refusal('notAllowed');
  if (found.status.standing === 'answered') throw new Refusal('explanationWaits', { code });
  if (!found.isStillAsked || !isToGive(found.status.standing)) throw new Refusal('notExplainable', { code });
  return found;
}

/**
 * Gives an explanation whose cause and words are there; the leader who decides is told.
 * @throws Refusal as `beginExplanation`
 */
export async function sendExplanation(
  useCase: UseCase,
  actor: Actor,
  pendingId: number,
): Promise<{ explanation: ExplanationModel; to: string | null }> {
  const { tx, now } = useCase;
  const { explanationId, cause, words } = await lockKept(useCase, actor, pendingId, 'explanation');
  if (cause === null || words === null) throw new Refusal('buttonTooOld');
  const named = await findToGive(useCase, actor, explanationId);
  await lockTask(tx, named.task.id);
  // Read again under the lock: of two heads who send at once, the second hears that it was sent.
  await findToGive(useCase, actor, explanationId);
  const answer = await addAnswer(tx, {
    explanationId,
    authorId: actor.personId,
    at: now,
    cause,
    ...words,
  });
  await markPendingDecided(tx, pendingId, now);
  await addAuditEntry(tx, {
    at: now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'giveExplanation',
    subject: 'task',
    subjectId: named.task.id,
    after: { explanationId, answerId: answer.id, cause, newDueOn: words.newDueOn },
  });
  return tellDecider(useCase, answer);
}

async function tellDecider(
  useCase: UseCase,
  answer: AnswerRow,
): Promise<{ explanation: ExplanationModel; to: string | null }> {
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const [found] = await listStanding(useCase, { id: answer.explanationId });
  const said = found && describeAnswer(found);
  if (found === undefined || said == null) throw new Error(`No answer has the id ${answer.id}`);
  const explanation = describeExplanation(useCase, directory, found);
  const decider = deciderOf(directory, found.task, answer.authorId);
  if (decider !== null) {
    await tellPerson(
      useCase,
      { personId: decider, unitId: found.task.leadUnitId },
      { kind: 'explanationToDecide', payload: { answerId: answer.id, explanation, answer: said } },
      `explanationToDecide:${answer.id}`,
    );
  }
  return { explanation, to: directory.nameOf(decider) };
}

/** Gives an explanation up before it is sent. @throws Refusal what keeps a button from being pressed */
export const dropExplanation = (useCase: UseCase, actor: Actor, pendingId: number) =>
  takePending(useCase, actor, pendingId, 'explanation');
