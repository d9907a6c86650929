import { and, count, desc, eq } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { type AUDIT_SOURCES, auditEntries } from '../schema/index.ts';

export type AuditSource = (typeof AUDIT_SOURCES)[number];
export type AuditEntry = Omit<typeof auditEntries.$inferInsert, 'id'>;

/** A page of what happened to a task, the newest first, with the true total. */
export async function listTaskAudit(
  db: Db,
  taskId: number,
  page: { offset: number; limit: number },
): Promise<{ rows: (typeof auditEntries.$inferSelect)[]; total: number }> {
  const ofTask = and(eq(auditEntries.subject, 'task'), eq(auditEntries.subjectId, taskId));
  const rows = await db
    .select()
    .from(auditEntries)
    .where(ofTask)
    .orderBy(desc(auditEntries.id))
    .offset(page.offset)
    .limit(page.limit);
  const [counted] = await db.select({ total: count() }).from(auditEntries).where(ofTask);
  return { rows, total: counted?.total ?? 0 };
}

/** Writes who changed what, in the caller's transaction (R12). */
export async function addAuditEntry(tx: Db, entry: AuditEntry): Promise<void> {
  await tx.insert(auditEntries).values(entry);
}
