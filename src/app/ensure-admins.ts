import { addAccount } from '../db/queries/accounts.ts';
import { findPersonIdByTelegramId } from '../db/queries/actors.ts';
import { addAuditEntry } from '../db/queries/audit.ts';
import { addFirstAdmin } from './bind-account.ts';
import type { UseCase } from './use-case.ts';

/** The accounts that the operator of the machine named may set the system up: import, invite, and nothing else. */
export async function ensureAdmins(useCase: UseCase, telegramIds: readonly number[]): Promise<void> {
  for (const telegramUserId of telegramIds) {
    if ((await findPersonIdByTelegramId(useCase.tx, telegramUserId)) !== null) continue;
    const personId = await addFirstAdmin(useCase, `Admin ${telegramUserId}`);
    await addAccount(useCase.tx, personId, telegramUserId, useCase.now);
    await addAuditEntry(useCase.tx, {
      at: useCase.now,
      actorId: null,
      source: useCase.source,
      action: 'bindAdmin',
      subject: 'account',
      subjectId: personId,
      after: { telegramUserId },
    });
  }
}
