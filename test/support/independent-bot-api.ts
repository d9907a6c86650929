import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { poll } from './run-process.ts';

/** A message as it stands in a chat of this server. */
export interface ChatMessage {
  message_id: number;
  chat: Chat;
  from: { id: number; is_bot: boolean; first_name: string };
  date: number;
  text?: string;
  caption?: string;
  photo?: { file_id: string; file_unique_id: string; width: number; height: number }[];
  document?: { file_id: string; file_unique_id: string; file_name: string };
  reply_markup?: { inline_keyboard: { text: string; callback_data?: string }[][] };
}

interface Chat {
  id: number;
  type: 'private' | 'supergroup';
  title?: string;
  first_name?: string;
}

type Fields = Record<string, unknown>;
type Method = (fields: Fields) => unknown;

class Refused extends Error {
  constructor(
    readonly code: number,
    description: string,
  ) {
    super(description);
  }
}

const BOT = { id: 4242, is_bot: true, first_name: 'Bot', username: 'independent_bot' };

/**
 * A server that speaks as much of Telegram's Bot API as a bot on long polling needs, written from its documentation
 * and from nothing of the product; and what people do on the other side of it.
 */
export class IndependentBotApi {
  readonly token = `${BOT.id}:independent-token`;
  /** The bytes of files that the bot sent, by file id. */
  readonly files = new Map<string, Buffer>();
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  readonly #chats = new Map<number, Chat>();
  readonly #messages = new Map<number, ChatMessage[]>();
  #updates: { update_id: number }[] = [];
  #nextId = 1;
  #wake: () => void = () => {};

  /** @param now seconds are read from it, for `message.date` */
  constructor(private readonly now: () => number = Date.now) {}

  /** @returns the root that the product takes as TELEGRAM_API_ROOT */
  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  addGroup(id: number, title: string): void {
    this.#chats.set(id, { id, type: 'supergroup', title });
  }

  /** A person writes, in private when no other chat is named. */
  write(personId: number, text: string, chatId = personId): ChatMessage {
    const command = /^\/[a-z]+/.exec(text);
    const message = {
      ...this.#post(this.#chatFor(chatId), this.#person(personId)),
      text,
      ...(command === null
        ? {}
        : { entities: [{ type: 'bot_command', offset: 0, length: command[0].length }] }),
    };
    this.#put(message);
    this.#push({ message });
    return message;
  }

