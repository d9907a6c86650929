import { Telegram } from 'telegraf';

/** The username of the bot of a token, for links to it; `null` when Telegram does not say. */
export async function fetchBotName(bot: { token: string; apiRoot: string }): Promise<string | null> {
  try {
    return (await new Telegram(bot.token, { apiRoot: bot.apiRoot }).getMe()).username;
  } catch {
    return null;
  }
}
