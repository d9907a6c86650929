import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { type Connection, openEmbedded, openServer } from '../../src/db/client.ts';
import { migrateDatabase } from '../../src/db/migrate.ts';

/** The server on which databases are made for tests; none: embedded, in memory. */
const SERVER_URL = process.env['TEST_DATABASE_URL'];

/** A database of its own with the newest schema: embedded, or a fresh one on the test server that closing drops. */
export async function openTestDatabase(): Promise<Connection> {
  const connection = await openEmptyDatabase();
  await migrateDatabase(connection.db);
  return connection;
}

/** The same without any schema. */
export async function openEmptyDatabase(): Promise<Connection> {
  return SERVER_URL === undefined || SERVER_URL === '' ? openEmbedded(null) : openOnServer(SERVER_URL);
}

async function openOnServer(serverUrl: string): Promise<Connection> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, `create database ${name}`);
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  const connection = openServer(address.href);
  return {
    ...connection,
    close: async () => {
      await connection.close();
      await onServer(serverUrl, `drop database ${name}`);
    },
  };
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const server = openServer(serverUrl, { poolSize: 1 });
  try {
    await server.db.execute(sql.raw(statement));
  } finally {
    await server.close();
  }
}
