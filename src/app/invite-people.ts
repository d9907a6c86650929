import { createHash, randomBytes } from 'node:crypto';
import { addInvitation, revokeInvitations } from '../db/queries/accounts.ts';
import { addAuditEntry } from '../db/queries/audit.ts';
import type { UseCase } from './use-case.ts';

const VALID_DAYS = 7;
const MILLISECONDS_A_DAY = 86_400_000;

/** Codes are stored hashed: whoever reads the database cannot bind an account. */
export const hashInvitationCode = (code: string): string => createHash('sha256').update(code).digest('hex');

export interface Invitation {
  personId: number | null;
  code: string;
  expiresAt: Date;
}

/**
 * Makes a one-time code for each person, valid for 7 days; earlier unused codes of theirs stop working (R141).
 * `null` stands for the first admin of an empty installation.
 */
export async function invitePeople(
  useCase: UseCase,
  personIds: (number | null)[],
  actorId: number | null,
): Promise<Invitation[]> {
  const invitations: Invitation[] = [];
  for (const personId of personIds) {
    const code = randomBytes(18).toString('base64url');
    const expiresAt = new Date(useCase.now.getTime() + VALID_DAYS * MILLISECONDS_A_DAY);
    if (personId !== null) await revokeInvitations(useCase.tx, personId, useCase.now);
    const row = await addInvitation(useCase.tx, {
      personId,
      grantKind: personId === null ? 'admin' : null,
      codeHash: hashInvitationCode(code),
      invitedById: actorId,
      createdAt: useCase.now,
      expiresAt,
    });
    await addAuditEntry(useCase.tx, {
      at: useCase.now,
      actorId,
      source: useCase.source,
      action: 'invite',
      subject: 'invitation',
      subjectId: row.id,
      after: { personId },
    });
    invitations.push({ personId, code, expiresAt });
  }
  return invitations;
}
