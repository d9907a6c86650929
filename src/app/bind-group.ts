import { addAuditEntry } from '../db/queries/audit.ts';
import { bindGroupRow, type GroupRow } from '../db/queries/groups.ts';
import { type Actor, mayActInOffice } from '../domain/access/access.ts';
import { Refusal, type UseCase } from './use-case.ts';

/**
 * Binds a group to the whole department or to one unit, so that it receives that scope's digest.
 * @throws Refusal `notAllowed`
 */
export async function bindGroup(
  useCase: UseCase,
  actor: Actor,
  group: { chatId: number; title: string; unitId: number | null; threadId: number | null },
): Promise<GroupRow> {
  if (!mayActInOffice(actor, 'bindGroup')) throw new Refusal('notAllowed');
  const bound = await bindGroupRow(useCase.tx, group, useCase.now);
  await addAuditEntry(useCase.tx, {
    at: useCase.now,
    actorId: actor.personId,
    source: useCase.source,
    action: 'bindGroup',
    subject: 'group',
    subjectId: bound.id,
    after: { chatId: group.chatId, unitId: group.unitId },
  });
  return bound;
}
