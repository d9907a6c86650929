import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { PgDialect, PgSession } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';

const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../drizzle', import.meta.url));
/** Any constant: all processes of this product agree on it. */
const MIGRATION_LOCK = 6_202_606;

/**
 * Brings the schema up to date. Runs at every start under a lock that is held by the transaction itself, so that two
 * processes that start together do not both migrate, also behind a connection pooler.
 */
export async function migrateDatabase(db: Db): Promise<void> {
  const config = { migrationsFolder: MIGRATIONS_FOLDER };
  const migrations = readMigrationFiles(config);
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    // Drizzle's own migrator, entered below its public function so that it runs inside the transaction that holds the
    // lock; its own inner transaction would need a second connection, which the embedded database does not have.
    const { dialect, session } = tx as unknown as { dialect: PgDialect; session: PgSession };
    const lockedSession = {
      execute: session.execute.bind(session),
      all: session.all.bind(session),
      transaction: (work: (inner: Db) => Promise<void>) => work(tx),
    } as unknown as PgSession;
    await dialect.migrate(migrations, lockedSession, config);
  });
}
