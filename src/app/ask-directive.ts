import { addAuditEntry } from '../db/queries/audit.ts';
import { addDirective, listUnansweredRequests } from '../db/queries/directives.ts';
import { lockTask, type TaskRow } from '../db/queries/tasks.ts';
import { type Actor, mayActOnTask } from '../domain/access/access.ts';
import { isOpen } from '../domain/task/task.ts';
import { foldText } from '../domain/text.ts';
import { approverOf } from './approver.ts';
import { loadDirectory } from './load-directory.ts';
import { loadTaskSubject } from './task-subject.ts';
import { isLive, tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

/**
 * Asks for a leader's word on a task (R66): the director for trọng tâm, the leader in charge otherwise. The same
 * question twice is one.
 * @throws Refusal `taskNotYours`, `taskClosed`, `nobodyToAsk`, `notStartedYet`
 */
export async function askDirective(
  useCase: UseCase,
  actor: Actor,
  input: { taskId: number; text: string; at: Date },
): Promise<{ task: TaskRow; to: string }> {
  const { tx } = useCase;
  const task = await lockTask(tx, input.taskId);
  if (task === undefined) throw new Refusal('taskNotFound');
  const { code } = task;
  if (!mayActOnTask(actor, 'ask', await loadTaskSubject(tx, task)))
    throw new Refusal('taskNotYours', { code });
  if (!isOpen(task.state)) throw new Refusal('taskClosed', { code });
  if (!(await isLive(useCase, task.leadUnitId))) throw new Refusal('notStartedYet');
  const directory = await loadDirectory(tx, useCase.today);
  const leader = approverOf(directory, task, actor.personId);
  if (leader === null) throw new Refusal('nobodyToAsk', { code });

  const waiting = await listUnansweredRequests(tx, { taskId: task.id, authorId: actor.personId });
  const isKnown = waiting.some(
    (row) => row.toPersonId === leader && foldText(row.text) === foldText(input.text),
  );
  if (!isKnown)
    await ask(useCase, actor, {
      task,
      leader,
      ...input,
      unit: directory.unitOf(task.leadUnitId)?.shortName ?? '',
    });
  return { task, to: directory.nameOf(leader) ?? '' };
}

async function ask(
  useCase: UseCase,
  actor: Actor,
  question: { task: TaskRow; leader: number; text: string; at: Date; unit: string },
): Promise<void> {
  const { task, leader, text, unit } = question;
  const directive = await addDirective(useCase.tx, {
    kind: 'asked',
    taskId: task.id,
    authorId: actor.personId,
    at: question.at,
    text,
    toPersonId: leader,
  });
  await addAuditEntry(useCase.tx, {
    at: useCase.now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'askDirective',
    subject: 'task',
    subjectId: task.id,
    after: { directiveId: directive.id, toPersonId: leader },
  });
  await tellPerson(
    useCase,
    { personId: leader, unitId: task.leadUnitId },
    {
      kind: 'directiveAsked',
      payload: {
        directiveId: directive.id,
        taskId: task.id,
        code: task.code,
        title: task.title,
        unit,
        by: actor.name,
        text,
        dueOn: task.dueOn,
      },
    },
    `directiveAsked:${directive.id}`,
  );
}
