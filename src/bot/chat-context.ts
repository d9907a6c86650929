import { Context, type Telegram } from 'telegraf';
import type { Update, UserFromGetMe } from 'telegraf/types';
import type { UseCase } from '../app/use-case.ts';
import { enqueueMessage, PRIORITY } from '../db/queries/outbox.ts';
import type { Actor } from '../domain/access/access.ts';
import type { Message } from '../domain/message/messages.ts';

/**
 * The context of one update. Handlers speak through it: what they say is owed in the same transaction as what they
 * write, so an answered report is a recorded report, and nothing is said of what was rolled back.
 */
export class ChatContext extends Context {
  /** Set by the first middleware; `null` for an account that is bound to nobody. */
  actor: Actor | null = null;
  /** A short text over the chat, shown once the transaction is in. */
  toast: string | null = null;
  /** Calls that only make sense once the transaction is in; nothing is lost when they fail. */
  readonly afterwards: ((telegram: Telegram) => Promise<unknown>)[] = [];
  /** Counts answers, so that each has a key of its own (public: a narrowed context loses private members). */
  answers = 0;

  constructor(
    update: Update,
    telegram: Telegram,
    me: UserFromGetMe,
    readonly useCase: UseCase,
  ) {
    super(update, telegram, me);
  }

  /** A report's moment is when it was typed, not when it reached us. */
  get saidAt(): Date {
    return this.message === undefined ? this.useCase.now : new Date(this.message.date * 1000);
  }

  /** Answers in the chat the update came from; in a group, under the message that asked. */
  async say(message: Message): Promise<void> {
    const isGroup = this.chat !== undefined && this.chat.type !== 'private';
    const asked = this.message;
    const threadId = asked?.is_topic_message === true ? asked.message_thread_id : undefined;
    await this.owe(message, {
      ...(isGroup && asked !== undefined ? { replyToMessageId: asked.message_id } : {}),
      ...(threadId === undefined ? {} : { threadId }),
    });
  }

  /** Puts a new content in the place of the message whose button was pressed. */
  async redraw(message: Message): Promise<void> {
    const pressed = this.callbackQuery?.message?.message_id;
    await this.owe(message, pressed === undefined ? {} : { editMessageId: pressed });
  }

  async owe(
    message: Message,
    place: { replyToMessageId?: number; threadId?: number; editMessageId?: number } = {},
  ) {
    if (this.chat === undefined) return;
    this.answers += 1;
    await enqueueMessage(this.useCase.tx, {
      message,
      to: { chatId: this.chat.id },
      priority: PRIORITY.answer,
      now: this.useCase.now,
      dedupeKey: `answer:${this.botInfo.id}:${this.update.update_id}:${this.answers}`,
      ...place,
    });
  }
}
