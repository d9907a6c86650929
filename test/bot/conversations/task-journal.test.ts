import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
  await world.begin();
  await world.as('mai').says('NV11 60% đã gửi dự thảo');
  await asks('mai', 'xin gia hạn NV11 đến 20/7 vì chờ số liệu P.QLKH');
  await world.as('deputyBinh').presses('✅ Duyệt');
});
afterAll(() => world.close());

const { asks, buttonsTo, forges } = talkIn(() => world);

describe('The journal of a task', () => {
  test('says who did what, when, old → new and why, the newest first', async () => {
    const journal = await world.as('digitalHead').says('/nhatky 11');
    expect(journal).toMatch(/^Nhật ký NV11 Nâng cấp nền tảng tích hợp dữ liệu \(\d+ mục\)/);
    expect(journal).toContain(
      '• 09:00 Thứ Tư 08/7/2026 – Lê Thị Bình duyệt đề nghị: hạn 15/7/2026 → 20/7/2026',
    );
    expect(journal).toContain('Lý Thị Mai gửi đề nghị. Lý do: chờ số liệu P.QLKH');
    expect(journal).toContain('Lý Thị Mai báo cáo tiến độ: tiến độ 40% → 60%');
    expect(journal.indexOf('duyệt đề nghị')).toBeLessThan(journal.indexOf('báo cáo tiến độ'));
  });

  test('is one tap under the card', async () => {
    await world.as('mai').says('/nv 11');
    expect(buttonsTo('mai')).toContain('🕘 Nhật ký');
    expect(await world.as('mai').presses('🕘 Nhật ký')).toMatch(/^Nhật ký NV11/);
  });

  test('is for whoever may see the task, and never for a group', async () => {
    expect(await world.as('thang').says('/nhatky 11')).toMatch(/^NV11/);
    await world.as('thang').says('/viec');
    expect(await forges('thang', 'tj:1:0')).toMatch(/^NV11|^Anh\/chị không có quyền/);
    expect(await world.as('director', 'group').says('/nhatky 11')).toMatch(/nhắn riêng/);
  });
});
