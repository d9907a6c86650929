import {
  addAccount,
  closeAccount,
  findInvitationByHash,
  findOpenAccountOfPerson,
  type InvitationRow,
  lockInvitation,
  markInvitationApproval,
  markInvitationOpened,
  markInvitationUsed,
} from '../db/queries/accounts.ts';
import { findPersonIdByTelegramId, loadActor } from '../db/queries/actors.ts';
import { addAuditEntry } from '../db/queries/audit.ts';
import { addGrant, addPerson } from '../db/queries/people.ts';
import { hasPower } from '../domain/access/access.ts';
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

/** `waits`: the account is a powerful one, and whoever invited is asked first whether the right person came. */
export type Binding =
  | {
      kind: 'bound';
      personId: number;
      /** The account that the person used before and that is closed now. */
      replacedTelegramId: number | null;
    }
  | { kind: 'waits'; personId: number; askedPersonId: number };

/**
 * Binds a Telegram account to the invited person, once the person confirmed the name; a powerful one waits for "Đúng
 * người" of whoever invited. One person, one account: an
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
  await markInvitationUsed(tx, invitation.id, input.telegramUserId, now);
  const personId = invitation.personId ?? (await addFirstAdmin(useCase, input.displayName));
  const askedPersonId = invitation.invitedById;
  if (askedPersonId !== null && (await isPowerful(useCase, personId))) {
    await markInvitationApproval(tx, invitation.id, 'wanted');
    return { kind: 'waits', personId, askedPersonId };
  }
  return bindNow(useCase, personId, input.telegramUserId, personId);
}

/** Whether an account of this person could change or decide much: a leader's, an operator's, an admin's. */
async function isPowerful({ tx, today }: UseCase, personId: number): Promise<boolean> {
  const actor = await loadActor(tx, personId, today);
  return actor !== null && hasPower(actor);
}

/** Opens an account for a person and closes the one that they used before. The caller has asked whether it may. */
export async function bindNow(
  useCase: UseCase,
  personId: number,
  telegramUserId: number,
  actorId: number,
): Promise<Extract<Binding, { kind: 'bound' }>> {
  const { tx, now } = useCase;
  const previous = await findOpenAccountOfPerson(tx, personId);
  const isSame = previous?.telegramUserId === telegramUserId;
  if (previous !== undefined && !isSame) await closeAccount(tx, previous.id, now);
  if (!isSame) await addAccount(tx, personId, telegramUserId, now);
  await addAuditEntry(tx, {
    at: now,
    actorId,
    source: useCase.source,
    action: previous === undefined ? 'bindAccount' : 'rebindAccount',
    subject: 'account',
    subjectId: personId,
    before: previous === undefined ? null : { telegramUserId: previous.telegramUserId },
    after: { telegramUserId },
  });
  const replacedTelegramId = previous === undefined || isSame ? null : previous.telegramUserId;
  return { kind: 'bound', personId, replacedTelegramId };
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
