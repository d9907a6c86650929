import type { ServerResponse } from 'node:http';
import type { SandboxRecord } from './state.ts';
import type { SandboxWorld } from './world.ts';

const CLOCK_EVERY_MS = 10_000;

export interface PageView {
  /** The chat that is open on the page. */
  chatId: number;
  /** The person whom the page acts for. */
  userId: number;
}

/**
 * Streams to one page what changes in its open chat, and of all other chats only the count of unread messages.
 * Ends when the page goes away.
 */
export function streamEvents(world: SandboxWorld, view: PageView, response: ServerResponse): void {
  const send = (name: string, data: unknown) =>
    response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  const sendClock = () => send('clock', { now: world.clock.now().toISOString() });
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  sendClock();

  const stopWatching = world.store.watch((record) => sendRecord(world, view, record, send));
  const sendAnswer = (answer: { userId: number }) => {
    if (answer.userId === view.userId) send('answer', answer);
  };
  const sendAction = (action: { chatId: number }) => {
    if (action.chatId === view.chatId) send('action', action);
  };
  world.signals.on('callbackAnswer', sendAnswer);
  world.signals.on('chatAction', sendAction);
  world.signals.on('clockMoved', sendClock);
  const heartbeat = setInterval(sendClock, CLOCK_EVERY_MS);

  response.once('close', () => {
    clearInterval(heartbeat);
    stopWatching();
    world.signals.off('callbackAnswer', sendAnswer);
    world.signals.off('chatAction', sendAction);
    world.signals.off('clockMoved', sendClock);
  });
}

function sendRecord(
  world: SandboxWorld,
  view: PageView,
  record: SandboxRecord,
  send: (name: string, data: unknown) => void,
): void {
  switch (record.kind) {
    case 'message': {
      const chatId = record.message.chat.id;
      if (chatId === view.chatId) send('message', record.message);
      else send('unread', { chatId, count: world.store.state.unread.get(chatId) ?? 0 });
      break;
    }
    case 'messageDeleted':
      if (record.chatId === view.chatId) send('deleted', { messageId: record.messageId });
      break;
    case 'unread':
    case 'access':
    case 'commands':
    case 'cleared':
      send(record.kind, record);
      break;
  }
}
