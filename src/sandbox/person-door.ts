import { badRequest } from './api-error.ts';
import { changeAccess, upgradeGroup } from './chat-access.ts';
import { detectEntities } from './detected-entities.ts';
import { countCharacters, MAX_CAPTION_LENGTH, MAX_TEXT_LENGTH } from './message-text.ts';
import { storeMedia } from './methods/media-content.ts';
import { mimeTypeOf } from './mime-types.ts';
import { postMessage } from './post-message.ts';
import type { ChatAccess } from './state.ts';
import type { MessageContent, StoredMessage, TelegramChat, TelegramUser } from './telegram-types.ts';
import { type SandboxWorld, unixNow } from './world.ts';

export interface WriteOptions {
  replyTo?: number | undefined;
  threadId?: number | undefined;
  mediaGroupId?: string | undefined;
  /** Further fields of Telegram's Message, such as `forward_origin`, `via_bot` or `sender_chat`. */
  fields?: Record<string, unknown> | undefined;
}

export interface OutgoingFile {
  name: string;
  bytes: Buffer;
  kind: 'document' | 'photo';
  caption?: string | undefined;
}

const CHAT_INSTANCE = '1';

/** What people do in Telegram: write, press, send files, block the bot. Each act becomes an update for the bot. */
export class PersonDoor {
  readonly #world: SandboxWorld;

  constructor(world: SandboxWorld) {
    this.#world = world;
  }

  /** A person writes to the bot (`chatId` = `userId`) or in a group that the person belongs to. */
  async sendText(
    userId: number,
    chatId: number,
    text: string,
    options: WriteOptions = {},
  ): Promise<StoredMessage> {
    if (text.trim() === '' || countCharacters(text) > MAX_TEXT_LENGTH)
      throw badRequest('text is empty or too long');
    const entities = detectEntities(text);
    return this.#write(userId, chatId, { text, ...(entities.length > 0 ? { entities } : {}) }, options);
  }

  async sendFile(
    userId: number,
    chatId: number,
    file: OutgoingFile,
    options: WriteOptions = {},
  ): Promise<StoredMessage> {
    const { caption = '', kind, ...rest } = file;
    if (countCharacters(caption) > MAX_CAPTION_LENGTH) throw badRequest('caption is too long');
    const media = await storeMedia(this.#world, { ...rest, mimeType: mimeTypeOf(file.name) }, kind);
    return this.#write(userId, chatId, { ...media, ...(caption === '' ? {} : { caption }) }, options);
  }

  /** A person changes the text of an own message. */
  async editText(userId: number, chatId: number, messageId: number, text: string): Promise<StoredMessage> {
    const message = this.#requireMessage(chatId, messageId);
    if (message.from.id !== userId) throw badRequest("message can't be edited");
    const { entities: _, ...rest } = message;
    const entities = detectEntities(text);
    const edited: StoredMessage = {
      ...rest,
      text,
      ...(entities.length > 0 ? { entities } : {}),
      edit_date: unixNow(this.#world),
    };
    this.#world.store.commit({ kind: 'message', message: edited });
    this.#world.updates.push({ edited_message: edited });
    return edited;
  }

  /** A person presses a button; returns the query id under which the bot's answer arrives. */
  async pressButton(
    userId: number,
    chatId: number,
    messageId: number,
    callbackData: string,
  ): Promise<string> {
    const message = this.#requireMessage(chatId, messageId);
    const from = await this.#world.directory.userFor(userId);
    const id = this.#world.callbacks.open(userId);
    this.#world.updates.push({
      callback_query: { id, from, message, chat_instance: CHAT_INSTANCE, data: callbackData },
    });
    return id;
  }

  /** A person pressed Start before the story begins: the bot may write to them, and no update arises. */
  async openChat(userId: number): Promise<void> {
    await this.#world.directory.userFor(userId);
    if (!this.#world.store.state.access.has(userId)) {
      this.#world.store.commit({ kind: 'access', chatId: userId, access: 'open' });
    }
  }

  /** A person blocks or unblocks the bot, or a group removes or takes it back; the bot is told. */
  async setAccess(actorId: number, chatId: number, access: ChatAccess): Promise<void> {
    const from = await this.#world.directory.userFor(actorId);
    const chat = await this.#requireChat(chatId);
    changeAccess(this.#world, from, chat, access);
  }

  /** A person turns a basic group into a supergroup; returns its new id. @throws ApiError 400 for any other chat */
  async upgradeGroup(actorId: number, chatId: number): Promise<number> {
    return upgradeGroup(this.#world, await this.#world.directory.userFor(actorId), chatId);
  }

  async #write(
    userId: number,
    chatId: number,
    content: MessageContent,
    options: WriteOptions,
  ): Promise<StoredMessage> {
    const from = await this.#world.directory.userFor(userId);
    const chat = await this.#requireChat(chatId);
    this.#checkMayWrite(from, chat);
    const replyTo = options.replyTo === undefined ? undefined : this.#requireMessage(chatId, options.replyTo);
    const message = postMessage(
      this.#world,
      chat,
      from,
      { ...content, ...options.fields },
      { replyTo, threadId: options.threadId, mediaGroupId: options.mediaGroupId },
    );
    this.#world.updates.push({ message });
    return message;
  }

  #checkMayWrite(from: TelegramUser, chat: TelegramChat): void {
    const { access, groups } = this.#world.store.state;
    const current = access.get(chat.id);
    if (groups.get(chat.id)?.migratedTo !== undefined) throw badRequest('the group became a supergroup');
    if (current !== undefined && !['open', 'restricted'].includes(current))
      throw badRequest(`chat is ${current}`);
    if (chat.type === 'private') {
      if (chat.id !== from.id) throw badRequest('a private chat belongs to one person');
      if (current === undefined)
        this.#world.store.commit({ kind: 'access', chatId: chat.id, access: 'open' });
    } else if (!groups.get(chat.id)?.memberIds.includes(from.id)) {
      throw badRequest('the person is not a member of the group');
    }
  }

  async #requireChat(chatId: number): Promise<TelegramChat> {
    const chat = await this.#world.directory.findChat(chatId);
    if (!chat) throw badRequest('chat not found');
    return chat;
  }

  #requireMessage(chatId: number, messageId: number): StoredMessage {
    const message = this.#world.store.state.message(chatId, messageId);
    if (!message) throw badRequest('message not found');
    return message;
  }
}
