import type { SandboxState } from './state.ts';
import type { BotCommand } from './telegram-types.ts';

/** The commands that Telegram shows a person in a chat: the narrowest scope that has a list wins. */
export function commandsFor(state: SandboxState, chatId: number, userId: number): BotCommand[] {
  const scopes =
    chatId > 0
      ? [`chat:${chatId}`, 'all_private_chats:', 'default:']
      : [`chat_member:${chatId}/${userId}`, `chat:${chatId}`, 'all_group_chats:', 'default:'];
  for (const scope of scopes) {
    for (const language of ['vi', '']) {
      const commands = state.commands.get(`${scope}:${language}`);
      if (commands && commands.length > 0) return commands;
    }
  }
  return [];
}
