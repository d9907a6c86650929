import { EventEmitter } from 'node:events';
import path from 'node:path';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import { serveBotApi } from './bot-api.ts';
import { CallLog, type CallRecord } from './call-log.ts';
import { type CallbackAnswer, CallbackLedger } from './callback-ledger.ts';
import { commandsFor } from './command-menu.ts';
import { Directory, type DirectorySource, type SandboxGroup } from './directory.ts';
import { type Fault, FaultPlan } from './faults.ts';
import { FileStore } from './file-store.ts';
import { refuseStrangers } from './local-only.ts';
import { servePageApi } from './page-api.ts';
import { servePageFiles } from './page-files.ts';
import { type OutgoingFile, PersonDoor, type WriteOptions } from './person-door.ts';
import type { RandomPlan } from './random-faults.ts';
import { RateLimits } from './rate-limits.ts';
import type { SandboxClockControl } from './sandbox-clock.ts';
import type { ChatAccess, TopicStatus } from './state.ts';
import { openStore } from './store.ts';
import type { BotCommand, StoredMessage, UpdatePayload } from './telegram-types.ts';
import { UpdateQueue } from './update-queue.ts';
import { type MessageWait, waitForAnswer, waitForMessage } from './waiting.ts';
import { WebhookDelivery } from './webhook-delivery.ts';
import type { Clock, SandboxWorld } from './world.ts';

const MAX_BODY_BYTES = 60 * 1024 * 1024;
const MAX_FILE_BYTES = 50 * 1024 * 1024;

export interface SandboxOptions extends DirectorySource {
  /** A loopback address. */
  host: string;
  /** 0 = any free port. */
  port: number;
  /** Where chats, files and the call log are kept; `null` = in memory only. */
  dataDir: string | null;
  token: string;
  botName: string;
  botUsername: string;
  clock: Clock;
  /** Makes the page's clock buttons work. */
  clockControl?: SandboxClockControl;
  /** Where the calls of the bot are written; beside the other data, when absent. */
  callLog?: string;
  /** Whether Telegram's pace is enforced (30/s, 1/s a chat, 20/min a group). */
  enforceRateLimits?: boolean;
}

/** The running sandbox and the programmatic door to it. */
export interface SandboxServer {
  /** `http://127.0.0.1:PORT`: the page, and the root of the Bot API. */
  url: string;
  apiRoot: string;
  sendText(userId: number, chatId: number, text: string, options?: WriteOptions): Promise<StoredMessage>;
  sendFile(
    userId: number,
    chatId: number,
    file: OutgoingFile,
    options?: WriteOptions,
  ): Promise<StoredMessage>;
  editText(userId: number, chatId: number, messageId: number, text: string): Promise<StoredMessage>;
  /** Returns the query id, for {@link waitForAnswer}. */
  pressButton(userId: number, chatId: number, messageId: number, callbackData: string): Promise<string>;
  /** Lets the bot write to a person first, without any update. */
  openChat(userId: number): Promise<void>;
  /** Blocks or removes the bot, or takes it back; the bot is told where Telegram would tell it. */
  setAccess(actorId: number, chatId: number, access: ChatAccess): Promise<void>;
  /** Turns a basic group into a supergroup; returns its new id. */
  upgradeGroup(actorId: number, chatId: number): Promise<number>;
  /** Opens, closes or deletes a topic of a group. A group of which no topic is known accepts any. */
  setTopic(chatId: number, threadId: number, status: TopicStatus): void;
  /** Adds or renames a group, or changes its members. */
  addGroup(group: SandboxGroup): void;
  /** Queues any update as it is; returns its number, or `null` when the bot did not ask for its kind. */
  pushUpdate(payload: UpdatePayload): number | null;
  /** Oldest first. */
  messagesOf(chatId: number): StoredMessage[];
  /** The commands that Telegram would offer a person in a chat. */
  commandsOf(chatId: number, userId: number): BotCommand[];
  calls(): readonly CallRecord[];
  failNext(fault: Fault): void;
  clearFaults(): void;
  /** Deals out failures by a seed until {@link stopFailing}; the same seed and calls give the same failures. */
  failRandomly(plan: RandomPlan): void;
  stopFailing(): void;
  waitForMessage(chatId: number, wait?: MessageWait): Promise<StoredMessage>;
  waitForAnswer(queryId: string, timeoutMs?: number): Promise<CallbackAnswer>;
  /** Forgets chats, files and waiting updates; numbers go on, so that nothing new is taken for something old. */
  clear(): void;
  close(): Promise<void>;
}

