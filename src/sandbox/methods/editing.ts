import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { badRequest } from '../api-error.ts';
import type { CallFields } from '../call-fields.ts';
import { readInlineKeyboard } from '../inline-keyboard.ts';
import { readMessageText } from '../message-text.ts';
import type { MessageContent, StoredMessage } from '../telegram-types.ts';
import { type SandboxWorld, unixNow } from '../world.ts';
import { captionContent, readMedia } from './media-content.ts';
import type { MethodFamily } from './method.ts';
import { requireChat, requireOwnMessage } from './target.ts';

const DELETABLE_FOR_SECONDS = 48 * 60 * 60;
const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
  'content and reply markup of the message';

const mediaSchema = z.looseObject({
  type: z.enum(['photo', 'document']),
  media: z.string(),
  caption: z.string().optional(),
  parse_mode: z.string().optional(),
});
const messageIdsSchema = z.array(z.number().int()).min(1).max(100);

/** Methods that change or remove what the bot sent before. */
export const editingMethods: MethodFamily = {
  editMessageText: async (world, { fields }) => {
    const message = await requireOwnMessage(world, fields);
    if (message.text === undefined) throw badRequest('there is no text in the message to edit');
    const { text, entities } = readMessageText(fields);
    return edit(world, message, fields, { text, ...(entities.length > 0 ? { entities } : {}) });
  },

  editMessageCaption: async (world, { fields }) => {
    const message = await requireOwnMessage(world, fields);
    if (!message.photo && !message.document) throw badRequest('there is no caption in the message to edit');
    return edit(world, message, fields, { ...mediaOf(message), ...captionContent(fields) });
  },

  editMessageReplyMarkup: async (world, { fields }) => {
    const message = await requireOwnMessage(world, fields);
    return edit(world, message, fields, contentOf(message));
  },

  editMessageMedia: async (world, { fields }) => {
    const message = await requireOwnMessage(world, fields);
    const media = fields.json('media', mediaSchema, 'InputMedia');
    if (!media) throw badRequest("can't parse InputMedia JSON object");
    const content = await readMedia(world, fields.with(media), media.type, 'media');
    return edit(world, message, fields, content);
  },

  deleteMessage: async (world, { fields }) => {
    const chat = await requireChat(world, fields, 'write');
    const messageId = fields.integer('message_id') ?? 0;
    const message = world.store.state.message(chat.id, messageId);
    if (!message) throw badRequest('message to delete not found');
    if (unixNow(world) - message.date > DELETABLE_FOR_SECONDS) throw badRequest("message can't be deleted");
    world.store.commit({ kind: 'messageDeleted', chatId: chat.id, messageId });
    return true;
  },

  deleteMessages: async (world, { fields }) => {
    const chat = await requireChat(world, fields, 'write');
    for (const messageId of fields.json('message_ids', messageIdsSchema, 'message identifiers') ?? []) {
      if (!world.store.state.message(chat.id, messageId)) continue;
      world.store.commit({ kind: 'messageDeleted', chatId: chat.id, messageId });
    }
    return true;
  },
};

/** Replaces content and keyboard; a keyboard that is not given again is removed, as in Telegram. */
function edit(
  world: SandboxWorld,
  message: StoredMessage,
  fields: CallFields,
  content: MessageContent,
): StoredMessage {
  const keyboard = readInlineKeyboard(fields);
  const edited: StoredMessage = {
    ...envelopeOf(message),
    ...content,
    ...(keyboard ? { reply_markup: keyboard } : {}),
  };
  const { edit_date: _, ...before } = message;
  if (isDeepStrictEqual(before, edited)) throw badRequest(NOT_MODIFIED);
  const stored = { ...edited, edit_date: unixNow(world) };
  world.store.commit({ kind: 'message', message: stored });
  return stored;
}

/** What stays of a message whatever its new content. */
function envelopeOf(message: StoredMessage): StoredMessage {
  const {
    text: _text,
    entities: _entities,
    caption: _caption,
    caption_entities: _captionEntities,
    photo: _photo,
    document: _document,
    reply_markup: _markup,
    edit_date: _editDate,
    ...envelope
  } = message;
  return envelope;
}

function mediaOf({ photo, document }: StoredMessage): MessageContent {
  return { ...(photo ? { photo } : {}), ...(document ? { document } : {}) };
}

function contentOf(message: StoredMessage): MessageContent {
  const { text, entities, caption, caption_entities: captionEntities } = message;
  return {
    ...mediaOf(message),
    ...(text === undefined ? {} : { text }),
    ...(entities ? { entities } : {}),
    ...(caption === undefined ? {} : { caption }),
    ...(captionEntities ? { caption_entities: captionEntities } : {}),
  };
}
