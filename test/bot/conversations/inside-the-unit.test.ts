import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { readTask } from '../../support/rows.ts';
import { textOf } from '../../support/speaker.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const { buttonsTo, lastTo } = talkIn(() => world);

/** The head gives a task inside the unit by one sentence and what the card still asks. */
async function givesInside(to: string): Promise<void> {
  const head = world.as('digitalHead');
  await head.says(`/giao ${to} soạn kịch bản kiểm thử trước 20/7`);
  for (let taps = 0; taps < 4 && !buttonsTo('digitalHead').includes('✅ Giao'); taps += 1) {
    await head.presses(buttonsTo('digitalHead')[0] ?? '');
  }
  await head.presses('✅ Giao');
}

const reportsDone = async (person: 'mai' | 'digitalHead') => {
  await world.as(person).says('NV17 đã xong, báo cáo 46/BC-CĐS ngày 08/7/2026');
  await world.as(person).presses('Đúng, ghi nhận');
};

describe('A task given inside the unit', () => {
  beforeEach(() => world.begin());

  test('is confirmed by its head, who is told; the office is not bothered', async () => {
    await givesInside('chị Mai');
    expect(await readTask(world.db, 'NV17')).toMatchObject({ level: 'unit', state: 'issued' });
    await reportsDone('mai');
    expect(lastTo('digitalHead')).toContain('NV17');
    expect(world.as('officeHead').hears()).toEqual([]);
    expect(await world.as('digitalHead').says('/duyet')).toContain('✅ Xác nhận hoàn thành (1 việc)');
    await world.as('digitalHead').presses('✅ NV17');
    await world.as('digitalHead').presses('✅ Xác nhận');
    expect((await readTask(world.db, 'NV17')).state).toBe('done');
    expect(lastTo('mai')).toContain('đã được Trương Công Minh xác nhận hoàn thành');
  });

  test('that the head does is confirmed by the leader in charge: nobody confirms their own work', async () => {
    await givesInside('anh Minh');
    await reportsDone('digitalHead');
    expect(await world.as('digitalHead').says('/duyet')).toMatch(/^Hiện không có việc nào/);
    expect(await world.as('deputyBinh').says('/duyet')).toContain('NV17');
  });

  test('that nobody takes on is spoken of once, the next working day, to the assignee and the head', async () => {
    await givesInside('chị Mai');
    await world.liveUntil('2026-07-09T08:00');
    expect(lastTo('mai')).toContain('▫️ Đã giao mà chưa tiếp nhận (1 việc)');
    expect(lastTo('digitalHead')).toContain('▫️ Đã giao mà chưa tiếp nhận (1 việc)');
    const heard = world.as('mai').hears().length;
    await world.liveUntil('2026-07-10T08:00');
    expect(world.as('mai').hears().slice(heard).map(textOf).join()).not.toContain('chưa tiếp nhận');
  });

  test('counts in no figure of the department: it was not given by it', async () => {
    const before = await world.as('director').says('/kpi');
    await givesInside('chị Mai');
    expect(before).toContain('Tổng số nhiệm vụ: 6');
    expect(await world.as('director').says('/kpi')).toContain('Tổng số nhiệm vụ: 6');
  });
});