  /** A person presses the button with these words under a message. */
  press(personId: number, message: ChatMessage, words: string): void {
    const button = message.reply_markup?.inline_keyboard.flat().find(({ text }) => text === words);
    if (button?.callback_data === undefined)
      throw new Error(`No button ${words} under ${JSON.stringify(message)}`);
    const id = String(this.#nextId++);
    const query = {
      id,
      from: this.#person(personId),
      message,
      chat_instance: '1',
      data: button.callback_data,
    };
    this.#push({ callback_query: query });
  }

  /** What the bot wrote into a chat, as it stands now. */
  messagesOfBot(chatId: number): ChatMessage[] {
    return (this.#messages.get(chatId) ?? []).filter(({ from }) => from.is_bot);
  }

  /** The first message of the bot that fits, or whose words do, there already or still to come. */
  waitForMessage(
    chatId: number,
    fits: RegExp | ((message: ChatMessage) => boolean),
    timeoutMs = 15_000,
  ): Promise<ChatMessage> {
    const isMeant =
      fits instanceof RegExp ? ({ text, caption }: ChatMessage) => fits.test(text ?? caption ?? '') : fits;
    return poll(`${String(fits)} in chat ${chatId}`, timeoutMs, () =>
      this.messagesOfBot(chatId).find(isMeant),
    ).catch((error: unknown) => {
      throw new Error(`${String(error)}; there is ${JSON.stringify(this.messagesOfBot(chatId), null, 1)}`);
    });
  }

  readonly #methods: Record<string, Method> = {
    getMe: () => BOT,
    deleteWebhook: () => true,
    setMyCommands: () => true,
    deleteMyCommands: () => true,
    sendChatAction: () => true,
    answerCallbackQuery: () => true,
    getUpdates: (fields) => this.#getUpdates(fields),
    getChat: ({ chat_id }) => this.#chatFor(Number(chat_id)),
    sendMessage: (fields) => this.#send(fields, { text: plainText(fields, 'text', 4096) }),
    sendPhoto: (fields) => {
      const file_id = this.#keepFile(fields.photo);
      const photo = [{ file_id, file_unique_id: file_id, width: 1280, height: 720 }];
      return this.#send(fields, { photo, ...captionOf(fields) });
    },
    sendDocument: (fields) => {
      const file_id = this.#keepFile(fields.document);
      const document = { file_id, file_unique_id: file_id, file_name: (fields.document as KeptFile).name };
      return this.#send(fields, { document, ...captionOf(fields) });
    },
    editMessageText: (fields) => {
      const chatId = Number(fields.chat_id);
      const messageId = Number(fields.message_id);
      const message = this.#messages.get(chatId)?.find(({ message_id }) => message_id === messageId);
      if (message?.from.is_bot !== true) throw new Refused(400, 'Bad Request: message to edit not found');
      const { reply_markup: _, ...rest } = message;
      const edited = { ...rest, text: plainText(fields, 'text', 4096), ...keyboardOf(fields) };
      return this.#put(edited);
    },
  };

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, bot, method = ''] = (request.url ?? '').split('/');
    const reply = (code: number, body: object) =>
      response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    try {
      if (bot !== `bot${this.token}`) throw new Refused(401, 'Unauthorized');
      const act = this.#methods[method];
      if (act === undefined) throw new Refused(404, 'Not Found');
      const fields = await readFields(request);
      reply(200, { ok: true, result: await act(fields) });
    } catch (error) {
      const code = error instanceof Refused ? error.code : 500;
      reply(code, { ok: false, error_code: code, description: String((error as Error).message) });
    }
  }

  /** An offset lets go of what is before it; nothing else does. */
  async #getUpdates({ offset = 0, limit = 100, timeout = 0 }: Fields): Promise<object[]> {
    this.#updates = this.#updates.filter(({ update_id }) => update_id >= Number(offset));
    const giveUpAt = Date.now() + Number(timeout) * 1000;
    while (this.#updates.length === 0 && Date.now() < giveUpAt) {
      await new Promise<void>((wake) => {
        this.#wake = wake;
        setTimeout(wake, Math.min(1000, giveUpAt - Date.now()));
      });
    }
    return this.#updates.slice(0, Number(limit));
  }

  #push(update: object): void {
    this.#updates.push({ update_id: this.#nextId++, ...update });
    this.#wake();
  }

  #send(fields: Fields, content: Partial<ChatMessage>): ChatMessage {
    const chatId = Number(fields.chat_id);
    const chat = this.#chats.get(chatId);
    if (chat === undefined) throw new Refused(400, 'Bad Request: chat not found');
    return this.#put({ ...this.#post(chat, BOT), ...content, ...keyboardOf(fields) });
  }

  #keepFile(file: unknown): string {
    if (!(file instanceof KeptFile)) throw new Refused(400, 'Bad Request: there is no file in the request');
    const id = `file${this.#nextId++}`;
    this.files.set(id, file.bytes);
    return id;
  }

  #person(id: number) {
    return { id, is_bot: false, first_name: `Người ${id}` };
  }

  #chatFor(id: number): Chat {
    const known = this.#chats.get(id);
    if (known !== undefined) return known;
    if (id < 0) throw new Refused(400, 'Bad Request: chat not found');
    const chat: Chat = { id, type: 'private', first_name: `Người ${id}` };
    this.#chats.set(id, chat);
    return chat;
  }

  #post(chat: Chat, from: ChatMessage['from']): ChatMessage {
    return { message_id: this.#nextId++, chat, from, date: Math.floor(this.now() / 1000) };
  }

  #put(message: ChatMessage): ChatMessage {
    const messages = this.#messages.get(message.chat.id) ?? [];
    const place = messages.findIndex(({ message_id }) => message_id === message.message_id);
    messages.splice(place === -1 ? messages.length : place, place === -1 ? 0 : 1, message);
    this.#messages.set(message.chat.id, messages);
    return message;
  }
}

class KeptFile {
  constructor(
    readonly name: string,
    readonly bytes: Buffer,
  ) {}
}

/** The fields of a call, whichever of the three forms it came in; a file as its bytes. */
async function readFields(request: IncomingMessage): Promise<Fields> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) return {};
  if (type.startsWith('application/json')) return JSON.parse(body.toString('utf8')) as Fields;
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const entries = [...form].map(async ([name, value]) =>
    typeof value === 'string'
      ? ([name, value] as const)
      : ([name, new KeptFile(value.name, Buffer.from(await value.arrayBuffer()))] as const),
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** Text as people read it: markup is taken off. @throws Refused what Telegram refuses */
function plainText(fields: Fields, name: string, longest: number): string {
  const value = fields[name];
  const given = typeof value === 'string' ? value : '';
  const text =
    fields.parse_mode === 'HTML'
      ? given
          .replaceAll(/<[^>]+>/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&')
      : given;
  if (text.trim() === '') throw new Refused(400, 'Bad Request: message text is empty');
  if (text.length > longest) throw new Refused(400, 'Bad Request: message is too long');
  return text;
}

const captionOf = (fields: Fields) =>
  fields.caption === undefined ? {} : { caption: plainText(fields, 'caption', 1024) };

/** @throws Refused for a button that Telegram would refuse */
function keyboardOf(fields: Fields): Pick<ChatMessage, 'reply_markup'> {
  if (fields.reply_markup === undefined) return {};
  const given = fields.reply_markup;
  const markup = (typeof given === 'string' ? JSON.parse(given) : given) as NonNullable<
    ChatMessage['reply_markup']
  >;
  const tooLong = markup.inline_keyboard
    .flat()
    .some(({ callback_data }) => callback_data !== undefined && Buffer.byteLength(callback_data) > 64);
  if (tooLong) throw new Refused(400, 'Bad Request: BUTTON_DATA_INVALID');
  return { reply_markup: markup };
}
