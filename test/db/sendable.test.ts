import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Connection } from '../../src/db/client.ts';
import { enqueueMessage, listSendable, PRIORITY } from '../../src/db/queries/outbox.ts';
import { openTestDatabase } from '../support/test-database.ts';

const NOW = new Date('2026-07-08T08:00:00+07:00');
const LOQUACIOUS = 100;
const OTHERS = [201, 202, 203];

let connection: Connection;
beforeAll(async () => {
  connection = await openTestDatabase();
  const owe = (chatId: number, priority: (typeof PRIORITY)['answer' | 'bulk']) =>
    enqueueMessage(connection.db, {
      message: { kind: 'acknowledged', payload: {} },
      to: { chatId },
      priority,
      now: NOW,
    });
  for (let i = 0; i < 30; i += 1) await owe(LOQUACIOUS, PRIORITY.bulk);
  for (const chatId of OTHERS) await owe(chatId, PRIORITY.bulk);
  await owe(OTHERS[2] ?? 0, PRIORITY.answer);
});
afterAll(() => connection.close());

const look = async (notToChats: number[], limit: number) =>
  (await listSendable(connection.db, NOW, { leastUrgent: PRIORITY.bulk, notToChats, limit })).map(
    ({ chatId, row }) => [chatId, row.priority],
  );

it('is the next message of each chat, an answer before all others', async () => {
  expect(await look([], 20)).toEqual([
    [203, PRIORITY.answer],
    [LOQUACIOUS, PRIORITY.bulk],
    [201, PRIORITY.bulk],
    [202, PRIORITY.bulk],
  ]);
});

it('of a chat that fills the queue is one, and once it rests the others follow, however many it has', async () => {
  expect(await look([], 3)).toEqual([
    [203, PRIORITY.answer],
    [LOQUACIOUS, PRIORITY.bulk],
  ]);
  expect(await look([LOQUACIOUS], 3)).toEqual([
    [203, PRIORITY.answer],
    [201, PRIORITY.bulk],
    [202, PRIORITY.bulk],
  ]);
});
