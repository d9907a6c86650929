import type { SandboxServer } from '../../src/sandbox/server.ts';
import type { Call, JournalEntry, SaidMessage } from './evidence.ts';

const TASK_CODE = /NV\d+(?:\.[\p{L}\d-]+)*/gu;

/** Every message of the bot as it stands in these chats. */
export function listSaid(server: SandboxServer, chatIds: readonly number[]): SaidMessage[] {
  return chatIds.flatMap((chatId) =>
    server
      .messagesOf(chatId)
      .filter(({ from }) => from.is_bot)
      .map((message) => {
        const text = message.text ?? message.caption ?? '';
        return {
          chatId,
          messageId: message.message_id,
          businessAt: message.date * 1000,
          heading: text.split('\n')[0] ?? '',
          codes: [...new Set(text.match(TASK_CODE))],
        };
      }),
  );
}

/** Messages that the bot tried to send and that it must try again: refused, cut, or with an end it does not know. */
export function listUnfinished<Tried extends Pick<Call, 'chatId' | 'digest' | 'tookEffect' | 'end'>>(
  calls: readonly Tried[],
): Tried[] {
  const newest = new Map<string, Tried>();
  const arrived = new Set<string>();
  for (const call of calls) {
    if (call.digest === null || call.chatId === null) continue;
    const key = `${call.chatId}:${call.digest}`;
    newest.set(key, call);
    if (call.tookEffect) arrived.add(key);
  }
  return [...newest]
    .filter(([key, { end }]) => !arrived.has(key) || end !== 'answered')
    .map(([, call]) => call);
}

/** How many reports are not answered yet. */
export function countUnanswered(journal: readonly JournalEntry[], said: readonly SaidMessage[]): number {
  const answers = new Set(said.map(({ chatId, heading }) => `${chatId} ${heading.replace(/\s*%.*/, '')}`));
  return journal.filter(
    (entry) =>
      entry.kind === 'sent' && !answers.has(`${entry.chatId} Đã ghi nhận ${entry.code}: ${entry.percent}`),
  ).length;
}
