import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { SandboxServer } from '../../src/sandbox/server.ts';
import { AN, BINH, call, GROUP, startSandbox } from './sandbox-fixture.ts';

const HOUR_MS = 60 * 60 * 1000;

let server: SandboxServer;

beforeEach(async () => {
  server = await startSandbox();
});

async function textsOf(fields: Record<string, unknown> = {}): Promise<string[]> {
  const { result } = await call(server, 'getUpdates', fields);
  return result.map((update: { message: { text: string } }) => update.message.text);
}

async function idsOf(): Promise<number[]> {
  const { result } = await call(server, 'getUpdates');
  return result.map((update: { update_id: number }) => update.update_id);
}

describe('what a person writes', () => {
  it('arrives with sender, chat, clock and command', async () => {
    await server.sendText(AN, AN, '/kpi thang 6');
    const { result } = await call(server, 'getUpdates');
    expect(result).toHaveLength(1);
    expect(result[0].message).toEqual({
      message_id: 1,
      date: Date.parse('2026-06-05T00:30:00Z') / 1000,
      from: { id: AN, is_bot: false, first_name: 'Nguyễn Thị An', language_code: 'vi' },
      chat: { id: AN, type: 'private', first_name: 'Nguyễn Thị An' },
      text: '/kpi thang 6',
      entities: [{ type: 'bot_command', offset: 0, length: 4 }],
    });
  });

  it('marks mentions and links, and takes no date for a command', async () => {
    const { entities } = await server.sendText(
      BINH,
      GROUP,
      '@sau_ro_bot hạn 05/6/2026, xem https://x.vn/a/b',
    );
    expect(entities).toEqual([
      { type: 'mention', offset: 0, length: 11 },
      { type: 'url', offset: 31, length: 16 },
    ]);
  });

  it('opens the private chat for the bot', async () => {
    await server.sendText(AN, AN, '/start');
    expect((await call(server, 'sendMessage', { chat_id: AN, text: 'Chào anh/chị' })).ok).toBe(true);
  });

  it('comes from a stranger too, and is refused in a group of others or from one who blocked the bot', async () => {
    expect((await server.sendText(77, 77, 'xin chào')).from.first_name).toBe('ID 77');
    await expect(server.sendText(77, GROUP, 'a')).rejects.toThrow('not a member');
    await expect(server.sendText(AN, BINH, 'a')).rejects.toThrow('belongs to one person');
    await server.setAccess(AN, AN, 'blocked');
    await expect(server.sendText(AN, AN, 'a')).rejects.toThrow('blocked');
  });

  it('holds the whole message that it replies to', async () => {
    await server.openChat(AN);
    await call(server, 'sendMessage', { chat_id: AN, text: 'NV12 đến hạn' });
    await server.sendText(AN, AN, 'xong', { replyTo: 1 });
    const { result } = await call(server, 'getUpdates');
    expect(result[0].message.reply_to_message).toMatchObject({
      text: 'NV12 đến hạn',
      from: { is_bot: true },
    });
  });

  it('can be edited by its author, and only by them', async () => {
    const { message_id: id } = await server.sendText(BINH, GROUP, 'NV12 xong 40%');
    await server.editText(BINH, GROUP, id, 'NV12 xong 60%');
    await expect(server.editText(AN, GROUP, id, 'x')).rejects.toThrow("can't be edited");
    const { result } = await call(server, 'getUpdates');
    expect(result[1].edited_message).toMatchObject({ message_id: id, text: 'NV12 xong 60%' });
  });

  it('tells the bot when somebody blocks it, and when it is taken back', async () => {
    await server.openChat(AN);
    await server.setAccess(AN, AN, 'blocked');
    await server.setAccess(AN, AN, 'open');
    const { result } = await call(server, 'getUpdates');
    const states = result.map(
      (update: { my_chat_member: { new_chat_member: { status: string } } }) =>
        update.my_chat_member.new_chat_member.status,
    );
    expect(states).toEqual(['kicked', 'member']);
  });
});

