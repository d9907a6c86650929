import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { textOf } from '../../support/speaker.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());
beforeEach(() => world.begin());

const { asks, buttonsTo, forges, lastTo } = talkIn(() => world);

const reportsDone = async (code: string, person: 'mai' | 'huong') => {
  await world.as(person).says(`${code} đã xong, báo cáo 46/BC-SKHCN ngày 08/7/2026`);
  await world.as(person).presses('Đúng, ghi nhận');
};

describe('/duyet', () => {
  test('says so when nothing waits', async () => {
    expect(await world.as('deputyBinh').says('/duyet')).toBe(
      'Hiện không có việc nào chờ anh/chị xác nhận hay quyết định.',
    );
  });

  test('lists completions to the confirmer, and to nobody else', async () => {
    await reportsDone('NV12', 'mai');
    const list = await world.as('officeHead').says('/duyet');
    expect(list).toMatch(/^Chờ anh\/chị quyết định 08\/7\/2026: 1 việc\n/);
    expect(list).toContain('✅ Xác nhận hoàn thành (1 việc)');
    expect(list).toContain('• NV12 Kiểm thử an toàn thông tin (P.CĐS, Lý Thị Mai, sản phẩm ngày 08/7/2026)');
    expect(await world.as('deputyAn').says('/duyet')).toMatch(/^Hiện không có việc nào/);
    await world.as('officeHead').presses('✅ NV12');
    expect(lastTo('officeHead')).toContain('Kiểm thử an toàn thông tin');
    await world.as('officeHead').presses('✅ Xác nhận');
    expect(await world.as('officeHead').says('/duyet')).toMatch(/^Hiện không có việc nào/);
  });

  test('lists requests to the leader in charge; the card is one tap away', async () => {
    await asks('mai', 'xin gia hạn NV11 đến 20/7 vì chờ số liệu P.QLKH');
    expect(await world.as('deputyBinh').says('/duyet')).toContain(
      '📨 Đề nghị (1 việc)\n• Lý Thị Mai: gia hạn NV11 đến 20/7/2026 (hạn cũ 15/7/2026)',
    );
    expect(buttonsTo('deputyBinh')).toEqual(['📨 NV11', 'Cập nhật']);
    expect(await world.as('deputyBinh').presses('📨 NV11')).toContain('đề nghị gia hạn NV11 đến 20/7/2026');
    await world.as('deputyBinh').presses('✅ Duyệt');
    expect(await world.as('deputyBinh').says('/duyet')).toMatch(/^Hiện không có việc nào/);
  });

  test('trọng tâm waits for the director', async () => {
    await asks('thang', 'xin gia hạn NV14 đến 27/7 vì chờ góp ý');
    expect(await world.as('director').says('/duyet')).toContain('gia hạn NV14');
    expect(await world.as('deputyBinh').says('/duyet')).toMatch(/^Hiện không có việc nào/);
  });

  test('the list is redrawn in place', async () => {
    await asks('mai', 'xin gia hạn NV11 đến 20/7 vì chờ số liệu');
    await world.as('deputyBinh').says('/duyet');
    const list = world.as('deputyBinh').lastAnswer();
    await world.as('mai').presses('Rút đề nghị');
    await world.as('deputyBinh').pressesData(list.message_id, 'ra');
    expect(
      world
        .as('deputyBinh')
        .hears()
        .find((m) => m.message_id === list.message_id)?.text,
    ).toMatch(/^Hiện không có việc nào/);
  });

  test('a forged card of somebody else’s request, and the card of one that is decided, are refused', async () => {
    await asks('mai', 'xin gia hạn NV11 đến 20/7 vì chờ số liệu');
    await world.as('thang').says('/duyet');
    expect(await forges('thang', 'rv:1')).toMatch(/^Anh\/chị không có quyền/);
    expect(await forges('thang', 'rv:999')).toContain('Nút này đã cũ');
    await world.as('deputyBinh').says('/duyet');
    await world.as('mai').presses('Rút đề nghị');
    expect(await forges('deputyBinh', 'rv:1')).toContain('đã được quyết định');
  });

  test('is for the private chat', async () => {
    expect(await world.as('director', 'group').says('/duyet')).toMatch(/nhắn riêng/);
  });
});

describe('What waits is in the morning’s brief', () => {
  test('from the next working day, once a day, until it is decided', async () => {
    await asks('mai', 'xin gia hạn NV11 đến 20/7 vì chờ số liệu');
    const before = world.as('deputyBinh').hears().length;
    await world.liveUntil('2026-07-09T07:31');
    const brief = lastTo('deputyBinh');
    expect(brief).toContain('📨 Đề nghị chờ anh/chị quyết định (1 việc)');
    expect(brief).toContain('/duyet');
    await world.liveUntil('2026-07-09T14:01');
    expect(world.as('deputyBinh').hears()).toHaveLength(before + 1);
    await world.liveUntil('2026-07-10T07:31');
    expect(lastTo('deputyBinh')).toContain('📨 Đề nghị chờ anh/chị quyết định (1 việc)');
    await world.as('deputyBinh').says('/duyet');
    await world.as('deputyBinh').presses('📨 NV11');
    await world.as('deputyBinh').presses('✅ Duyệt');
    const decided = world.as('deputyBinh').hears().length;
    await world.liveUntil('2026-07-13T07:31');
    expect(world.as('deputyBinh').hears().slice(decided).map(textOf).join()).not.toContain('Đề nghị chờ');
  });
});
