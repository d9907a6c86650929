import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Telegram, TelegramError } from 'telegraf';
import type { UserFromGetMe } from 'telegraf/types';
import { publishCommands } from './commands.ts';
import { describeApiError } from './delivery/api-errors.ts';

const LONGEST_PAUSE_MS = 30_000;

/**
 * Asks who the bot is. A network that is not there yet is waited for; a token that is refused is not.
 * @throws when the token is refused, naming the setting
 */
export async function identifyBot(telegram: Telegram, logger: Logger): Promise<UserFromGetMe> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await telegram.getMe();
    } catch (error) {
      if (error instanceof TelegramError && (error.code === 401 || error.code === 404)) {
        throw new Error('BOT_TOKEN is refused: copy it again from @BotFather, and check TELEGRAM_API_ROOT.');
      }
      if (attempt === 0)
        logger.warn({ error: describeApiError(error) }, 'Telegram does not answer yet; waiting for it');
      await sleep(Math.min(LONGEST_PAUSE_MS, 500 * 2 ** attempt));
    }
  }
}

/** Says how updates come in and which commands to offer. A server that knows only the essential methods will do. */
export async function introduceBot(
  telegram: Telegram,
  webhook: { url: string; secret: string } | null,
  logger: Logger,
): Promise<void> {
  if (webhook !== null) await telegram.setWebhook(webhook.url, { secret_token: webhook.secret });
  else await tolerate(telegram.deleteWebhook(), logger);
  await tolerate(publishCommands(telegram), logger);
}

async function tolerate(call: Promise<unknown>, logger: Logger): Promise<void> {
  try {
    await call;
  } catch (error) {
    logger.warn(
      { error: describeApiError(error) },
      'A call at the start did not go through; the bot works without it',
    );
  }
}