/** Starts the local Bot API and the chat page. @throws when the address is taken. */
export async function startSandboxServer(options: SandboxOptions): Promise<SandboxServer> {
  const world = buildWorld(options);
  await world.directory.refresh();
  const callLog = new CallLog(callLogFile(options));
  const faults = new FaultPlan();
  const door = new PersonDoor(world);
  const limits = options.enforceRateLimits ? new RateLimits() : null;
  const { clockControl, botName, token } = options;

  const app = await buildApp();
  await app.register(serveBotApi({ world, token, callLog, faults, limits }));
  await app.register(servePageFiles);
  await app.register(servePageApi({ world, door, clockControl, botName }), { prefix: '/sandbox/api' });
  const url = await app.listen({ host: options.host, port: options.port });
  const webhook = new WebhookDelivery(world.store, world.updates);

  const closeAll = async () => {
    world.updates.close();
    await webhook.close();
    await app.close();
    callLog.close();
    world.store.close();
  };
  return { url, apiRoot: url, ...buildDoor({ world, door, callLog, faults }), close: once(closeAll) };
}

interface DoorParts {
  world: SandboxWorld;
  door: PersonDoor;
  callLog: CallLog;
  faults: FaultPlan;
}

/** The programmatic door: what tests and the sample story do to the sandbox. */
function buildDoor({
  world,
  door,
  callLog,
  faults,
}: DoorParts): Omit<SandboxServer, 'url' | 'apiRoot' | 'close'> {
  return {
    sendText: (...args) => door.sendText(...args),
    sendFile: (...args) => door.sendFile(...args),
    editText: (...args) => door.editText(...args),
    pressButton: (...args) => door.pressButton(...args),
    openChat: (userId) => door.openChat(userId),
    setAccess: (...args) => door.setAccess(...args),
    upgradeGroup: (...args) => door.upgradeGroup(...args),
    setTopic: (chatId, threadId, status) => world.store.commit({ kind: 'topic', chatId, threadId, status }),
    addGroup: (group) => world.directory.saveGroup(group),
    pushUpdate: (payload) => world.updates.push(payload),
    messagesOf: (chatId) => [...(world.store.state.messages.get(chatId)?.values() ?? [])],
    commandsOf: (chatId, userId) => commandsFor(world.store.state, chatId, userId),
    calls: () => callLog.calls(),
    failNext: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    failRandomly: (plan) => faults.failRandomly(plan),
    stopFailing: () => faults.stopFailing(),
    waitForMessage: (chatId, wait) => waitForMessage(world, chatId, wait),
    waitForAnswer: (queryId, timeoutMs) => waitForAnswer(world, queryId, timeoutMs),
    clear: () => world.store.commit({ kind: 'cleared' }),
  };
}

/** Does the work at the first call; later calls get the same end of it. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}

function buildWorld(options: SandboxOptions): SandboxWorld {
  const store = openStore(options.dataDir);
  // Every page and every wait listens: a whole department at once is no leak.
  const signals: SandboxWorld['signals'] = new EventEmitter();
  signals.setMaxListeners(0);
  return {
    bot: {
      id: Number(options.token.split(':')[0]) || 1,
      is_bot: true,
      first_name: options.botName,
      username: options.botUsername,
    },
    clock: options.clock,
    store,
    updates: new UpdateQueue(store),
    files: new FileStore(store, options.dataDir),
    directory: new Directory(store, options),
    callbacks: new CallbackLedger(store.state),
    signals,
  };
}

async function buildApp(): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: MAX_BODY_BYTES, forceCloseConnections: true });
  app.addHook('onRequest', refuseStrangers);
  await app.register(multipart, { limits: { fileSize: MAX_FILE_BYTES } });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ ok: false, error_code: 404, description: 'Not Found' }),
  );
  return app;
}

function callLogFile(options: SandboxOptions): string | null {
  if (options.callLog !== undefined) return options.callLog;
  return options.dataDir === null ? null : path.join(options.dataDir, 'calls.jsonl');
}
