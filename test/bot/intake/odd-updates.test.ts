import { eq } from 'drizzle-orm';
import type { Update } from 'telegraf/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readUpdate } from '../../../src/bot/intake/read-update.ts';
import { toNewUpdate } from '../../../src/bot/intake/update-lane.ts';
import { storeUpdates } from '../../../src/db/queries/updates.ts';
import { groups, updates } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { GROUP_ID } from '../../support/department.ts';
import { BOT_ID, messageUpdate } from './recording-intake.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

describe('Characters that the database keeps in no text', () => {
  test('do not keep a batch out', async () => {
    const text = 'NV11 \u0000 \uD83D 60%';
    const odd = { ...messageUpdate(1, 7008, text), ['\u0000']: { x: ['\uDC00'] } } as unknown as Update;
    expect(await storeUpdates(world.db, [toNewUpdate(5, odd)])).toBe(1);
    const [row] = await world.db.select().from(updates).where(eq(updates.botId, 5));
    expect(row?.payload).toMatchObject({
      message: { text: 'NV11 \uFFFD \uFFFD 60%' },
      '\uFFFD': { x: ['\uFFFD'] },
    });
  });

  test('are the only ones that are replaced', () => {
    const update = messageUpdate(1, 7008, 'Đã xong 🙂 \u202E\u200B\u0301');
    expect(toNewUpdate(BOT_ID, update).payload).toEqual(update);
  });
});

describe('What is not of the Bot API’s shape', () => {
  const whole = messageUpdate(1, 7008, 'NV11 60%');
  const { message } = whole;
  test.each<[string, object]>([
    ['an id that is a text', { ...whole, message: { ...message, from: { ...message.from, id: '7008' } } }],
    [
      'an id that is no whole number',
      { ...whole, message: { ...message, chat: { ...message.chat, id: 1.5 } } },
    ],
    ['a number of a message beyond its range', { ...whole, message: { ...message, message_id: 2 ** 31 } }],
    ['a text that is a number', { ...whole, message: { ...message, text: 60 } }],
    ['no chat', { ...whole, message: { ...message, chat: undefined } }],
    ['a press that is nothing', { update_id: 1, callback_query: null }],
    ['a boost from nowhere', { update_id: 1, chat_boost: { chat: message.chat, boost: {} } }],
    ['a list', []],
  ])('is nobody’s: %s', (_name, update) => {
    expect(readUpdate(update)).toBeNull();
  });

  test('is let go of without a word, and without a try that must fail again', async () => {
    await world.begin();
    const from = { id: '7008', is_bot: false, first_name: 'Mai' };
    expect(await world.as('mai').delivers({ message: { ...message, from } } as never)).toBe('');
    expect((await world.db.select().from(updates)).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['handled', 0],
    ]);
  });

  test('is not what has a kind or a field of tomorrow', () => {
    expect(readUpdate({ update_id: 1, kind_of_tomorrow: { from: message.from, x: 1 } })).not.toBeNull();
    expect(readUpdate({ ...whole, message: { ...message, field_of_tomorrow: null } })).not.toBeNull();
    expect(readUpdate(whole)).not.toBeNull();
  });
});

test('A forged number of a unit binds no group', async () => {
  await world.begin();
  const office = world.as('officeHead', 'group');
  await office.says('/nhom@sau_ro_bot');
  expect(await office.pressesData(office.lastAnswer().message_id, 'gr:2147483647')).toContain(
    'Nút này đã cũ',
  );
  expect(await world.db.select().from(groups)).toMatchObject([{ chatId: GROUP_ID, unitId: null }]);
});
