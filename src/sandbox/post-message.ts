import type { MessageContent, StoredMessage, TelegramChat, TelegramUser } from './telegram-types.ts';
import { type SandboxWorld, unixNow } from './world.ts';

export interface PostOptions {
  replyTo?: StoredMessage | undefined;
  threadId?: number | undefined;
  mediaGroupId?: string | undefined;
}

/** Puts a new message into a chat, dated by the sandbox's clock, and returns it. */
export function postMessage(
  world: SandboxWorld,
  chat: TelegramChat,
  from: TelegramUser,
  content: MessageContent,
  options: PostOptions = {},
): StoredMessage {
  const message: StoredMessage = {
    message_id: world.store.state.nextMessageId(chat.id),
    from,
    chat,
    date: unixNow(world),
    ...(options.threadId === undefined
      ? {}
      : { message_thread_id: options.threadId, is_topic_message: true }),
    ...(options.mediaGroupId === undefined ? {} : { media_group_id: options.mediaGroupId }),
    ...(options.replyTo ? { reply_to_message: withoutReply(options.replyTo) } : {}),
    ...content,
  };
  world.store.commit({ kind: 'message', message });
  return message;
}

function withoutReply(message: StoredMessage): StoredMessage {
  const { reply_to_message: _, ...rest } = message;
  return rest;
}
