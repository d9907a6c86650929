export { bot } from '../bot/bot.ts';
