import { listOpenBlockers } from '../db/queries/blockers.ts';
import { listGivenDirectives } from '../db/queries/directives.ts';
import { countEvidence, listProgress } from '../db/queries/progress.ts';
import { listTasks, type TaskRow } from '../db/queries/tasks.ts';
import { type Actor, mayActOnTask } from '../domain/access/access.ts';
import type { TaskCardModel } from '../domain/message/messages.ts';
import { missingFacets } from '../domain/task/facets.ts';
import { mayConfirmHoldup } from '../domain/task/holdup-rights.ts';
import { isContainer, isOpen } from '../domain/task/task.ts';
import { toTaskLine } from './list-tasks.ts';
import { loadDirectory } from './load-directory.ts';
import { nameWaitedFor } from './open-blocker.ts';
import { listRequestable } from './propose-change.ts';
import { readCardExplanation } from './read-explanations.ts';
import { listCardTickets } from './read-tickets.ts';
import { loadTaskSubject } from './task-subject.ts';
import type { UseCase } from './use-case.ts';

const SHOWN_HISTORY = 5;
const SHOWN_DIRECTIVES = 3;
const SHOWN_PARTS = 12;

/** The card of a task: its six facets in order, what is missing, its newest reports, and what this person may do. */
export async function readTaskCard(useCase: UseCase, actor: Actor, task: TaskRow): Promise<TaskCardModel> {
  const { tx } = useCase;
  const directory = await loadDirectory(tx, useCase.today);
  const subject = await loadTaskSubject(tx, task);
  const [listed] = await listTasks(tx, { ids: [task.id] }, 1);
  if (listed === undefined) throw new Error(`No task has the id ${task.id}`);
  const parts = isContainer(task.structure) ? await listTasks(tx, { parentId: task.id }, SHOWN_PARTS) : [];
  const { head, leaderInCharge: leader } = directory.appointedTo(task);
  return {
    ...toTaskLine(listed, useCase),
    kind: task.kind,
    flags: task.flags,
    content: task.content,
    coordinating: subject.coordinatingUnitIds.flatMap((id) => directory.unitOf(id)?.shortName ?? []),
    outsideBodies: task.outsideBodies,
    deadlineWording: task.deadlineWording,
    startOn: task.startOn,
    head: directory.nameOf(head),
    leaderInCharge: directory.nameOf(leader),
    authority: task.authority,
    product: task.product,
    measure:
      task.measureTarget === null ? null : { target: task.measureTarget, unit: task.measureUnit ?? '' },
    missingFacets: missingFacets({ ...task, hasHead: head !== null, hasLeader: leader !== null }),
    defaultedFacets: task.defaultedFacets,
    productText: task.productText,
    productOn: task.productOn,
    evidenceCount: await countEvidence(tx, task.id),
    history: await listProgress(tx, task.id, SHOWN_HISTORY),
    blockers: (isOpen(task.state) ? await listOpenBlockers(tx, task.id) : []).map((blocker) => ({
      text: blocker.text,
      waitingFor: nameWaitedFor(directory, blocker),
      blockerId: blocker.id,
      isConfirmed: blocker.confirmedAt !== null,
      mayConfirm:
        blocker.confirmedAt === null &&
        mayConfirmHoldup(actor, { unitId: task.leadUnitId, reportedById: blocker.reportedById }),
    })),
    tickets: await listCardTickets(useCase, directory, task.id),
    directives: await listGivenDirectives(tx, task.id, SHOWN_DIRECTIVES),
    explanation: await readCardExplanation(useCase, actor, { task, subject }),
    parts: parts.map((part) => toTaskLine(part, useCase)),
    mayReport: !isContainer(task.structure) && isOpen(task.state) && mayActOnTask(actor, 'report', subject),
    mayRequest: listRequestable(actor, task, subject).length > 0,
    mayConfirm: task.state === 'reportedDone' && mayActOnTask(actor, 'confirm', subject),
  };
}
