import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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

describe('An update that cannot be handled', () => {
  const from = { id: MAI, is_bot: false, first_name: 'Lý Thị Mai' };
  const broken = {
    message: { message_id: 950, date: 1_783_476_000, from, chat: { ...from, type: 'private' }, photo: null },
  };

  test('is tried four times, set aside, and its sender told; other chats do not wait, its own goes on', async () => {
    const updateId = world.server.pushUpdate(broken as never);
    await world.server.sendText(MAI, MAI, 'NV11 60%');
    expect(await world.as('huong').says('NV13 50%')).toContain('NV13: 50%');
    await expect
      .poll(() => findUpdate(updateId), { timeout: 20_000 })
      .toMatchObject({ state: 'failed', attempts: 4 });
    await world.settle(2);
    const answers = world.as('mai').hears().map(textOf);
    expect(answers[0]).toMatch(/^Hệ thống gặp lỗi/);
    expect(answers[1]).toContain('Đã ghi nhận NV11: 60%');
  });

  async function findUpdate(updateId: number | null) {
    const [row] = await world.db
      .select()
      .from(updates)
      .where(eq(updates.updateId, updateId ?? -1));
    return row;
  }
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
