import { describe, expect, it } from 'vitest';
import type { SandboxServer } from '../../src/sandbox/server.ts';
import type { StoredMessage } from '../../src/sandbox/telegram-types.ts';
import { AN, BINH, call, GROUP, PIXEL, startSandbox } from './sandbox-fixture.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
async function page(server: SandboxServer, path: string, body?: unknown): Promise<any> {
  const json = { 'content-type': 'application/json' };
  const post = { method: 'POST', headers: json, body: JSON.stringify(body) };
  const response = await fetch(`${server.url}/sandbox/api${path}`, body === undefined ? {} : post);
  return response.json();
}

/** Reads the event stream until an event of this name arrives. */
async function nextEvent(
  server: SandboxServer,
  view: string,
  name: string,
  act: () => Promise<unknown>,
): Promise<unknown> {
  const response = await fetch(`${server.url}/sandbox/api/events?${view}`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  await act();
  for (;;) {
    const found = new RegExp(`event: ${name}\\ndata: (.*)\\n\\n`).exec(text);
    if (found) {
      await reader?.cancel();
      return JSON.parse(found[1] ?? '');
    }
    const chunk = await reader?.read();
    if (!chunk || chunk.done) throw new Error(`the stream ended without ${name}`);
    text += chunk.value;
  }
}

describe('the page', () => {
  it('is served with its files, and may load nothing from elsewhere', async () => {
    const server = await startSandbox();
    const response = await fetch(server.url);
    const html = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(html).not.toMatch(/https?:\/\//);
    for (const [, file] of html.matchAll(/(?:src|href)="([\w-]+\.\w+)"/g)) {
      expect((await fetch(`${server.url}/${file}`)).status).toBe(200);
    }
    const script = await (await fetch(`${server.url}/app.js`)).text();
    for (const [, file] of script.matchAll(/from '\.\/([\w-]+\.js)'/g)) {
      expect((await fetch(`${server.url}/${file}`)).status).toBe(200);
    }
  });

  it('lists people in their order with what they have not read', async () => {
    const server = await startSandbox();
    await server.openChat(AN);
    await call(server, 'sendMessage', { chat_id: AN, text: 'một' });
    await call(server, 'sendMessage', { chat_id: AN, text: 'hai' });
    const overview = await page(server, '/overview');
    expect(
      overview.people.map((person: { name: string; unread: number }) => [person.name, person.unread]),
    ).toEqual([
      ['Trần Văn Bình', 0],
      ['Nguyễn Thị An', 2],
    ]);
    expect(overview.groups).toMatchObject([{ chatId: GROUP, memberIds: [AN, BINH], unread: 0 }]);
    await page(server, `/chats/${AN}/read`, {});
    expect((await page(server, '/overview')).people[1].unread).toBe(0);
  });

  it('writes, presses and uploads for a person', async () => {
    const server = await startSandbox();
    await page(server, `/chats/${AN}/messages`, { userId: AN, text: '/viec' });
    await page(server, `/chats/${AN}/presses`, { userId: AN, messageId: 1, data: 'v:1' });
    const form = new FormData();
    form.set('userId', String(AN));
    form.set('kind', 'photo');
    form.set('file', new Blob([new Uint8Array(PIXEL)]), 'ảnh.png');
    const address = `${server.url}/sandbox/api/chats/${AN}/files`;
    const sent = (await (await fetch(address, { method: 'POST', body: form })).json()) as StoredMessage;
    const { result } = await call(server, 'getUpdates');
    expect(result.map((update: object) => Object.keys(update)[1])).toEqual([
      'message',
      'callback_query',
      'message',
    ]);
    const picture = await fetch(`${server.url}/sandbox/api/files/${sent.photo?.[0]?.file_id}`);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(PIXEL);
  });

  it('says why something was refused', async () => {
    const server = await startSandbox();
    expect(await page(server, `/chats/${GROUP}/messages`, { userId: 5, text: 'a' })).toEqual({
      error: 'Bad Request: the person is not a member of the group',
    });
    expect(await page(server, '/clock', { to: 'nextHour' })).toHaveProperty('error');
  });

  it('reads a long chat from its end, page by page', async () => {
    const server = await startSandbox();
    for (let count = 1; count <= 60; count++) await server.sendText(AN, AN, String(count));
    const newest = await page(server, `/chats/${AN}/messages`);
    expect(newest.hasEarlier).toBe(true);
    expect(newest.messages.map((message: { text: string }) => Number(message.text))).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 11),
    );
    const earlier = await page(server, `/chats/${AN}/messages?before=11`);
    expect(earlier).toMatchObject({ hasEarlier: false });
    expect(earlier.messages).toHaveLength(10);
  });

  it('offers the commands of the narrowest scope', async () => {
    const server = await startSandbox();
    const set = (command: string, scope?: object) =>
      call(server, 'setMyCommands', {
        commands: [{ command, description: 'x' }],
        ...(scope ? { scope } : {}),
      });
    await set('chung');
    await set('nhom', { type: 'all_group_chats' });
    await set('rieng', { type: 'chat', chat_id: AN });
    const offered = async (chatId: number, userId: number) =>
      (await page(server, `/chats/${chatId}/commands?userId=${userId}`)).map(
        (entry: { command: string }) => entry.command,
      );
    expect(await offered(AN, AN)).toEqual(['rieng']);
    expect(await offered(BINH, BINH)).toEqual(['chung']);
    expect(await offered(GROUP, AN)).toEqual(['nhom']);
    await call(server, 'deleteMyCommands', { scope: { type: 'chat', chat_id: AN } });
    expect(await offered(AN, AN)).toEqual(['chung']);
  });

  it('hears whole messages of the open chat, and only counts of the others', async () => {
    const server = await startSandbox();
    await server.openChat(AN);
    const write = () => call(server, 'sendMessage', { chat_id: AN, text: 'riêng tư' });
    expect(await nextEvent(server, `chatId=${AN}&userId=${AN}`, 'message', write)).toMatchObject({
      text: 'riêng tư',
    });
    expect(await nextEvent(server, `chatId=${GROUP}&userId=${BINH}`, 'unread', write)).toEqual({
      chatId: AN,
      count: 2,
    });
  });

  it('hears the answer to the own press', async () => {
    const server = await startSandbox();
    await server.sendText(AN, AN, 'a');
    const press = async () => {
      const { queryId } = await page(server, `/chats/${AN}/presses`, { userId: AN, messageId: 1, data: 'x' });
      await call(server, 'answerCallbackQuery', { callback_query_id: queryId, text: 'Đã nắm' });
    };
    expect(await nextEvent(server, `chatId=${AN}&userId=${AN}`, 'answer', press)).toMatchObject({
      text: 'Đã nắm',
      isAlert: false,
    });
  });
});

