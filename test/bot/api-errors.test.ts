import { TelegramError } from 'telegraf';
import { describe, expect, it } from 'vitest';
import { classifyFault, type DeliveryFault, describeApiError } from '../../src/bot/delivery/api-errors.ts';
import { REFUSALS, say, startWithAn } from '../sandbox/refusals.ts';
import { AN } from '../sandbox/sandbox-fixture.ts';

const refused = (error_code: number, description: string, parameters = {}) =>
  new TelegramError({ error_code, description, parameters }, { method: 'sendMessage', payload: {} });

const blocked: DeliveryFault = { kind: 'unreachable', reach: 'blocked' };
const notFound: DeliveryFault = { kind: 'unreachable', reach: 'notFound' };

const ANSWERS: [code: number, description: string, DeliveryFault][] = [
  [403, 'Forbidden: bot was blocked by the user', blocked],
  [403, 'Forbidden: bot was kicked from the group chat', blocked],
  [403, 'Forbidden: bot was kicked from the supergroup chat', blocked],
  [403, 'Forbidden: bot is not a member of the supergroup chat', blocked],
  [403, "Forbidden: bot can't initiate conversation with a user", blocked],
  [403, "Forbidden: bot can't send messages to bots", blocked],
  [403, 'Forbidden: user is deactivated', { kind: 'unreachable', reach: 'deactivated' }],
  [403, 'Forbidden: the group chat was deleted', notFound],
  [400, 'Bad Request: chat not found', notFound],
  [400, 'Bad Request: user not found', notFound],
  [400, 'Bad Request: PEER_ID_INVALID', notFound],
  [400, 'Bad Request: group chat was deactivated', notFound],
  [400, 'Bad Request: not enough rights to send text messages to the chat', blocked],
  [400, 'Bad Request: have no rights to send a message', blocked],
  [400, 'Bad Request: need administrator rights in the channel chat', blocked],
  [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', blocked],
  [
    400,
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    { kind: 'notModified' },
  ],
  [400, 'Bad Request: message to edit not found', { kind: 'messageGone' }],
  [400, "Bad Request: message can't be edited", { kind: 'messageGone' }],
  [400, 'Bad Request: MESSAGE_ID_INVALID', { kind: 'messageGone' }],
  [
    400,
    'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0',
    { kind: 'badMarkup' },
  ],
  [
    400,
    "Bad Request: can't parse entities: Can't find end tag corresponding to start tag b",
    { kind: 'badMarkup' },
  ],
  [400, 'Bad Request: message thread not found', { kind: 'topicGone' }],
  [400, 'Bad Request: TOPIC_CLOSED', { kind: 'topicGone' }],
  [400, 'Bad Request: TOPIC_DELETED', { kind: 'topicGone' }],
  [
    400,
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
    { kind: 'permanent' },
  ],
  [400, 'Bad Request: message is too long', { kind: 'permanent' }],
  [400, 'Bad Request: BUTTON_DATA_INVALID', { kind: 'permanent' }],
  [413, 'Request Entity Too Large', { kind: 'permanent' }],
  [401, 'Unauthorized', { kind: 'temporary' }],
  [404, 'Not Found', { kind: 'temporary' }],
  [409, 'Conflict: terminated by other getUpdates request', { kind: 'temporary' }],
  [500, 'Internal Server Error', { kind: 'temporary' }],
  [502, 'Bad Gateway', { kind: 'temporary' }],
];

describe('what an answer of Telegram means for the message', () => {
  it.each(ANSWERS)('%i %s', (code, description, fault) => {
    expect(classifyFault(refused(code, description))).toEqual(fault);
  });

  it('429 says how long to wait; a second when it does not', () => {
    const tooMany = 'Too Many Requests: retry after 17';
    expect(classifyFault(refused(429, tooMany, { retry_after: 17 }))).toEqual({
      kind: 'retryAfter',
      seconds: 17,
    });
    expect(classifyFault(refused(429, 'Too Many Requests'))).toEqual({ kind: 'retryAfter', seconds: 1 });
  });

  it('a group that became a supergroup is followed', () => {
    const upgraded = 'Bad Request: group chat was upgraded to a supergroup chat';
    const fault = classifyFault(refused(400, upgraded, { migrate_to_chat_id: -100123 }));
    expect(fault).toEqual({ kind: 'migrated', toChatId: -100123 });
  });
});

describe('what the sandbox refuses, as the bot receives it', () => {
  it.each(REFUSALS)(
    '$description',
    async ({ description, fault, given, method = 'sendMessage', fields = {} }) => {
      const server = await startWithAn();
      await given?.(server);
      const error = await say(server, method, { chat_id: AN, text: 'a', ...fields }).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(TelegramError);
      expect((error as TelegramError).description).toBe(description);
      expect(classifyFault(error)).toEqual(fault);
    },
  );

  it('a wrong token, which another one may replace', async () => {
    const error = await say(await startWithAn(), 'getMe', {}, '1:wrong').catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 401, description: 'Unauthorized' });
    expect(classifyFault(error)).toEqual({ kind: 'temporary' });
  });

  it.each([
    [
      'getUpdates',
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    ],
    ['setWebhook', 'Conflict: terminated by setWebhook request'],
  ])('a poll that %s ends', async (method, description) => {
    const server = await startWithAn();
    const ended = say(server, 'getUpdates', { timeout: 25 }).catch((e: unknown) => e);
    // Another call is answered only after the poll was taken in.
    await say(server, 'getMe', {});
    await say(server, method, { url: 'http://127.0.0.1:9/' });
    expect(await ended).toMatchObject({ code: 409, description });
    expect(classifyFault(await ended)).toEqual({ kind: 'temporary' });
  });

  it('a file over 20 MB that is to be downloaded', async () => {
    const server = await startWithAn();
    const file = { name: 'lon.xlsx', bytes: Buffer.alloc(20 * 1024 * 1024 + 1), kind: 'document' } as const;
    const { document } = await server.sendFile(AN, AN, file);
    const error = await say(server, 'getFile', { file_id: document?.file_id }).catch((e: unknown) => e);
    expect(error).toMatchObject({ description: 'Bad Request: file is too big' });
    expect(classifyFault(error)).toEqual({ kind: 'permanent' });
  });

  it('a body over 50 MB', async () => {
    const document = { source: Buffer.alloc(50 * 1024 * 1024 + 1), filename: 'lon.bin' };
    const error = await say(await startWithAn(), 'sendDocument', { chat_id: AN, document }).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({ code: 413, description: 'Request Entity Too Large' });
    expect(classifyFault(error)).toEqual({ kind: 'permanent' });
  });
});

