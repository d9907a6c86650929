import { Telegram } from 'telegraf';
import type { DeliveryFault } from '../../src/bot/delivery/api-errors.ts';
import type { SandboxServer } from '../../src/sandbox/server.ts';
import type { ChatAccess } from '../../src/sandbox/state.ts';
import { AN, BINH, GROUP, startSandbox, TOKEN } from './sandbox-fixture.ts';

/** A basic group of the sandbox. */
const BASIC = -4242;

export interface Refusal {
  description: string;
  fault: DeliveryFault;
  /** What happened before. */
  given?: (server: SandboxServer) => unknown;
  /** `sendMessage` when absent. */
  method?: string;
  /** Of the call, beside the chat of An and a text. */
  fields?: Record<string, unknown>;
}

const blocked: DeliveryFault = { kind: 'unreachable', reach: 'blocked' };
const notFound: DeliveryFault = { kind: 'unreachable', reach: 'notFound' };
const permanent: DeliveryFault = { kind: 'permanent' };
const messageGone: DeliveryFault = { kind: 'messageGone' };
const topicGone: DeliveryFault = { kind: 'topicGone' };
const temporary: DeliveryFault = { kind: 'temporary' };

const access = (chatId: number, state: ChatAccess) => (server: SandboxServer) =>
  server.setAccess(AN, chatId, state);
const keyboard = (button: object) => ({ reply_markup: { inline_keyboard: [[button]] } });
const html = (text: string) => ({ text, parse_mode: 'HTML' });

const REACH: Refusal[] = [
  { description: 'Bad Request: chat not found', fault: notFound, fields: { chat_id: 999 } },
  { description: 'Bad Request: chat_id is empty', fault: permanent, fields: { chat_id: '' } },
  {
    description: "Forbidden: bot can't initiate conversation with a user",
    fault: blocked,
    fields: { chat_id: BINH },
  },
  { description: 'Forbidden: bot was blocked by the user', fault: blocked, given: access(AN, 'blocked') },
  {
    description: 'Forbidden: user is deactivated',
    fault: { kind: 'unreachable', reach: 'deactivated' },
    given: access(AN, 'deactivated'),
  },
  ...(
    [
      [GROUP, 'kicked', 'Forbidden: bot was kicked from the supergroup chat', blocked],
      [BASIC, 'kicked', 'Forbidden: bot was kicked from the group chat', blocked],
      [GROUP, 'left', 'Forbidden: bot is not a member of the supergroup chat', blocked],
      [BASIC, 'left', 'Forbidden: bot is not a member of the group chat', blocked],
      [BASIC, 'deleted', 'Forbidden: the group chat was deleted', notFound],
      [GROUP, 'restricted', 'Bad Request: not enough rights to send text messages to the chat', blocked],
    ] as const
  ).map(([chatId, state, description, fault]) => ({
    description,
    fault,
    given: access(chatId, state),
    fields: { chat_id: chatId },
  })),
  {
    description: 'Bad Request: not enough rights to send photos to the chat',
    fault: blocked,
    method: 'sendPhoto',
    given: access(GROUP, 'restricted'),
    fields: { chat_id: GROUP },
  },
  {
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    fault: { kind: 'migrated', toChatId: -1_000_000_004_242 },
    given: (server) => server.upgradeGroup(AN, BASIC),
    fields: { chat_id: BASIC },
  },
  {
    description: 'Bad Request: message thread not found',
    fault: topicGone,
    given: (server) => server.setTopic(GROUP, 7, 'deleted'),
    fields: { chat_id: GROUP, message_thread_id: 7 },
  },
  {
    description: 'Bad Request: TOPIC_CLOSED',
    fault: topicGone,
    given: (server) => server.setTopic(GROUP, 7, 'closed'),
    fields: { chat_id: GROUP, message_thread_id: 7 },
  },
];

