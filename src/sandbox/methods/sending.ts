import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { badRequest } from '../api-error.ts';
import { readInlineKeyboard } from '../inline-keyboard.ts';
import { readMessageText } from '../message-text.ts';
import { postMessage } from '../post-message.ts';
import type { MessageContent, StoredMessage } from '../telegram-types.ts';
import type { SandboxWorld } from '../world.ts';
import { type MediaKind, readMedia } from './media-content.ts';
import type { MethodCall, MethodFamily } from './method.ts';
import { readPostOptions, requireOpenChat, requireSendableChat } from './target.ts';

const CHAT_ACTIONS = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
];

const mediaGroupSchema = z
  .array(
    z.looseObject({
      type: z.enum(['photo', 'document']),
      media: z.string(),
      caption: z.string().optional(),
      parse_mode: z.string().optional(),
    }),
  )
  .min(2)
  .max(10);

/** Methods that put something new into a chat. */
export const sendingMethods: MethodFamily = {
  sendMessage: async (world, { fields }) => {
    const chat = await requireSendableChat(world, fields, 'text messages');
    const { text, entities } = readMessageText(fields);
    const content = { text, ...(entities.length > 0 ? { entities } : {}), ...markupContent(fields) };
    return postMessage(world, chat, world.bot, content, readPostOptions(world, fields, chat));
  },

  sendPhoto: (world, call) => sendMedia(world, call, 'photo'),
  sendDocument: (world, call) => sendMedia(world, call, 'document'),

  sendMediaGroup: async (world, { fields }) => {
    const items = fields.json('media', mediaGroupSchema, 'InputMedia');
    if (!items) throw badRequest('there must be at least one media');
    const chat = await requireSendableChat(world, fields, `${items[0]?.type}s`);
    const contents: MessageContent[] = [];
    for (const item of items) contents.push(await readMedia(world, fields.with(item), item.type, 'media'));
    const options = { ...readPostOptions(world, fields, chat), mediaGroupId: String(randomInt(2 ** 47)) };
    return contents.map((content) => postMessage(world, chat, world.bot, content, options));
  },

  sendChatAction: async (world, { fields }) => {
    const chat = await requireOpenChat(world, fields);
    const action = fields.text('action') ?? '';
    if (!CHAT_ACTIONS.includes(action)) throw badRequest('wrong parameter action in request');
    world.signals.emit('chatAction', { chatId: chat.id, action });
    return true;
  },
};

async function sendMedia(
  world: SandboxWorld,
  { fields }: MethodCall,
  kind: MediaKind,
): Promise<StoredMessage> {
  const chat = await requireSendableChat(world, fields, `${kind}s`);
  const options = readPostOptions(world, fields, chat);
  const markup = markupContent(fields);
  const content = await readMedia(world, fields, kind);
  return postMessage(world, chat, world.bot, { ...content, ...markup }, options);
}

function markupContent(fields: MethodCall['fields']): MessageContent {
  const keyboard = readInlineKeyboard(fields);
  return keyboard ? { reply_markup: keyboard } : {};
}
