import type { Db } from '../../db/client.ts';
import { findOpenAccountOfPerson } from '../../db/queries/accounts.ts';
import { findGroup } from '../../db/queries/groups.ts';
import type { OutboxRow } from '../../db/queries/outbox.ts';

export interface Address {
  chatId: number;
  threadId: number | null;
}

/** Where a message goes now: a person's account may have changed since it was owed. `null`: nowhere. */
export async function findAddress(db: Db, row: OutboxRow): Promise<Address | null> {
  if (row.chatId !== null) return { chatId: row.chatId, threadId: row.threadId };
  if (row.groupId !== null) {
    const group = await findGroup(db, row.groupId);
    return group === undefined || group.unboundAt !== null
      ? null
      : { chatId: group.chatId, threadId: group.threadId };
  }
  const account = row.personId === null ? undefined : await findOpenAccountOfPerson(db, row.personId);
  // In a private chat the chat's id is the person's.
  return account === undefined ? null : { chatId: account.telegramUserId, threadId: null };
}
