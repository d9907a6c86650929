import { closeAccount, findOpenAccountOfPerson, revokeInvitations } from '../db/queries/accounts.ts';
import { addAuditEntry } from '../db/queries/audit.ts';
import { enqueueMessage, PRIORITY } from '../db/queries/outbox.ts';
import type { Actor } from '../domain/access/access.ts';
import type { UseCase } from './use-case.ts';

/**
 * Cuts a person's account off at once ("mất điện thoại", or they left): it may do nothing more, unused invitations stop
 * working, and the old account is told. The caller has asked for the right.
 */
export async function revokeAccount(
  useCase: UseCase,
  actor: Actor,
  person: { personId: number; name: string },
): Promise<void> {
  const { tx, now, source } = useCase;
  await revokeInvitations(tx, person.personId, now);
  const account = await findOpenAccountOfPerson(tx, person.personId);
  if (account === undefined) return;
  await closeAccount(tx, account.id, now);
  await addAuditEntry(tx, {
    at: now,
    actorId: actor.personId,
    source,
    action: 'revokeAccount',
    subject: 'account',
    subjectId: person.personId,
    before: { telegramUserId: account.telegramUserId },
    after: { telegramUserId: null },
  });
  await enqueueMessage(tx, {
    message: { kind: 'accountRevoked', payload: { personName: person.name } },
    to: { chatId: account.telegramUserId },
    // Whoever holds the phone must know at once, whatever the hour.
    priority: PRIORITY.answer,
    now,
  });
}
