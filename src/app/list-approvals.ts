import { listTasks, listTasksToConfirm } from '../db/queries/tasks.ts';
import type { Actor } from '../domain/access/access.ts';
import type { MessagePayloads } from '../domain/message/messages.ts';
import { describeRequest } from './ask-request.ts';
import { confirmerOf } from './confirmer.ts';
import { toTaskLine } from './list-tasks.ts';
import { loadDirectory } from './load-directory.ts';
import { listExplanationsFor } from './read-explanations.ts';
import { describeTicket } from './read-tickets.ts';
import type { UseCase } from './use-case.ts';
import { listWaitingRequests } from './waiting-requests.ts';
import { listWaitingTickets } from './waiting-tickets.ts';

/** Lines of each kind that one message shows; the true totals stand beside them. */
const SHOWN_LINES = 8;

/** Everything that waits for this person to confirm or decide, the longest waiting first. */
export async function listApprovals(useCase: UseCase, actor: Actor): Promise<MessagePayloads['approvals']> {
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const toConfirm = (await listTasksToConfirm(useCase.tx)).filter(
    (task) => confirmerOf(directory, task) === actor.personId,
  );
  const shownIds = toConfirm.slice(0, SHOWN_LINES).map(({ id }) => id);
  const shown = new Map(
    (await listTasks(useCase.tx, { ids: shownIds }, SHOWN_LINES)).map((r) => [r.task.id, r]),
  );
  const requests = (await listWaitingRequests(useCase, directory)).filter(
    ({ deciderId }) => deciderId === actor.personId,
  );
  const tickets = (await listWaitingTickets(useCase, directory)).filter(
    ({ holderId }) => holderId === actor.personId,
  );
  const requestLines = [];
  for (const { request, task } of requests.slice(0, SHOWN_LINES)) {
    requestLines.push({ requestId: request.id, request: await describeRequest(useCase, task, request) });
  }
  return {
    on: useCase.today,
    completions: {
      total: toConfirm.length,
      lines: shownIds.flatMap((id) => {
        const row = shown.get(id);
        return row === undefined ? [] : [{ ...toTaskLine(row, useCase), productOn: row.task.productOn }];
      }),
    },
    requests: { total: requests.length, lines: requestLines },
    tickets: {
      total: tickets.length,
      lines: tickets.slice(0, SHOWN_LINES).map(({ found }) => describeTicket(useCase, directory, found)),
    },
    explanations: (await listExplanationsFor(useCase, actor)).toDecide,
  };
}
