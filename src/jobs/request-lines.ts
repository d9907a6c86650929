import type { UseCase } from '../app/use-case.ts';
import { listWaitingRequests } from '../app/waiting-requests.ts';
import { listToldKeys } from '../db/queries/notices.ts';
import { dayOf } from '../domain/days.ts';
import type { OwedNotice } from '../domain/escalation/owed-notices.ts';
import type { Directory } from '../domain/organisation/directory.ts';

interface RequestLine {
  personId: number;
  taskId: number;
  notice: OwedNotice;
}

/** Requests that wait for a decision: each working day to whoever decides, from the day after they were asked. */
export async function listRequestLines(useCase: UseCase, directory: Directory): Promise<RequestLine[]> {
  const waiting = (await listWaitingRequests(useCase, directory)).filter(
    ({ request }) => dayOf(request.askedAt) < useCase.today,
  );
  const told = await listToldKeys(
    useCase.tx,
    waiting.map(({ task }) => task.id),
  );
  return waiting
    .map(({ request, task, deciderId }): RequestLine => {
      const key = `decideRequest:${request.id}:${useCase.today}`;
      return {
        personId: deciderId,
        taskId: task.id,
        notice: { kind: 'requestToDecide', to: 'approver', key },
      };
    })
    .filter(({ personId, notice }) => !told.has(`${personId}:${notice.key}`));
}
