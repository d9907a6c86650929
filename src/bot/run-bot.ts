import { setMaxListeners } from 'node:events';
import type { Agent } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Telegram } from 'telegraf';
import type { Update, UserFromGetMe } from 'telegraf/types';
import type { Clock } from '../app/use-case.ts';
import type { Connection } from '../db/client.ts';
import { rememberBot } from '../db/queries/installation.ts';
import { storeUpdates } from '../db/queries/updates.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { createBot } from './bot.ts';
import { identifyBot, introduceBot } from './connect-bot.ts';
import { createTelegram } from './create-telegram.ts';
import type { PaceLimits } from './delivery/pace.ts';
import { sendMessages } from './delivery/sender.ts';
import { fetchFiles } from './intake/file-fetcher.ts';
import { pollUpdates } from './intake/poller.ts';
import { toNewUpdate } from './intake/update-lane.ts';
import { WakeSignal } from './intake/wake-signal.ts';
import { workOnUpdates } from './intake/worker.ts';

/** Lanes worked on side by side on a server; the embedded database is one connection. */
const WORKERS = 4;

export interface BotOptions {
  connection: Connection;
  plan: Plan;
  clock: Clock;
  logger: Logger;
  token: string;
  apiRoot: string;
  agent?: Agent | undefined;
  /** Where evidence is copied to. */
  dataDir: string;
  /** None: long polling. */
  webhook: { url: string; secret: string } | null;
  /** Another server may allow more than Telegram's own. */
  limits?: PaceLimits | undefined;
  /** After this long a call without an answer is given up, and its end is unknown. */
  answersWithinMilliseconds?: number | undefined;
}

export interface RunningBot {
  me: UserFromGetMe;
  telegram: Telegram;
  /** Stores an update that came by webhook; it is safe before this resolves. */
  accept(delivered: unknown): Promise<void>;
  /** There may be something new to send. */
  wakeSender(): void;
  /** The real moment at which Telegram last answered a poll or delivered an update. */
  lastIntakeAt: () => Date | null;
  /** Ends what is in hand; the rest stays stored. */
  stop(): Promise<void>;
}

/** Starts taking updates in, handling them, and sending what is owed. */
export async function runBot(options: BotOptions): Promise<RunningBot> {
  const { connection, plan, clock, logger } = options;
  const { db } = connection;
  const telegram = createTelegram(
    options.token,
    { apiRoot: options.apiRoot, ...(options.agent === undefined ? {} : { agent: options.agent }) },
    options.answersWithinMilliseconds,
  );
  const me = await identifyBot(telegram, logger);
  await rememberBot(db, { id: me.id, username: me.username });
  await introduceBot(telegram, options.webhook, logger);

  const stopping = new AbortController();
  // Every message that waits for its turn listens.
  setMaxListeners(0, stopping.signal);
  const signals = { stored: new WakeSignal(), send: new WakeSignal(), fetch: new WakeSignal() };
  const ringAll = () => {
    signals.send.ring();
    signals.fetch.ring();
  };
  let lastIntakeAt: Date | null = null;
  const onAlive = () => {
    lastIntakeAt = new Date();
  };
  const worker = {
    db,
    bot: createBot(),
    telegram,
    me,
    plan,
    clock,
    logger,
    stored: signals.stored,
    onHandled: ringAll,
  };
  const evidenceFolder = join(options.dataDir, 'evidence');

  const loops = [
    ...Array.from({ length: connection.isEmbedded ? 1 : WORKERS }, () =>
      workOnUpdates(worker, stopping.signal),
    ),
    sendMessages(
      {
        db,
        telegram,
        clock,
        logger,
        wake: signals.send,
        limits: options.limits,
        plan,
        abreast: connection.isEmbedded ? 4 : 24,
      },
      stopping.signal,
    ),
    fetchFiles(
      {
        db,
        telegram,
        agent: options.agent,
        plan,
        clock,
        logger,
        evidenceFolder,
        received: signals.fetch,
        onAnswered: () => signals.send.ring(),
      },
      stopping.signal,
    ),
    ...(options.webhook === null
      ? [
          pollUpdates(
            { telegram, db, botId: me.id, stored: signals.stored, logger, onAlive },
            stopping.signal,
          ),
        ]
      : []),
  ];
  return {
    me,
    telegram,
    accept: async (delivered) => {
      await storeUpdates(db, [toNewUpdate(me.id, delivered as Update)]);
      onAlive();
      signals.stored.ring();
    },
    wakeSender: () => signals.send.ring(),
    // By webhook there may be nothing to take in for hours: the address itself shows that intake is alive.
    lastIntakeAt: () => (options.webhook === null ? lastIntakeAt : new Date()),
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}
