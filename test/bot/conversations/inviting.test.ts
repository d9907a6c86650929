import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { invitations, outbox } from '../../../src/db/schema/index.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { GROUP_ID } from '../../support/department.ts';
import { talkIn } from '../../support/talk.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld();
});
afterAll(() => world.close());
beforeEach(() => world.begin({ unbound: ['mai', 'thang'] }));

const { lastTo } = talkIn(() => world);

test('one person: a picture to scan with the link; the code is forgotten once it is out', async () => {
  expect(await world.as('officeHead').says('/moi Lý Thị Mai')).toMatch(
    /^Lời mời của Lý Thị Mai\. Dùng một lần, trước .*15\/7\/2026\.\nhttps:\/\/t\.me\/\w+\?start=[\w-]{24}\n/,
  );
  const code = /start=([\w-]+)/.exec(lastTo('officeHead'))?.[1] ?? '';
  const rows = await world.db.select().from(outbox).where(eq(outbox.kind, 'invitations'));
  expect(rows.map(({ state }) => state)).toEqual(['sent']);
  expect(code).toHaveLength(24);
  expect(JSON.stringify(rows)).not.toContain(code);
  expect(JSON.stringify(await world.db.select().from(invitations))).not.toContain(code);
});

test('a unit: one sheet to print for those who have not joined', async () => {
  expect(await world.as('officeHead').says('/moi P.CĐS')).toMatch(
    /^Phiếu mời của 2 người \(Phòng Chuyển đổi số\)/,
  );
  expect(world.as('officeHead').lastAnswer().document?.file_name).toBe('Loi-moi-2-nguoi.docx');
});

test('a unit whose people have all joined needs none', async () => {
  await world.begin();
  expect(await world.as('officeHead').says('/moi cđs')).toBe('Mọi người của P.CĐS đều đã vào hệ thống.');
});

test('only by the office, and never into a group', async () => {
  expect(await world.as('digitalHead').says('/moi Lý Thị Mai')).toMatch(/không có quyền/);
  expect(await world.as('officeHead', 'group').says('/moi Lý Thị Mai')).toMatch(/tin nhắn riêng/);
  expect(JSON.stringify(world.server.messagesOf(GROUP_ID))).not.toContain('start=');
});

test('without a name it says how', async () => {
  expect(await world.as('officeHead').says('/moi')).toMatch(/^Anh\/chị mời cả đơn vị: \/moi P\.CĐS/);
});
