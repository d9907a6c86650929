import type { Update } from 'telegraf/types';
import { z } from 'zod';

/*
 * What the handlers read of an update, in the types that the Bot API promises. Fields that nothing reads are not
 * looked at: Telegram adds kinds and fields at any time.
 */

const LARGEST_INT32 = 2_147_483_647;

/** Telegram's ids have at most 52 significant bits. */
const id = z.int();
const count = z.int().min(0).max(LARGEST_INT32);
const text = z.string().optional();

const user = z.looseObject({ id, is_bot: z.boolean(), first_name: text, last_name: text });
const chat = z.looseObject({ id, type: z.enum(['private', 'group', 'supergroup', 'channel']), title: text });

const file = z.looseObject({
  file_id: z.string(),
  file_unique_id: z.string(),
  file_name: text,
  mime_type: text,
  file_size: z.int().min(0).optional(),
});

const entity = z.looseObject({ type: z.string(), offset: count, length: count });

const content = {
  text,
  caption: text,
  entities: z.array(entity).optional(),
  caption_entities: z.array(entity).optional(),
  document: file.optional(),
  photo: z.array(file).optional(),
  media_group_id: text,
  migrate_to_chat_id: id.optional(),
};

const replied = z.looseObject({ message_id: count, from: user.optional() });

const message = z.looseObject({
  message_id: count,
  date: count,
  chat,
  from: user.optional(),
  message_thread_id: count.optional(),
  is_topic_message: z.boolean().optional(),
  reply_to_message: replied.optional(),
  ...content,
});

/** Under a button; one that is too old comes without its content. */
const pressed = z.looseObject({ message_id: count, date: count, chat });

/** Telegraf looks for the person behind a boost wherever it came from. */
const boost = z.looseObject({
  chat,
  boost: z.looseObject({ source: z.looseObject({ user: user.optional() }) }),
});

/** Any kind that is not listed: who and where. */
const other = z.looseObject({ from: user.optional(), user: user.optional(), chat: chat.optional() });

const update = z
  .object({
    update_id: z.int(),
    message: message.optional(),
    edited_message: message.optional(),
    callback_query: z
      .looseObject({ id: z.string(), from: user, data: text, message: pressed.optional() })
      .optional(),
    my_chat_member: z
      .looseObject({ from: user, chat, new_chat_member: z.looseObject({ status: z.string() }) })
      .optional(),
    chat_boost: boost.optional(),
  })
  .catchall(other);

/** An update as it was stored; `null` when it is not of the Bot API's shape, so that nobody can be behind it. */
export function readUpdate(stored: unknown): Update | null {
  return update.safeParse(stored).success ? (stored as Update) : null;
}
