import { z } from 'zod';
import { badRequest } from '../api-error.ts';
import type { CallFields } from '../call-fields.ts';
import { type ChatNeed, checkAccess, checkMaySend, checkReachable } from '../chat-access.ts';
import type { PostOptions } from '../post-message.ts';
import type { StoredMessage, TelegramChat } from '../telegram-types.ts';
import type { SandboxWorld } from '../world.ts';

const replySchema = z.looseObject({
  message_id: z.number().int(),
  allow_sending_without_reply: z.boolean().optional(),
});

/** The chat of a call. @throws ApiError 400 when it is not given or not known, 403 when the bot is shut out. */
export async function requireChat(
  world: SandboxWorld,
  fields: CallFields,
  need: ChatNeed = 'read',
): Promise<TelegramChat> {
  if (!fields.text('chat_id')) throw badRequest('chat_id is empty');
  const chat = await world.directory.findChat(fields.integer('chat_id') ?? 0);
  if (!chat) throw badRequest('chat not found');
  checkAccess(world.store.state, chat, need);
  return chat;
}

/** The chat of a call, if the bot may write there. @throws ApiError 400 or 403 with Telegram's reason. */
export async function requireOpenChat(world: SandboxWorld, fields: CallFields): Promise<TelegramChat> {
  const chat = await requireChat(world, fields, 'write');
  checkReachable(world.store.state, chat);
  return chat;
}

/** The open chat of a call that sends `what`, e.g. `photos`. @throws ApiError 400 or 403 with Telegram's reason. */
export async function requireSendableChat(
  world: SandboxWorld,
  fields: CallFields,
  what: string,
): Promise<TelegramChat> {
  const chat = await requireOpenChat(world, fields);
  checkMaySend(world.store.state, chat, what);
  return chat;
}

/** Which message a new one answers and in which topic it stands. @throws ApiError 400 when the former or the latter is gone. */
export function readPostOptions(world: SandboxWorld, fields: CallFields, chat: TelegramChat): PostOptions {
  const threadId = readThread(world, fields, chat);
  const reply = fields.json('reply_parameters', replySchema, 'reply parameters');
  const messageId = reply?.message_id ?? fields.integer('reply_to_message_id');
  const replyTo = messageId === undefined ? undefined : world.store.state.message(chat.id, messageId);
  const isReplyOptional = reply?.allow_sending_without_reply ?? fields.isSet('allow_sending_without_reply');
  if (messageId !== undefined && !replyTo && !isReplyOptional) {
    throw badRequest('message to be replied not found');
  }
  return { replyTo, threadId };
}

/** The topic of a call. A group of which no topic is known has any. @throws ApiError 400 when it is gone or closed. */
function readThread(world: SandboxWorld, fields: CallFields, chat: TelegramChat): number | undefined {
  const threadId = fields.integer('message_thread_id');
  const topics = world.store.state.topics.get(chat.id);
  if (threadId === undefined || topics === undefined) return threadId;
  const status = topics.get(threadId);
  if (status === undefined || status === 'deleted') throw badRequest('message thread not found');
  if (status === 'closed') throw badRequest('TOPIC_CLOSED');
  return threadId;
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