const CONTENT: Refusal[] = [
  { description: 'Bad Request: message text is empty', fault: permanent, fields: { text: ' ' } },
  { description: 'Bad Request: message is too long', fault: permanent, fields: { text: 'ă'.repeat(4097) } },
  { description: 'Bad Request: text is too long', fault: permanent, fields: { text: 'a'.repeat(32_769) } },
  {
    description: 'Bad Request: message caption is too long',
    fault: permanent,
    method: 'sendDocument',
    fields: { document: 'x', caption: 'ă'.repeat(1025) },
  },
  { description: 'Bad Request: unsupported parse_mode', fault: permanent, fields: { parse_mode: 'BBCode' } },
  {
    description: 'Bad Request: message to be replied not found',
    fault: permanent,
    fields: { reply_parameters: { message_id: 77 } },
  },
  {
    description: 'Bad Request: BUTTON_DATA_INVALID',
    fault: permanent,
    fields: keyboard({ text: 'Bấm', callback_data: 'ệ'.repeat(22) }),
  },
  {
    description:
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    fault: permanent,
    fields: keyboard({ text: 'Bấm' }),
  },
  {
    description: "Bad Request: can't parse inline keyboard button: text is empty",
    fault: permanent,
    fields: keyboard({ text: ' ', callback_data: 'a' }),
  },
  {
    description: "Bad Request: inline keyboard button URL 'ftp://a' is invalid: Unsupported URL protocol",
    fault: permanent,
    fields: keyboard({ text: 'Mở', url: 'ftp://a' }),
  },
  {
    description: 'Bad Request: reply markup is too long',
    fault: permanent,
    fields: {
      reply_markup: {
        inline_keyboard: Array.from({ length: 101 }, () => [{ text: 'a', callback_data: 'a' }]),
      },
    },
  },
  {
    description: "Bad Request: can't parse reply keyboard markup JSON object",
    fault: permanent,
    fields: { reply_markup: '{' },
  },
  ...[
    ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['<p>a</p>', 'Unsupported start tag "p" at byte offset 0'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<b>a</b', 'Unclosed end tag at byte offset 4'],
    ['<a "x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<a href=x_y>a</a>', 'Unexpected end of name token at byte offset 8'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ].map(
    ([text = '', reason]): Refusal => ({
      description: `Bad Request: can't parse entities: ${reason}`,
      fault: { kind: 'badMarkup' },
      fields: html(text),
    }),
  ),
];

const sent = (server: SandboxServer) => say(server, 'sendMessage', { chat_id: AN, text: 'a' });

const CHANGES: Refusal[] = [
  {
    description:
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as ' +
      'a current content and reply markup of the message',
    fault: { kind: 'notModified' },
    method: 'editMessageText',
    given: sent,
    fields: { message_id: 1 },
  },
  {
    description: 'Bad Request: message to edit not found',
    fault: messageGone,
    method: 'editMessageText',
    fields: { message_id: 9 },
  },
  {
    description: "Bad Request: message can't be edited",
    fault: messageGone,
    method: 'editMessageText',
    given: (server) => server.sendText(AN, AN, 'của An'),
    fields: { message_id: 1 },
  },
  {
    description: 'Bad Request: message identifier is not specified',
    fault: permanent,
    method: 'editMessageText',
  },
  {
    description: 'Bad Request: there is no caption in the message to edit',
    fault: messageGone,
    method: 'editMessageCaption',
    given: sent,
    fields: { message_id: 1 },
  },
  {
    description: 'Bad Request: message to delete not found',
    fault: permanent,
    method: 'deleteMessage',
    fields: { message_id: 9 },
  },
  {
    description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    fault: permanent,
    method: 'answerCallbackQuery',
    fields: { callback_query_id: '1', text: '' },
  },
];

const document = { source: Buffer.from('x'), filename: 'a.txt' };

/** The first bytes of a picture of 50 × 1 points: longer than Telegram shows. */
const STRIP = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  Buffer.from('IHDR'),
  Buffer.from([0, 0, 0, 50, 0, 0, 0, 1, 8, 6, 0, 0, 0]),
]);

const CHANGED_MEDIA: Refusal[] = [
  {
    description: 'Bad Request: there is no text in the message to edit',
    fault: messageGone,
    method: 'editMessageText',
    given: (server) => say(server, 'sendDocument', { chat_id: AN, document }),
    fields: { message_id: 1 },
  },
  {
    description: "Bad Request: can't parse InputMedia JSON object",
    fault: permanent,
    method: 'editMessageMedia',
    given: sent,
    fields: { message_id: 1, media: '{' },
  },
  {
    description: 'Bad Request: there must be at least one media',
    fault: permanent,
    method: 'sendMediaGroup',
  },
  {
    description: 'Bad Request: PHOTO_INVALID_DIMENSIONS',
    fault: permanent,
    method: 'sendPhoto',
    fields: { photo: { source: STRIP, filename: 'a.png' } },
  },
];

const commands = (...list: object[]) => ({ commands: list });

