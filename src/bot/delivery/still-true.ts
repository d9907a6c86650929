import type { Db } from '../../db/client.ts';
import { findAnswer, listExplanations } from '../../db/queries/explanations.ts';
import { findRequest, listTaskIdsWithRequest } from '../../db/queries/requests.ts';
import { findTask, listTasks } from '../../db/queries/tasks.ts';
import type { Message, MessageKind, MessagePayloads, NoticeLine } from '../../domain/message/messages.ts';
import { isOpen, type TaskState } from '../../domain/task/task.ts';
import { isHoldupStillTrue, listWaitingTickets } from './still-held-up.ts';

type Checks = {
  [K in MessageKind]?: (db: Db, payload: MessagePayloads[K]) => Promise<MessagePayloads[K] | null>;
};

/** Whether the task is still to be done; what was said of one that is not is no longer worth saying. */
async function isTaskOpen(db: Db, taskId: number): Promise<boolean> {
  const task = await findTask(db, taskId);
  return task !== undefined && isOpen(task.state);
}

const CHECKS: Checks = {
  completionToConfirm: async (db, payload) =>
    (await findTask(db, payload.taskId))?.state === 'reportedDone' ? payload : null,
  requestToDecide: async (db, payload) =>
    (await findRequest(db, payload.requestId))?.state === 'open' ? payload : null,
  explanationToDecide: async (db, payload) =>
    (await findAnswer(db, payload.answerId))?.decision === null ? payload : null,
  taskGiven: async (db, payload) => ((await isTaskOpen(db, payload.taskId)) ? payload : null),
  taskReminded: async (db, payload) => ((await isTaskOpen(db, payload.line.taskId)) ? payload : null),
  tasksReminded: keepOpenTasks,
  brief: keepTrueBrief,
};

/**
 * What is left of a message that was held: what is no longer true is not said. `null` when nothing is left. Answers
 * are frozen, since they say what was done.
 */
export async function keepWhatIsTrue(db: Db, message: Message): Promise<Message | null> {
  const check = CHECKS[message.kind] as
    | ((db: Db, payload: Message['payload']) => Promise<Message['payload'] | null>)
    | undefined;
  if (check === undefined) return (await isHoldupStillTrue(db, message)) ? message : null;
  const payload = await check(db, message.payload);
  return payload === null ? null : ({ kind: message.kind, payload } as Message);
}

type TasksReminded = MessagePayloads['tasksReminded'];

async function keepOpenTasks(db: Db, payload: TasksReminded): Promise<TasksReminded | null> {
  const ids = payload.lines.map((line) => line.taskId);
  const rows = await listTasks(db, { ids }, ids.length);
  const open = new Set(rows.filter(({ task }) => isOpen(task.state)).map(({ task }) => task.id));
  const lines = payload.lines.filter((line) => open.has(line.taskId));
  const total = payload.total - (payload.lines.length - lines.length);
  return total <= 0 ? null : { ...payload, lines, total };
}

type Brief = MessagePayloads['brief'];

async function keepTrueBrief(db: Db, brief: Brief): Promise<Brief | null> {
  const lines = await keepTrueLines(db, brief.lines);
  const kept = new Set(lines.map((line) => line.taskId));
  const gone = brief.lines.filter((line) => !kept.has(line.taskId));
  const totals = { ...brief.totals };
  for (const line of gone) totals[line.kind] = (totals[line.kind] ?? 0) - 1;
  // Beyond the lines that are shown there may be others: the totals know.
  const hasPeople = (brief.unreachable ?? []).length > 0;
  if (!hasPeople && Object.values(totals).every((total) => total <= 0)) return null;
  return { ...brief, lines, totals };
}

async function keepTrueLines(db: Db, lines: NoticeLine[]): Promise<NoticeLine[]> {
  const ids = lines.map((line) => line.taskId);
  const now = new Map((await listTasks(db, { ids }, ids.length)).map((row) => [row.task.id, row.task]));
  const waiting = await listWaitingExplanations(db, lines);
  const requested = await listTaskIdsWithRequest(
    db,
    lines.filter(({ kind }) => kind === 'requestToDecide').map(({ taskId }) => taskId),
  );
  const isWaiting = ({ taskId, explanation }: NoticeLine) =>
    explanation !== undefined && waiting.get(taskId) === explanation.waits;
  const tickets = await listWaitingTickets(db, lines);
  const hasTicket = ({ taskId, ticket }: NoticeLine) =>
    ticket !== undefined && tickets.get(taskId)?.has(ticket.standing) === true;
  const isTrue = (line: NoticeLine): boolean => {
    const task = now.get(line.taskId);
    if (task === undefined) return false;
    if (line.kind === 'waitsForConfirmation') return task.state === 'reportedDone';
    if (line.kind === 'notAccepted') return task.state === 'issued';
    if (line.kind === 'unassigned') return isOpen(task.state) && task.assigneeId === null;
    if (line.kind === 'requestToDecide') return requested.has(line.taskId);
    if (line.kind === 'explanationToGive' || line.kind === 'explanationToDecide') return isWaiting(line);
    if (line.kind === 'ticketToAnswer') return hasTicket(line);
    return isOpen(task.state) && task.dueOn === line.dueOn;
  };
  return lines
    .filter(isTrue)
    .map((line) => (isWaiting(line) ? line : without(line, 'explanation')))
    .map((line) => (hasTicket(line) ? line : without(line, 'ticket')));
}

const without = (line: NoticeLine, mark: 'explanation' | 'ticket'): NoticeLine => {
  const bare = { ...line };
  delete bare[mark];
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
