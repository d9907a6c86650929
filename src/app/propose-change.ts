import type { TaskRow } from '../db/queries/tasks.ts';
import { type Actor, mayActOnTask } from '../domain/access/access.ts';
import type { TaskSubject } from '../domain/access/subject.ts';
import { isAskable, type RequestKind } from '../domain/task/request.ts';
import { mayGrantAtOnce } from '../domain/task/request-rights.ts';
import { isContainer } from '../domain/task/task.ts';
import { emptyDraft, lockAskedTask, type RequestDraft, refuseIfUnaskable } from './ask-request.ts';
import { loadTaskSubject } from './task-subject.ts';
import type { UseCase } from './use-case.ts';

/** Kinds that change the task itself and need nothing but words. */
export const CHANGE_KINDS = ['change', 'suspension', 'resumption', 'cancellation'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What of a task should become different; `title` and `product` are the new words of a `change`. */
export interface AskedChange {
  kind: ChangeKind;
  reason: string | null;
  title?: string | undefined;
  product?: string | undefined;
}

/**
 * Prepares that a task is reworded, suspended, resumed or cancelled; nothing is written.
 * @returns whether it happens at once on the actor's "yes", or has to be asked
 * @throws Refusal what keeps a request from being asked
 */
export async function proposeChange(
  useCase: UseCase,
  actor: Actor,
  task: TaskRow,
  asked: AskedChange,
): Promise<{ draft: RequestDraft; isAtOnce: boolean }> {
  const draft: RequestDraft = {
    ...emptyDraft(asked.kind, task.id, asked.reason),
    proposedTitle: asked.title ?? null,
    proposedProduct: asked.product ?? null,
  };
  const subject = await loadTaskSubject(useCase.tx, task);
  const isAtOnce = mayGrantAtOnce(actor, subject, { kind: asked.kind, toUnitId: null });
  if (isAtOnce) await refuseIfUnaskable(useCase, task, draft);
  else await lockAskedTask(useCase, actor, draft);
  return { draft, isAtOnce };
}

/** What this person can ask or order about a task as it stands; empty when nothing. */
export function listRequestable(actor: Actor, task: TaskRow, subject: TaskSubject): RequestKind[] {
  if (isContainer(task.structure)) return [];
  const mayAsk = mayActOnTask(actor, 'ask', subject);
  const asked: RequestKind[] = mayAsk
    ? [...(task.dueOn === null ? [] : ['extension' as const]), 'return']
    : [];
  return [...asked, ...CHANGE_KINDS].filter(
    (kind) =>
      isAskable(kind, task.state) && (mayAsk || mayGrantAtOnce(actor, subject, { kind, toUnitId: null })),
  );
}
