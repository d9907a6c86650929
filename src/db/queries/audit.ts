import type { Db } from '../client.ts';
import { type AUDIT_SOURCES, auditEntries } from '../schema/index.ts';

export type AuditSource = (typeof AUDIT_SOURCES)[number];
export type AuditEntry = Omit<typeof auditEntries.$inferInsert, 'id'>;

/** Writes who changed what, in the caller's transaction (R12). */
export async function addAuditEntry(tx: Db, entry: AuditEntry): Promise<void> {
  await tx.insert(auditEntries).values(entry);
}
