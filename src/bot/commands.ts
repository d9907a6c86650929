import type { Telegram } from 'telegraf';
import type { Audience } from '../domain/access/access.ts';
import { COMMAND_WORDS, type CommandName } from './texts/vi/buttons.ts';

const EVERYBODY: readonly CommandName[] = ['viec', 'nv', 'tim', 'vuong', 'giahan', 'kpi', 'trogiup'];
const GROUPS: readonly CommandName[] = ['kpi', 'nv', 'nhom', 'trogiup'];

const toMenu = (names: readonly CommandName[]) =>
  names.map((command) => ({ command, description: COMMAND_WORDS[command] }));

/** Tells Telegram which commands to offer, in private chats and in groups. */
export async function publishCommands(telegram: Telegram): Promise<void> {
  await telegram.setMyCommands(toMenu(EVERYBODY), { scope: { type: 'all_private_chats' } });
  await telegram.setMyCommands(toMenu(GROUPS), { scope: { type: 'all_group_chats' } });
}

/** What each audience is offered in private beside what everybody is; staff need no menu of their own. */
const MENUS: Record<Exclude<Audience, 'staff'>, readonly CommandName[]> = {
  head: [
    'phong',
    'duyet',
    'canhbao',
    'giao',
    'huy',
    'dondoc',
    'giaitrinh',
    'diemnghen',
    'baocao',
    'xuat',
    'uyquyen',
  ],
  leader: [
    'phong',
    'duyet',
    'giao',
    'huy',
    'dondoc',
    'chidao',
    'giaitrinh',
    'diemnghen',
    'baocao',
    'xuat',
    'uyquyen',
  ],
  office: [
    'phong',
    'duyet',
    'giao',
    'huy',
    'dondoc',
    'diemnghen',
    'baocao',
    'xuat',
    'canhbao',
    'chitieu',
    'nhansu',
    'donvi',
    'moi',
    'uyquyen',
    'nhap',
    'nhatky',
    'thietlap',
  ],
};

/** Offers one person the commands of their role; staff are offered what everybody is. */
export async function publishMenu(telegram: Telegram, audience: Audience, chatId: number): Promise<void> {
  const scope = { type: 'chat', chat_id: chatId } as const;
  if (audience === 'staff') {
    await telegram.deleteMyCommands({ scope });
    return;
  }
  const commands = toMenu([...EVERYBODY, ...MENUS[audience]]);
  await telegram.setMyCommands(commands, { scope });
}
