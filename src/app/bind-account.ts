import {
  addAccount,
  closeAccount,
  findInvitationByHash,
  findOpenAccountOfPerson,
  type InvitationRow,
  lockInvitation,
  markInvitationOpened,
  markInvitationUsed,
} from '../db/queries/accounts.ts';
import { findPersonIdByTelegramId } from '../db/queries/actors.ts';
import { addAuditEntry } from '../db/queries/audit.ts';
import { addGrant, addPerson } from '../db/queries/people.ts';
import { foldText, personSortKey } from '../domain/text.ts';
import { hashInvitationCode } from './invite-people.ts';
import { Refusal, type UseCase } from './use-case.ts';

/** Why an invitation does not bind. */
export type InvitationRefusal = 'unknown' | 'expired' | 'used' | 'accountTaken';

/**
 * Reads an invitation code that somebody opened, without using it up, and notes who is asked.
 * @throws Refusal with an `InvitationRefusal`
 */
export async function readInvitation(
  useCase: UseCase,
  code: string,
  telegramUserId: number,
): Promise<InvitationRow> {
  const invitation = await findInvitationByHash(useCase.tx, hashInvitationCode(code));
  const usable = await checkInvitation(useCase, invitation, telegramUserId);
  await markInvitationOpened(useCase.tx, usable.id, telegramUserId);
  return usable;
}

async function checkInvitation(
  useCase: UseCase,
  invitation: InvitationRow | undefined,
  telegramUserId: number,
): Promise<InvitationRow> {
  if (invitation === undefined) throw new Refusal('unknown');
  if (invitation.usedAt !== null) throw new Refusal('used');
  if (invitation.revokedAt !== null || invitation.expiresAt <= useCase.now) throw new Refusal('expired');
  const bound = await findPersonIdByTelegramId(useCase.tx, telegramUserId);
  if (bound !== null && bound !== invitation.personId) throw new Refusal('accountTaken');
  return invitation;
}

export interface Binding {
  personId: number;
  /** The account that the person used before and that is closed now. */
  replacedTelegramId: number | null;
}

/**
 * Binds a Telegram account to the invited person, once the person confirmed the name. One person, one account: an
 * earlier one is closed. The code of the first admin makes a person of the given name.
 * @throws Refusal with an `InvitationRefusal`
 */
export async function bindAccount(
  useCase: UseCase,
  input: { invitationId: number; telegramUserId: number; displayName: string },
): Promise<Binding> {
  const { tx, now } = useCase;
  const locked = await lockInvitation(tx, input.invitationId);
  const invitation = await checkInvitation(useCase, locked, input.telegramUserId);
  // A button's number can be forged: whoever was not asked has nothing to confirm.
  if (invitation.openedByTelegramId !== input.telegramUserId) throw new Refusal('unknown');
  const personId = invitation.personId ?? (await addFirstAdmin(useCase, input.displayName));
  const previous = await findOpenAccountOfPerson(tx, personId);
  const isSame = previous?.telegramUserId === input.telegramUserId;
  if (previous !== undefined && !isSame) await closeAccount(tx, previous.id, now);
  if (!isSame) await addAccount(tx, personId, input.telegramUserId, now);
  await markInvitationUsed(tx, invitation.id, input.telegramUserId, now);
  await addAuditEntry(tx, {
    at: now,
    actorId: personId,
    source: useCase.source,
    action: previous === undefined ? 'bindAccount' : 'rebindAccount',
    subject: 'account',
    subjectId: personId,
    before: previous === undefined ? null : { telegramUserId: previous.telegramUserId },
    after: { telegramUserId: input.telegramUserId },
  });
  return { personId, replacedTelegramId: previous === undefined || isSame ? null : previous.telegramUserId };
}

/** The first admin is a person like others, who may import and invite and nothing else. */
export async function addFirstAdmin(useCase: UseCase, displayName: string): Promise<number> {
  const fullName = displayName.trim() || 'Admin';
  const personId = await addPerson(useCase.tx, {
    fullName,
    foldedName: foldText(fullName),
    sortKey: personSortKey(fullName),
    staffKind: 'contractWorker',
    joinedOn: useCase.today,
  });
  await addGrant(useCase.tx, { personId, kind: 'admin', fromOn: useCase.today });
  return personId;
}
