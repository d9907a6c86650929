import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { identifyBot, introduceBot } from '../../src/bot/connect-bot.ts';
import { createTelegram } from '../../src/bot/create-telegram.ts';
import { createLogger } from '../../src/logger.ts';

const BOT = { id: 7, is_bot: true, first_name: 'Sáu Rõ', username: 'sau_ro_bot' };
const logger = createLogger('silent');
let server: http.Server | null = null;

/** A server of the Bot API that answers as told, call by call, then goes on with the last. */
async function aTelegramThatAnswers(...answers: { status: number; body: object }[]) {
  const asked: string[] = [];
  server = http.createServer((request, response) => {
    asked.push(request.url?.split('/').at(-1) ?? '');
    const { status, body } = answers[Math.min(asked.length, answers.length) - 1] ?? { status: 500, body: {} };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready));
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { telegram: createTelegram('7:token', { apiRoot }), asked };
}

const ok = (result: unknown) => ({ status: 200, body: { ok: true, result } });
const error = (status: number, description: string) => ({
  status,
  body: { ok: false, error_code: status, description },
});

afterEach(() => {
  server?.close();
});

it('waits for a Telegram that is not there yet', async () => {
  const { telegram, asked } = await aTelegramThatAnswers(error(502, 'Bad Gateway'), ok(BOT));
  expect(await identifyBot(telegram, logger)).toEqual(BOT);
  expect(asked).toEqual(['getMe', 'getMe']);
});

it('names the setting when the token is refused, and does not go on asking', async () => {
  const { telegram, asked } = await aTelegramThatAnswers(error(401, 'Unauthorized'));
  await expect(identifyBot(telegram, logger)).rejects.toThrow(/^BOT_TOKEN is refused/);
  expect(asked).toHaveLength(1);
});

it('works with a server that knows only the essential methods', async () => {
  const { telegram, asked } = await aTelegramThatAnswers(error(404, 'Not Found'));
  await introduceBot(telegram, null, logger);
  expect(asked).toContain('deleteWebhook');
  expect(asked).toContain('setMyCommands');
});
