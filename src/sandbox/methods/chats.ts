import { badRequest } from '../api-error.ts';
import { changeAccess } from '../chat-access.ts';
import type { TelegramChat, TelegramUser } from '../telegram-types.ts';
import type { SandboxWorld } from '../world.ts';
import type { MethodFamily } from './method.ts';
import { requireChat } from './target.ts';

/** What Telegram lets a bot download. */
const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;

/** Rights of the sandbox's bot in its groups. */
const BOT_RIGHTS = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: true,
  can_pin_messages: true,
};

/** Methods that tell about chats, their members and stored files. */
export const chatMethods: MethodFamily = {
  getChat: async (world, { fields }) => ({
    ...(await requireChat(world, fields)),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
  }),

  getChatMember: async (world, { fields }) => {
    const chat = await requireChat(world, fields);
    const userId = fields.integer('user_id') ?? 0;
    if (userId === world.bot.id) return botMember(world);
    const user = world.store.state.users.get(userId);
    if (!user) throw badRequest('invalid user_id specified');
    return { status: isMember(world, chat, user) ? 'member' : 'left', user };
  },

  getChatAdministrators: async (world, { fields }) => {
    const chat = await requireChat(world, fields);
    if (chat.type === 'private') throw badRequest('there are no administrators in the private chat');
    return [botMember(world)];
  },

  getChatMemberCount: async (world, { fields }) => {
    const chat = await requireChat(world, fields);
    return (world.store.state.groups.get(chat.id)?.memberIds.length ?? 1) + 1;
  },

  leaveChat: async (world, { fields }) => {
    const chat = await requireChat(world, fields);
    changeAccess(world, world.bot, chat, 'left');
    return true;
  },

  getFile: (world, { fields }) => {
    const file = world.files.find(fields.text('file_id') ?? '');
    if (!file) throw badRequest('invalid file_id');
    if (file.size > MAX_DOWNLOAD_BYTES) throw badRequest('file is too big');
    return {
      file_id: file.fileId,
      file_unique_id: file.uniqueId,
      file_size: file.size,
      file_path: file.path,
    };
  },
};

function botMember(world: SandboxWorld) {
  return { status: 'administrator', user: world.bot, ...BOT_RIGHTS };
}

function isMember(world: SandboxWorld, chat: TelegramChat, user: TelegramUser): boolean {
  return chat.id === user.id || (world.store.state.groups.get(chat.id)?.memberIds.includes(user.id) ?? false);
}
