import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { SandboxServer } from '../../src/sandbox/server.ts';
import { AN, call, GROUP, PIXEL, startSandbox, upload } from './sandbox-fixture.ts';

let server: SandboxServer;

beforeEach(async () => {
  server = await startSandbox();
  await server.openChat(AN);
});

const keyboard = { inline_keyboard: [[{ text: 'Hoàn tác', callback_data: 'u:1' }]] };

async function digestOf(method: string, fields: Record<string, unknown>): Promise<string | null> {
  await call(server, method, fields);
  return server.calls().at(-1)?.digest ?? null;
}

describe('a call in the log', () => {
  it('tells which message it created or edited, and when by either clock', async () => {
    await call(server, 'sendMessage', { chat_id: AN, text: 'một' });
    await call(server, 'editMessageText', { chat_id: AN, message_id: 1, text: 'hai' });
    await call(server, 'editMessageText', { chat_id: AN, message_id: 9, text: 'hai' });
    await call(server, 'sendChatAction', { chat_id: AN, action: 'typing' });
    expect(server.calls()).toMatchObject([
      { messageId: 1, ok: true, tookEffect: true, end: 'answered', businessAt: '2026-06-05T00:30:00.000Z' },
      { messageId: 1, ok: true, tookEffect: true, end: 'answered' },
      { messageId: null, ok: false, tookEffect: false, end: 'answered', errorCode: 400 },
      { messageId: null, ok: true, tookEffect: true },
    ]);
  });

  it('has a digest that is equal for equal text and keyboard only, and shows neither', async () => {
    const fields = { chat_id: AN, text: 'bí mật', reply_markup: keyboard };
    const digest = await digestOf('sendMessage', fields);
    expect(digest).toMatch(/^[0-9a-f]{16}$/);
    expect(await digestOf('sendMessage', { ...fields, chat_id: GROUP })).toBe(digest);
    expect(await digestOf('sendMessage', { ...fields, reply_markup: JSON.stringify(keyboard) })).toBe(digest);
    expect(await digestOf('sendMessage', { chat_id: AN, text: 'bí mật' })).not.toBe(digest);
    expect(await digestOf('sendMessage', { ...fields, text: 'bí mật!' })).not.toBe(digest);
    expect(await digestOf('getChat', { chat_id: AN })).toBeNull();
    expect(JSON.stringify(server.calls())).not.toContain('mật');
  });

  it('takes a caption for its text', async () => {
    const photo = { photo: { bytes: PIXEL, name: 'a.png' } };
    await upload(server, 'sendPhoto', { chat_id: String(AN), caption: 'bí mật' }, photo);
    expect(await digestOf('sendMessage', { chat_id: AN, text: 'bí mật' })).toBe(server.calls()[0]?.digest);
  });

  it('keeps how long a 429 said to wait', async () => {
    server.failRandomly({ seed: 1, rates: { tooManyRequests: 1 }, retryAfterSeconds: 7 });
    await call(server, 'sendMessage', { chat_id: AN, text: 'a' });
    expect(server.calls()).toMatchObject([{ errorCode: 429, retryAfter: 7, tookEffect: false }]);
  });

  it.each([
    ['cutBefore', 'cutBefore', false],
    ['cutAfter', 'cutAfter', true],
    ['hangBefore', 'hung', false],
    ['hangAfter', 'hung', true],
  ] as const)('is there after %s too, as %s', async (kind, end, tookEffect) => {
    server.failNext({ kind });
    const calling = call(server, 'sendMessage', { chat_id: AN, text: 'a' });
    const failed = expect(calling).rejects.toThrow();
    await expect.poll(() => server.calls()).toHaveLength(1);
    expect(server.calls()).toMatchObject([{ end, tookEffect, ok: false, messageId: tookEffect ? 1 : null }]);
    expect(server.messagesOf(AN)).toHaveLength(tookEffect ? 1 : 0);
    await server.close();
    await failed;
  });

  it('stands in the file before the bot is answered', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'calls-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = path.join(folder, 'calls.jsonl');
    const logged = await startSandbox({ callLog: file });
    await call(logged, 'sendMessage', { chat_id: GROUP, text: 'a' });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(logged.calls()[0]);
  });
});
