import type { Db } from '../../db/client.ts';
import { findRequest } from '../../db/queries/requests.ts';
import { findTask, listTasks } from '../../db/queries/tasks.ts';
import type { Message, NoticeLine } from '../../domain/message/messages.ts';
import { isOpen } from '../../domain/task/task.ts';

/**
 * What is left of a message that was held: what is no longer true is not said. `null` when nothing is left. Answers
 * are frozen, since they say what was done.
 */
export async function keepWhatIsTrue(db: Db, message: Message): Promise<Message | null> {
  if (message.kind === 'completionToConfirm') {
    const task = await findTask(db, message.payload.taskId);
    return task?.state === 'reportedDone' ? message : null;
  }
  if (message.kind === 'requestToDecide') {
    const request = await findRequest(db, message.payload.requestId);
    return request?.state === 'open' ? message : null;
  }
  if (message.kind !== 'brief') return message;
  const lines = await keepTrueLines(db, message.payload.lines);
  const gone = message.payload.lines.filter((line) => !lines.includes(line));
  const totals = { ...message.payload.totals };
  for (const line of gone) totals[line.kind] -= 1;
  // Beyond the lines that are shown there may be others: the totals know.
  const hasPeople = (message.payload.unreachable ?? []).length > 0;
  if (!hasPeople && Object.values(totals).every((total) => total <= 0)) return null;
  return { kind: 'brief', payload: { ...message.payload, lines, totals } };
}

async function keepTrueLines(db: Db, lines: NoticeLine[]): Promise<NoticeLine[]> {
  const ids = lines.map((line) => line.taskId);
  const now = new Map((await listTasks(db, { ids }, ids.length)).map((row) => [row.task.id, row.task]));
  return lines.filter((line) => {
    const task = now.get(line.taskId);
    if (task === undefined) return false;
    if (line.kind === 'waitsForConfirmation') return task.state === 'reportedDone';
    return isOpen(task.state) && task.dueOn === line.dueOn;
  });
}
