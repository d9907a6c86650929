import { ApiError, badRequest, forbidden } from './api-error.ts';
import { postMessage } from './post-message.ts';
import type { ChatAccess, SandboxState } from './state.ts';
import type { StoredMessage, TelegramChat, TelegramUser } from './telegram-types.ts';
import { type SandboxWorld, unixNow } from './world.ts';

/** What a method needs of its chat: to look, to change what is there, or to write. */
export type ChatNeed = 'read' | 'edit' | 'write';

/** Supergroups count from here downwards. */
const FIRST_SUPERGROUP_ID = -1_000_000_000_000;

/**
 * Refuses what the state of a chat does not allow, as `Client::check_chat_access` of Telegram's server does.
 * @throws ApiError 400 or 403 with Telegram's reason.
 */
export function checkAccess(state: SandboxState, chat: TelegramChat, need: ChatNeed): void {
  const access = state.access.get(chat.id);
  if (chat.type === 'private') {
    if (access === 'deactivated' && need !== 'read') throw forbidden('user is deactivated');
    return;
  }
  // Telegram lets nobody look into a supergroup from outside, but into a basic group that was left.
  if (chat.type === 'group' && need === 'read') return;
  checkNotMoved(state, chat);
  if (access === 'deleted') throw forbidden('the group chat was deleted');
  if (access === 'kicked' || access === 'blocked')
    throw forbidden(`bot was kicked from the ${chat.type} chat`);
  if (access === 'left') throw forbidden(`bot is not a member of the ${chat.type} chat`);
}

function checkNotMoved(state: SandboxState, chat: TelegramChat): void {
  const migratedTo = state.groups.get(chat.id)?.migratedTo;
  if (migratedTo === undefined) return;
  throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
    migrate_to_chat_id: migratedTo,
  });
}

/** Refuses a person who blocked the bot or never started it. @throws ApiError 403 */
export function checkReachable(state: SandboxState, chat: TelegramChat): void {
  if (chat.type !== 'private') return;
  const access = state.access.get(chat.id);
  if (access === undefined) throw forbidden("bot can't initiate conversation with a user");
  if (access !== 'open') throw forbidden('bot was blocked by the user');
}

/** Refuses a member that may not write. @param what e.g. `text messages`. @throws ApiError 400 */
export function checkMaySend(state: SandboxState, chat: TelegramChat, what: string): void {
  if (state.access.get(chat.id) !== 'restricted') return;
  throw badRequest(`not enough rights to send ${what} to the chat`);
}

/** Changes whether the bot may write to a chat, and tells it as Telegram does. */
export function changeAccess(
  world: SandboxWorld,
  from: TelegramUser,
  chat: TelegramChat,
  access: ChatAccess,
): void {
  const before = world.store.state.access.get(chat.id) ?? 'open';
  world.store.commit({ kind: 'access', chatId: chat.id, access });
  // Telegram says nothing to the bot when an account or a group is deleted.
  if (before === access || access === 'deactivated' || access === 'deleted') return;
  world.updates.push({
    my_chat_member: {
      chat,
      from,
      date: unixNow(world),
      old_chat_member: memberOf(world, before),
      new_chat_member: memberOf(world, access),
    },
  });
}

function memberOf({ bot: user }: SandboxWorld, access: ChatAccess) {
  if (access === 'open') return { status: 'member', user };
  if (access === 'left') return { status: 'left', user };
  if (access === 'restricted')
    return { status: 'restricted', user, is_member: true, can_send_messages: false, until_date: 0 };
  return { status: 'kicked', user, until_date: 0 };
}

/**
 * Turns a basic group into a supergroup: members and access move, the messages stay, and a service message in each of
 * both chats tells the bot. Returns the supergroup's id. @throws ApiError 400 when it is no basic group.
 */
export function upgradeGroup(world: SandboxWorld, from: TelegramUser, chatId: number): number {
  const group = world.store.state.groups.get(chatId);
  if (group?.chat.type !== 'group' || group.migratedTo !== undefined) throw badRequest('not a basic group');
  const migratedTo = FIRST_SUPERGROUP_ID - Math.abs(chatId);
  const chat: TelegramChat = { ...group.chat, id: migratedTo, type: 'supergroup' };
  const access = world.store.state.access.get(chatId) ?? 'open';
  world.store.commit({ kind: 'group', chat, memberIds: group.memberIds });
  world.store.commit({ kind: 'access', chatId: migratedTo, access });
  world.store.commit({ kind: 'group', ...group, migratedTo });
  tell(world, postMessage(world, group.chat, from, { migrate_to_chat_id: migratedTo }));
  tell(world, postMessage(world, chat, from, { migrate_from_chat_id: chatId }));
  return migratedTo;
}

function tell(world: SandboxWorld, message: StoredMessage): void {
  world.updates.push({ message });
}
