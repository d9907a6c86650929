import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunningBot } from '../../src/bot/run-bot.ts';
import { type Connection, openEmbedded } from '../../src/db/client.ts';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { startHttpServer } from '../../src/http/server.ts';

const SECRET = 'a-secret-that-only-telegram-knows';
let server: FastifyInstance | null = null;
let connection: Connection | null = null;

afterEach(async () => {
  await server?.close();
  await connection?.close();
  connection = null;
});

/** The server with a bot that stores an update, or cannot. */
async function start(options: { accept?: (update: unknown) => Promise<void>; intakeAt?: Date | null }) {
  connection = await openEmbedded(null);
  await migrateDatabase(connection.db);
  server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    bot: { accept: options.accept ?? (async () => {}) } as RunningBot,
    webhook: { url: 'https://bot.example/telegram', secret: SECRET },
    health: {
      db: connection.db,
      lastIntakeAt: () => options.intakeAt ?? null,
      lastTickAt: () => new Date(),
    },
  });
  return server;
}

const deliver = (to: FastifyInstance, secret: string) =>
  to.inject({
    method: 'POST',
    url: '/telegram',
    headers: { 'x-telegram-bot-api-secret-token': secret },
    payload: { update_id: 1 },
  });

describe('the webhook', () => {
  it('says 200 once the update is stored', async () => {
    const stored: unknown[] = [];
    const to = await start({
      accept: async (update) => {
        stored.push(update);
      },
    });
    expect((await deliver(to, SECRET)).statusCode).toBe(200);
    expect(stored).toEqual([{ update_id: 1 }]);
  });

  it('refuses whoever does not know the secret, and stores nothing', async () => {
    const stored: unknown[] = [];
    const to = await start({
      accept: async (update) => {
        stored.push(update);
      },
    });
    expect((await deliver(to, 'a guess')).statusCode).toBe(401);
    expect(
      (await to.inject({ method: 'POST', url: '/telegram', payload: { update_id: 1 } })).statusCode,
    ).toBe(401);
    expect(stored).toEqual([]);
  });

  it('does not acknowledge what could not be stored, so that it is delivered again', async () => {
    const to = await start({ accept: () => Promise.reject(new Error('no database')) });
    expect((await deliver(to, SECRET)).statusCode).toBe(500);
  });
});

describe('/healthz', () => {
  it('is well while the database answers, updates come in and reminders are looked after', async () => {
    const answer = await (await start({ intakeAt: new Date() })).inject('/healthz');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      ok: true,
      database: true,
      intake: true,
      scheduler: true,
      updatesSetAside: 0,
      messagesRefused: 0,
    });
  });

  it('says which of them is not', async () => {
    const answer = await (await start({ intakeAt: new Date(Date.now() - 600_000) })).inject('/healthz');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ ok: false, intake: false, database: true });
  });
});
