import { desc, lt } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { unreadTexts } from '../schema/index.ts';

/** What was not understood, newest first, without who wrote it, and how much there is. */
export async function listUnreadTextPage(
  db: Db,
  page: { offset: number; limit: number },
): Promise<{ rows: { writtenAt: Date; text: string }[]; total: number }> {
  const rows = await db
    .select({ writtenAt: unreadTexts.writtenAt, text: unreadTexts.text })
    .from(unreadTexts)
    .orderBy(desc(unreadTexts.writtenAt), desc(unreadTexts.id))
    .offset(page.offset)
    .limit(page.limit);
  return { rows, total: await db.$count(unreadTexts) };
}

/** Deletes what was written before a moment. Returns how much. */
export async function deleteUnreadTexts(tx: Db, before: Date): Promise<number> {
  const deleted = await tx
    .delete(unreadTexts)
    .where(lt(unreadTexts.writtenAt, before))
    .returning({ id: unreadTexts.id });
  return deleted.length;
}
