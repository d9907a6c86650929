import { timingSafeEqual } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import type { RunningBot } from '../bot/run-bot.ts';
import { checkHealth, type HealthSources } from './health.ts';

export interface HttpOptions {
  host: string;
  port: number;
  bot: RunningBot;
  health: HealthSources;
  /** Where Telegram delivers updates; none: long polling. */
  webhook: { url: string; secret: string } | null;
}

/** Health for whoever watches the process, and the webhook. */
export async function startHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const server = Fastify({ logger: false });
  server.get('/healthz', async (_request, reply) => {
    const health = await checkHealth(options.health);
    return reply.code(health.ok ? 200 : 503).send(health);
  });
  if (options.webhook !== null) addWebhook(server, options.bot, options.webhook);
  await server.listen({ host: options.host, port: options.port });
  return server;
}

/** 200 only once the update is stored: what is not acknowledged is delivered again. */
function addWebhook(
  server: FastifyInstance,
  bot: RunningBot,
  webhook: { url: string; secret: string },
): void {
  server.post(new URL(webhook.url).pathname, async (request, reply) => {
    const secret = request.headers['x-telegram-bot-api-secret-token'];
    if (typeof secret !== 'string' || !isSame(secret, webhook.secret)) return reply.code(401).send();
    // What is no update has nobody behind it; refused, it would only come again.
    if (isUpdate(request.body)) await bot.accept(request.body);
    return reply.code(200).send();
  });
}

const isUpdate = (body: unknown): boolean =>
  Number.isSafeInteger((body as { update_id?: unknown } | null)?.update_id);

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
