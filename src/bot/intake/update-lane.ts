import type { Update } from 'telegraf/types';

const chatIdOf = (update: object): number | undefined => {
  for (const part of Object.values(update) as unknown[]) {
    if (typeof part !== 'object' || part === null) continue;
    const { chat, message, from } = part as {
      chat?: { id?: number };
      message?: { chat?: { id?: number } };
      from?: { id?: number };
    };
    const id = chat?.id ?? message?.chat?.id ?? from?.id;
    if (typeof id === 'number') return id;
  }
  return undefined;
};

/** What keeps order: the chat that an update belongs to, the sender where there is no chat, else the update itself. */
export function laneOf(update: Update): string {
  return String(chatIdOf(update) ?? `update:${update.update_id}`);
}
