import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());
beforeEach(() => world.begin());

const { buttonsTo, forges } = talkIn(() => world);

test('the department sees what may become late, why, and what to do; by unit too', async () => {
  await world.as('mai').says('NV11 vướng, chờ Sở Tài chính trả lời');
  await world.moveTo('2026-07-13T15:00');
  const list = await world.as('director').says('/canhbao');
  expect(list).toMatch(/^⚠️ Nguy cơ trễ, Sở KH&CN, 13\/7\/2026/);
  expect(list).toMatch(
    /• NV11 Nâng cấp nền tảng tích hợp dữ liệu\n {3}P\.CĐS – Lý Thị Mai · hạn 15\/7\/2026 · 40%\n {3}đang vướng;/,
  );
  expect(list).toContain('tháo gỡ hoặc cho ý kiến: /chidao NV11');
  // What is late already is the overdue alert's.
  expect(list).not.toContain('NV13');
  const unit = buttonsTo('director').find((label) => label.startsWith('P.CĐS')) ?? '';
  expect(await world.as('director').presses(unit)).toMatch(/^⚠️ Nguy cơ trễ, P\.CĐS/);
  expect(await world.as('director').presses('‹ Toàn Sở')).toContain('Sở KH&CN');
});

test('a head sees the own unit, staff see none', async () => {
  await world.moveTo('2026-07-13T15:00');
  expect(await world.as('digitalHead').says('/canhbao')).toMatch(/P\.CĐS/);
  expect(await forges('digitalHead', 'kr:4')).toMatch(/không có quyền/);
  expect(await world.as('mai').says('/canhbao')).toMatch(/không có quyền/);
  expect(await world.as('director', 'group').says('/canhbao')).toMatch(/tin nhắn riêng/);
});
