import type { Db } from '../../db/client.ts';
import { findAnswer, listExplanations } from '../../db/queries/explanations.ts';
import { findRequest } from '../../db/queries/requests.ts';
import { findTask, listTasks } from '../../db/queries/tasks.ts';
import type { Message, NoticeLine } from '../../domain/message/messages.ts';
import { isOpen, type TaskState } from '../../domain/task/task.ts';

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
  if (message.kind === 'explanationToDecide') {
    const answer = await findAnswer(db, message.payload.answerId);
    return answer?.decision === null ? message : null;
  }
  if (message.kind !== 'brief') return message;
  const lines = await keepTrueLines(db, message.payload.lines);
  const kept = new Set(lines.map((line) => line.taskId));
  const gone = message.payload.lines.filter((line) => !kept.has(line.taskId));
  const totals = { ...message.payload.totals };
  for (const line of gone) totals[line.kind] = (totals[line.kind] ?? 0) - 1;
  // Beyond the lines that are shown there may be others: the totals know.
  const hasPeople = (message.payload.unreachable ?? []).length > 0;
  if (!hasPeople && Object.values(totals).every((total) => total <= 0)) return null;
  return { kind: 'brief', payload: { ...message.payload, lines, totals } };
}

async function keepTrueLines(db: Db, lines: NoticeLine[]): Promise<NoticeLine[]> {
  const ids = lines.map((line) => line.taskId);
  const now = new Map((await listTasks(db, { ids }, ids.length)).map((row) => [row.task.id, row.task]));
  const waiting = await listWaitingExplanations(db, lines);
  const isWaiting = ({ taskId, explanation }: NoticeLine) =>
    explanation !== undefined && waiting.get(taskId) === explanation.waits;
  const isTrue = (line: NoticeLine): boolean => {
    const task = now.get(line.taskId);
    if (task === undefined) return false;
    if (line.kind === 'waitsForConfirmation') return task.state === 'reportedDone';
    if (line.kind === 'explanationToGive' || line.kind === 'explanationToDecide') return isWaiting(line);
    return isOpen(task.state) && task.dueOn === line.dueOn;
  };
  return lines.filter(isTrue).map((line) => (isWaiting(line) ? line : withoutMark(line)));
}

const withoutMark = (line: NoticeLine): NoticeLine => {
  const bare = { ...line };
  delete bare.explanation;
  return bare;
};

const LEFT_OUT: ReadonlySet<TaskState> = new Set(['suspended', 'cancelled']);

/** Whose turn it is now with the explanations that the lines speak of, by task. */
async function listWaitingExplanations(
  db: Db,
  lines: NoticeLine[],
): Promise<Map<number, 'toGive' | 'toDecide'>> {
  const taskIds = lines.filter(({ explanation }) => explanation !== undefined).map(({ taskId }) => taskId);
  if (taskIds.length === 0) return new Map();
  const open = await listExplanations(db, { taskIds, only: 'open' });
  const asked = open.filter(({ task }) => !LEFT_OUT.has(task.state));
  return new Map(
    asked.map(({ task, answer }) => [
      task.id,
      answer !== null && answer.decision === null ? 'toDecide' : 'toGive',
    ]),
  );
}
