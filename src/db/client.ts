import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema/index.ts';

/** The database or a transaction of it: all that use cases and queries see. The same on a server and embedded. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface Connection {
  db: Db;
  /** Embedded Postgres is one connection: work on it is serial. */
  isEmbedded: boolean;
  close(): Promise<void>;
}

/** A pool of connections to a Postgres server. */
export function openServer(databaseUrl: string, options: { poolSize?: number } = {}): Connection {
  const client = postgres(databaseUrl, { max: options.poolSize ?? 10, onnotice: () => {} });
  const db = drizzlePostgres(client, { schema, casing: 'snake_case' });
  return { db: db as unknown as Db, isEmbedded: false, close: () => client.end({ timeout: 5 }) };
}

/**
 * Embedded Postgres in a folder (`null`: in memory). The caller must hold the folder's lock: two processes that open
 * the same folder corrupt it without an error.
 */
export async function openEmbedded(folder: string | null): Promise<Connection> {
  if (folder !== null) await mkdir(folder, { recursive: true, mode: 0o700 });
  const client = folder === null ? new PGlite() : new PGlite(folder);
  await client.waitReady;
  const db = drizzlePglite(client, { schema, casing: 'snake_case' });
  return { db: db as unknown as Db, isEmbedded: true, close: () => client.close() };
}

/** Rows of a hand-written statement: the two drivers hand them over in different shapes. */
export async function selectRows<T>(db: Db, statement: SQL): Promise<T[]> {
  const result: unknown = await db.execute(statement);
  return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as T[];
}
