import { setTimeout as sleep } from 'node:timers/promises';
import type { CallbackAnswer } from './callback-ledger.ts';
import type { StoredMessage } from './telegram-types.ts';
import type { SandboxWorld } from './world.ts';

const DEFAULT_TIMEOUT_MS = 5000;

export interface MessageWait {
  /** Only messages with a greater id. */
  after?: number | undefined;
  /** Only messages that fit; those of the bot, when absent. */
  match?: ((message: StoredMessage) => boolean) | undefined;
  timeoutMs?: number | undefined;
}

/** The first fitting message of a chat, there already or still to come. @throws Error when the time is over. */
export async function waitForMessage(
  world: SandboxWorld,
  chatId: number,
  { after = 0, match = (message) => message.from.is_bot, timeoutMs = DEFAULT_TIMEOUT_MS }: MessageWait = {},
): Promise<StoredMessage> {
  const find = () =>
    [...(world.store.state.messages.get(chatId)?.values() ?? [])].find(
      (message) => message.message_id > after && match(message),
    );
  const known = find();
  if (known) return known;
  let stopWatching = () => {};
  const arrival = new Promise<StoredMessage>((resolve) => {
    stopWatching = world.store.watch((record) => {
      const found = record.kind === 'message' && record.message.chat.id === chatId ? find() : undefined;
      if (found) resolve(found);
    });
  });
  return orTimeOut(arrival, timeoutMs, `no such message in chat ${chatId}`).finally(stopWatching);
}

/** The bot's answer to a press, given already or still to come. @throws Error when the time is over. */
export async function waitForAnswer(
  world: SandboxWorld,
  queryId: string,
  timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<CallbackAnswer> {
  const known = world.callbacks.answerOf(queryId);
  if (known) return known;
  let stopHearing = () => {};
  const arrival = new Promise<CallbackAnswer>((resolve) => {
    const hear = (answer: CallbackAnswer) => {
      if (answer.queryId === queryId) resolve(answer);
    };
    world.signals.on('callbackAnswer', hear);
    stopHearing = () => world.signals.off('callbackAnswer', hear);
  });
  return orTimeOut(arrival, timeoutMs, `press ${queryId} was not answered`).finally(stopHearing);
}

async function orTimeOut<T>(promise: Promise<T>, timeoutMs: number, reason: string): Promise<T> {
  const giveUp = new AbortController();
  const timeOut = sleep(timeoutMs, undefined, { signal: giveUp.signal }).then(() => {
    throw new Error(`${reason} within ${timeoutMs} ms`);
  });
  // Whichever loses the race still settles; nobody is left to hear it.
  timeOut.catch(() => {});
  return Promise.race([promise, timeOut]).finally(() => giveUp.abort());
}
