import { desc, eq, sql } from 'drizzle-orm';
import { type Db, selectRows } from '../client.ts';
import {
  campaigns,
  documents,
  type INSTALLATION_MODES,
  installation,
  phases,
  planRevisions,
} from '../schema/index.ts';

export type InstallationMode = (typeof INSTALLATION_MODES)[number];

export async function findInstallation(db: Db) {
  const [row] = await db.select().from(installation).limit(1);
  return row;
}

export async function addInstallation(tx: Db, mode: InstallationMode, at: Date): Promise<void> {
  await tx.insert(installation).values({ id: 1, mode, createdAt: at }).onConflictDoNothing();
}

/** Remembers who the bot is, so that invitation links can be made while it does not run. */
export async function rememberBot(db: Db, bot: { id: number; username: string }): Promise<void> {
  await db.update(installation).set({ bot }).where(eq(installation.id, 1));
}

export async function findNewestPlanRevision(db: Db) {
  const [row] = await db.select().from(planRevisions).orderBy(desc(planRevisions.id)).limit(1);
  return row;
}

export async function addPlanRevision(
  tx: Db,
  contentHash: string,
  content: unknown,
  at: Date,
): Promise<void> {
  await tx.insert(planRevisions).values({ contentHash, content, appliedAt: at });
}

export async function saveCampaign(tx: Db, row: Omit<typeof campaigns.$inferInsert, 'id'>): Promise<number> {
  const [saved] = await tx
    .insert(campaigns)
    .values(row)
    .onConflictDoUpdate({ target: campaigns.key, set: row })
    .returning({ id: campaigns.id });
  if (saved === undefined) throw new Error('The database returned no campaign');
  return saved.id;
}

export async function savePhases(tx: Db, rows: Omit<typeof phases.$inferInsert, 'id'>[]): Promise<void> {
  await tx
    .insert(phases)
    .values(rows)
    .onConflictDoUpdate({
      target: [phases.campaignId, phases.code],
      set: { name: sql`excluded.name`, startOn: sql`excluded.start_on`, endOn: sql`excluded.end_on` },
    });
}

export async function saveDocuments(
  tx: Db,
  rows: Omit<typeof documents.$inferInsert, 'id'>[],
): Promise<void> {
  await tx
    .insert(documents)
    .values(rows)
    .onConflictDoUpdate({
      target: documents.key,
      set: {
        number: sql`excluded.number`,
        issuedOn: sql`excluded.issued_on`,
        issuer: sql`excluded.issuer`,
        title: sql`excluded.title`,
      },
    });
}

export async function listPhases(db: Db) {
  return db.select().from(phases).orderBy(phases.endOn);
}

/** Asks the database for a sign of life. */
export async function pingDatabase(db: Db): Promise<void> {
  await db.execute(sql`select 1`);
}

/** Empties every table: for a sandbox that begins anew, never for a real installation. */
export async function clearEverything(db: Db): Promise<void> {
  const tables = await selectRows<{ name: string }>(
    db,
    sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  );
  await db.execute(
    sql.raw(`truncate ${tables.map((table) => table.name).join(', ')} restart identity cascade`),
  );
}
