import { beforeEach, describe, expect, it } from 'vitest';
import type { SandboxServer } from '../../src/sandbox/server.ts';
import { AN, BINH, call, GROUP, startSandbox, TOKEN } from './sandbox-fixture.ts';

let server: SandboxServer;

beforeEach(async () => {
  server = await startSandbox();
  await server.openChat(AN);
});

describe('a message of the bot', () => {
  it('is stored with its entities, dated by the clock of the sandbox', async () => {
    const { result } = await call(server, 'sendMessage', {
      chat_id: AN,
      text: 'Đã ghi nhận <b>NV12</b> &lt;60 %&gt;',
      parse_mode: 'HTML',
    });
    expect(result).toMatchObject({
      message_id: 1,
      date: Date.parse('2026-06-05T00:30:00Z') / 1000,
      chat: { id: AN, type: 'private' },
      from: { is_bot: true, username: 'sau_ro_bot' },
      text: 'Đã ghi nhận NV12 <60 %>',
      entities: [{ type: 'bold', offset: 12, length: 4 }],
    });
    expect(server.messagesOf(AN)).toEqual([result]);
  });

  it('may come as address, urlencoded form or JSON, in any case of the method name', async () => {
    const root = `${server.apiRoot}/bot${TOKEN}`;
    await fetch(`${root}/sendmessage?chat_id=${AN}&text=m%E1%BB%99t`);
    await fetch(`${root}/SendMessage`, {
      method: 'POST',
      body: new URLSearchParams({ chat_id: String(AN), text: 'hai', reply_parameters: '{"message_id":1}' }),
    });
    await call(server, 'sendMessage', { chat_id: String(AN), text: 'ba' });
    expect(server.messagesOf(AN).map((message) => message.text)).toEqual(['một', 'hai', 'ba']);
    expect(server.messagesOf(AN)[1]?.reply_to_message?.text).toBe('một');
  });

  it('holds the message that it replies to, but not that one’s own reply', async () => {
    await call(server, 'sendMessage', { chat_id: AN, text: 'một' });
    await call(server, 'sendMessage', { chat_id: AN, text: 'hai', reply_to_message_id: 1 });
    const { result } = await call(server, 'sendMessage', {
      chat_id: AN,
      text: 'ba',
      reply_parameters: { message_id: 2 },
    });
    expect(result.reply_to_message.text).toBe('hai');
    expect(result.reply_to_message.reply_to_message).toBeUndefined();
  });

  it('keeps the topic of a group, and counts message numbers per group', async () => {
    await call(server, 'sendMessage', { chat_id: AN, text: 'riêng' });
    const { result } = await call(server, 'sendMessage', {
      chat_id: GROUP,
      text: 'chung',
      message_thread_id: 7,
    });
    expect(result).toMatchObject({
      message_id: 1,
      message_thread_id: 7,
      chat: { id: GROUP, type: 'supergroup' },
    });
  });

  it('is logged by length, never by text', async () => {
    await call(server, 'sendMessage', { chat_id: AN, text: 'bí mật' });
    await call(server, 'sendMessage', { chat_id: 5, text: 'ai?' });
    expect(server.calls()).toMatchObject([
      { method: 'sendMessage', chatId: AN, ok: true, textLength: 6 },
      { method: 'sendMessage', chatId: 5, ok: false, errorCode: 400 },
    ]);
    expect(JSON.stringify(server.calls())).not.toContain('bí mật');
  });
});

