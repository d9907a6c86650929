import type { Telegram } from 'telegraf';
import { COMMAND_WORDS, type CommandName } from './texts/vi/buttons.ts';

const EVERYBODY: readonly CommandName[] = ['viec', 'nv', 'vuong', 'giahan', 'kpi', 'trogiup'];
const GROUPS: readonly CommandName[] = ['kpi', 'nv', 'nhom', 'trogiup'];

const toMenu = (names: readonly CommandName[]) =>
  names.map((command) => ({ command, description: COMMAND_WORDS[command] }));

/** Tells Telegram which commands to offer, in private chats and in groups. */
export async function publishCommands(telegram: Telegram): Promise<void> {
  await telegram.setMyCommands(toMenu(EVERYBODY), { scope: { type: 'all_private_chats' } });
  await telegram.setMyCommands(toMenu(GROUPS), { scope: { type: 'all_group_chats' } });
}

const OFFICE: readonly CommandName[] = [...EVERYBODY, 'giao', 'huy', 'dondoc', 'nhap', 'nhatky', 'thietlap'];

/** Offers the office's commands to one of its people. */
export async function publishOfficeCommands(telegram: Telegram, chatId: number): Promise<void> {
  await telegram.setMyCommands(toMenu(OFFICE), { scope: { type: 'chat', chat_id: chatId } });
}
