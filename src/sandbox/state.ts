import type { BotCommand, StoredMessage, TelegramChat, TelegramUser, Update } from './telegram-types.ts';

/**
 * Whether the bot may write to a chat: `blocked` and `deactivated` are a person's doing, `kicked`, `left`, `restricted`
 * (a member that may not write) and `deleted` a group's. A person who never wrote to the bot has none of these.
 */
export type ChatAccess = 'open' | 'blocked' | 'deactivated' | 'kicked' | 'left' | 'restricted' | 'deleted';

export type TopicStatus = 'open' | 'closed' | 'deleted';

export interface StoredGroup {
  chat: TelegramChat;
  memberIds: number[];
  /** The supergroup that it became; nobody can write to the group any more. */
  migratedTo?: number;
}

export interface StoredFile {
  fileId: string;
  uniqueId: string;
  /** Under the files folder and in download addresses, e.g. `documents/file_3.xlsx`. */
  path: string;
  name: string;
  mimeType: string;
  size: number;
}

export interface WebhookSetting {
  url: string;
  secretToken: string | null;
}

/** One fact of the sandbox. The journal is the list of them, the state what they add up to. */
export type SandboxRecord =
  | { kind: 'user'; user: TelegramUser }
  | ({ kind: 'group' } & StoredGroup)
  | { kind: 'topic'; chatId: number; threadId: number; status: TopicStatus }
  | { kind: 'access'; chatId: number; access: ChatAccess }
  | { kind: 'message'; message: StoredMessage }
  | { kind: 'messageDeleted'; chatId: number; messageId: number }
  | { kind: 'unread'; chatId: number; count: number }
  | { kind: 'file'; file: StoredFile }
  | { kind: 'commands'; scope: string; commands: BotCommand[] }
  | { kind: 'webhook'; webhook: WebhookSetting | null }
  | { kind: 'allowedUpdates'; kinds: string[] }
  | { kind: 'update'; update: Update; queuedAtMs: number }
  | { kind: 'confirmed'; beforeId: number }
  | {
      kind: 'counters';
      nextUpdateId: number;
      nextPrivateMessageId: number;
      nextGroupMessageIds: [number, number][];
    }
  | { kind: 'cleared' };

export interface QueuedUpdate {
  update: Update;
  queuedAtMs: number;
}

export class SandboxState {
  readonly users = new Map<number, TelegramUser>();
  readonly groups = new Map<number, StoredGroup>();
  /** The topics of those groups that have any, by thread. */
  readonly topics = new Map<number, Map<number, TopicStatus>>();
  readonly access = new Map<number, ChatAccess>();
  readonly messages = new Map<number, Map<number, StoredMessage>>();
  readonly unread = new Map<number, number>();
  readonly files = new Map<string, StoredFile>();
  readonly commands = new Map<string, BotCommand[]>();
  webhook: WebhookSetting | null = null;
  allowedUpdates: string[] = [];
  updates: QueuedUpdate[] = [];
  nextUpdateId: number;
  #nextPrivateMessageId = 1;
  readonly #nextGroupMessageIds = new Map<number, number>();

  constructor(firstUpdateId: number) {
    this.nextUpdateId = firstUpdateId;
  }

  /** As in Telegram: one row of numbers for all private chats of the bot, and one for each group. */
  nextMessageId(chatId: number): number {
    return chatId > 0 ? this.#nextPrivateMessageId : (this.#nextGroupMessageIds.get(chatId) ?? 1);
  }

  message(chatId: number, messageId: number): StoredMessage | undefined {
    return this.messages.get(chatId)?.get(messageId);
  }

  apply(record: SandboxRecord): void {
    switch (record.kind) {
      case 'user':
        this.users.set(record.user.id, record.user);
        break;
      case 'group': {
        const { kind: _, ...group } = record;
        this.groups.set(record.chat.id, group);
        break;
      }
      case 'topic':
        this.topics.set(
          record.chatId,
          new Map(this.topics.get(record.chatId)).set(record.threadId, record.status),
        );
        break;
      case 'access':
        this.access.set(record.chatId, record.access);
        break;
      case 'message':
        this.#applyMessage(record.message);
        break;
      case 'messageDeleted':
        this.messages.get(record.chatId)?.delete(record.messageId);
        break;
      case 'unread':
        this.unread.set(record.chatId, record.count);
        break;
      case 'file':
        this.files.set(record.file.fileId, record.file);
        break;
      case 'commands':
        this.commands.set(record.scope, record.commands);
        break;
      default:
        this.#applyDelivery(record);
    }
  }

  #applyDelivery(record: SandboxRecord): void {
    switch (record.kind) {
      case 'webhook':
        this.webhook = record.webhook;
        break;
      case 'allowedUpdates':
        this.allowedUpdates = record.kinds;
        break;
      case 'update':
        this.updates.push({ update: record.update, queuedAtMs: record.queuedAtMs });
        this.nextUpdateId = Math.max(this.nextUpdateId, record.update.update_id + 1);
        break;
      case 'confirmed':
        this.updates = this.updates.filter(({ update }) => update.update_id >= record.beforeId);
        break;
      case 'counters':
        this.nextUpdateId = record.nextUpdateId;
        this.#nextPrivateMessageId = record.nextPrivateMessageId;
        for (const [chatId, next] of record.nextGroupMessageIds) this.#nextGroupMessageIds.set(chatId, next);
        break;
      case 'cleared':
        this.messages.clear();
        this.unread.clear();
        this.access.clear();
        this.topics.clear();
        this.files.clear();
        this.updates = [];
        break;
    }
  }

  #applyMessage(message: StoredMessage): void {
    const { chat, message_id: messageId } = message;
    const known = this.messages.get(chat.id) ?? new Map<number, StoredMessage>();
    if (!known.has(messageId) && message.from.is_bot) {
      this.unread.set(chat.id, (this.unread.get(chat.id) ?? 0) + 1);
    }
    known.set(messageId, message);
    this.messages.set(chat.id, known);
    const next = Math.max(this.nextMessageId(chat.id), messageId + 1);
    if (chat.id > 0) this.#nextPrivateMessageId = next;
    else this.#nextGroupMessageIds.set(chat.id, next);
  }

  /** The shortest list of records that adds up to this state: what the journal is rewritten to at a start. */
  *snapshot(): Generator<SandboxRecord> {
    for (const user of this.users.values()) yield { kind: 'user', user };
    for (const group of this.groups.values()) yield { kind: 'group', ...group };
    for (const [chatId, topics] of this.topics) {
      for (const [threadId, status] of topics) yield { kind: 'topic', chatId, threadId, status };
    }
    for (const [chatId, access] of this.access) yield { kind: 'access', chatId, access };
    for (const file of this.files.values()) yield { kind: 'file', file };
    for (const messages of this.messages.values()) {
      for (const message of messages.values()) yield { kind: 'message', message };
    }
    for (const chatId of this.messages.keys()) {
      yield { kind: 'unread', chatId, count: this.unread.get(chatId) ?? 0 };
    }
    for (const [scope, commands] of this.commands) yield { kind: 'commands', scope, commands };
    yield { kind: 'webhook', webhook: this.webhook };
    yield { kind: 'allowedUpdates', kinds: this.allowedUpdates };
    for (const queued of this.updates) yield { kind: 'update', ...queued };
    yield {
      kind: 'counters',
      nextUpdateId: this.nextUpdateId,
      nextPrivateMessageId: this.#nextPrivateMessageId,
      nextGroupMessageIds: [...this.#nextGroupMessageIds],
    };
  }
}
