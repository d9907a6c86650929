import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findUnitByCode } from '../../../src/db/queries/directory.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());

const { buttonsTo, forges, lastTo } = talkIn(() => world);

describe('/phong', () => {
  beforeEach(() => world.begin());

  test('is the head’s own board, narrowed by one tap', async () => {
    const board = await world.as('digitalHead').says('/phong');
    expect(board).toMatch(/^Việc của Phòng Chuyển đổi số: 3 việc đang mở\n/);
    expect(board.indexOf('NV11')).toBeLessThan(board.indexOf('NV14'));
    expect(buttonsTo('digitalHead')).toContain('▫️ Chưa tiếp nhận (1)');
    const narrowed = await world.as('digitalHead').presses('▫️ Chưa tiếp nhận (1)');
    expect(narrowed).toMatch(/^Việc của Phòng Chuyển đổi số: 1 việc chưa tiếp nhận\n/);
    expect(narrowed).toContain('NV12');
    expect(await world.as('digitalHead').presses('Tất cả (3)')).toContain('3 việc đang mở');
  });

  test.each(['director', 'deputyAn', 'officeHead'] as const)(
    '%s chooses among all units, the worst first',
    async (person) => {
      expect(await world.as(person).says('/phong QLKH')).toMatch(/^Việc của Phòng Quản lý Khoa học/);
      if (person === 'officeHead') return;
      expect(await world.as(person).says('/phong')).toContain(
        '🔴 P.QLKH: 1 việc đang mở, 1 quá hạn\n🟢 P.CĐS: 3 việc đang mở',
      );
      expect(await world.as(person).presses('P.QLKH')).toMatch(
        /^Việc của Phòng Quản lý Khoa học: 1 việc đang mở/,
      );
    },
  );

  test('of another unit is refused to a head and to staff, also by a forged button', async () => {
    expect(await world.as('digitalHead').says('/phong QLKH')).toMatch(/^Anh\/chị không có quyền/);
    expect(await world.as('mai').says('/phong')).toMatch(/^Anh\/chị không có quyền/);
    await world.as('mai').says('/viec');
    expect(await forges('mai', `tb:${await scienceUnitId()}:0:0`)).toMatch(/^Anh\/chị không có quyền/);
    expect(await forges('mai', 'tb:0:77:0')).toContain('Nút này đã cũ');
  });

  const scienceUnitId = () => world.inUseCase(async ({ tx }) => (await findUnitByCode(tx, 'QLKH'))?.id ?? 0);
});

describe('/tim', () => {
  beforeAll(() => world.begin());

  test.each([
    ['director', 'an toan thong tin', 'NV12'],
    ['officeHead', 'KHO lưu trữ', 'NV15'],
    ['deputyBinh', 'trợ lý ảo', 'NV14'],
    ['digitalHead', '14', 'NV14'],
    ['mai', 'nv11', 'NV11'],
    ['scienceHead', 'đổi mới sáng tạo', 'NV16'],
  ] as const)('%s finds “%s”', async (person, query, code) => {
    expect(await world.as(person).says(`/tim ${query}`)).toContain(code);
    expect(buttonsTo(person)).toContain(code);
  });

  test.each([
    ['mai', 'trợ lý ảo'],
    ['digitalHead', 'sở hữu trí tuệ'],
    ['deputyAn', 'trợ lý ảo'],
    ['director', '100%'],
    ['director', 'uu tru'],
    ['director', 'không có chuyện này'],
  ] as const)('%s finds nothing by “%s”', async (person, query) => {
    expect(await world.as(person).says(`/tim ${query}`)).toMatch(/^Không tìm thấy việc nào/);
  });

  test('the office helps with NV11, so its head finds it; bare, it says how', async () => {
    expect(await world.as('officeHead').says('/tim tích hợp dữ liệu')).toContain('NV11');
    expect(await world.as('mai').says('/tim')).toContain('Anh/chị gõ từ cần tìm sau lệnh');
    expect(lastTo('mai')).toContain('/tim 12');
  });
});
