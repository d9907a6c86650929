import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { requests } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { countRows, readTask } from '../../support/rows.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());
beforeEach(() => world.begin());

const { asks, buttonsTo, lastTo } = talkIn(() => world);

/** "đang thực hiện 1 · …": how many tasks `/kpi` of the whole department counts as open. */
const countedTasks = async (): Promise<string> => world.as('director').says('/kpi');

describe('A task is suspended', () => {
  test('when staff ask with a reason and the leader in charge approves; it leaves the alerts, and comes back', async () => {
    expect(await world.as('mai').says('đề nghị tạm dừng NV11 vì chờ chủ trương của UBND thành phố')).toBe(
      'Anh/chị đề nghị tạm dừng NV11, đúng không?\nNâng cấp nền tảng tích hợp dữ liệu\nLý do: chờ chủ trương của UBND thành phố',
    );
    await world.as('mai').presses('Gửi đề nghị');
    expect(lastTo('deputyBinh')).toContain('📝 Lý Thị Mai (P.CĐS) đề nghị tạm dừng NV11');
    expect((await readTask(world.db, 'NV11')).state).toBe('inProgress');
    expect(await world.as('deputyBinh').presses('✅ Duyệt')).toContain('đã duyệt đề nghị tạm dừng NV11');
    expect((await readTask(world.db, 'NV11')).state).toBe('suspended');
    expect(lastTo('mai')).toContain('Lê Thị Bình đã duyệt đề nghị tạm dừng NV11');

    expect(await world.as('mai').says('NV11 50%')).toContain('đang tạm dừng');
    expect(await world.as('mai').says('/viec')).not.toContain('NV11');

    await asks('mai', 'đề nghị cho tiếp tục thực hiện NV11');
    await world.as('deputyBinh').presses('✅ Duyệt');
    expect((await readTask(world.db, 'NV11')).state).toBe('inProgress');
    expect(await world.as('mai').says('/nhatky 11')).toContain('trạng thái Tạm dừng → Đang thực hiện');
  });

  test('not without a reason: it is asked for, and typed as a reply', async () => {
    expect(await world.as('mai').says('xin tạm dừng NV11')).toMatch(/^Vì sao cần tạm dừng NV11\?/);
    expect(await world.as('mai').replies('Vì sao cần tạm dừng', 'chưa có vốn')).toContain(
      'Lý do: chưa có vốn',
    );
    expect(await countRows(world.db, requests)).toBe(0);
  });

  test('at once by the leader in charge, and the people are told', async () => {
    expect(await world.as('deputyBinh').says('tạm dừng NV11 vì chờ vốn')).toMatch(
      /^Anh\/chị tạm dừng NV11, đúng không/,
    );
    expect(buttonsTo('deputyBinh')).toContain('Đúng, thực hiện');
    await world.as('deputyBinh').presses('Đúng, thực hiện');
    expect((await readTask(world.db, 'NV11')).state).toBe('suspended');
    expect(lastTo('mai')).toContain('Lê Thị Bình đã tạm dừng NV11');
    expect(lastTo('digitalHead')).toContain('Lê Thị Bình đã tạm dừng NV11');
  });

  test('and what waited about it waits for nobody until it goes on', async () => {
    await asks('mai', 'xin gia hạn NV11 đến 20/7 vì chờ góp ý');
    expect(await world.as('deputyBinh').says('/duyet')).toContain('gia hạn NV11');
    await world.as('deputyBinh').says('tạm dừng NV11 vì chờ vốn');
    await world.as('deputyBinh').presses('Đúng, thực hiện');
    expect(await world.as('deputyBinh').says('/duyet')).not.toContain('gia hạn NV11');
    await world.as('deputyBinh').says('tiếp tục thực hiện NV11');
    await world.as('deputyBinh').presses('Đúng, thực hiện');
    expect(await world.as('deputyBinh').says('/duyet')).toContain('gia hạn NV11');
  });
});

