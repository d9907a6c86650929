import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openServer } from '../../src/db/client.ts';
import { outlastOutages } from '../../src/db/outages.ts';

/** A port on which nothing listens. */
async function aDeadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

describe('Work while the database’s server is away', () => {
  it('is done again until it is back, and the outage is said once', async () => {
    const deadUrl = `postgres://nobody@127.0.0.1:${await aDeadPort()}/none`;
    const said: unknown[] = [];
    let tries = 0;
    const work = async () => {
      tries += 1;
      if (tries > 2) return 'done';
      const connection = openServer(deadUrl);
      try {
        await connection.db.execute('select 1');
      } finally {
        await connection.close();
      }
      return 'unreachable';
    };
    expect(await outlastOutages(work, (error) => said.push(error))).toBe('done');
    expect(tries).toBe(3);
    expect(said).toHaveLength(1);
  });

  it('is not done again after a mistake of ours', async () => {
    let tries = 0;
    const work = async () => {
      tries += 1;
      throw new Error('no such column');
    };
    await expect(outlastOutages(work, () => {})).rejects.toThrow('no such column');
    expect(tries).toBe(1);
  });
});
