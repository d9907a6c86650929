import { isDeepStrictEqual } from 'node:util';
import type { SandboxStore } from './store.ts';
import type { TelegramChat, TelegramUser } from './telegram-types.ts';

/** A person whom one can be in the sandbox. `order` is the place in the list. */
export interface SandboxPerson {
  telegramId: number;
  name: string;
  unit: string;
  title: string;
  role: string;
  order: number;
}

export interface SandboxGroup {
  chatId: number;
  title: string;
  memberIds: number[];
  /** A basic group, which can still become a supergroup. */
  isBasic?: boolean | undefined;
}

export interface DirectorySource {
  listPeople?(): Promise<SandboxPerson[]>;
  listGroups?(): Promise<SandboxGroup[]>;
}

/** Who exists in the sandbox: the people and groups of the sample department, and whoever else ever wrote. */
export class Directory {
  readonly #store: SandboxStore;
  readonly #source: DirectorySource;
  #people: SandboxPerson[] = [];

  constructor(store: SandboxStore, source: DirectorySource) {
    this.#store = store;
    this.#source = source;
  }

  /** Reads people and groups again; names and memberships follow the source. */
  async refresh(): Promise<void> {
    this.#people = (await this.#source.listPeople?.()) ?? [];
    for (const person of this.#people) this.#saveUser(person.telegramId, person.name);
    for (const group of (await this.#source.listGroups?.()) ?? []) this.saveGroup(group);
  }

  /** The listed people, by their place in the list. */
  people(): SandboxPerson[] {
    return [...this.#people].sort((a, b) => a.order - b.order);
  }

  groups(): SandboxGroup[] {
    return [...this.#store.state.groups.values()]
      .filter(({ migratedTo }) => migratedTo === undefined)
      .map(({ chat, memberIds }) => ({ chatId: chat.id, title: chat.title ?? '', memberIds }));
  }

  /** The account of a person; one that nobody knows yet is made. */
  async userFor(telegramId: number): Promise<TelegramUser> {
    if (!this.#store.state.users.has(telegramId)) await this.refresh();
    return this.#store.state.users.get(telegramId) ?? this.#saveUser(telegramId, `ID ${telegramId}`);
  }

  /** A private chat with a known person or a known group, or `null`. */
  async findChat(chatId: number): Promise<TelegramChat | null> {
    const known = this.#knownChat(chatId);
    if (known) return known;
    await this.refresh();
    return this.#knownChat(chatId);
  }

  /** Adds a group, or changes its title and members; one that became a supergroup stays as it was. */
  saveGroup(group: SandboxGroup): void {
    if (this.#store.state.groups.get(group.chatId)?.migratedTo !== undefined) return;
    const type = group.isBasic ? 'group' : 'supergroup';
    const chat: TelegramChat = { id: group.chatId, type, title: group.title };
    const record = { chat, memberIds: group.memberIds };
    if (isDeepStrictEqual(this.#store.state.groups.get(group.chatId), record)) return;
    this.#store.commit({ kind: 'group', ...record });
  }

  #knownChat(chatId: number): TelegramChat | null {
    const user = this.#store.state.users.get(chatId);
    if (user) return privateChatOf(user);
    return this.#store.state.groups.get(chatId)?.chat ?? null;
  }

  #saveUser(telegramId: number, name: string): TelegramUser {
    const user: TelegramUser = { id: telegramId, is_bot: false, first_name: name, language_code: 'vi' };
    if (!isDeepStrictEqual(this.#store.state.users.get(telegramId), user))
      this.#store.commit({ kind: 'user', user });
    return user;
  }
}

/** The private chat of a person with the bot: its id is the person's. */
function privateChatOf(user: TelegramUser): TelegramChat {
  return { id: user.id, type: 'private', first_name: user.first_name };
}