describe('getUpdates', () => {
  it('gives the same updates again until an offset confirms them', async () => {
    for (const text of ['một', 'hai', 'ba']) await server.sendText(AN, AN, text);
    const [first = 0] = await idsOf();
    expect(await textsOf({ limit: 2 })).toEqual(['một', 'hai']);
    expect(await textsOf({ limit: 2 })).toEqual(['một', 'hai']);
    expect(await textsOf({ offset: first + 2 })).toEqual(['ba']);
    expect(await textsOf()).toEqual(['ba']);
    expect(await textsOf({ offset: first + 3 })).toEqual([]);
  });

  it('numbers updates one after another', async () => {
    for (const text of ['một', 'hai', 'ba']) await server.sendText(AN, AN, text);
    const [first = 0, ...rest] = await idsOf();
    expect(rest).toEqual([first + 1, first + 2]);
  });

  it('keeps only the last ones for a negative offset', async () => {
    for (const text of ['một', 'hai', 'ba']) await server.sendText(AN, AN, text);
    expect(await textsOf({ offset: -2 })).toEqual(['hai', 'ba']);
    expect(await textsOf()).toEqual(['hai', 'ba']);
  });

  it('waits, and returns as soon as an update arrives', async () => {
    const polled = textsOf({ timeout: 25 });
    await server.sendText(AN, AN, 'đây');
    expect(await polled).toEqual(['đây']);
  });

  it('returns nothing when the wait is over', async () => {
    expect(await textsOf({ timeout: 1 })).toEqual([]);
  });

  it('leaves out kinds that the bot did not ask for, until it asks anew', async () => {
    await call(server, 'getUpdates', { allowed_updates: ['callback_query'] });
    await server.sendText(AN, AN, 'không ai nghe');
    await call(server, 'getUpdates', { allowed_updates: [] });
    await server.sendText(AN, AN, 'nghe rồi');
    expect(await textsOf()).toEqual(['nghe rồi']);
  });

  it('keeps an update for 24 hours, and no longer', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    await server.sendText(AN, AN, 'hôm qua');
    vi.advanceTimersByTime(12 * HOUR_MS);
    await server.sendText(AN, AN, 'trưa qua');
    vi.advanceTimersByTime(12 * HOUR_MS - 1);
    expect(await textsOf()).toEqual(['hôm qua', 'trưa qua']);
    vi.advanceTimersByTime(1);
    expect(await textsOf()).toEqual(['trưa qua']);
  });

  it('is ended with 409 when a webhook is set', async () => {
    const polled = call(server, 'getUpdates', { timeout: 25 });
    await call(server, 'getMe');
    await call(server, 'setWebhook', { url: 'http://127.0.0.1:9/hook' });
    expect(await polled).toEqual({
      ok: false,
      error_code: 409,
      description: 'Conflict: terminated by setWebhook request',
    });
    expect((await call(server, 'getUpdates')).description).toBe(
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  });

  it('ends an older poll with 409 when a second one begins', async () => {
    const older = call(server, 'getUpdates', { timeout: 25 });
    // Another call is answered only after the older poll was taken in.
    await call(server, 'getMe');
    const newer = call(server, 'getUpdates', { timeout: 25 });
    expect(await older).toMatchObject({
      error_code: 409,
      description: expect.stringContaining('terminated by other'),
    });
    await server.sendText(AN, AN, 'cho người mới');
    expect((await newer).result).toHaveLength(1);
  });
});

describe('a button press', () => {
  it('goes to the bot and its answer comes back to the person, once', async () => {
    await server.openChat(AN);
    const reply_markup = { inline_keyboard: [[{ text: 'Hoàn tác', callback_data: 'undo:1' }]] };
    await call(server, 'sendMessage', { chat_id: AN, text: 'Đã ghi nhận', reply_markup });
    const queryId = await server.pressButton(AN, AN, 1, 'undo:1');
    const { result } = await call(server, 'getUpdates');
    expect(result[0].callback_query).toMatchObject({
      id: queryId,
      from: { id: AN },
      data: 'undo:1',
      message: { message_id: 1, text: 'Đã ghi nhận', reply_markup },
    });
    const answer = { callback_query_id: queryId, text: 'Đã hoàn tác', show_alert: true };
    expect((await call(server, 'answerCallbackQuery', answer)).result).toBe(true);
    expect(await server.waitForAnswer(queryId)).toEqual({
      queryId,
      userId: AN,
      text: 'Đã hoàn tác',
      isAlert: true,
    });
    expect((await call(server, 'answerCallbackQuery', answer)).description).toBe(
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    );
  });
});

describe('a webhook', () => {
  let receiver: Server;

  it('gets each update in order, again after a failure, with its secret; polling is refused meanwhile', async () => {
    const bodies: { message: { text: string } }[] = [];
    const secrets = new Set<string | string[] | undefined>();
    const done = new Promise<void>((resolve) => {
      receiver = createServer((request, response) => {
        secrets.add(request.headers['x-telegram-bot-api-secret-token']);
        void json(request).then((body) => {
          bodies.push(body as { message: { text: string } });
          response.writeHead(bodies.length === 1 ? 500 : 200).end();
          if (bodies.length === 3) resolve();
        });
      }).listen(0, '127.0.0.1');
    });
    await new Promise((resolve) => receiver.once('listening', resolve));
    const { port } = receiver.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/hook`;
    await call(server, 'setWebhook', { url, secret_token: 'bi-mat' });
    expect((await call(server, 'getWebhookInfo')).result.url).toBe(url);
    expect((await call(server, 'getUpdates')).error_code).toBe(409);
    await server.sendText(AN, AN, 'một');
    await server.sendText(AN, AN, 'hai');
    await done;
    expect(bodies.map((body) => body.message.text)).toEqual(['một', 'một', 'hai']);
    expect([...secrets]).toEqual(['bi-mat']);
    await call(server, 'deleteWebhook');
    expect((await call(server, 'getUpdates')).ok).toBe(true);
    receiver.close();
  });
});
