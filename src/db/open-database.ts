import { join } from 'node:path';
import { type Connection, openEmbedded, openServer } from './client.ts';
import { type AnswerRequest, holdFolder } from './embedded-folder.ts';
import { migrateDatabase } from './migrate.ts';
import { outlastOutages } from './outages.ts';
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

async function openAndMigrateServer(
  databaseUrl: string,
  onWaiting: ((error: unknown) => void) | undefined,
): Promise<Connection> {
  const open = async () => {
    const connection = openServer(databaseUrl);
    await migrateOrClose(connection);
    return connection;
  };
  return onWaiting === undefined ? open() : outlastOutages(open, onWaiting);
}

async function migrateOrClose(connection: Connection): Promise<void> {
  try {
    await migrateDatabase(connection.db);
  } catch (error) {
    await connection.close();
    throw error;
  }
}
