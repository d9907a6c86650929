import type { TaskRow } from '../db/queries/tasks.ts';
import type { Actor } from '../domain/access/access.ts';
import type { Day } from '../domain/days.ts';
import { type AskedDueDay, listLikelyDueDays, proposeDueDay } from '../domain/task/request-due-day.ts';
import { emptyDraft, lockAskedTask, type RequestDraft } from './ask-request.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** What an extension asks for, ready to be confirmed; or the days to choose from when none, or none that can be, was named. */
export type ExtensionProposal =
  | { kind: 'proposed'; draft: RequestDraft; movedFrom: Day | null }
  | { kind: 'dayWanted'; dueOn: Day; days: Day[]; problem: 'notLater' | 'tooFar' | null };

/**
 * Prepares an extension; nothing is written.
 * @throws Refusal `noDueDay`, or what keeps a request from being asked
 */
export async function proposeExtension(
  useCase: UseCase,
  actor: Actor,
  task: TaskRow,
  asked: AskedDueDay & { reason: string | null },
): Promise<ExtensionProposal> {
  const draft = { ...emptyDraft('extension', task.id, asked.reason), previousDueOn: task.dueOn };
  await lockAskedTask(useCase, actor, draft);
  if (task.dueOn === null) throw new Refusal('noDueDay', { code: task.code });
  const facts = { dueOn: task.dueOn, today: useCase.today, calendar: useCase.calendar };
  const proposed = proposeDueDay(facts, asked);
  if (proposed.kind === 'proposed') {
    const { dueOn, movedFrom } = proposed;
    return { kind: 'proposed', draft: { ...draft, proposedDueOn: dueOn }, movedFrom };
  }
  const problem = proposed.kind === 'wanted' ? null : proposed.kind;
  return { kind: 'dayWanted', dueOn: task.dueOn, days: listLikelyDueDays(facts), problem };
}
