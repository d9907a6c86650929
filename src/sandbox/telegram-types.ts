/** The parts of Telegram's Bot API objects that the sandbox stores and sends; field names are Telegram's. */

export interface TelegramUser {
  id: number;
  is_bot: boolean;
  first_name: string;
  username?: string;
  language_code?: string;
}

export interface TelegramChat {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  title?: string;
  first_name?: string;
}

/** A formatted stretch of a text; offset and length count UTF-16 code units. */
export interface MessageEntity {
  type: string;
  offset: number;
  length: number;
  url?: string;
}

export interface InlineButton {
  text: string;
  callback_data?: string | undefined;
  url?: string | undefined;
  [field: string]: unknown;
}

export interface InlineKeyboard {
  inline_keyboard: InlineButton[][];
}

export interface PhotoSize {
  file_id: string;
  file_unique_id: string;
  width: number;
  height: number;
  file_size: number;
}

export interface TelegramDocument {
  file_id: string;
  file_unique_id: string;
  file_name: string;
  mime_type: string;
  file_size: number;
}

/** What a message says: text, a picture or document with its caption, or that a group moved. */
export interface MessageContent {
  text?: string;
  entities?: MessageEntity[];
  caption?: string;
  caption_entities?: MessageEntity[];
  photo?: PhotoSize[];
  document?: TelegramDocument;
  /** In a group's last message: the supergroup that it became. */
  migrate_to_chat_id?: number;
  /** In a supergroup's first message: the group that it was. */
  migrate_from_chat_id?: number;
  reply_markup?: InlineKeyboard;
}

export interface StoredMessage extends MessageContent {
  message_id: number;
  date: number;
  edit_date?: number;
  from: TelegramUser;
  chat: TelegramChat;
  message_thread_id?: number;
  is_topic_message?: boolean;
  media_group_id?: string;
  /** As it stood when it was replied to; its own reply is left out, as Telegram does. */
  reply_to_message?: StoredMessage;
}

export interface CallbackQuery {
  id: string;
  from: TelegramUser;
  message: StoredMessage;
  chat_instance: string;
  data: string;
}

/** One update without its number: exactly one kind of content under its Telegram name. */
export interface UpdatePayload {
  message?: StoredMessage;
  edited_message?: StoredMessage;
  callback_query?: CallbackQuery;
  my_chat_member?: Record<string, unknown>;
  [kind: string]: unknown;
}

export interface Update extends UpdatePayload {
  update_id: number;
}

export interface BotCommand {
  command: string;
  description: string;
}
