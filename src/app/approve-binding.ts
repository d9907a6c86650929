import { findInvitation, lockInvitation, markInvitationApproval } from '../db/queries/accounts.ts';
import { describePerson } from '../db/queries/directory.ts';
import { enqueueMessage, PRIORITY } from '../db/queries/outbox.ts';
import { type Actor, mayActInOffice } from '../domain/access/access.ts';
import { type Binding, bindNow } from './bind-account.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** Whose account it was about, and what became of it; `binding` is `null` when it was refused. */
export interface BindingApproval {
  personName: string;
  telegramUserId: number;
  binding: Extract<Binding, { kind: 'bound' }> | null;
}

/**
 * "Đúng người": whoever runs the office saw who took an invitation to a powerful account, and lets it bind or not
 * (R141). Nobody lets their own account in.
 * @throws Refusal `notAllowed`, `buttonTooOld`, `alreadyDecided`
 */
export async function approveBinding(
  useCase: UseCase,
  actor: Actor,
  invitationId: number,
  isRightPerson: boolean,
): Promise<BindingApproval> {
  const { tx, now, today } = useCase;
  await lockInvitation(tx, invitationId);
  const invitation = await findInvitation(tx, invitationId);
  const takenBy = invitation?.usedByTelegramId ?? null;
  if (invitation?.personId == null || takenBy === null) throw new Refusal('buttonTooOld');
  const { personId } = invitation;
  if (!mayActInOffice(actor, 'invite') || actor.personId === personId) throw new Refusal('notAllowed');
  if (invitation.approval !== 'wanted') throw new Refusal('alreadyDecided');
  await markInvitationApproval(tx, invitationId, isRightPerson ? 'given' : 'refused');
  const person = await describePerson(tx, personId, today);
  if (!isRightPerson) {
    await enqueueMessage(tx, {
      message: { kind: 'bindingRefused', payload: { personName: person.name, isTaker: true } },
      to: { chatId: takenBy },
      priority: PRIORITY.answer,
      now,
    });
    return { personName: person.name, telegramUserId: takenBy, binding: null };
  }
  const binding = await bindNow(useCase, personId, takenBy, actor.personId);
  return { personName: person.name, telegramUserId: takenBy, binding };
}
