import type { Update } from 'telegraf/types';
import type { NewUpdate } from '../../db/queries/updates.ts';

const chatIdOf = (update: object): number | undefined => {
  for (const part of Object.values(update) as unknown[]) {
    if (typeof part !== 'object' || part === null) continue;
    const { chat, message, from } = part as {
      chat?: { id?: number } | null;
      message?: { chat?: { id?: number } | null } | null;
      from?: { id?: number } | null;
    };
    const id = chat?.id ?? message?.chat?.id ?? from?.id;
    if (typeof id === 'number') return id;
  }
  return undefined;
};

/** What keeps order: the chat that an update belongs to, the sender where there is no chat, else the update itself. */
function laneOf(update: Update): string {
  return String(chatIdOf(update) ?? `update:${update.update_id}`);
}

/** What Postgres keeps in no text: NUL, and halves of surrogate pairs. */
const NOT_STORABLE = /[\0\p{Surrogate}]/gu;

function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(NOT_STORABLE, '\uFFFD');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(storable);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storable(key), storable(inner)]));
}

/**
 * An update as it is stored. One that the database refused would keep its whole batch out, and polling would fetch
 * the same batch for ever: characters that cannot be stored are replaced.
 */
export function toNewUpdate(botId: number, update: Update): NewUpdate {
  return { botId, updateId: update.update_id, lane: laneOf(update), payload: storable(update) };
}
