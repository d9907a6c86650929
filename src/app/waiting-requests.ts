import { listMemberships } from '../db/queries/directory.ts';
import { listEveryOpenRequest, type RequestRow } from '../db/queries/requests.ts';
import type { TaskRow } from '../db/queries/tasks.ts';
import { groupBy } from '../domain/grouping.ts';
import type { Directory } from '../domain/organisation/directory.ts';
import { subjectOfRequest } from '../domain/task/request-subject.ts';
import { deciderOfRequest } from './ask-request.ts';
import type { UseCase } from './use-case.ts';

export interface WaitingRequest {
  request: RequestRow;
  task: TaskRow;
  /** Who is asked today: absences and changes since it was asked count. */
  deciderId: number;
}

/** Every request that nobody has decided, with who is asked to, the oldest first. */
export async function listWaitingRequests(useCase: UseCase, directory: Directory): Promise<WaitingRequest[]> {
  const open = await listEveryOpenRequest(useCase.tx);
  if (open.length === 0) return [];
  const roles = groupBy(await listMemberships(useCase.tx, useCase.today), ({ personId }) => personId);
  return open.flatMap(({ request, task }) => {
    const subject = subjectOfRequest(request, task.leadUnitId, (personId) => roles.get(personId) ?? []);
    const deciderId = deciderOfRequest(directory, task, subject);
    return deciderId === null ? [] : [{ request, task, deciderId }];
  });
}
