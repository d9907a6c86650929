import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, openEmbedded, openServer } from './client.ts';
import { type AnswerRequest, holdFolder } from './embedded-folder.ts';
import { migrateDatabase } from './migrate.ts';
import { endLeases } from './queries/leases.ts';

export interface OpenDatabase extends Connection {
  /** Answers requests of other processes to an embedded database; a server's database needs none. */
  serve: (answer: AnswerRequest) => void;
}

/**
 * Opens the database and brings its schema up to date: a server by its address, else the embedded one in a folder.
 * @throws FolderHeld while another process has the folder open
 */
export async function openDatabase(place: {
  databaseUrl: string | null;
  folder: string;
  /** Given by a process that outlives an outage: called once, then the server is waited for. */
  onWaiting?: (error: unknown) => void;
}): Promise<OpenDatabase> {
  if (place.databaseUrl !== null) {
    const connection = await openAndMigrateServer(place.databaseUrl, place.onWaiting);
    return { ...connection, serve: () => {} };
  }
  const held = await holdFolder(place.folder);
  try {
    // Beside the socket, not around it: a fresh database wants an empty folder.
    const connection = await openEmbedded(join(place.folder, 'pgdata'));
    await migrateOrClose(connection);
    await endLeases(connection.db);
    return {
      ...connection,
      serve: held.serve,
      close: async () => {
        await connection.close();
        await held.release();
      },
    };
  } catch (error) {
    await held.release();
    throw error;
  }
}

/** The server is there, but cannot serve now: PostgreSQL starting up or shutting down, or too many connections. */
const NOT_NOW = ['57P01', '57P02', '57P03', '53300'];
const NOT_THERE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
];
const LOOK_AGAIN_MS = 2000;

async function openAndMigrateServer(
  databaseUrl: string,
  onWaiting: ((error: unknown) => void) | undefined,
): Promise<Connection> {
  for (let attempt = 0; ; attempt += 1) {
    const connection = openServer(databaseUrl);
    try {
      await migrateOrClose(connection);
      return connection;
    } catch (error) {
      if (onWaiting === undefined || !isOutage(error)) throw error;
      if (attempt === 0) onWaiting(error);
      await sleep(LOOK_AGAIN_MS);
    }
  }
}

function isOutage(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown };
  return [...NOT_NOW, ...NOT_THERE].includes(code ?? '') || (cause !== undefined && isOutage(cause));
}

async function migrateOrClose(connection: Connection): Promise<void> {
  try {
    await migrateDatabase(connection.db);
  } catch (error) {
    await connection.close();
    throw error;
  }
}
