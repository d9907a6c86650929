import type { EventEmitter } from 'node:events';
import type { CallbackAnswer, CallbackLedger } from './callback-ledger.ts';
import type { Directory } from './directory.ts';
import type { FileStore } from './file-store.ts';
import type { SandboxStore } from './store.ts';
import type { TelegramUser } from './telegram-types.ts';
import type { UpdateQueue } from './update-queue.ts';

export interface Clock {
  now(): Date;
}

/** Passing events that leave no record. */
export interface SignalMap {
  callbackAnswer: [CallbackAnswer];
  chatAction: [{ chatId: number; action: string }];
  clockMoved: [];
}

/** Everything that a method of the API or an act of a person works on. */
export interface SandboxWorld {
  bot: TelegramUser;
  clock: Clock;
  store: SandboxStore;
  updates: UpdateQueue;
  files: FileStore;
  directory: Directory;
  callbacks: CallbackLedger;
  signals: EventEmitter<SignalMap>;
}

/** The sandbox's clock in Unix seconds, as Telegram writes dates. */
export function unixNow(world: SandboxWorld): number {
  return Math.floor(world.clock.now().getTime() / 1000);
}
