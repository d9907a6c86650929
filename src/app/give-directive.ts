import { addAuditEntry } from '../db/queries/audit.ts';
import {
  addDirective,
  type DirectiveRow,
  lockDirective,
  markDirectiveAnswered,
} from '../db/queries/directives.ts';
import { lockTask, type TaskRow } from '../db/queries/tasks.ts';
import { type Actor, mayActOnTask } from '../domain/access/access.ts';
import { loadDirectory } from './load-directory.ts';
import { loadTaskSubject } from './task-subject.ts';
import { isLive, tellPerson } from './tell.ts';
import { Refusal, type UseCase } from './use-case.ts';

/**
 * Records a leader's word on a task, of their own accord or as the answer to who asked for it. Whoever asked, the head
 * of the unit and the assignee are told.
 * @throws Refusal `notAllowed`
 */
export async function giveDirective(
  useCase: UseCase,
  actor: Actor,
  input: { taskId: number; text: string; at: Date; answersId: number | null },
): Promise<{ task: TaskRow; told: string[] }> {
  const { tx } = useCase;
  const task = await lockTask(tx, input.taskId);
  if (task === undefined) throw new Refusal('taskNotFound');
  if (!mayActOnTask(actor, 'direct', await loadTaskSubject(tx, task))) throw new Refusal('notAllowed');
  const asked = input.answersId === null ? undefined : await lockDirective(tx, input.answersId);
  const directive = await addDirective(tx, {
    kind: 'given',
    taskId: task.id,
    authorId: actor.personId,
    at: input.at,
    text: input.text,
    answersId: asked?.id ?? null,
  });
  if (asked !== undefined) await markDirectiveAnswered(tx, asked.id, useCase.now);
  await addAuditEntry(tx, {
    at: useCase.now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'giveDirective',
    subject: 'task',
    subjectId: task.id,
    after: { directiveId: directive.id, answersId: directive.answersId },
  });
  return { task, told: await tellConcerned(useCase, actor, { task, directive, asked }) };
}

async function tellConcerned(
  useCase: UseCase,
  actor: Actor,
  given: { task: TaskRow; directive: DirectiveRow; asked: DirectiveRow | undefined },
): Promise<string[]> {
  const { task, directive, asked } = given;
  if (!(await isLive(useCase, task.leadUnitId))) return [];
  const directory = await loadDirectory(useCase.tx, useCase.today);
  const concerned = [asked?.authorId ?? null, task.assigneeId, directory.headOf(task.leadUnitId)];
  const people = [...new Set(concerned)].filter((id) => id !== null && id !== actor.personId);
  for (const personId of people) {
    if (personId === null) continue;
    const payload = {
      directiveId: directive.id,
      taskId: task.id,
      code: task.code,
      title: task.title,
      by: actor.name,
      text: directive.text,
      question: asked?.text ?? null,
    };
    await tellPerson(
      useCase,
      { personId, unitId: task.leadUnitId },
      { kind: 'directiveGiven', payload },
      `directiveGiven:${directive.id}:${personId}`,
    );
  }
  return people.flatMap((id) => directory.nameOf(id) ?? []);
}

/**
 * Passes a reply to a directive on to the leader who gave it; with the first one it counts as answered.
 * @throws Refusal `taskNotYours`
 */
export async function replyToDirective(
  useCase: UseCase,
  actor: Actor,
  input: { directive: DirectiveRow; text: string; replyKey: string },
): Promise<{ task: TaskRow; to: string }> {
  const { tx } = useCase;
  const { directive } = input;
  const task = await lockTask(tx, directive.taskId);
  if (task === undefined) throw new Refusal('taskNotFound');
  if (!mayActOnTask(actor, 'ask', await loadTaskSubject(tx, task)))
    throw new Refusal('taskNotYours', { code: task.code });
  await markDirectiveAnswered(tx, directive.id, useCase.now);
  await tellPerson(
    useCase,
    { personId: directive.authorId, unitId: task.leadUnitId },
    {
      kind: 'directiveReplied',
      payload: {
        directiveId: directive.id,
        taskId: task.id,
        code: task.code,
        title: task.title,
        by: actor.name,
        text: input.text,
      },
    },
    `directiveReplied:${directive.id}:${input.replyKey}`,
  );
  const directory = await loadDirectory(tx, useCase.today);
  return { task, to: directory.nameOf(directive.authorId) ?? '' };
}
