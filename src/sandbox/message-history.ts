import type { SandboxState } from './state.ts';
import type { StoredMessage } from './telegram-types.ts';

const PAGE_SIZE = 50;

export interface HistoryPage {
  /** Oldest first. */
  messages: StoredMessage[];
  hasEarlier: boolean;
}

/** The newest messages of a chat, or the newest before one of them. */
export function listMessages(
  state: SandboxState,
  chatId: number,
  before = Number.POSITIVE_INFINITY,
): HistoryPage {
  const earlier = [...(state.messages.get(chatId)?.values() ?? [])].filter(
    (message) => message.message_id < before,
  );
  return { messages: earlier.slice(-PAGE_SIZE), hasEarlier: earlier.length > PAGE_SIZE };
}
