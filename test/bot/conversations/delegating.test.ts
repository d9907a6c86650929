import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { requests } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { readTask } from '../../support/rows.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());
beforeEach(() => world.begin());

const { asks, buttonsTo, forges, lastTo } = talkIn(() => world);

/** P. Giám đốc Bình lets P. Giám đốc An decide in her place from 08/7 to 15/7. */
async function delegates(): Promise<void> {
  expect(await world.as('deputyBinh').says('/uyquyen anh An từ 8/7 đến 15/7')).toMatch(
    /^Nguyễn Hoàng An được duyệt và xác nhận thay anh\/chị từ 08\/7\/2026 đến 15\/7\/2026/,
  );
  expect(await world.as('deputyBinh').presses('Đúng, ủy quyền')).toMatch(/^Đã ủy quyền cho Nguyễn Hoàng An/);
}

test('whoever is given it decides in the giver’s place, and is told', async () => {
  await asks('mai', 'xin gia hạn NV11 đến 20/7 vì chờ góp ý');
  const [asked] = await world.db.select().from(requests);
  const press = `ry:${asked?.id ?? 0}`;
  await world.as('deputyAn').says('/viec');
  expect(await forges('deputyAn', press)).toMatch(/không có quyền/);
  await delegates();
  expect(lastTo('deputyAn')).toMatch(/^Lê Thị Bình ủy quyền cho anh\/chị duyệt, xác nhận thay/);
  await forges('deputyAn', press);
  expect((await readTask(world.db, 'NV11')).dueOn).toBe('2026-07-20');
});

test('it ends after its last day', async () => {
  await asks('mai', 'xin gia hạn NV11 đến 20/7 vì chờ góp ý');
  const [asked] = await world.db.select().from(requests);
  await delegates();
  await world.moveTo('2026-07-16T09:00');
  await world.as('deputyAn').says('/viec');
  expect(await forges('deputyAn', `ry:${asked?.id ?? 0}`)).toMatch(/không có quyền/);
  await world.moveTo('2026-07-15T09:00');
  await forges('deputyAn', `ry:${asked?.id ?? 0}`);
  expect((await readTask(world.db, 'NV11')).dueOn).toBe('2026-07-20');
});

test('it ends when the giver takes it back', async () => {
  await delegates();
  expect(await world.as('deputyBinh').says('/uyquyen')).toContain('Anh/chị ủy quyền cho Nguyễn Hoàng An');
  expect(buttonsTo('deputyBinh')).toEqual(['Thôi ủy quyền Nguyễn Hoàng An']);
  expect(await world.as('deputyBinh').presses('Thôi ủy quyền Nguyễn Hoàng An')).toBe(
    'Đã thôi ủy quyền cho Nguyễn Hoàng An.',
  );
  expect(lastTo('deputyAn')).toBe('Lê Thị Bình đã thôi ủy quyền cho anh/chị.');
  expect(await world.as('deputyAn').says('/uyquyen')).toContain('Chưa có ủy quyền nào');
});

test('not to plain staff, not for days that are over, not by somebody who decides nothing', async () => {
  expect(await world.as('deputyBinh').says('/uyquyen chị Hương từ 8/7 đến 15/7')).toMatch(
    /^Chỉ ủy quyền được cho/,
  );
  expect(await world.as('deputyBinh').says('/uyquyen anh An')).toMatch(/^Chỉ ủy quyền được cho/);
  expect(await world.as('mai').says('/uyquyen anh An từ 8/7 đến 15/7')).toMatch(/không có quyền/);
});
