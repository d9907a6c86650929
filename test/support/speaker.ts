import type { SandboxServer } from '../../src/sandbox/server.ts';

export type ChatMessage = ReturnType<SandboxServer['messagesOf']>[number];

type SendOptions = Parameters<SandboxServer['sendText']>[3];
type OutgoingFile = Parameters<SandboxServer['sendFile']>[2];

/** What a person sees of a message: its text or caption. */
export const textOf = (message: ChatMessage): string => message.text ?? message.caption ?? '';

export const buttonsOf = (message: ChatMessage): string[] =>
  message.reply_markup?.inline_keyboard.flat().map((button) => button.text) ?? [];

/** Between two messages that came as one answer. */
export const NEXT_MESSAGE = '\n———\n';

export interface SpeakerParts {
  server: SandboxServer;
  userId: number;
  chatId: number;
  /** Resolves when the bot has handled what was done and sent what it owes. */
  settle(acts: number): Promise<void>;
}

/**
 * A person at their phone, in one chat. Every act waits until the bot has nothing more to do and returns what then
 * stands new or changed in the chat.
 */
export class Speaker {
  readonly #parts: SpeakerParts;
  /** What Telegram showed over the chat at the last press. */
  toast = '';

  constructor(parts: SpeakerParts) {
    this.#parts = parts;
  }

  says(text: string, options: SendOptions = {}): Promise<string> {
    const { server, userId, chatId } = this.#parts;
    return this.#act(() => server.sendText(userId, chatId, text, options));
  }

  /** Replies to the newest message of the bot that holds these words. */
  replies(to: string, text: string): Promise<string> {
    return this.says(text, {
      replyTo: this.#newestWith((message) => textOf(message).includes(to)).message_id,
    });
  }

  sendsFile(
    file: { name: string; bytes?: Buffer; kind?: OutgoingFile['kind']; caption?: string },
    options: SendOptions = {},
  ): Promise<string> {
    const { server, userId, chatId } = this.#parts;
    const { bytes = Buffer.from(`%PDF-1.4 ${file.name}`), kind = 'document', ...rest } = file;
    return this.#act(() => server.sendFile(userId, chatId, { ...rest, bytes, kind }, options));
  }

  /** Presses the newest button with this label; `toast` then holds the short answer. */
  presses(label: string): Promise<string> {
    const message = this.#newestWith((candidate) => buttonsOf(candidate).includes(label));
    const button = message.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label);
    return this.pressesData(message.message_id, button?.callback_data ?? '');
  }

  /** Presses whatever data under a message, as a forged client can. */
  pressesData(messageId: number, data: string): Promise<string> {
    const { server, userId, chatId } = this.#parts;
    return this.#act(async () => {
      const queryId = await server.pressButton(userId, chatId, messageId, data);
      this.toast = (await server.waitForAnswer(queryId)).text;
    });
  }

  /** Anything else that Telegram may deliver, as it is. */
  delivers(update: Parameters<SandboxServer['pushUpdate']>[0]): Promise<string> {
    return this.#act(async () => this.#parts.server.pushUpdate(update));
  }

  /** Everything that the bot wrote into this chat, oldest first. */
  hears(): ChatMessage[] {
    return this.#parts.server.messagesOf(this.#parts.chatId).filter((message) => message.from.is_bot);
  }

  lastAnswer(): ChatMessage {
    return this.#newestWith(() => true);
  }

  #newestWith(fits: (message: ChatMessage) => boolean): ChatMessage {
    const found = this.hears().findLast(fits);
    if (found === undefined) throw new Error(`No such message in chat ${this.#parts.chatId}`);
    return found;
  }

  async #act(act: () => Promise<unknown>): Promise<string> {
    const before = new Map(this.hears().map((message) => [message.message_id, looksOf(message)]));
    await act();
    await this.#parts.settle(1);
    const fresh = this.hears().filter((message) => before.get(message.message_id) !== looksOf(message));
    return fresh.map(textOf).join(NEXT_MESSAGE);
  }
}

const looksOf = (message: ChatMessage): string => JSON.stringify([textOf(message), message.reply_markup]);
