import { bot } from '../bot/bot.ts';

export const server = { bot, name: 'Sở mẫu' };
