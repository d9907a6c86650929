import { addAuditEntry } from '../db/queries/audit.ts';
import { type AnswerRow, decideAnswer, findAnswer } from '../db/queries/explanations.ts';
import { lockTask } from '../db/queries/tasks.ts';
import { type Actor, mayActOnTask } from '../domain/access/access.ts';
import type { ExplanationModel, ExplanationPayloads } from '../domain/message/explanation-payloads.ts';
import { type LatenessCause, replyByOf } from '../domain/task/explanation.ts';
import { waitsUntil } from './find-asked-explanation.ts';
import { loadDirectory } from './load-directory.ts';
import { askFirst } from './pending-action.ts';
import {
  describeAnswer,
  describeExplanation,
  listStanding,
  type StandingExplanation,
} from './read-explanations.ts';
import { loadTaskSubject } from './task-subject.ts';
import { tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

export type ExplanationDecision =
  | { verdict: 'accept'; cause: LatenessCause }
  | { verdict: 'return'; reason: string | null };

/** `reasonWanted`: nothing was decided; the next text that the leader types is the reason. */
export type ExplanationOutcome =
  | { kind: 'decided'; said: ExplanationPayloads['explanationDecided'] }
  | { kind: 'reasonWanted'; asked: ExplanationPayloads['explanationReturnWanted'] };

interface Decidable {
  found: StandingExplanation;
  answer: AnswerRow;
  explanation: ExplanationModel;
}

/**
 * Accepts a head's explanation with the cause as the leader sees it, or returns it with a reason (R57, R116); its
 * author is told. The due day stays: moving it is a request of its own.
 * @throws Refusal `buttonTooOld`, `notAllowed`, `alreadyDecided`
 */
export async function decideExplanation(
  useCase: UseCase,
  actor: Actor,
  answerId: number,
  decision: ExplanationDecision,
): Promise<ExplanationOutcome> {
  const decidable = await lockDecidable(useCase, actor, answerId);
  const { found, answer, explanation } = decidable;
  if (decision.verdict === 'return' && decision.reason === null) {
    const pending = { answerId, code: found.task.code, waitsUntil: waitsUntil(useCase) };
    await askFirst(useCase, actor, { kind: 'explanationReturn', ...pending });
    const asked = { answerId, explanation, author: found.authorName ?? '' };
    return { kind: 'reasonWanted', asked };
  }
  const isAccepted = decision.verdict === 'accept';
  const confirmedCause = decision.verdict === 'accept' ? decision.cause : null;
  const reason = decision.verdict === 'return' ? decision.reason : null;
  await decideAnswer(useCase.tx, answerId, {
    decision: isAccepted ? 'accepted' : 'returned',
    decidedById: actor.personId,
    decidedAt: useCase.now,
    decisionReason: reason,
    confirmedCause,
  });
  await auditDecision(useCase, actor, decidable, confirmedCause);
  const replyBy = isAccepted ? explanation.replyBy : replyByOf(useCase.calendar, useCase.today);
  const shown = { explanation: { ...explanation, replyBy }, newDueOn: answer.newDueOn };
  const said = { ...shown, by: actor.name, confirmedCause, reason };
  await tellPerson(
    useCase,
    { personId: answer.authorId, unitId: found.task.leadUnitId },
    { kind: 'explanationDecided', payload: { ...said, toAuthor: true } },
    `explanationDecided:${answerId}`,
  );
  return { kind: 'decided', said: { ...said, toAuthor: false } };
}

/** The card of an answer for somebody who may decide it. @throws Refusal as `decideExplanation` */
export async function readAnswerCard(
  useCase: UseCase,
  actor: Actor,
  answerId: number,
): Promise<ExplanationPayloads['explanationToDecide']> {
  const { found, explanation } = await lockDecidable(useCase, actor, answerId);
  const answer = describeAnswer(found);
  if (answer === null) throw new Refusal('buttonTooOld');
  return { answerId, explanation, answer };
}

/** The answer under its task's lock, with the right to decide it asked now; never by whoever gave it. */
async function lockDecidable(useCase: UseCase, actor: Actor, answerId: number): Promise<Decidable> {
  const { tx } = useCase;
  const named = await findAnswer(tx, answerId);
  if (named === undefined) throw new Refusal('buttonTooOld');
  const [before] = await listStanding(useCase, { id: named.explanationId });
  const task = before && (await lockTask(tx, before.task.id));
  // Read again under the lock: of two who press at once, the second sees what the first decided.
  const [found] = await listStanding(useCase, { id: named.explanationId });
  if (task === undefined || found === undefined) throw new Refusal('buttonTooOld');
  const mayDecide = mayActOnTask(actor, 'decideExplanation', await loadTaskSubject(tx, task));
  if (!mayDecide || named.authorId === actor.personId) throw new Refusal('notAllowed');
  const { answer } = found;
  if (answer === null || answer.id !== answerId || answer.decision !== null)
    throw new Refusal('alreadyDecided', { code: task.code });
  const directory = await loadDirectory(tx, useCase.today);
  return { found, answer, explanation: describeExplanation(useCase, directory, found) };
}

/** The words of people stay in the answer's own row. */
async function auditDecision(
  useCase: UseCase,
  actor: Actor,
  { found, answer }: Decidable,
  confirmedCause: LatenessCause | null,
): Promise<void> {
  await addAuditEntry(useCase.tx, {
    at: useCase.now,
    actorId: actor.personId,
    source: useCase.source,
    action: confirmedCause === null ? 'returnExplanation' : 'acceptExplanation',
    subject: 'task',
    subjectId: found.task.id,
    before: { cause: answer.cause },
    after: { explanationId: found.explanation.id, answerId: answer.id, confirmedCause },
  });
}
