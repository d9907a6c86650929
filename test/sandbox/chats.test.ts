import { beforeEach, describe, expect, it } from 'vitest';
import type { SandboxServer } from '../../src/sandbox/server.ts';
import { AN, call, GROUP, startSandbox } from './sandbox-fixture.ts';

let server: SandboxServer;

beforeEach(async () => {
  server = await startSandbox();
});

describe('what the bot can ask about chats', () => {
  it('is who it is itself', async () => {
    const { result } = await call(server, 'getMe');
    expect(result).toMatchObject({
      id: 4242,
      is_bot: true,
      first_name: 'Trợ lý 6 rõ',
      username: 'sau_ro_bot',
    });
  });

  it('is a private chat or a group, and its members', async () => {
    expect((await call(server, 'getChat', { chat_id: AN })).result).toMatchObject({
      type: 'private',
      first_name: 'Nguyễn Thị An',
    });
    expect((await call(server, 'getChat', { chat_id: GROUP })).result).toMatchObject({
      type: 'supergroup',
      title: 'Sở KH&CN',
    });
    expect((await call(server, 'getChatMemberCount', { chat_id: GROUP })).result).toBe(3);
    expect((await call(server, 'getChat', { chat_id: -1 })).description).toBe('Bad Request: chat not found');
  });

  it('is who belongs to a group and who administers it', async () => {
    await server.sendText(77, 77, 'xin chào');
    const statusOf = async (userId: number) =>
      (await call(server, 'getChatMember', { chat_id: GROUP, user_id: userId })).result?.status;
    expect([await statusOf(AN), await statusOf(77), await statusOf(4242), await statusOf(5)]).toEqual([
      'member',
      'left',
      'administrator',
      undefined,
    ]);
    const { result } = await call(server, 'getChatAdministrators', { chat_id: GROUP });
    expect(result).toMatchObject([{ status: 'administrator', user: { id: 4242 } }]);
    expect((await call(server, 'getChatAdministrators', { chat_id: AN })).ok).toBe(false);
  });

  it('ends in a group that it leaves', async () => {
    await call(server, 'leaveChat', { chat_id: GROUP });
    expect((await call(server, 'sendMessage', { chat_id: GROUP, text: 'a' })).error_code).toBe(403);
  });
});

describe('the bot’s own settings', () => {
  it('hold commands by scope', async () => {
    const commands = [{ command: 'kpi', description: 'Số liệu' }];
    const scope = { type: 'chat', chat_id: AN };
    await call(server, 'setMyCommands', { commands, scope });
    expect((await call(server, 'getMyCommands', { scope })).result).toEqual(commands);
    expect((await call(server, 'getMyCommands')).result).toEqual([]);
    expect(server.commandsOf(AN, AN)).toEqual(commands);
  });

  it.each([
    ['Kpi', 'x', 'BOT_COMMAND_INVALID'],
    ['việc', 'x', 'BOT_COMMAND_INVALID'],
    ['viec', '', 'BOT_COMMAND_DESCRIPTION_INVALID'],
  ])('refuse the command %j with description %j', async (command, description, reason) => {
    expect((await call(server, 'setMyCommands', { commands: [{ command, description }] })).description).toBe(
      `Bad Request: ${reason}`,
    );
  });

  it.each([
    'setMyName',
    'setMyDescription',
    'setMyShortDescription',
    'setChatMenuButton',
    'pinChatMessage',
    'close',
  ])('accept %s', async (method) => {
    expect(await call(server, method)).toEqual({ ok: true, result: true });
  });
});

describe('a chat action', () => {
  it('is accepted when Telegram knows it', async () => {
    expect((await call(server, 'sendChatAction', { chat_id: GROUP, action: 'typing' })).result).toBe(true);
    expect((await call(server, 'sendChatAction', { chat_id: GROUP, action: 'dancing' })).error_code).toBe(
      400,
    );
  });
});

describe('several messages', () => {
  it('are deleted at once, those that are gone skipped', async () => {
    for (const text of ['một', 'hai', 'ba']) await call(server, 'sendMessage', { chat_id: GROUP, text });
    expect((await call(server, 'deleteMessages', { chat_id: GROUP, message_ids: [1, 3, 9] })).result).toBe(
      true,
    );
    expect(server.messagesOf(GROUP).map((message) => message.text)).toEqual(['hai']);
  });
});
