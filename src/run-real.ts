import { HttpsProxyAgent } from 'https-proxy-agent';
import type { Logger } from 'pino';
import { ensureAdmins } from './app/ensure-admins.ts';
import { install } from './app/install.ts';
import { startUseCase } from './app/use-case.ts';
import { describeApiError } from './bot/delivery/api-errors.ts';
import { runBot } from './bot/run-bot.ts';
import { answerCommands } from './cli/answer-commands.ts';
import type { Config } from './config.ts';
import type { Db } from './db/client.ts';
import { openDatabase } from './db/open-database.ts';
import { outlastOutages } from './db/outages.ts';
import type { Plan } from './domain/plan/plan.ts';
import { type HttpOptions, startHttpServer } from './http/server.ts';
import { startScheduler } from './jobs/schedule.ts';
import { loadPlan } from './load-plan.ts';
import { databaseFolder } from './places.ts';

export interface Running {
  stop(): Promise<void>;
}

/** Runs the bot against Telegram, or any server that speaks its Bot API. */
export async function runReal(config: Config, botToken: string, logger: Logger): Promise<Running> {
  const clock = { now: () => new Date() };
  const filePlan = await loadPlan(config.planFile);
  const onWaiting = (error: unknown) =>
    logger.warn(
      { error: describeApiError(error) },
      'The server at DATABASE_URL does not answer; waiting for it. See that PostgreSQL runs and the address is right.',
    );
  const connection = await openDatabase({
    databaseUrl: config.databaseUrl,
    folder: databaseFolder(config),
    onWaiting,
  });
  const { db } = connection;
  if (connection.isEmbedded) {
    logger.warn(
      'Running on the embedded database: it is for a small start. Set DATABASE_URL to a Postgres server for real use.',
    );
  }
  const { plan, fileDiffers } = await outlastOutages(
    () => installWithAdmins(db, filePlan, clock.now(), config.adminTelegramIds),
    onWaiting,
  );
  if (fileDiffers)
    logger.warn(
      'The plan file differs from the plan in the database, and the database stands. See "cli plan diff", then "cli plan apply" and a restart.',
    );

  const agent = config.telegramProxyUrl === null ? undefined : new HttpsProxyAgent(config.telegramProxyUrl);
  const { telegramApiRoot: apiRoot, webhook, dataDir } = config;
  const bot = await runBot({
    connection,
    plan,
    clock,
    logger,
    token: botToken,
    apiRoot,
    agent,
    dataDir,
    webhook,
  });
  const scheduler = startScheduler({ db, plan, clock, logger, onWritten: () => bot.wakeSender() });
  await scheduler.tickNow();
  const http = await startHttp(config, logger, {
    bot,
    health: { db, lastIntakeAt: bot.lastIntakeAt, lastTickAt: scheduler.lastTickAt },
  });
  connection.serve(answerCommands({ db, plan, clock, config, askBotName: async () => bot.me.username }));
  logger.info({ bot: bot.me.username }, 'The bot is ready');
  return {
    stop: async () => {
      await http?.close();
      await scheduler.stop();
      await bot.stop();
      await connection.close();
    },
  };
}

async function installWithAdmins(db: Db, filePlan: Plan, now: Date, adminTelegramIds: readonly number[]) {
  const installed = await install(db, { mode: 'real', plan: filePlan, now });
  await db.transaction((tx) => ensureAdmins(startUseCase(tx, installed.plan, now, 'cli'), adminTelegramIds));
  return installed;
}

/** Without a webhook the bot does its work also where the port is taken; only its health is not seen then. */
async function startHttp(config: Config, logger: Logger, parts: Pick<HttpOptions, 'bot' | 'health'>) {
  const { httpHost: host, httpPort: port, webhook } = config;
  try {
    return await startHttpServer({ host, port, webhook, ...parts });
  } catch (error) {
    const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    if (!isTaken || webhook !== null) throw error;
    logger.error({ port }, 'HTTP_PORT is in use, so /healthz is not served: set HTTP_PORT to a free port');
    return null;
  }
}
