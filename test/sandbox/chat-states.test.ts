import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { SandboxServer } from '../../src/sandbox/server.ts';
import { AN, BINH, call, GROUP, startSandbox } from './sandbox-fixture.ts';

const BASIC = -4242;

let server: SandboxServer;

beforeEach(async () => {
  server = await startSandbox();
  server.addGroup({ chatId: BASIC, title: 'Nhóm cũ', memberIds: [AN, BINH], isBasic: true });
});

async function refusalIn(chatId: number, fields: Record<string, unknown> = {}) {
  return (await call(server, 'sendMessage', { chat_id: chatId, text: 'a', ...fields })).description;
}

// biome-ignore lint/suspicious/noExplicitAny: updates of every kind
const updates = async (): Promise<any[]> => (await call(server, 'getUpdates')).result;

describe('a group', () => {
  it.each([
    [GROUP, 'kicked', 'Forbidden: bot was kicked from the supergroup chat'],
    [BASIC, 'kicked', 'Forbidden: bot was kicked from the group chat'],
    [GROUP, 'left', 'Forbidden: bot is not a member of the supergroup chat'],
    [BASIC, 'left', 'Forbidden: bot is not a member of the group chat'],
    [BASIC, 'deleted', 'Forbidden: the group chat was deleted'],
    [GROUP, 'restricted', 'Bad Request: not enough rights to send text messages to the chat'],
  ] as const)('%i that the bot is %s: %s', async (chatId, access, description) => {
    await server.setAccess(AN, chatId, access);
    expect(await refusalIn(chatId)).toBe(description);
    await server.setAccess(AN, chatId, 'open');
    expect(await refusalIn(chatId)).toBeUndefined();
  });

  it('tells the bot when it is removed, kept silent, taken back, or leaves by itself', async () => {
    for (const access of ['kicked', 'open', 'restricted', 'open'] as const)
      await server.setAccess(BINH, GROUP, access);
    await call(server, 'leaveChat', { chat_id: GROUP });
    const told = (await updates()).map(({ my_chat_member: change }) => [
      change.from.id,
      change.old_chat_member.status,
      change.new_chat_member.status,
    ]);
    expect(told).toEqual([
      [BINH, 'member', 'kicked'],
      [BINH, 'kicked', 'member'],
      [BINH, 'member', 'restricted'],
      [BINH, 'restricted', 'member'],
      [4242, 'member', 'left'],
    ]);
  });

  it('can be looked into from outside when it is basic, and not when it is a supergroup', async () => {
    for (const chatId of [GROUP, BASIC]) await server.setAccess(AN, chatId, 'kicked');
    expect((await call(server, 'getChat', { chat_id: GROUP })).error_code).toBe(403);
    expect((await call(server, 'getChat', { chat_id: BASIC })).ok).toBe(true);
  });
});

describe('a group that became a supergroup', () => {
  it('refuses what is sent, edited or deleted there and says where it went', async () => {
    await call(server, 'sendMessage', { chat_id: BASIC, text: 'a' });
    const newId = await server.upgradeGroup(AN, BASIC);
    for (const [method, fields] of [
      ['sendMessage', { text: 'b' }],
      ['editMessageText', { message_id: 1, text: 'b' }],
      ['deleteMessage', { message_id: 1 }],
    ] as const) {
      expect(await call(server, method, { chat_id: BASIC, ...fields })).toEqual({
        ok: false,
        error_code: 400,
        description: 'Bad Request: group chat was upgraded to a supergroup chat',
        parameters: { migrate_to_chat_id: newId },
      });
    }
    expect((await call(server, 'sendMessage', { chat_id: newId, text: 'b' })).ok).toBe(true);
  });

  it('tells the bot in both chats, by whoever did it', async () => {
    const newId = await server.upgradeGroup(AN, BASIC);
    expect(await updates()).toMatchObject([
      { message: { from: { id: AN }, chat: { id: BASIC, type: 'group' }, migrate_to_chat_id: newId } },
      {
        message: {
          from: { id: AN },
          chat: { id: newId, type: 'supergroup', title: 'Nhóm cũ' },
          migrate_from_chat_id: BASIC,
        },
      },
    ]);
  });

  it('takes members and access along, and nobody can write to the old one', async () => {
    await server.setAccess(AN, BASIC, 'restricted');
    const newId = await server.upgradeGroup(AN, BASIC);
    expect((await call(server, 'getChatMemberCount', { chat_id: newId })).result).toBe(3);
    expect(await refusalIn(newId)).toContain('not enough rights');
    await server.sendText(BINH, newId, 'ở đây');
    await expect(server.sendText(BINH, BASIC, 'ở kia')).rejects.toThrow('became a supergroup');
    await expect(server.upgradeGroup(AN, newId)).rejects.toThrow('not a basic group');
  });

  it('is still one after a restart', async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'sandbox-'));
    onTestFinished(() => rm(dataDir, { recursive: true }));
    const first = await startSandbox({ dataDir });
    first.addGroup({ chatId: BASIC, title: 'Nhóm cũ', memberIds: [AN], isBasic: true });
    const newId = await first.upgradeGroup(AN, BASIC);
    first.setTopic(newId, 7, 'closed');
    await first.close();
    server = await startSandbox({ dataDir });
    expect(await refusalIn(BASIC)).toContain('upgraded');
    expect(await refusalIn(newId, { message_thread_id: 7 })).toBe('Bad Request: TOPIC_CLOSED');
  });
});

describe('a topic', () => {
  it('takes messages while it is open, and not when it is closed, deleted or unknown', async () => {
    server.setTopic(GROUP, 7, 'open');
    const refusals = [await refusalIn(GROUP, { message_thread_id: 7 })];
    server.setTopic(GROUP, 7, 'closed');
    refusals.push(await refusalIn(GROUP, { message_thread_id: 7 }));
    server.setTopic(GROUP, 7, 'deleted');
    refusals.push(await refusalIn(GROUP, { message_thread_id: 7 }));
    refusals.push(await refusalIn(GROUP, { message_thread_id: 8 }), await refusalIn(GROUP));
    expect(refusals).toEqual([
      undefined,
      'Bad Request: TOPIC_CLOSED',
      'Bad Request: message thread not found',
      'Bad Request: message thread not found',
      undefined,
    ]);
  });
});

describe('a reply to a message that is gone', () => {
  it('is refused unless the bot says that it may stand alone', async () => {
    const reply = { message_id: 77, allow_sending_without_reply: true };
    expect(await refusalIn(GROUP, { reply_parameters: { message_id: 77 } })).toBe(
      'Bad Request: message to be replied not found',
    );
    expect(await refusalIn(GROUP, { reply_parameters: reply })).toBeUndefined();
  });
});