describe('Telegram’s refusals', () => {
  const refusals: [string, Record<string, unknown>, number, string][] = [
    ['an unknown chat', { chat_id: 999, text: 'a' }, 400, 'Bad Request: chat not found'],
    ['no chat', { text: 'a' }, 400, 'Bad Request: chat_id is empty'],
    ['an empty text', { chat_id: AN, text: ' \n ' }, 400, 'Bad Request: message text is empty'],
    ['no text', { chat_id: AN }, 400, 'Bad Request: message text is empty'],
    ['a text over 4096', { chat_id: AN, text: 'ă'.repeat(4097) }, 400, 'Bad Request: message is too long'],
    [
      'a lost message to reply to',
      { chat_id: AN, text: 'a', reply_parameters: { message_id: 77 } },
      400,
      'Bad Request: message to be replied not found',
    ],
    [
      'a person who never wrote',
      { chat_id: BINH, text: 'a' },
      403,
      "Forbidden: bot can't initiate conversation with a user",
    ],
  ];
  it.each(refusals)('%s', async (_, fields, code, description) => {
    expect(await call(server, 'sendMessage', fields)).toEqual({ ok: false, error_code: code, description });
  });

  it('counts the length after the formatting is parsed', async () => {
    const text = `<b>${'ă'.repeat(4096)}</b>`;
    expect((await call(server, 'sendMessage', { chat_id: AN, text, parse_mode: 'HTML' })).ok).toBe(true);
  });

  it.each([
    ['blocked', 'Forbidden: bot was blocked by the user'],
    ['deactivated', 'Forbidden: user is deactivated'],
  ] as const)('a person who is %s', async (access, description) => {
    await server.setAccess(AN, AN, access);
    expect(await call(server, 'sendMessage', { chat_id: AN, text: 'a' })).toMatchObject({
      error_code: 403,
      description,
    });
  });

  it('a group that the bot was removed from', async () => {
    await server.setAccess(BINH, GROUP, 'kicked');
    expect((await call(server, 'sendMessage', { chat_id: GROUP, text: 'a' })).description).toBe(
      'Forbidden: bot was kicked from the supergroup chat',
    );
  });

  it.each(['', 'x'.repeat(65), 'ệ'.repeat(22)])('callback data of 0 or over 64 bytes: %j', async (data) => {
    const reply_markup = { inline_keyboard: [[{ text: 'Bấm', callback_data: data }]] };
    expect((await call(server, 'sendMessage', { chat_id: AN, text: 'a', reply_markup })).description).toBe(
      'Bad Request: BUTTON_DATA_INVALID',
    );
  });

  it('a button that does nothing', async () => {
    const reply_markup = { inline_keyboard: [[{ text: 'Bấm' }]] };
    expect(
      (await call(server, 'sendMessage', { chat_id: AN, text: 'a', reply_markup })).description,
    ).toContain('Text buttons are unallowed in the inline keyboard');
  });

  it('a wrong token and an unknown method', async () => {
    const wrong = await fetch(`${server.apiRoot}/bot1:wrong/getMe`);
    expect(wrong.status).toBe(401);
    expect(await wrong.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' });
    expect(await call(server, 'sendHologram')).toEqual({
      ok: false,
      error_code: 404,
      description: 'Not Found: method not found',
    });
  });
});

describe('editing and deleting', () => {
  const keyboard = { inline_keyboard: [[{ text: 'Hoàn tác', callback_data: 'u:1' }]] };

  beforeEach(async () => {
    await call(server, 'sendMessage', { chat_id: AN, text: 'cũ', reply_markup: keyboard });
  });

  it('changes the text in place and drops a keyboard that is not given again', async () => {
    const { result } = await call(server, 'editMessageText', { chat_id: AN, message_id: 1, text: 'mới' });
    expect(result).toMatchObject({ message_id: 1, text: 'mới', edit_date: expect.any(Number) });
    expect(server.messagesOf(AN)).toHaveLength(1);
    expect(server.messagesOf(AN)[0]?.reply_markup).toBeUndefined();
  });

  it('refuses an edit that changes nothing, also after an earlier edit', async () => {
    const edit = { chat_id: AN, message_id: 1, text: 'mới', reply_markup: keyboard };
    expect((await call(server, 'editMessageText', edit)).ok).toBe(true);
    expect((await call(server, 'editMessageText', edit)).description).toBe(
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as ' +
        'a current content and reply markup of the message',
    );
  });

  it('changes only the keyboard', async () => {
    await call(server, 'editMessageReplyMarkup', { chat_id: AN, message_id: 1 });
    expect(server.messagesOf(AN)[0]).toMatchObject({ text: 'cũ' });
    expect(server.messagesOf(AN)[0]?.reply_markup).toBeUndefined();
  });

  it('refuses messages that are missing, of other people or of another kind', async () => {
    await server.sendText(AN, AN, 'của An');
    const describeEdit = async (method: string, messageId: number) =>
      (await call(server, method, { chat_id: AN, message_id: messageId, text: 'x', caption: 'x' }))
        .description;
    expect(await describeEdit('editMessageText', 9)).toBe('Bad Request: message to edit not found');
    expect(await describeEdit('editMessageText', 2)).toBe("Bad Request: message can't be edited");
    expect(await describeEdit('editMessageCaption', 1)).toBe(
      'Bad Request: there is no caption in the message to edit',
    );
  });

  it('deletes a message once', async () => {
    expect((await call(server, 'deleteMessage', { chat_id: AN, message_id: 1 })).result).toBe(true);
    expect(server.messagesOf(AN)).toEqual([]);
    expect((await call(server, 'deleteMessage', { chat_id: AN, message_id: 1 })).description).toBe(
      'Bad Request: message to delete not found',
    );
  });

  it('refuses to delete after 48 hours', async () => {
    let now = new Date('2026-06-05T00:30:00Z');
    const moving = await startSandbox({ clock: { now: () => now } });
    await call(moving, 'sendMessage', { chat_id: GROUP, text: 'a' });
    now = new Date('2026-06-07T00:30:01Z');
    expect((await call(moving, 'deleteMessage', { chat_id: GROUP, message_id: 1 })).description).toBe(
      "Bad Request: message can't be deleted",
    );
  });
});
