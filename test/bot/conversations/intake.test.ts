import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { storeUpdates } from '../../../src/db/queries/updates.ts';
import { updates } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { telegramIdOf } from '../../support/department.ts';
import { listReports } from '../../support/rows.ts';
import { textOf } from '../../support/speaker.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());
beforeEach(() => world.begin());

const MAI = telegramIdOf('mai');

test('An update that is delivered twice takes effect once', async () => {
  await world.as('mai').says('NV11 60%');
  const [handled] = await world.db.select().from(updates);
  const again = { botId: handled?.botId ?? 0, updateId: handled?.updateId ?? 0, lane: String(MAI) };
  const payload = { update_id: again.updateId, message: world.server.messagesOf(MAI)[0] };
  expect(await storeUpdates(world.db, [{ ...again, payload }])).toBe(0);
  await world.settle(0);
  expect(await listReports(world.db, 'NV11')).toHaveLength(2);
});

test('What was handled is let go of: no text stays in the intake', async () => {
  await world.as('mai').says('NV11 60% chuyện riêng');
  expect(JSON.stringify(await world.db.select().from(updates))).not.toContain('chuyện riêng');
});

test('Order within a chat is kept under fifty quick messages, beside another chat', async () => {
  for (let percent = 41; percent <= 90; percent += 1) {
    await world.server.sendText(MAI, MAI, `NV11 ${percent}%`);
    if (percent % 10 === 0) {
      const thang = telegramIdOf('thang');
      await world.server.sendText(thang, thang, `NV14 ${percent}%`);
    }
  }
  await world.settle(55);
  const reported = (await listReports(world.db, 'NV11')).map((report) => report.percent);
  expect(reported).toEqual(Array.from({ length: 51 }, (_, i) => 40 + i));
  const answers = world
    .as('mai')
    .hears()
    .map((message) => /NV11: (\d+)%/.exec(textOf(message))?.[1]);
  expect(answers).toEqual(Array.from({ length: 50 }, (_, i) => String(41 + i)));
});

test('Texts of any sort are answered', async () => {
  const texts = [
    '<b>x',
    '&lt;',
    '%s',
    "'; drop table tasks; --",
    '🙂',
    'NV',
    '%',
    '100%',
    '\u202Etxt',
    'a'.repeat(4096),
    'NV11 60% <script>',
  ];
  for (const text of texts) expect(await world.as('mai').says(text)).not.toBe('');
});