describe('A task is cancelled', () => {
  test('by its approver alone, and no figure counts it any more', async () => {
    const before = await countedTasks();
    await asks('digitalHead', 'đề nghị hủy NV11 vì trùng với nhiệm vụ của Văn phòng');
    await world.as('deputyBinh').presses('✅ Duyệt');
    expect((await readTask(world.db, 'NV11')).state).toBe('cancelled');
    expect(await countedTasks()).not.toBe(before);
    expect(await world.as('mai').says('đề nghị cho tiếp tục thực hiện NV11')).toMatch(
      /^NV11 không ở trạng thái tạm dừng/,
    );
  });

  test('not by somebody of another unit, nor by the office', async () => {
    expect(await world.as('huong').says('đề nghị hủy NV11 vì trùng')).toMatch(/^NV11 không phải việc/);
    expect(await world.as('officeHead').says('đề nghị hủy NV11 vì trùng')).toMatch(/^NV11 không phải việc/);
    expect((await readTask(world.db, 'NV11')).state).toBe('inProgress');
  });
});

describe('The words of a task are changed', () => {
  test('by a sentence, old and new kept in its journal', async () => {
    expect(
      await world
        .as('mai')
        .says('đề nghị điều chỉnh nội dung NV11 thành Nâng cấp trục tích hợp và kho dữ liệu'),
    ).toMatch(/^Anh\/chị đề nghị điều chỉnh NV11 thành “Nâng cấp trục tích hợp và kho dữ liệu”, đúng không/);
    await world.as('mai').presses('Gửi đề nghị');
    await world.as('deputyBinh').presses('✅ Duyệt');
    expect((await readTask(world.db, 'NV11')).title).toBe('Nâng cấp trục tích hợp và kho dữ liệu');
    expect(await world.as('mai').says('/nhatky 11')).toContain(
      'nội dung “Nâng cấp nền tảng tích hợp dữ liệu” → “Nâng cấp trục tích hợp và kho dữ liệu”',
    );
  });

  test('by the menu under the card: what changes is typed as a reply', async () => {
    await world.as('mai').says('/nv 11');
    await world.as('mai').presses('📝 Đề nghị khác');
    expect(buttonsTo('mai')).toEqual(['Gia hạn', 'Trả lại', 'Đổi nội dung', 'Tạm dừng', 'Hủy việc']);
    expect(await world.as('mai').presses('Đổi nội dung')).toMatch(/^Nội dung hiện tại của NV11/);
    expect(
      await world.as('mai').replies('Nội dung hiện tại', 'sản phẩm: <b>Biên bản</b> nghiệm thu'),
    ).toContain('điều chỉnh NV11 với sản phẩm là “<b>Biên bản</b> nghiệm thu”');
    await world.as('mai').presses('Gửi đề nghị');
    await world.as('deputyBinh').presses('✅ Duyệt');
    expect((await readTask(world.db, 'NV11')).product).toBe('<b>Biên bản</b> nghiệm thu');
  });
});

describe('The menu under a card', () => {
  test('starts an extension, a return and a resumption too', async () => {
    await world.as('mai').says('/nv 11');
    await world.as('mai').presses('📝 Đề nghị khác');
    expect(await world.as('mai').presses('Gia hạn')).toMatch(/^Anh\/chị xin gia hạn NV11/);
    await world.as('mai').says('/nv 11');
    await world.as('mai').presses('📝 Đề nghị khác');
    expect(await world.as('mai').presses('Trả lại')).toMatch(/^Vì sao cần trả lại NV11/);
    expect(await world.as('mai').replies('Vì sao cần trả lại', 'không thuộc chức năng của phòng')).toContain(
      'trả lại NV11',
    );
    await world.as('deputyBinh').says('tạm dừng NV11 vì chờ vốn');
    await world.as('deputyBinh').presses('Đúng, thực hiện');
    await world.as('deputyBinh').says('/nv 11');
    await world.as('deputyBinh').presses('📝 Đề nghị khác');
    expect(buttonsTo('deputyBinh')).toEqual(['Tiếp tục', 'Hủy việc']);
    expect(await world.as('deputyBinh').presses('Tiếp tục')).toMatch(/^Anh\/chị tiếp tục NV11, đúng không/);
  });

  test('is not offered to whoever may ask nothing', async () => {
    await world.as('officeHead').says('/nv 11');
    expect(buttonsTo('officeHead')).not.toContain('📝 Đề nghị khác');
  });
});
