import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { readTask } from '../../support/rows.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.begin();
  await world.as('mai').says('NV11 xong, sản phẩm 45/KH-SKHCN ngày 03/7/2026');
  await world.as('mai').presses('Đúng, ghi nhận');
});

const { buttonsTo, forges, lastTo } = talkIn(() => world);

describe('Whoever confirms', () => {
  test('says how good the result is, and may change the mark', async () => {
    await world.as('officeHead').presses('✅ Xác nhận');
    expect(buttonsTo('officeHead')).toEqual(['Tốt', 'Đạt yêu cầu', 'Còn hạn chế', 'Sửa ngày sản phẩm']);
    expect(await world.as('officeHead').presses('Tốt')).toContain('Chất lượng: tốt');
    expect(await world.as('officeHead').presses('Còn hạn chế')).toContain('Chất lượng: còn hạn chế');
    expect((await readTask(world.db, 'NV11')).quality).toBe('limited');
    expect(await world.as('mai').says('/nhatky 11')).toContain('chất lượng tốt → còn hạn chế');
  });

  test('corrects the day that counts; nobody else may, and no day that has not come', async () => {
    await world.as('officeHead').presses('✅ Xác nhận');
    await world.as('officeHead').presses('Sửa ngày sản phẩm');
    expect(await world.as('officeHead').replies('Ngày tính hoàn thành', '20/7/2026')).toMatch(
      /^Ngày của sản phẩm không thể sau hôm nay/,
    );
    expect(await world.as('officeHead').replies('Ngày tính hoàn thành', '06/7/2026')).toContain(
      'Ngày tính hoàn thành: 06/7/2026',
    );
    expect((await readTask(world.db, 'NV11')).productOn).toBe('2026-07-06');
    expect(await world.as('mai').says('/nhatky 11')).toContain('ngày sản phẩm 03/7/2026 → 06/7/2026');
    const { id } = await readTask(world.db, 'NV11');
    for (const person of ['mai', 'digitalHead', 'huong'] as const) {
      await world.as(person).says('/trogiup');
      expect(await forges(person, `dd:${id}`)).toMatch(/không có quyền/);
      expect(await forges(person, `dq:${id}:0`)).toMatch(/không có quyền/);
    }
  });

  test('gives it back with a reason in words, which the doer reads and the journal keeps', async () => {
    await world.as('officeHead').presses('↩️ Trả lại');
    expect(await world.as('officeHead').replies('Anh/chị trả lại NV11', 'thiếu phụ lục 2')).toContain(
      'Lý do: thiếu phụ lục 2',
    );
    expect(lastTo('mai')).toContain('Lý do: thiếu phụ lục 2');
    expect(await world.as('mai').says('/nhatky 11')).toContain('Lý do: thiếu phụ lục 2');
  });

  test('is asked for the reason when the words give none', async () => {
    expect(await world.as('officeHead').says('trả lại NV11')).toMatch(
      /^Anh\/chị trả lại NV11\. Xin chọn lý do/,
    );
    expect((await readTask(world.db, 'NV11')).state).toBe('reportedDone');
  });
});
