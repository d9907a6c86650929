import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { progressReports, unreadTexts } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { countRows } from '../../support/rows.ts';
import { buttonsOf } from '../../support/speaker.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());
beforeEach(() => world.begin());

const { forges } = talkIn(() => world);

describe('What was not understood', () => {
  test('is read by the office, newest first, without who wrote it', async () => {
    await world.as('mai').says('hôm nay trời đẹp');
    world.setClock('2026-07-08T10:15');
    await world.as('thang').says('bla <b>bla</b>');
    const list = await world.as('officeHead').says('/nhatky');
    expect(list).toMatch(
      /^Tin chưa hiểu: 2 tin .*\n• 10:15 Thứ Tư 08\/7\/2026: “bla <b>bla<\/b>”\n• 09:00 Thứ Tư 08\/7\/2026: “hôm nay trời đẹp”/,
    );
    expect(list).not.toMatch(/Mai|Thắng/);
  });

  test('is said when there is none', async () => {
    expect(await world.as('officeHead').says('/nhatky')).toContain('không có tin nào');
  });

  test('goes over pages', async () => {
    await world.inUseCase(async ({ tx }) => {
      const { id: personId } = (await tx.query.people.findFirst()) ?? { id: 1 };
      for (let i = 1; i <= 12; i += 1)
        await tx.insert(unreadTexts).values({ personId, text: `tin ${i}`, writtenAt: new Date(i * 1000) });
    });
    const first = await world.as('officeHead').says('/nhatky');
    expect(first).toContain('12 tin, trang 1/2');
    expect(first).toContain('“tin 12”');
    expect(buttonsOf(world.as('officeHead').lastAnswer())).toEqual(['Sau ›']);
    const second = await world.as('officeHead').presses('Sau ›');
    expect(second).toContain('trang 2/2');
    expect(second).toContain('“tin 1”');
    expect(await forges('officeHead', 'jp:999')).not.toContain('trang 1000');
  });

  test('is nobody else’s to read, nor a group’s', async () => {
    expect(await world.as('mai').says('/nhatky')).toMatch(/^Anh\/chị không có quyền/);
    expect(await forges('mai', 'jp:0')).toMatch(/^Anh\/chị không có quyền/);
    expect(await world.as('officeHead', 'group').says('/nhatky')).toMatch(/tin nhắn riêng/);
  });

  test('is deleted after 90 days', async () => {
    await world.as('mai').says('hôm nay trời đẹp');
    await world.moveTo('2026-10-06T08:59');
    expect(await countRows(world.db, unreadTexts)).toBe(1);
    expect(await world.moveTo('2026-10-06T09:01')).toMatchObject({ unreadTexts: 1 });
    expect(await countRows(world.db, unreadTexts)).toBe(0);
  });
});

describe('What has no register here yet', () => {
  test.each([
    'em có sáng kiến dùng AI soạn thảo văn bản',
    'em xin cam kết hoàn thành nhiệm vụ',
    'em đăng ký phần việc số hóa hồ sơ',
    'em nộp báo cáo tháng 6 của phòng CĐS',
    'CT-11: 58%',
  ])('is said in one sentence and kept for the office: “%s”', async (text) => {
    const before = await countRows(world.db, progressReports);
    expect(await world.as('mai').says(text)).toMatch(/^Nội dung này chưa ghi vào sổ được bằng tin nhắn/);
    expect(await countRows(world.db, progressReports)).toBe(before);
    expect(await world.as('officeHead').says('/nhatky')).toContain(text);
  });
});