describe('what the network says', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
    '%s: nothing left this machine',
    (code) => {
      expect(classifyFault(Object.assign(new Error('request failed'), { code }))).toEqual({
        kind: 'temporary',
      });
    },
  );

  it.each([
    ['a reset', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })],
    ['a time-out', Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })],
    ['an abort', new DOMException('aborted', 'AbortError')],
    ['an answer that is not JSON', new Error('invalid json response body')],
    ['nothing at all', null],
    ['a thrown text', 'oops'],
  ])('%s: nobody knows whether it arrived', (_, error) => {
    expect(classifyFault(error)).toEqual({ kind: 'unknown' });
  });
});

describe('an error in the log', () => {
  const token = '1234567890:AAE_abcdefghijklmnopqrstuvwxyz-12345';

  it.each([
    ['an address', new Error(`request to https://api.telegram.org/bot${token}/sendMessage failed`)],
    ['a short token in an address', new Error('invalid json at http://127.0.0.1:8081/bot42:abc/getMe')],
    ['a cause', new Error('fetch failed', { cause: new Error(`https://x/bot${token}/getMe`) })],
    ['a description', refused(400, `Bad Request: ${token}`)],
    ['a thrown text', `token ${token}`],
    ['a token after 290 characters', new Error(`${'x'.repeat(290)}${token}`)],
  ])('never shows the token: %s', (_, error) => {
    const line = describeApiError(error);
    expect(line).not.toMatch(/AAE_|:abc/);
  });

  it('shows code and description of an answer, and nothing of what was sent', () => {
    const error = new TelegramError(
      { error_code: 400, description: 'Bad Request: message is too long' },
      { method: 'sendMessage', payload: { text: 'Nội dung riêng' } },
    );
    expect(describeApiError(error)).toBe('400 Bad Request: message is too long');
  });

  it('is one short line', () => {
    const line = describeApiError(new Error(`một\nhai ${'x'.repeat(1000)}`));
    expect(line.startsWith('một hai x')).toBe(true);
    expect(line).toHaveLength(300);
  });

  it('may be of anything that was thrown', () => {
    expect(describeApiError(null)).toBe('null');
    expect(describeApiError(undefined)).toBe('undefined');
  });

  it('shows why a query failed, and nothing of what it was to write', () => {
    const error = Object.assign(new Error('Failed query: insert … params: em đã gửi dự thảo'), {
      query: 'insert …',
      params: ['em đã gửi dự thảo'],
      cause: new Error('duplicate key value'),
    });
    expect(describeApiError(error)).toBe('duplicate key value');
  });
});
