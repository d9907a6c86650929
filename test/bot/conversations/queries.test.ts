import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { buttonsOf } from '../../support/speaker.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

describe('What is late', () => {
  test.each(['việc nào của em trễ', 'việc nào quá hạn rồi'])('is one’s own for staff: “%s”', async (text) => {
    expect(await world.as('huong').says(text)).toMatch(
      /^Việc quá hạn của anh\/chị đến 08\/7\/2026: 1 việc\n.*NV13/,
    );
    expect(buttonsOf(world.as('huong').lastAnswer())).toEqual(['NV13']);
    expect(await world.as('mai').says(text)).toBe('Đến 08/7/2026, không có việc nào của anh/chị quá hạn.');
  });

  test('is the unit’s for its head, the department’s for leaders and the office', async () => {
    expect(await world.as('scienceHead').says('việc nào trễ')).toMatch(
      /^Việc quá hạn của Phòng Quản lý Khoa học đến 08\/7\/2026: 1 việc/,
    );
    expect(await world.as('director').says('việc nào đang trễ')).toMatch(
      /^Việc quá hạn toàn Sở.*1 việc\n.*NV13/,
    );
    expect(await world.as('officeHead').says('việc nào đang trễ')).toMatch(/^Việc quá hạn toàn Sở/);
  });

  test('is of the unit that is named', async () => {
    expect(await world.as('director').says('phòng QLKH trễ việc gì')).toMatch(
      /Phòng Quản lý Khoa học.*\n.*NV13/,
    );
    expect(await world.as('director').says('phòng CĐS trễ việc gì')).toBe(
      'Đến 08/7/2026, không có việc nào của Phòng Chuyển đổi số quá hạn.',
    );
  });

  test('of another unit is not for staff or another head', async () => {
    expect(await world.as('mai').says('phòng QLKH trễ việc gì')).toMatch(/^Anh\/chị không có quyền/);
    expect(await world.as('digitalHead').says('phòng QLKH trễ việc gì')).toMatch(/^Anh\/chị không có quyền/);
  });

  test('by unit, with true totals, each one tap away', async () => {
    expect(await world.as('director').says('phòng nào đang trễ?')).toMatch(
      /^Đơn vị đang có việc quá hạn đến 08\/7\/2026: 1 đơn vị, 1 việc\n• P\.QLKH: 1 việc \(đúng hạn /,
    );
    expect(await world.as('director').presses('P.QLKH')).toMatch(/Phòng Quản lý Khoa học.*\n.*NV13/);
  });

  test('by unit is for whoever may read all; others see theirs', async () => {
    expect(await world.as('mai').says('phòng nào đang trễ?')).toMatch(
      /không có việc nào của anh\/chị quá hạn/,
    );
  });

  test('a forged button shows no other unit', async () => {
    await world.as('mai').says('/viec');
    const card = world.as('mai').lastAnswer().message_id;
    expect(await world.as('mai').pressesData(card, 'ou:4')).toMatch(/^Anh\/chị không có quyền/);
    expect(await world.as('mai').pressesData(card, 'ou:9999')).toMatch(/^Nút này đã cũ/);
  });
});

describe('How an indicator stands', () => {
  test('on time: the figures of /kpi, for the period that is named', async () => {
    expect(await world.as('director').says('tháng này đúng hạn bao nhiêu %')).toMatch(
      /📊 Sở Khoa học và Công nghệ[\s\S]*kỳ 01\/7\/2026 – 31\/7\/2026[\s\S]*Đúng hạn hoặc trước hạn/,
    );
    expect(await world.as('director').says('tỷ lệ đúng hạn quý 2 bao nhiêu')).toContain(
      'kỳ 01/4/2026 – 30/6/2026',
    );
    expect(await world.as('director').says('phòng CĐS đúng hạn bao nhiêu %')).toMatch(
      /📊 Phòng Chuyển đổi số/,
    );
  });

  test('for staff it is their own', async () => {
    expect(await world.as('mai').says('tháng này đúng hạn bao nhiêu %?')).toMatch(/📊 Lý Thị Mai/);
  });

  test('of which no figure was entered: it is said, none is made up', async () => {
    expect(await world.as('director').says('giải ngân bao nhiêu phần trăm rồi em')).toMatch(
      /^CT-11 .*hệ thống chưa có số liệu được nhập/,
    );
    expect(await world.as('director').says('mức độ hài lòng quý 2 thế nào')).toMatch(
      /chưa có số liệu được nhập|chưa nhận ra chỉ tiêu/,
    );
  });
});

describe('In a group', () => {
  test('the department’s own scope is answered, whoever asks', async () => {
    expect(await world.as('mai', 'group').says('@sau_ro_bot phòng nào đang trễ?')).toMatch(/P\.QLKH: 1 việc/);
  });

  test('a unit’s group hears of that unit only', async () => {
    await world.as('officeHead', 'group').says('/nhom');
    await world.as('officeHead', 'group').presses('P.CĐS');
    expect(await world.as('director', 'group').says('@sau_ro_bot phòng QLKH trễ việc gì')).toMatch(
      /tin nhắn riêng/,
    );
    expect(await world.as('director', 'group').says('@sau_ro_bot phòng nào đang trễ?')).toMatch(
      /không có việc nào của Phòng Chuyển đổi số quá hạn/,
    );
    expect(await world.as('director', 'group').says('@sau_ro_bot phòng QLKH đúng hạn bao nhiêu %')).toMatch(
      /tin nhắn riêng/,
    );
  });
});