describe('the clock of the page', () => {
  it('moves by an hour, to a morning, to Monday, to a moment, and back to the start', async () => {
    const start = new Date('2026-06-05T00:30:00Z');
    let now = start;
    const clockControl = {
      now: () => now,
      moveTo: async (instant: Date) => {
        now = instant;
      },
      nextWorkingMorning: () => new Date('2026-06-08T00:30:00Z'),
      nextMonday: () => new Date('2026-06-15T00:30:00Z'),
      reset: async () => {
        now = start;
      },
    };
    const server = await startSandbox({ clock: clockControl, clockControl });
    const moves: [Record<string, string>, string][] = [
      [{ to: 'nextHour' }, '2026-06-05T01:30:00.000Z'],
      [{ to: 'nextWorkingMorning' }, '2026-06-08T00:30:00.000Z'],
      [{ to: 'nextMonday' }, '2026-06-15T00:30:00.000Z'],
      [{ to: 'instant', instant: '2026-09-02T07:30:00+07:00' }, '2026-09-02T00:30:00.000Z'],
      [{ to: 'start' }, '2026-06-05T00:30:00.000Z'],
    ];
    for (const [move, expected] of moves)
      expect(await page(server, '/clock', move)).toEqual({ now: expected });
    expect(await page(server, '/clock', { to: 'nowhere' })).toHaveProperty('error');
  });
});
