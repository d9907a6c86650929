import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { indicatorFigures } from '../../../src/db/schema/index.ts';
import { askCommand } from '../../support/ask-command.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { countRows } from '../../support/rows.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());
beforeEach(() => world.begin());

const { buttonsTo, forges } = talkIn(() => world);

/** The office enters a figure and says yes. */
async function enters(text: string): Promise<string> {
  await world.as('officeHead').says(text);
  return world.as('officeHead').presses('Đúng, ghi nhận');
}

describe('/chitieu', () => {
  test('shows all 25 as lights, those without a figure say why', async () => {
    const list = await world.as('director').says('/chitieu');
    expect(list).toMatch(/^25 chỉ tiêu, ngày 08\/7\/2026: 🟢 \d+ đạt/);
    expect(list).toContain('⚪ CT-06 Giảm nhiệm vụ trễ hạn: chưa có số liệu gốc (giảm từ 70%)');
    expect(list).toContain('⚪ CT-11 Giải ngân vốn đầu tư công: chưa nhập số liệu (từ 100%)');
    expect(list).toMatch(/🔴 CT-05 Hoàn thành đúng hạn, trước hạn: 50% \(từ 98%\)/);
    expect(buttonsTo('director')).toHaveLength(25);
  });

  test('opens one: its words, its numbers, where they come from', async () => {
    await world.as('director').says('/chitieu');
    const sheet = await world.as('director').presses('CT-05');
    expect(sheet).toContain('Phấn đấu tối thiểu 98% nhiệm vụ được giao');
    expect(sheet).toContain('Hiện tại: 50% (1/2)');
    expect(sheet).toContain('Nguồn: hệ thống tính từ nhiệm vụ');
    expect(await world.as('director').says('/chitieu ct 99')).toMatch(/^Không có chỉ tiêu CT-99/);
  });

  test('is for leaders, the office and the owners, in private', async () => {
    expect(await world.as('mai').says('/chitieu')).toMatch(/không có quyền/);
    expect(await world.as('digitalHead').says('/chitieu')).toMatch(/không có quyền/);
    expect(await world.as('director', 'group').says('/chitieu')).toMatch(/tin nhắn riêng/);
    await world.as('mai').says('/trogiup');
    expect(await forges('mai', 'ic:5')).toMatch(/không có quyền/);
  });
});

describe('A figure', () => {
  test('is entered by its owner, after a look at it; the newest counts and the older one stays', async () => {
    expect(await world.as('clerk').says('/chitieu CT-14 950/1000, theo Cổng DVC')).toMatch(
      /^CT-14 Hồ sơ cấp thành phố .*\nKỳ 01\/7\/2026–31\/7\/2026: 950\/1\.000\nGhi chú: theo Cổng DVC/,
    );
    expect(await countRows(world.db, indicatorFigures)).toBe(0);
    expect(await world.as('clerk').presses('Đúng, ghi nhận')).toMatch(/^Đã ghi số liệu của CT-14/);
    expect(await world.as('officeHead').says('/chitieu 14 990/1000')).toContain('(trước: 950/1.000)');
    await world.as('officeHead').presses('Đúng, ghi nhận');
    const sheet = await world.as('director').says('/chitieu CT-14');
    expect(sheet).toContain('Hiện tại: 99% (990/1.000)');
    expect(sheet).toContain('• 01/7/2026–31/7/2026: 950/1.000, Lâm Thị Ý – theo Cổng DVC');
  });

  test('of people needs only how many: the denominator is the headcount', async () => {
    await enters('/chitieu CT-02 11');
    expect(await world.as('director').says('/chitieu CT-02')).toContain('Hiện tại: 100% (11/11)');
  });

  test('is dropped on “Không”, and asked for again when it is none', async () => {
    await world.as('officeHead').says('/chitieu CT-14 1/2');
    expect(await world.as('officeHead').presses('Không')).toBe('Đã bỏ, CT-14 giữ nguyên.');
    expect(await world.as('officeHead').says('/chitieu CT-14 nhiều lắm')).toMatch(/^Chưa đọc được con số/);
    expect(await countRows(world.db, indicatorFigures)).toBe(0);
  });

  test('is not entered for what the rows say, nor by somebody of another unit', async () => {
    expect(await world.as('officeHead').says('/chitieu CT-05 99%')).toMatch(/^CT-05 do hệ thống tính/);
    expect(await world.as('director').says('/chitieu CT-14 1/2')).toMatch(/không có quyền/);
  });
});

describe('A baseline', () => {
  test('is entered once with its document by the office, and locked', async () => {
    expect(await world.as('officeHead').says('/chitieu CT-06 gốc 10')).toMatch(/^Số liệu gốc cần văn bản/);
    expect(await world.as('clerk').says('/chitieu CT-06 gốc 10 theo 12/BC-SKHCN')).toMatch(/không có quyền/);
    expect(await enters('/chitieu CT-06 gốc 10 theo 12/BC-SKHCN ngày 01/6/2026')).toMatch(/^Đã ghi và khóa/);
    const sheet = await world.as('director').says('/chitieu CT-06');
    expect(sheet).toContain('giảm 90% (1/10)');
    expect(sheet).toContain('Số liệu gốc: 10 (theo 12/BC-SKHCN ngày 01/6/2026), đã khóa');
    expect(await enters('/chitieu CT-06 gốc 20 theo 13/BC-SKHCN')).toMatch(/đã nhập và khóa/);
    expect(await world.as('officeHead').says('/chitieu CT-14 gốc 20 theo 13/BC')).toMatch(
      /không so với số liệu gốc/,
    );
  });
});

test('the command line gives the same, as recorded by a moment', async () => {
  await enters('/chitieu CT-14 990/1000');
  type Answer = { indicators: { code: string; value: number | null; why: string | null }[] };
  const of = (answer: Answer, code: string) => answer.indicators.find((one) => one.code === code);
  const now = await askCommand<Answer>(world, ['indicators', '--json']);
  expect(now.indicators).toHaveLength(25);
  expect(of(now, 'CT-14')).toMatchObject({ value: 0.99, why: null });
  const before = await askCommand<Answer>(world, ['indicators', '--as-of', '2026-07-07']);
  expect(of(before, 'CT-14')).toMatchObject({ value: null, why: 'notEntered' });
});
