import type { Telegram } from 'telegraf';
import { bot } from '../bot/bot.ts';

export const send = (telegram: Telegram): unknown[] => [telegram, bot];
