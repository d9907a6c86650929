import { z } from 'zod';
import { badRequest } from '../api-error.ts';
import type { CallFields } from '../call-fields.ts';
import { countCharacters } from '../message-text.ts';
import type { MethodFamily } from './method.ts';

const MAX_COMMANDS = 100;

const commandsSchema = z.array(z.object({ command: z.string(), description: z.string() }));
const scopeSchema = z.looseObject({
  type: z.enum([
    'default',
    'all_private_chats',
    'all_group_chats',
    'all_chat_administrators',
    'chat',
    'chat_administrators',
    'chat_member',
  ]),
  chat_id: z.union([z.number(), z.string()]).optional(),
  user_id: z.number().optional(),
});

const accept = () => true;

/** Methods about the bot itself: who it is and which commands it offers where. */
export const profileMethods: MethodFamily = {
  getMe: (world) => ({
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: true,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),

  setMyCommands: (world, { fields }) => {
    const commands = fields.json('commands', commandsSchema, 'bot command');
    if (!commands) throw badRequest("can't parse commands: expected an Array");
    if (commands.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
    for (const { command, description } of commands) {
      if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
      const length = countCharacters(description);
      if (length < 1 || length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    }
    const plain = commands.map((entry) => ({ ...entry, command: entry.command.replace(/^\//, '') }));
    world.store.commit({ kind: 'commands', scope: scopeKey(fields), commands: plain });
    return true;
  },

  deleteMyCommands: (world, { fields }) => {
    world.store.commit({ kind: 'commands', scope: scopeKey(fields), commands: [] });
    return true;
  },

  getMyCommands: (world, { fields }) => world.store.state.commands.get(scopeKey(fields)) ?? [],

  setMyName: accept,
  setMyDescription: accept,
  setMyShortDescription: accept,
  setChatMenuButton: accept,
  setMyDefaultAdministratorRights: accept,
  pinChatMessage: accept,
  unpinChatMessage: accept,
  setMessageReaction: accept,
  logOut: accept,
  close: accept,
};

/** A command list is stored under its scope and language, e.g. `chat:42:` or `default::vi`. */
function scopeKey(fields: CallFields): string {
  const scope = fields.json('scope', scopeSchema, 'BotCommandScope') ?? { type: 'default' as const };
  const target = [scope.chat_id, scope.user_id].filter((id) => id !== undefined).join('/');
  return `${scope.type}:${target}:${fields.text('language_code') ?? ''}`;
}
