import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SandboxServer } from '../../src/sandbox/server.ts';
import { AN, BINH, call, GROUP, startSandbox } from './sandbox-fixture.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

describe('after a restart', () => {
  it('messages, open chats, waiting updates, commands and files are there, and numbers go on', async () => {
    const before = await startSandbox({ dataDir });
    await before.sendText(AN, AN, 'một');
    await call(before, 'sendMessage', { chat_id: AN, text: 'hai' });
    await call(before, 'deleteMessage', { chat_id: AN, message_id: 2 });
    await call(before, 'setMyCommands', { commands: [{ command: 'kpi', description: 'Số liệu' }] });
    const file = await before.sendFile(AN, AN, {
      name: 'a.txt',
      bytes: Buffer.from('nội dung'),
      kind: 'document',
    });
    const waiting = (await call(before, 'getUpdates')).result;
    await before.close();

    const after = await startSandbox({ dataDir });
    expect(after.messagesOf(AN).map((message) => message.message_id)).toEqual([1, 3]);
    expect((await call(after, 'getUpdates')).result).toEqual(waiting);
    expect((await call(after, 'getMyCommands')).result).toEqual([{ command: 'kpi', description: 'Số liệu' }]);
    expect((await call(after, 'getFile', { file_id: file.document?.file_id })).result.file_size).toBe(10);
    expect((await call(after, 'sendMessage', { chat_id: AN, text: 'bốn' })).result.message_id).toBe(4);
    const [last] = waiting.slice(-1);
    expect((await call(after, 'getUpdates', { offset: last.update_id + 1 })).result).toEqual([]);
    await after.sendText(AN, AN, 'năm');
    expect((await call(after, 'getUpdates')).result[0].update_id).toBe(last.update_id + 1);
  });

  it('a press that was waiting can still be answered', async () => {
    const before = await startSandbox({ dataDir });
    await before.sendText(AN, AN, 'một');
    const queryId = await before.pressButton(AN, AN, 1, 'x');
    await before.close();
    const after = await startSandbox({ dataDir });
    expect((await call(after, 'answerCallbackQuery', { callback_query_id: queryId })).ok).toBe(true);
  });

  it('a half-written last line of a killed process is dropped', async () => {
    const before = await startSandbox({ dataDir });
    await before.sendText(AN, AN, 'một');
    await before.close();
    appendFileSync(path.join(dataDir, 'journal.jsonl'), '{"kind":"message","mess');
    const after = await startSandbox({ dataDir });
    expect(after.messagesOf(AN)).toHaveLength(1);
    await after.sendText(AN, AN, 'hai');
    await after.close();
    const third = await startSandbox({ dataDir });
    expect(third.messagesOf(AN)).toHaveLength(2);
  });

  it('the call log is a file of one record a line, without texts', async () => {
    const server = await startSandbox({ dataDir });
    await call(server, 'sendMessage', { chat_id: GROUP, text: 'chuyện riêng' });
    const [record = ''] = readFileSync(path.join(dataDir, 'calls.jsonl'), 'utf8').split('\n');
    expect(JSON.parse(record)).toMatchObject({
      method: 'sendMessage',
      chatId: GROUP,
      ok: true,
      textLength: 12,
    });
    expect(record).not.toContain('riêng');
  });
});

describe('clearing', () => {
  it('forgets chats and waiting updates, and takes no number twice', async () => {
    const server = await startSandbox();
    await server.sendText(AN, AN, 'một');
    const [before] = (await call(server, 'getUpdates')).result;
    server.clear();
    expect(server.messagesOf(AN)).toEqual([]);
    expect((await server.sendText(AN, AN, 'hai')).message_id).toBe(2);
    const { result } = await call(server, 'getUpdates');
    expect(result.map((update: { update_id: number }) => update.update_id)).toEqual([before.update_id + 1]);
  });
});

describe('strangers', () => {
  function statusOf(
    server: SandboxServer,
    method: string,
    url: string,
    headers: Record<string, string>,
  ): Promise<number> {
    return new Promise((resolve, reject) => {
      const outgoing = request(`${server.url}${url}`, { method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      outgoing.on('error', reject).end();
    });
  }

  it('are refused by the name of the host that they ask for', async () => {
    const server = await startSandbox();
    const { port } = new URL(server.url);
    expect(await statusOf(server, 'GET', '/', { host: `evil.example:${port}` })).toBe(403);
    expect(await statusOf(server, 'GET', '/', { host: '127.0.0.1:1' })).toBe(403);
    expect(await statusOf(server, 'GET', '/', { host: `localhost:${port}` })).toBe(200);
    expect(await statusOf(server, 'GET', '/', { host: `[::1]:${port}` })).toBe(200);
  });

  it('are refused when a page from elsewhere would change something', async () => {
    const server = await startSandbox();
    const address = `/sandbox/api/chats/${AN}/read`;
    expect(await statusOf(server, 'POST', address, { origin: 'https://evil.example' })).toBe(403);
    expect(await statusOf(server, 'POST', address, { origin: server.url })).toBe(200);
    expect(await statusOf(server, 'POST', address, {})).toBe(200);
  });
});

describe('failures on request', () => {
  it('come as an error with retry_after, for the calls that were named', async () => {
    const server = await startSandbox();
    await server.openChat(AN);
    await server.openChat(BINH);
    server.failNext({
      kind: 'error',
      method: 'sendMessage',
      chatId: AN,
      code: 429,
      description: 'Too Many Requests: retry after 3',
      parameters: { retry_after: 3 },
    });
    expect((await call(server, 'sendMessage', { chat_id: BINH, text: 'a' })).ok).toBe(true);
    expect(await call(server, 'sendMessage', { chat_id: AN, text: 'a' })).toMatchObject({
      error_code: 429,
      parameters: { retry_after: 3 },
    });
    expect((await call(server, 'sendMessage', { chat_id: AN, text: 'a' })).ok).toBe(true);
  });

  it('come as a cut line: before the effect or after it', async () => {
    const server = await startSandbox();
    server.failNext({ kind: 'cutBefore' });
    await expect(call(server, 'sendMessage', { chat_id: GROUP, text: 'mất' })).rejects.toThrow();
    server.failNext({ kind: 'cutAfter' });
    await expect(call(server, 'sendMessage', { chat_id: GROUP, text: 'còn' })).rejects.toThrow();
    expect(server.messagesOf(GROUP).map((message) => message.text)).toEqual(['còn']);
  });
});

describe('the pace', () => {
  it('of one message a second in a chat and thirty in all is enforced when asked for', async () => {
    const server = await startSandbox({ enforceRateLimits: true });
    await server.openChat(AN);
    expect((await call(server, 'sendMessage', { chat_id: AN, text: 'a' })).ok).toBe(true);
    expect(await call(server, 'sendMessage', { chat_id: AN, text: 'b' })).toMatchObject({
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
  });
});