const PROFILE_AND_WEBHOOK: Refusal[] = [
  {
    description: "Bad Request: can't parse commands: expected an Array",
    fault: permanent,
    method: 'setMyCommands',
  },
  {
    description: 'Bad Request: BOT_COMMAND_INVALID',
    fault: permanent,
    method: 'setMyCommands',
    fields: commands({ command: 'việc', description: 'Việc của tôi' }),
  },
  {
    description: 'Bad Request: BOT_COMMAND_DESCRIPTION_INVALID',
    fault: permanent,
    method: 'setMyCommands',
    fields: commands({ command: 'viec', description: '' }),
  },
  {
    description: 'Bad Request: BOT_COMMANDS_TOO_MUCH',
    fault: permanent,
    method: 'setMyCommands',
    fields: commands(...Array.from({ length: 101 }, (_, i) => ({ command: `a${i}`, description: 'a' }))),
  },
  {
    description: 'Bad Request: MESSAGE_TOO_LONG',
    fault: permanent,
    method: 'answerCallbackQuery',
    fields: { callback_query_id: '1', text: 'ă'.repeat(201) },
  },
  {
    description: 'Bad Request: bad webhook: invalid webhook URL specified',
    fault: permanent,
    method: 'setWebhook',
    fields: { url: 'so.example' },
  },
  {
    description: 'Bad Request: secret token contains unallowed characters',
    fault: permanent,
    method: 'setWebhook',
    fields: { url: 'https://so.example/bot', secret_token: 'mật khẩu' },
  },
  {
    description: 'Bad Request: invalid user_id specified',
    fault: permanent,
    method: 'getChatMember',
    fields: { user_id: 999 },
  },
  {
    description: 'Bad Request: there are no administrators in the private chat',
    fault: permanent,
    method: 'getChatAdministrators',
  },
];

const FILES_AND_SERVER: Refusal[] = [
  {
    description: 'Bad Request: wrong file identifier/HTTP URL specified',
    fault: permanent,
    method: 'sendDocument',
    fields: { document: 'nothing' },
  },
  {
    description: 'Bad Request: failed to get HTTP URL content',
    fault: permanent,
    method: 'sendPhoto',
    fields: { photo: 'https://so.example/a.png' },
  },
  {
    description: 'Bad Request: IMAGE_PROCESS_FAILED',
    fault: permanent,
    method: 'sendPhoto',
    fields: { photo: { source: Buffer.from('no picture'), filename: 'a.png' } },
  },
  {
    description: 'Bad Request: file must be non-empty',
    fault: permanent,
    method: 'sendDocument',
    fields: { document: { source: Buffer.alloc(0), filename: 'a.xlsx' } },
  },
  {
    description: 'Bad Request: wrong parameter action in request',
    fault: permanent,
    method: 'sendChatAction',
    fields: { action: 'dancing' },
  },
  {
    description: 'Bad Request: there is no document in the request',
    fault: permanent,
    method: 'sendDocument',
  },
  {
    description: 'Bad Request: invalid file_id',
    fault: permanent,
    method: 'getFile',
    fields: { file_id: 'nothing' },
  },
  {
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    fault: temporary,
    method: 'getUpdates',
    given: (server) => say(server, 'setWebhook', { url: 'http://127.0.0.1:9/' }),
  },
  { description: 'Not Found: method not found', fault: temporary, method: 'sendHologram' },
  {
    description: 'Internal Server Error',
    fault: temporary,
    given: (server) => server.failRandomly({ seed: 1, rates: { serverError: 1 } }),
  },
  {
    description: 'Too Many Requests: retry after 5',
    fault: { kind: 'retryAfter', seconds: 5 },
    given: (server) => server.failRandomly({ seed: 1, rates: { tooManyRequests: 1 }, retryAfterSeconds: 5 }),
  },
];

/** Each refusal of the sandbox, how it comes about, and what it means for a message. */
export const REFUSALS: readonly Refusal[] = [
  ...REACH,
  ...CONTENT,
  ...CHANGES,
  ...CHANGED_MEDIA,
  ...PROFILE_AND_WEBHOOK,
  ...FILES_AND_SERVER,
];

/** Calls a method as the bot does. */
export function say(
  server: SandboxServer,
  method: string,
  fields: Record<string, unknown>,
  token = TOKEN,
): Promise<unknown> {
  const telegram = new Telegram(token, { apiRoot: server.apiRoot });
  return telegram.callApi(method as 'sendMessage', fields as never);
}

/** A sandbox in which An pressed Start, with a basic group. */
export async function startWithAn(): Promise<SandboxServer> {
  const server = await startSandbox();
  await server.openChat(AN);
  server.addGroup({ chatId: BASIC, title: 'Nhóm nhỏ', memberIds: [AN], isBasic: true });
  return server;
}
