import { listStanding, type StandingExplanation } from '../app/read-explanations.ts';
import type { UseCase } from '../app/use-case.ts';
import { listToldKeys } from '../db/queries/notices.ts';
import { dayOf } from '../domain/days.ts';
import { listExplanationNotices } from '../domain/escalation/explanation-notices.ts';
import type { OwedNotice } from '../domain/escalation/owed-notices.ts';
import type { ExplanationMark } from '../domain/message/explanation-payloads.ts';
import type { Directory } from '../domain/organisation/directory.ts';
import { deciderOf } from '../domain/task/explanation.ts';

interface ExplanationLine {
  personId: number;
  taskId: number;
  notice: OwedNotice;
  explanation: ExplanationMark;
}

/** What a brief owes about explanations: to each head those to give, to each leader those to decide. */
export async function listExplanationLines(
  useCase: UseCase,
  directory: Directory,
): Promise<ExplanationLine[]> {
  const waiting = (await listStanding(useCase, { only: 'open' })).filter((found) => found.isStillAsked);
  const told = await listToldKeys(
    useCase.tx,
    waiting.map(({ task }) => task.id),
  );
  return waiting
    .flatMap((found) => toLines(useCase, directory, found))
    .filter((line) => !told.has(`${line.personId}:${line.notice.key}`));
}

function toLines(useCase: UseCase, directory: Directory, found: StandingExplanation): ExplanationLine[] {
  const { explanation, answer, status, task } = found;
  const changedAt = answer?.decidedAt ?? answer?.at ?? null;
  const watched = {
    id: explanation.id,
    askedOn: dayOf(explanation.askedAt),
    status,
    answerId: answer?.id ?? null,
    changedOn: changedAt === null ? null : dayOf(changedAt),
  };
  return listExplanationNotices(watched, useCase.today).flatMap((notice) => {
    const isToGive = notice.kind === 'explanationToGive';
    const personId =
      isToGive || answer === null
        ? directory.headOf(task.leadUnitId)
        : deciderOf(directory, task, answer.authorId);
    const waits = isToGive ? 'toGive' : 'toDecide';
    return personId === null
      ? []
      : [{ personId, taskId: task.id, notice, explanation: { waits, replyBy: status.replyBy } }];
  });
}
