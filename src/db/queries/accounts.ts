import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { type ACCOUNT_REACHES, accounts, invitations } from '../schema/index.ts';

export type InvitationRow = typeof invitations.$inferSelect;
export type AccountRow = typeof accounts.$inferSelect;
export type AccountReach = (typeof ACCOUNT_REACHES)[number];

export async function addInvitation(
  tx: Db,
  row: Omit<typeof invitations.$inferInsert, 'id'>,
): Promise<InvitationRow> {
  const [added] = await tx.insert(invitations).values(row).returning();
  if (added === undefined) throw new Error('The database returned no invitation');
  return added;
}

/** Withdraws the unused invitations of a person, so that only the newest code works. */
export async function revokeInvitations(tx: Db, personId: number, at: Date): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt: at })
    .where(
      and(eq(invitations.personId, personId), isNull(invitations.usedAt), isNull(invitations.revokedAt)),
    );
}

export async function findInvitationByHash(db: Db, codeHash: string): Promise<InvitationRow | undefined> {
  const [row] = await db.select().from(invitations).where(eq(invitations.codeHash, codeHash)).limit(1);
  return row;
}

export async function findInvitation(db: Db, id: number): Promise<InvitationRow | undefined> {
  const [row] = await db.select().from(invitations).where(eq(invitations.id, id)).limit(1);
  return row;
}

/** Notes that a taken invitation waits for "Đúng người", or what was said. */
export async function markInvitationApproval(
  tx: Db,
  id: number,
  approval: InvitationRow['approval'],
): Promise<void> {
  await tx.update(invitations).set({ approval }).where(eq(invitations.id, id));
}

/** Locks an invitation's row, so that one code binds one account. */
export async function lockInvitation(tx: Db, invitationId: number): Promise<InvitationRow | undefined> {
  const [row] = await tx.select().from(invitations).where(eq(invitations.id, invitationId)).for('update');
  return row;
}

/** Notes who was asked to confirm. */
export async function markInvitationOpened(tx: Db, id: number, telegramUserId: number): Promise<void> {
  await tx.update(invitations).set({ openedByTelegramId: telegramUserId }).where(eq(invitations.id, id));
}

export async function markInvitationUsed(
  tx: Db,
  id: number,
  telegramUserId: number,
  at: Date,
): Promise<void> {
  await tx
    .update(invitations)
    .set({ usedAt: at, usedByTelegramId: telegramUserId })
    .where(eq(invitations.id, id));
}

export async function findOpenAccountOfPerson(db: Db, personId: number): Promise<AccountRow | undefined> {
  const [row] = await db
    .select()
    .from(accounts)
    .where(and(eq(accounts.personId, personId), isNull(accounts.closedAt)))
    .orderBy(desc(accounts.id))
    .limit(1);
  return row;
}

export async function addAccount(tx: Db, personId: number, telegramUserId: number, at: Date): Promise<void> {
  await tx.insert(accounts).values({ personId, telegramUserId, boundAt: at, reach: 'ok' });
}

export async function closeAccount(tx: Db, accountId: number, at: Date): Promise<void> {
  await tx.update(accounts).set({ closedAt: at }).where(eq(accounts.id, accountId));
}

/** Remembers what the last message to an account met; a message from the person heals it. */
export async function markAccountReach(db: Db, telegramUserId: number, reach: AccountReach): Promise<void> {
  await db
    .update(accounts)
    .set({ reach })
    .where(and(eq(accounts.telegramUserId, telegramUserId), isNull(accounts.closedAt)));
}
