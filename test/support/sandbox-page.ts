import { poll } from './run-process.ts';

export interface PageMessage {
  message_id: number;
  from: { is_bot: boolean };
  date: number;
  text?: string;
  caption?: string;
  photo?: { file_id: string }[];
  reply_markup?: { inline_keyboard: { text: string; callback_data?: string }[][] };
}

export interface PagePerson {
  telegramId: number;
  name: string;
  unit: string;
  role: string;
}

interface Overview {
  now: string;
  people: PagePerson[];
  groups: { chatId: number; title: string }[];
}

type ClockMove = 'nextHour' | 'nextWorkingMorning' | 'nextMonday';

/** The sandbox's web page without a browser: the calls that the page makes. */
export class SandboxPage {
  constructor(readonly address: string) {}

  readOverview(): Promise<Overview> {
    return this.#read('/overview');
  }

  /** The one person of whom this is true. */
  async findPerson(fits: (person: PagePerson) => boolean): Promise<PagePerson> {
    const { people } = await this.readOverview();
    const found = people.filter(fits);
    const [only] = found;
    if (only === undefined || found.length > 1)
      throw new Error(`${found.length} of ${people.length} people fit, instead of one`);
    return only;
  }

  async moveClock(to: ClockMove): Promise<string> {
    const { now } = await this.#post<{ now: string }>('/clock', { to });
    return now;
  }

  write(userId: number, text: string, chatId = userId): Promise<PageMessage> {
    return this.#post(`/chats/${chatId}/messages`, { userId, text });
  }

  async press(userId: number, message: PageMessage, words: string): Promise<void> {
    const button = message.reply_markup?.inline_keyboard.flat().find(({ text }) => text === words);
    if (button?.callback_data === undefined)
      throw new Error(`No button ${words}: ${JSON.stringify(message)}`);
    const { message_id: messageId } = message;
    await this.#post(`/chats/${userId}/presses`, { userId, messageId, data: button.callback_data });
  }

  async listMessages(chatId: number): Promise<PageMessage[]> {
    return (await this.#read<{ messages: PageMessage[] }>(`/chats/${chatId}/messages`)).messages;
  }

  /** The first message of the bot in a chat that fits, after the one named. */
  waitForAnswer(
    chatId: number,
    after: number,
    fits: (message: PageMessage) => boolean,
  ): Promise<PageMessage> {
    return poll(`an answer in chat ${chatId}`, 15_000, async () =>
      (await this.listMessages(chatId)).find(
        (message) => message.from.is_bot && message.message_id > after && fits(message),
      ),
    );
  }

  async readFile(fileId: string): Promise<{ type: string; bytes: Buffer }> {
    const response = await fetch(`${this.address}/sandbox/api/files/${fileId}`);
    return {
      type: response.headers.get('content-type') ?? '',
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  }

  async #read<Answer>(path: string): Promise<Answer> {
    return answerOf(await fetch(`${this.address}/sandbox/api${path}`));
  }

  async #post<Answer>(path: string, body: object): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    const call = { method: 'POST', headers, body: JSON.stringify(body) };
    return answerOf(await fetch(`${this.address}/sandbox/api${path}`, call));
  }
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** What a person reads of a message. */
export const wordsOf = ({ text, caption }: PageMessage): string => text ?? caption ?? '';
