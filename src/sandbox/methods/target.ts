import { z } from 'zod';
import { badRequest, forbidden } from '../api-error.ts';
import type { CallFields } from '../call-fields.ts';
import type { PostOptions } from '../post-message.ts';
import type { StoredMessage, TelegramChat } from '../telegram-types.ts';
import type { SandboxWorld } from '../world.ts';

const replySchema = z.looseObject({
  message_id: z.number().int(),
  allow_sending_without_reply: z.boolean().optional(),
});

/** The chat of a call. @throws ApiError 400 when it is not given or not known. */
export async function requireChat(world: SandboxWorld, fields: CallFields): Promise<TelegramChat> {
  if (!fields.text('chat_id')) throw badRequest('chat_id is empty');
  const chat = await world.directory.findChat(fields.integer('chat_id') ?? 0);
  if (!chat) throw badRequest('chat not found');
  return chat;
}

/** The chat of a call, if the bot may write there. @throws ApiError 400 or 403 with Telegram's reason. */
export async function requireOpenChat(world: SandboxWorld, fields: CallFields): Promise<TelegramChat> {
  const chat = await requireChat(world, fields);
  const access = world.store.state.access.get(chat.id);
  if (access === 'blocked') throw forbidden('bot was blocked by the user');
  if (access === 'deactivated') throw forbidden('user is deactivated');
  if (access === 'kicked') throw forbidden('bot was kicked from the supergroup chat');
  if (chat.type === 'private' && access === undefined) {
    throw forbidden("bot can't initiate conversation with a user");
  }
  return chat;
}

/** Which message a new one answers and in which topic it stands. @throws ApiError 400 when the former is gone. */
export function readPostOptions(world: SandboxWorld, fields: CallFields, chat: TelegramChat): PostOptions {
  const reply = fields.json('reply_parameters', replySchema, 'reply parameters');
  const messageId = reply?.message_id ?? fields.integer('reply_to_message_id');
  const replyTo = messageId === undefined ? undefined : world.store.state.message(chat.id, messageId);
  const isReplyOptional = reply?.allow_sending_without_reply ?? fields.isSet('allow_sending_without_reply');
  if (messageId !== undefined && !replyTo && !isReplyOptional) {
    throw badRequest('message to be replied not found');
  }
  return { replyTo, threadId: fields.integer('message_thread_id') };
}

/** The bot's own message that a call edits. @throws ApiError 400 when it is missing or somebody else's. */
export async function requireOwnMessage(world: SandboxWorld, fields: CallFields): Promise<StoredMessage> {
  const chat = await requireOpenChat(world, fields);
  const messageId = fields.integer('message_id');
  if (messageId === undefined) throw badRequest('message identifier is not specified');
  const message = world.store.state.message(chat.id, messageId);
  if (!message) throw badRequest('message to edit not found');
  if (message.from.id !== world.bot.id) throw badRequest("message can't be edited");
  return message;
}
